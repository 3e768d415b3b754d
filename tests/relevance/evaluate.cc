#include "tests/relevance/evaluate.h"

#include <algorithm>
#include <chrono>

#include "kb/search/search.h"

namespace relevance {

namespace {

constexpr std::size_t kDepth = 10;

struct Asked {
  kb::SearchResult result;
  double ms = 0;
};

Asked ask(const kb::Snapshot& snapshot, const std::string& text) {
  kb::SearchQuery query;
  query.text = text;
  query.lang = snapshot.site().languages.front();
  query.limit = kDepth;
  const auto start = std::chrono::steady_clock::now();
  Asked asked{kb::search(snapshot, query), 0};
  asked.ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return asked;
}

// Sections are judged as id#anchor; then a hit counts by its section.
std::string document_of(const kb::Hit& hit, const Grades& grades) {
  const bool by_section = std::any_of(grades.begin(), grades.end(),
                                      [](const auto& g) { return g.first.find('#') != std::string::npos; });
  return by_section ? hit.id + "#" + hit.anchor : hit.id;
}

std::vector<std::string> ranking_of(const kb::SearchResult& result, const Grades& grades) {
  std::vector<std::string> documents;
  for (const kb::Hit& hit : result.hits) documents.push_back(document_of(hit, grades));
  return documents;
}

void add(Quality& sum, const std::vector<std::string>& ranking, const Grades& grades) {
  sum.ndcg10 += ndcg(ranking, grades, kDepth);
  sum.mrr10 += reciprocal_rank(ranking, grades, kDepth);
  sum.first += reciprocal_rank(ranking, grades, 1);
  sum.r1 += recall(ranking, grades, 1);
  sum.r5 += recall(ranking, grades, 5);
  sum.r10 += recall(ranking, grades, kDepth);
  ++sum.queries;
}

Quality mean(Quality sum) {
  const double n = sum.queries == 0 ? 1.0 : static_cast<double>(sum.queries);
  for (double* value : {&sum.ndcg10, &sum.mrr10, &sum.first, &sum.r1, &sum.r5, &sum.r10}) *value /= n;
  return sum;
}

Quality measure(const kb::Snapshot& snapshot, const JudgedSet& set, const std::vector<JudgedQuery>& queries) {
  Quality sum;
  for (const JudgedQuery& query : queries) {
    const auto judged = set.grades.find(query.id);
    if (judged != set.grades.end())
      add(sum, ranking_of(ask(snapshot, query.text).result, judged->second), judged->second);
  }
  return mean(sum);
}

double percentile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

// Everything about the clean queries and those without an answer.
void measure_answers(const kb::Snapshot& snapshot, const JudgedSet& set, Report& report) {
  std::vector<double> answerable;
  std::vector<double> unanswerable;
  std::vector<double> times;
  double shown = 0;
  double wrong = 0;
  for (const JudgedQuery& query : set.clean) {
    const auto judged = set.grades.find(query.id);
    if (judged == set.grades.end()) continue;
    const Asked asked = ask(snapshot, query.text);
    times.push_back(asked.ms);
    answerable.push_back(asked.result.confidence);
    report.lost += asked.result.total == 0 ? 1 : 0;
    if (!asked.result.answers) continue;
    ++shown;
    report.answers.boxes += asked.result.answer ? 1 : 0;
    wrong += reciprocal_rank(ranking_of(asked.result, judged->second), judged->second, 1) > 0 ? 0 : 1;
  }
  report.answers.shown = shown / static_cast<double>(std::max<std::size_t>(1, answerable.size()));
  report.answers.boxes /= static_cast<double>(std::max<std::size_t>(1, answerable.size()));
  for (const JudgedQuery& query : set.unanswerable) {
    const kb::SearchResult result = ask(snapshot, query.text).result;
    unanswerable.push_back(result.confidence);
    report.found_nothing += result.total == 0 ? 1 : 0;
    const double box = result.answers ? 1 : 0;
    shown += box;
    wrong += box;
  }
  report.answers.precision = shown > 0 ? 1 - wrong / shown : 0;
  report.lost /= static_cast<double>(std::max<std::size_t>(1, answerable.size()));
  report.found_nothing /= static_cast<double>(std::max<std::size_t>(1, unanswerable.size()));
  report.auroc = auroc(answerable, unanswerable);
  report.p50_ms = percentile(times, 0.50);
  report.p99_ms = percentile(times, 0.99);
}

}  // namespace

Report evaluate(const kb::Snapshot& snapshot, const JudgedSet& set) {
  Report report;
  report.clean = measure(snapshot, set, set.clean);
  report.typo = measure(snapshot, set, set.typo);
  report.prefix = measure(snapshot, set, set.prefix);
  measure_answers(snapshot, set, report);
  return report;
}

}  // namespace relevance
