#include "indexer/memory/memory_input.h"

#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

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

using Decisions = std::set<std::tuple<std::string, std::string, std::string>>;

// The language, folded query and article of what a writer decided on.
Decisions decisions_of(const MemoryScope& scope) {
  Decisions decisions;
  for (const auto* pairs : {&scope.learned.veto, &scope.learned.accepted}) {
    for (const LearnedPair& pair : *pairs)
      decisions.emplace(pair.lang.empty() ? scope.default_language : pair.lang, kb::fold(pair.query),
                        pair.article);
  }
  return decisions;
}

}  // namespace

MemoryInput read_memory(const std::filesystem::path& file, const MemoryScope& scope) {
  const std::string bytes = kb::read_file(file, kb::kMostMemoryBytes);
  const Places places(scope);
  const Decisions decisions = decisions_of(scope);
  MemoryInput input;
  input.hash = kb::sha256(bytes);
  for (kb::MemoryEntry& entry : kb::parse_memory(bytes, file.string())) {
    std::string id = places.id_of(entry.lang, entry.article);
    const std::string query = kb::fold(entry.query);
    if (id.empty()) {
      ++input.gone;
    } else if (decisions.contains({entry.lang, query, id}) ||
               decisions.contains({entry.lang, query, entry.article})) {
      ++input.decided;
    } else {
      entry.article = std::move(id);
      input.entries.push_back(std::move(entry));
    }
  }
  return input;
}

}  // namespace indexer
