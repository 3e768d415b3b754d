#include "tests/relevance/hidden_translations.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "kb/search/search.h"
#include "kb/store/index_schema.h"
#include "kb/store/index_writer.h"
#include "kb/store/manifest.h"
#include "kb/store/snapshot.h"

namespace relevance {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHalves = 2;

// FNV-1a: the same on every machine.
std::size_t half_of(std::string_view id) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash / 7 % kHalves;
}

bool has_translation(const kb::Snapshot& snapshot, const std::string& lang, const std::string& id) {
  const auto& languages = snapshot.site().languages;
  return std::any_of(languages.begin(), languages.end(), [&](const std::string& other) {
    return other != lang && snapshot.catalogue(other).document(id) != 0;
  });
}

// The ids that are hidden in `lang`.
std::set<std::string> hidden_ids(const kb::Snapshot& snapshot, const std::string& lang, std::size_t half) {
  std::set<std::string> ids;
  for (const kb::Card& card : snapshot.catalogue(lang).cards())
    if (!card.unlisted && half_of(card.id) == half && has_translation(snapshot, lang, card.id))
      ids.insert(card.id);
  return ids;
}

std::vector<kb::Article> all_but(const kb::Snapshot& snapshot, const std::string& lang,
                                 const std::set<std::string>& hidden) {
  std::vector<kb::Article> articles;
  for (const std::string& other : snapshot.site().languages)
    for (const kb::Card& card : snapshot.catalogue(other).cards())
      if (!(other == lang && hidden.contains(card.id))) articles.push_back(*snapshot.article(other, card.id));
  return articles;
}

// An index of a part of a site's articles, removed in the end.
class PartOfSite {
 public:
  PartOfSite(const kb::Snapshot& whole, std::vector<kb::Article> articles, bool dictionary)
      : dir_(fs::temp_directory_path() / ("firstline-hidden-" + std::to_string(std::random_device{}()))) {
    const fs::path generation = dir_ / whole.name();
    fs::create_directories(generation);
    kb::write_index(generation, {.site = whole.site(), .articles = std::move(articles), .redirects = {}});
    if (!dictionary)
      for (const std::string& lang : whole.site().languages)
        fs::remove(generation / lang / kb::kDictionaryFile);
    kb::seal(generation, {});
    snapshot_ = kb::Snapshot::open(generation, kb::Verify::sizes);
  }
  ~PartOfSite() {
    std::error_code ignored;
    fs::remove_all(dir_, ignored);
  }
  PartOfSite(const PartOfSite&) = delete;
  PartOfSite& operator=(const PartOfSite&) = delete;
  const kb::Snapshot& snapshot() const { return *snapshot_; }

 private:
  fs::path dir_;
  std::shared_ptr<const kb::Snapshot> snapshot_;
};

std::string id_of(const std::string& judged) { return judged.substr(0, judged.find('#')); }

Grades by_article(const Grades& grades) {
  Grades articles;
  for (const auto& [judged, grade] : grades)
    articles[id_of(judged)] = std::max(grade, articles[id_of(judged)]);
  return articles;
}

// Whether the language had an article for it, and has none now.
bool lost_all(const kb::Snapshot& whole, const std::string& lang, const std::set<std::string>& hidden,
              const Grades& articles) {
  bool lost = false;
  for (const auto& [id, grade] : articles) {
    if (grade <= 0 || whole.catalogue(lang).document(id) == 0) continue;
    if (!hidden.contains(id)) return false;
    lost = true;
  }
  return lost;
}

void count(const kb::Snapshot& snapshot, const JudgedQuery& judged, const std::string& lang,
           const Grades& articles, Found& found) {
  kb::SearchQuery query;
  query.text = judged.text;
  query.lang = lang;
  std::vector<std::string> ranking;
  std::string shown = lang + judged.id + " " + judged.text + ":";
  const kb::SearchResult result = kb::search(snapshot, query);
  for (const kb::Hit& hit : result.hits)
    if (hit.lang != lang && ranking.size() < 3) ranking.push_back(hit.id);
  for (const std::string& id : ranking) shown += " " + id;
  ++found.queries;
  found.first += reciprocal_rank(ranking, articles, 1) > 0 ? 1 : 0;
  const bool right = reciprocal_rank(ranking, articles, 3) > 0;
  found.three += right ? 1 : 0;
  found.nothing += ranking.empty() ? 1 : 0;
  if (!right) found.missed.push_back(shown + (result.total > 0 ? " (own is sure)" : ""));
}

void ask_all(const kb::Snapshot& whole, const kb::Snapshot& part, const JudgedSet& set,
             const std::string& lang, const std::set<std::string>& hidden, Found& found,
             Found* needless = nullptr) {
  for (const JudgedQuery& query : set.clean) {
    const auto judged = set.grades.find(query.id);
    const std::string asked = query.lang.empty() ? whole.site().languages.front() : query.lang;
    if (judged == set.grades.end() || asked != lang) continue;
    const Grades articles = by_article(judged->second);
    if (lost_all(whole, lang, hidden, articles))
      count(part, query, lang, articles, found);
    else if (needless != nullptr)
      count(part, query, lang, articles, *needless);
  }
}

}  // namespace

FoundElsewhere count_elsewhere(const fs::path& generation, const JudgedSet& set) {
  const auto whole = kb::Snapshot::open(generation, kb::Verify::sizes);
  FoundElsewhere out;
  for (const std::string& lang : whole->site().languages) {
    for (std::size_t half = 0; half < kHalves; ++half) {
      const std::set<std::string> hidden = hidden_ids(*whole, lang, half);
      const std::vector<kb::Article> articles = all_but(*whole, lang, hidden);
      const PartOfSite without(*whole, articles, false);
      ask_all(*whole, without.snapshot(), set, lang, hidden, out.without);
      const PartOfSite with(*whole, articles, true);
      ask_all(*whole, with.snapshot(), set, lang, hidden, out.with, &out.needless);
      for (const JudgedQuery& query : set.unanswerable)
        if ((query.lang.empty() ? whole->site().languages.front() : query.lang) == lang)
          count(with.snapshot(), query, lang, {}, out.unanswerable);
    }
  }
  return out;
}

}  // namespace relevance
