#include "kb/store/snapshot.h"

#include <xapian.h>

#include <algorithm>
#include <set>

#include "kb/dictionary/dictionary.h"
#include "kb/model/article.h"
#include "kb/model/error.h"
#include "kb/store/codec.h"
#include "kb/store/file.h"
#include "kb/store/index_schema.h"
#include "kb/store/language_index.h"
#include "kb/store/meaning_models.h"
#include "kb/store/vocabulary.h"

namespace kb {

namespace fs = std::filesystem;

struct Snapshot::Language {
  Catalogue catalogue;
  Vocabulary vocabulary;
  Synonyms synonyms;
  PastSearches past;
  Dictionary dictionary;
  std::set<std::string, std::less<>> has_less;     // languages that lack an article of this one
  std::unique_ptr<const LanguageMeaning> meaning;  // nullptr when there are no vectors
};

namespace {

constexpr std::chrono::milliseconds kPatience{2000};  // a search takes a few milliseconds

Synonyms synonyms_of(const Site& site, const std::string& lang) {
  const auto rules = site.synonyms.find(lang);
  if (rules == site.synonyms.end()) return {};
  const Xapian::Stem stemmer = stemmer_for(lang);
  return {rules->second, [&](std::string_view word) { return index_term(stemmer, word); }};
}

}  // namespace

Snapshot::Snapshot() = default;
Snapshot::~Snapshot() = default;

std::shared_ptr<const Snapshot> Snapshot::open(const fs::path& generation, Verify how) {
  const std::shared_ptr<Snapshot> made(new Snapshot);
  made->manifest_ = verify(generation, how);
  made->dir_ = generation;
  made->name_ = generation.filename().string();
  made->site_ = decode_site(read_file(generation / kSiteFile));
  if (const std::string& hash = made->manifest_.model; !hash.empty()) {
    const fs::path index = generation.parent_path();
    made->model_ = std::make_unique<const MeaningModel>(read_model(model_path(index, hash)).model);
  }
  for (const std::string& lang : made->site_.languages) {
    const fs::path dir = generation / lang;
    Catalogue catalogue(made->site_, lang, decode_cards(read_file(dir / kCardsFile)));
    PastSearches past = made->read_past(dir, catalogue);
    auto meaning = made->open_meaning(dir, catalogue);
    made->languages_.emplace(lang, Language{std::move(catalogue),
                                            Vocabulary::decode(read_file(dir / kWordsFile)),
                                            synonyms_of(made->site_, lang),
                                            std::move(past),
                                            made->read_dictionary(dir),
                                            {},
                                            std::move(meaning)});
    made->idle_[lang].push_back(made->open_index(made->language(lang)));
  }
  for (auto& [lang, language] : made->languages_) {
    for (const auto& other : made->languages_) {
      const auto& cards = language.catalogue.cards();
      const bool lacks = std::any_of(cards.begin(), cards.end(), [&](const Card& card) {
        return !card.unlisted && other.second.catalogue.find(card.id) == nullptr;
      });
      if (lacks) language.has_less.insert(other.first);
    }
  }
  for (Redirect& redirect : decode_redirects(read_file(generation / kRedirectsFile))) {
    made->redirects_.add(std::move(redirect));
  }
  return made;
}

const Snapshot::Language& Snapshot::language(std::string_view lang) const {
  const auto found = languages_.find(lang);
  if (found == languages_.end())
    throw Error("this index has no language " + std::string(lang), "ask for one of the site's languages");
  return found->second;
}

const Catalogue& Snapshot::catalogue(std::string_view lang) const { return language(lang).catalogue; }

const Dictionary& Snapshot::dictionary(std::string_view lang) const { return language(lang).dictionary; }

bool Snapshot::has_more(std::string_view lang, std::string_view than) const {
  return language(lang).has_less.contains(than);
}

std::optional<Article> Snapshot::article(std::string_view lang, std::string_view id) const {
  const unsigned document = catalogue(lang).document(id);
  const unsigned unlisted = catalogue(lang).unlisted_document(id);
  try {
    if (document != 0) return lease(lang)->article(document);
    if (unlisted != 0) return lease(lang)->unlisted_article(unlisted);
    return std::nullopt;
  } catch (const Xapian::Error& error) {
    unreadable("read " + std::string(id) + " from " + name_, error);
  }
}

const Redirect* Snapshot::redirect(std::string_view path, std::string_view query) const {
  return redirects_.find(path, query);
}

std::optional<fs::path> Snapshot::asset(std::string_view name) const {
  const std::string path = std::string(kAssetsDir) + "/" + std::string(name);
  if (!manifest_.files.contains(path)) return std::nullopt;
  return dir_ / path;
}

Snapshot::Lease::Lease(const Snapshot* owner, std::unique_ptr<LanguageIndex> index)
    : owner_(owner), index_(std::move(index)) {}

Snapshot::Lease::Lease(Lease&&) noexcept = default;

Snapshot::Lease::~Lease() {
  if (!index_) return;
  const std::scoped_lock guard(owner_->mutex_);
  owner_->idle_[index_->lang()].push_back(std::move(index_));
  owner_->returned_.notify_all();
}

Snapshot::Lease Snapshot::lease(std::string_view lang) const {
  const Language& found = language(lang);
  const std::string& name = found.catalogue.lang();
  if (auto index = take_idle(name, {})) return {this, std::move(index)};
  try {
    return {this, open_index(found)};
  } catch (const Error&) {
    if (auto index = take_idle(name, kPatience)) return {this, std::move(index)};
    throw;
  }
}

Dictionary Snapshot::read_dictionary(const fs::path& dir) const {
  const fs::path file = dir / kDictionaryFile;
  if (!manifest_.files.contains(file.lexically_relative(dir_).generic_string())) return {};
  return Dictionary::decode(read_file(file));
}

PastSearches Snapshot::read_past(const fs::path& dir, const Catalogue& catalogue) const {
  const fs::path file = dir / kMemoryFile;
  if (!manifest_.files.contains(file.lexically_relative(dir_).generic_string())) return {};
  return PastSearches::decode(read_file(file), static_cast<unsigned>(catalogue.cards().size()));
}

std::unique_ptr<const LanguageMeaning> Snapshot::open_meaning(const fs::path& dir,
                                                              const Catalogue& catalogue) const {
  const fs::path file = dir / kMeaningFile;
  if (!model_ || !manifest_.files.contains(file.lexically_relative(dir_).generic_string())) return nullptr;
  return std::make_unique<const LanguageMeaning>(
      LanguageMeaning{*model_, MeaningVectors(file, model_->width, catalogue.cards().size())});
}

std::unique_ptr<LanguageIndex> Snapshot::open_index(const Language& language) const {
  return std::make_unique<LanguageIndex>(dir_ / language.catalogue.lang(), language.catalogue,
                                         language.vocabulary, language.synonyms, language.past,
                                         language.meaning.get());
}

std::unique_ptr<LanguageIndex> Snapshot::take_idle(const std::string& lang,
                                                   std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  auto& idle = idle_[lang];
  if (!returned_.wait_for(lock, patience, [&] { return !idle.empty(); })) return nullptr;
  std::unique_ptr<LanguageIndex> index = std::move(idle.back());
  idle.pop_back();
  return index;
}

}  // namespace kb
