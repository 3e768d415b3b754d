// relevance --index INDEX --set DIR: how well search answers a judged set.
// relevance replay --index INDEX --set DIR: how much better with what customers would teach.
// relevance table NAME SET INDEX ...: how much of several sets customers find, in one table.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "kb/model/error.h"
#include "kb/store/generation.h"
#include "searchd/visit/edition.h"
#include "tests/relevance/evaluate.h"
#include "tests/relevance/hidden_translations.h"
#include "tests/relevance/noise.h"
#include "tests/relevance/replay.h"
#include "tests/relevance/table.h"

namespace {

void print(const char* kind, const relevance::Quality& quality) {
  if (quality.queries == 0) return;
  fmt::print("{:<8} {:>6} {:>8.3f} {:>8.3f} {:>7.3f} {:>7.3f} {:>7.3f} {:>7.3f}\n", kind, quality.queries,
             quality.ndcg10, quality.mrr10, quality.first, quality.r1, quality.r5, quality.r10);
}

void print(const std::string& name, const relevance::Report& report) {
  fmt::print("{}\n{:<8} {:>6} {:>8} {:>8} {:>7} {:>7} {:>7} {:>7}\n", name, "queries", "number", "nDCG@10",
             "MRR@10", "first", "R@1", "R@5", "R@10");
  print("clean", report.clean);
  print("typo", report.typo);
  print("prefix", report.prefix);
  fmt::print("answer box shown {:.3f}, right when shown {:.3f}; answerable queries without a hit {:.3f}\n",
             report.answers.shown, report.answers.precision, report.lost);
  if (report.auroc > 0) {
    fmt::print("no good answer: AUROC of confidence {:.3f}, nothing found {:.3f}\n", report.auroc,
               report.found_nothing);
  }
  fmt::print("time per search: p50 {:.2f} ms, p99 {:.2f} ms\n\n", report.p50_ms, report.p99_ms);
}

std::filesystem::path live_generation(const std::string& index) {
  const auto live = kb::current_generation(index);
  if (!live) throw kb::Error("there is no index in " + index, "build the set's content first");
  return std::filesystem::path(index) / *live;
}

std::shared_ptr<const kb::Snapshot> open_index(const std::string& index) {
  return kb::Snapshot::open(live_generation(index), kb::Verify::sizes);
}

void replay_set(const std::string& index, const std::string& dir, const relevance::ReplayOptions& options) {
  const auto done = relevance::replay(live_generation(index), relevance::read_judged_set(dir), options);
  const std::string name = std::filesystem::path(dir).filename().string();
  print(name + ", without a memory", done.without);
  print(fmt::format("{}, with {} past searches", name, done.learned), done.with);
}

struct Floors {
  double clean = 0;
  double typo = 0;
  double prefix = 0;
};

// The exit status.
int measure(const std::string& index, const std::string& dir, const Floors& floors) {
  const auto report = relevance::evaluate(*open_index(index), relevance::read_judged_set(dir));
  print(std::filesystem::path(dir).filename().string(), report);
  const bool good = report.clean.ndcg10 >= floors.clean && report.typo.ndcg10 >= floors.typo &&
                    report.prefix.ndcg10 >= floors.prefix;
  if (!good)
    fmt::print(stderr, "below the floor of clean {} / typo {} / prefix {}\n", floors.clean, floors.typo,
               floors.prefix);
  return good ? 0 : 1;
}

// What is named twice, as on two contents, is one row.
relevance::Found& row_of(std::vector<relevance::Row>& rows, const std::string& name) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const auto& other) { return other.set == name; });
  return row == rows.end() ? rows.emplace_back(relevance::Row{name, {}}).found : row->found;
}

// About so many of a set's queries, evenly: each is asked four times, and long texts take their time.
relevance::JudgedSet some_of(relevance::JudgedSet set) {
  constexpr std::size_t kMost = 200;
  const std::size_t step = (set.clean.size() + kMost - 1) / kMost;
  std::vector<relevance::JudgedQuery> kept;
  for (std::size_t i = 0; i < set.clean.size(); i += step) kept.push_back(set.clean[i]);
  set.clean = std::move(kept);
  return set;
}

void print_table(const std::vector<std::string>& names_sets_indexes, bool misses) {
  std::vector<relevance::Row> rows;
  for (std::size_t i = 0; i + 2 < names_sets_indexes.size(); i += 3) {
    const std::string& name = names_sets_indexes[i];
    const relevance::JudgedSet set = relevance::read_judged_set(names_sets_indexes[i + 1]);
    const auto snapshot = open_index(names_sets_indexes[i + 2]);
    if (name == "noise") {
      for (const std::size_t words : {0U, 20U, 100U, 500U})
        row_of(rows, fmt::format("noise {}", words)) +=
            count_found(*snapshot, with_noise(some_of(set), words), relevance::Ask::search);
    } else if (name == "hidden") {
      const auto found = relevance::count_elsewhere(live_generation(names_sets_indexes[i + 2]), set);
      row_of(rows, "no words") += found.without;
      row_of(rows, "hidden") += found.with;
      row_of(rows, "not hidden") += found.needless;
      row_of(rows, "no article") += found.unanswerable;
    } else if (name == "boxes") {
      row_of(rows, name) += count_boxes(*snapshot, set);
    } else if (name == "several") {
      row_of(rows, name) += count_asked(*snapshot, set);
    } else if (name == "contact") {
      const searchd::Edition edition(snapshot, searchd::Theme::load(FIRSTLINE_TEMPLATES), "", {});
      const auto words = [&](const std::string& lang) -> const kb::ContactWords& {
        return edition.contact_words(lang);
      };
      row_of(rows, name) += count_contact(*snapshot, set, words);
    } else {
      const auto ask = name == "beginnings" ? relevance::Ask::suggest : relevance::Ask::search;
      row_of(rows, name) += count_found(*snapshot, set, ask);
    }
  }
  for (const relevance::Row& row : rows) {
    for (const std::string& missed : row.found.missed)
      if (misses) fmt::print("{} {}\n", row.set, missed);
  }
  fmt::print("{}", relevance::table(rows));
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app{"Measures search on a judged set of queries."};
  std::string index;
  std::string dir;
  Floors floors;
  app.add_option("--index", index, "index built from the set's content");
  app.add_option("--set", dir, "folder with queries.tsv and qrels.tsv");
  app.add_option("--floor-clean", floors.clean, "fail below this nDCG@10");
  app.add_option("--floor-typo", floors.typo, "fail below this nDCG@10");
  app.add_option("--floor-prefix", floors.prefix, "fail below this nDCG@10");
  std::vector<std::string> rows;
  CLI::App* table = app.add_subcommand("table", "what customers see of several sets, a row each");
  table->add_option("rows", rows, "NAME SET INDEX, again and again; a set named noise is asked with noise")
      ->required();
  bool misses = false;
  table->add_flag("--misses", misses,
                  "first list the queries without a right one among the first three hits");
  relevance::ReplayOptions options;
  CLI::App* replay = app.add_subcommand("replay", "measure what search would learn from customers");
  replay->add_option("--index", index, "index built from the set's content")->required();
  replay->add_option("--set", dir, "folder with queries.tsv and qrels.tsv")->required();
  replay->add_option("--queries", options.queries, "past searches an article")->capture_default_str();
  replay->add_option("--wrong", options.wrong, "percent of them that chose another article");
  CLI11_PARSE(app, argc, argv);
  if (replay->parsed()) {
    replay_set(index, dir, options);
    return 0;
  }
  if (table->parsed()) {
    print_table(rows, misses);
    return 0;
  }
  if (index.empty() || dir.empty()) throw kb::Error("there is nothing to measure", "give --index and --set");
  return measure(index, dir, floors);
} catch (const kb::Error& error) {
  fmt::print(stderr, "relevance: {}; {}\n", error.what(), error.hint());
  return 2;
}
