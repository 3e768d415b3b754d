// A generation opened for reading. It never changes, all threads share it, and it lives as long as somebody
// holds it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kb/model/catalogue.h"
#include "kb/model/site.h"
#include "kb/store/manifest.h"
#include "kb/store/redirect_table.h"

namespace kb {

struct Article;          // kb/model/article.h
struct LanguageMeaning;  // kb/store/language_index.h
class Dictionary;        // kb/dictionary/dictionary.h
class LanguageIndex;     // kb/store/language_index.h: one language's databases, used by one thread at a time
struct MeaningModel;     // kb/meaning/meaning_model.h
class PastSearches;      // kb/memory/past_searches.h
class Vocabulary;        // kb/store/vocabulary.h

class Snapshot {
 public:
  // Checks the generation as `how` says, then opens it. Throws Error.
  static std::shared_ptr<const Snapshot> open(const std::filesystem::path& generation, Verify how);
  ~Snapshot();

  const std::string& name() const { return name_; }  // "gen-000042"
  const Manifest& manifest() const { return manifest_; }
  const Site& site() const { return site_; }
  const Catalogue& catalogue(std::string_view lang) const;  // Requires: lang is one of site().languages

  // What a language's words are in the others. Requires: as catalogue().
  const Dictionary& dictionary(std::string_view lang) const;
  // Whether `lang` has a listed article that `than` has not. Requires: as catalogue().
  bool has_more(std::string_view lang, std::string_view than) const;

  // The article with its text, read from disk, also an unlisted one; nullopt when there is none. Throws
  // Error.
  std::optional<Article> article(std::string_view lang, std::string_view id) const;

  // Where an old path below base_url leads now; nullptr when it is not known.
  const Redirect* redirect(std::string_view path, std::string_view query = "") const;

  // Full path of a file in assets/, only if the manifest lists it.
  std::optional<std::filesystem::path> asset(std::string_view name) const;

  // One language's databases, taken from a pool and given back when the lease ends. Requires: a thread holds
  // one lease a language at most.
  class Lease {
   public:
    Lease(const Snapshot* owner, std::unique_ptr<LanguageIndex> index);
    ~Lease();
    Lease(Lease&&) noexcept;
    LanguageIndex* operator->() const { return index_.get(); }
    LanguageIndex& operator*() const { return *index_; }

   private:
    const Snapshot* owner_;
    std::unique_ptr<LanguageIndex> index_;
  };
  // When none is free, the databases are opened once more. When that fails, as after the folder was removed,
  // it waits for a lease to end. Throws Error.
  Lease lease(std::string_view lang) const;

 private:
  // What is held in memory for a language.
  struct Language;

  Snapshot();
  const Language& language(std::string_view lang) const;
  Dictionary read_dictionary(const std::filesystem::path& dir) const;
  PastSearches read_past(const std::filesystem::path& dir, const Catalogue& catalogue) const;
  std::unique_ptr<const LanguageMeaning> open_meaning(const std::filesystem::path& dir,
                                                      const Catalogue& catalogue) const;
  std::unique_ptr<LanguageIndex> open_index(const Language& language) const;
  std::unique_ptr<LanguageIndex> take_idle(const std::string& lang, std::chrono::milliseconds patience) const;

  std::filesystem::path dir_;
  std::string name_;
  Manifest manifest_;
  std::unique_ptr<const MeaningModel> model_;  // nullptr when the generation names none
  Site site_;
  std::map<std::string, Language, std::less<>> languages_;
  RedirectTable redirects_;
  mutable std::mutex mutex_;  // guards idle_
  mutable std::map<std::string, std::vector<std::unique_ptr<LanguageIndex>>, std::less<>> idle_;
  mutable std::condition_variable returned_;
};

}  // namespace kb
