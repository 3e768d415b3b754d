#include "indexer/memory/memory_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "indexer/findings/finding_list.h"
#include "indexer/source/languages.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"
#include "kb/text/percent.h"
#include "kb/text/text.h"

namespace indexer {

namespace {

using Place = std::pair<std::string, std::string>;  // language and id

// Where articles are, and where they went.
class Places {
 public:
  explicit Places(const MemoryScope& scope) {
    std::unordered_map<std::string_view, const kb::Article*> by_url;
    for (const kb::Article& article : scope.articles) {
      if (article.unlisted) continue;
      there_.emplace(article.lang, article.id);
      by_url.emplace(article.url, &article);
    }
    for (const kb::Redirect& redirect : scope.redirects) {
      const auto target = by_url.find(redirect.to);
      if (target != by_url.end()) moved_.emplace(redirect.from, target->second->id);
    }
  }

  // The id of today, "" when the article is no more.
  std::string id_of(const std::string& lang, const std::string& id) const {
    if (there_.contains({lang, id})) return id;
    const auto moved = moved_.find("/" + lang + "/" + kb::encode_path(id));
    return moved != moved_.end() && there_.contains({lang, moved->second}) ? moved->second : "";
  }

 private:
  std::set<Place> there_;
  std::map<std::string, std::string> moved_;  // old path below base_url -> id
};

// What a writer decided on, and whether the memory has it.
class Decisions {
 public:
  explicit Decisions(const MemoryScope& scope) : scope_(scope) {
    for (const auto* pairs : {&scope.learned.veto, &scope.learned.accepted})
      for (const LearnedPair& pair : *pairs) met_.emplace(key_of(pair), false);
  }

  // `ids` are those of one article, of today and of before.
  bool made(const std::string& lang, const std::string& query, const std::set<std::string>& ids) {
    bool any = false;
    for (const std::string& id : ids) {
      const auto found = met_.find({lang, kb::fold(query), id});
      if (found != met_.end()) any = found->second = true;
    }
    return any;
  }

  std::vector<Finding> vetoes_of_nothing() const {
    std::vector<Finding> findings;
    for (const LearnedPair& pair : scope_.learned.veto)
      if (!met_.at(key_of(pair)))
        report(findings, scope_.rules, "learned.yaml", "learned-to-nothing", pair.at,
               fmt::format("the memory does not have '{}' with the article '{}'", pair.query, pair.article));
    return findings;
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // language, folded query, article

  Key key_of(const LearnedPair& pair) const {
    return {pair.lang.empty() ? scope_.languages.front() : pair.lang,
            kb::fold(kb::words_of_query(pair.query)), pair.article};
  }

  const MemoryScope& scope_;
  std::map<Key, bool> met_;
};

bool has(const std::vector<std::string>& languages, const std::string& lang) {
  return std::find(languages.begin(), languages.end(), lang) != languages.end();
}

}  // namespace

MemoryInput read_memory(const std::filesystem::path& file, const MemoryScope& scope) {
  const std::string bytes = kb::read_file(file, kb::kMostMemoryBytes);
  const Places places(scope);
  Decisions decisions(scope);
  MemoryInput input;
  input.hash = kb::sha256(bytes);
  for (kb::MemoryEntry& entry : kb::parse_memory(bytes, file.string(), is_language_code)) {
    std::string id = places.id_of(entry.lang, entry.article);
    const std::string query = kb::words_of_query(entry.query);
    if (!has(scope.languages, entry.lang)) {
      ++input.foreign;
    } else if (decisions.made(entry.lang, query, {entry.article, id})) {
      ++input.decided;
    } else if (id.empty()) {
      ++input.gone;
    } else {
      entry.article = std::move(id);
      input.entries.push_back(std::move(entry));
    }
  }
  input.findings = decisions.vetoes_of_nothing();
  return input;
}

}  // namespace indexer
