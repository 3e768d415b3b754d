// relevance --index INDEX --set DIR: how well search answers a judged set, as a table.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "kb/model/error.h"
#include "kb/store/generation.h"
#include "tests/relevance/evaluate.h"

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
  fmt::print("section short enough for the box {:.3f}\n", report.answers.boxes);
  if (report.auroc > 0) {
    fmt::print("no good answer: AUROC of confidence {:.3f}, nothing found {:.3f}\n", report.auroc,
               report.found_nothing);
  }
  fmt::print("time per search: p50 {:.2f} ms, p99 {:.2f} ms\n\n", report.p50_ms, report.p99_ms);
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app{"Measures search on a judged set of queries."};
  std::string index;
  std::string dir;
  app.add_option("--index", index, "index built from the set's content")->required();
  app.add_option("--set", dir, "folder with queries.tsv and qrels.tsv")->required();
  double floor_clean = 0;
  double floor_typo = 0;
  double floor_prefix = 0;
  app.add_option("--floor-clean", floor_clean, "fail below this nDCG@10");
  app.add_option("--floor-typo", floor_typo, "fail below this nDCG@10");
  app.add_option("--floor-prefix", floor_prefix, "fail below this nDCG@10");
  CLI11_PARSE(app, argc, argv);
  const auto live = kb::current_generation(index);
  if (!live) throw kb::Error("there is no index in " + index, "build the set's content first");
  const auto snapshot = kb::Snapshot::open(std::filesystem::path(index) / *live, kb::Verify::sizes);
  const auto report = relevance::evaluate(*snapshot, relevance::read_judged_set(dir));
  print(std::filesystem::path(dir).filename().string(), report);
  const bool good = report.clean.ndcg10 >= floor_clean && report.typo.ndcg10 >= floor_typo &&
                    report.prefix.ndcg10 >= floor_prefix;
  if (!good)
    fmt::print(stderr, "below the floor of clean {} / typo {} / prefix {}\n", floor_clean, floor_typo,
               floor_prefix);
  return good ? 0 : 1;
} catch (const kb::Error& error) {
  fmt::print(stderr, "relevance: {}; {}\n", error.what(), error.hint());
  return 2;
}
