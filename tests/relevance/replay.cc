#include "tests/relevance/replay.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/memory/past_searches.h"
#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/index_schema.h"
#include "kb/store/language_index.h"
#include "kb/store/manifest.h"
#include "kb/text/text.h"

namespace relevance {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kTimes = 5;  // that each query was made, and its article opened

// FNV-1a: the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

std::size_t part_of(const JudgedQuery& query) { return hash_of(query.id + query.text) / 7 % kParts; }

std::string best_article(const Grades& grades) {
  const auto best = std::max_element(grades.begin(), grades.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return best->first.substr(0, best->first.find('#'));
}

// A copy of a generation with other past searches, removed in the end.
class Taught {
 public:
  Taught(const fs::path& generation, const kb::Snapshot& snapshot, const std::vector<kb::MemoryEntry>& memory)
      : dir_(fs::temp_directory_path() / ("firstline-replay-" + std::to_string(std::random_device{}()))) {
    const fs::path copy = dir_ / generation.filename();
    fs::create_directories(dir_);
    fs::copy(generation, copy, fs::copy_options::recursive);
    for (const auto* name : {"manifest.json", "manifest.sha256"}) fs::remove(copy / name);
    for (const std::string& lang : snapshot.site().languages) {
      const auto index = snapshot.lease(lang);
      const kb::PastSearches past = kb::remember(
          memory, lang, [&](std::string_view word) { return index->stem(word); },
          [&](const std::string& id) { return snapshot.catalogue(lang).document(id); });
      if (!past.empty()) kb::write_file(copy / lang / kb::kMemoryFile, past.encode());
    }
    kb::Manifest manifest = snapshot.manifest();
    if (!manifest.model.empty())
      fs::copy(generation.parent_path() / kb::kModelsFolder, dir_ / kb::kModelsFolder,
               fs::copy_options::recursive);
    kb::seal(copy, manifest);
    snapshot_ = kb::Snapshot::open(copy, kb::Verify::sizes);
  }
  ~Taught() {
    std::error_code ignored;
    fs::remove_all(dir_, ignored);
  }
  const kb::Snapshot& snapshot() const { return *snapshot_; }

 private:
  fs::path dir_;
  std::shared_ptr<const kb::Snapshot> snapshot_;
};

JudgedSet only_part(const JudgedSet& set, std::size_t part) {
  JudgedSet kept = set;
  std::set<std::string> ids;
  for (const JudgedQuery& query : set.clean)
    if (part_of(query) == part) ids.insert(query.id);
  for (auto* queries : {&kept.clean, &kept.typo, &kept.prefix})
    std::erase_if(*queries, [&](const JudgedQuery& query) { return !ids.contains(query.id); });
  return kept;
}

void add(Quality& sum, const Quality& part) {
  const auto n = static_cast<double>(part.queries);
  for (double Quality::*value :
       {&Quality::ndcg10, &Quality::mrr10, &Quality::first, &Quality::r1, &Quality::r5, &Quality::r10})
    sum.*value += part.*value * n;
  sum.queries += part.queries;
}

void finish(Quality& sum) {
  const double n = sum.queries == 0 ? 1.0 : static_cast<double>(sum.queries);
  for (double Quality::*value :
       {&Quality::ndcg10, &Quality::mrr10, &Quality::first, &Quality::r1, &Quality::r5, &Quality::r10})
    sum.*value /= n;
}

void add(Report& sum, const Report& part) {
  add(sum.clean, part.clean);
  add(sum.typo, part.typo);
  add(sum.prefix, part.prefix);
  const double n = static_cast<double>(part.clean.queries);
  sum.auroc += part.auroc / kParts;
  sum.found_nothing += part.found_nothing / kParts;
  sum.lost += part.lost * n;
  sum.answers.shown += part.answers.shown * n;
  sum.answers.precision += part.answers.precision / kParts;
  sum.p50_ms += part.p50_ms / kParts;
  sum.p99_ms = std::max(sum.p99_ms, part.p99_ms);
}

void finish(Report& sum) {
  const double n = static_cast<double>(std::max<std::size_t>(1, sum.clean.queries));
  for (Quality* quality : {&sum.clean, &sum.typo, &sum.prefix}) finish(*quality);
  sum.lost /= n;
  sum.answers.shown /= n;
}

}  // namespace

std::vector<kb::MemoryEntry> lessons(const kb::Snapshot& snapshot, const JudgedSet& set, std::size_t left_out,
                                     const ReplayOptions& options) {
  std::vector<const JudgedQuery*> queries;
  for (const JudgedQuery& query : set.clean)
    if (part_of(query) != left_out && set.grades.contains(query.id)) queries.push_back(&query);
  std::stable_sort(queries.begin(), queries.end(), [](const JudgedQuery* a, const JudgedQuery* b) {
    return hash_of(a->text) < hash_of(b->text);
  });
  std::map<std::string, std::size_t> taken;
  std::vector<kb::MemoryEntry> made;
  for (const JudgedQuery* query : queries) {
    const std::string lang = query->lang.empty() ? snapshot.site().languages.front() : query->lang;
    std::string article = best_article(set.grades.at(query->id));
    if (++taken[article] > options.queries) continue;
    const auto& cards = snapshot.catalogue(lang).cards();
    const std::uint64_t luck = hash_of(query->text + " luck");
    if (luck % 100 < options.wrong) article = cards[luck / 100 % cards.size()].id;
    made.push_back({lang, query->text, article, kTimes, kTimes});
    made.back().weight = kb::memory_weight(made.back());
  }
  return made;
}

Replayed replay(const fs::path& generation, const JudgedSet& set, const ReplayOptions& options) {
  const auto plain = kb::Snapshot::open(generation, kb::Verify::sizes);
  Replayed out;
  for (std::size_t part = 0; part < kParts; ++part) {
    const JudgedSet asked = only_part(set, part);
    const std::vector<kb::MemoryEntry> learned = lessons(*plain, set, part, options);
    const Taught taught(generation, *plain, learned);
    out.learned += learned.size();
    add(out.without, evaluate(*plain, asked));
    add(out.with, evaluate(taught.snapshot(), asked));
  }
  out.learned /= kParts;
  finish(out.without);
  finish(out.with);
  return out;
}

}  // namespace relevance
