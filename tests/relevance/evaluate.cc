#include "tests/relevance/evaluate.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "kb/model/error.h"
#include "kb/search/search.h"
#include "kb/text/utf8.h"

namespace relevance {

namespace {

constexpr std::size_t kDepth = 10;
constexpr int kSuggestions = 5;  // about what a phone shows above its keyboard

struct Asked {
  kb::SearchResult result;
  double ms = 0;
};

// What search takes of a long text: its beginning, to a whole character.
std::string_view searchable(std::string_view text) { return kb::first_bytes(text, kb::kMaxTextBytes); }

std::string language_of(const kb::Snapshot& snapshot, const JudgedQuery& query) {
  const std::vector<std::string>& languages = snapshot.site().languages;
  if (query.lang.empty()) return languages.front();
  if (std::find(languages.begin(), languages.end(), query.lang) == languages.end())
    throw kb::Error("query " + query.id + ": the site has no language " + query.lang,
                    "correct its third field");
  return query.lang;
}

Asked ask(const kb::Snapshot& snapshot, const JudgedQuery& judged) {
  kb::SearchQuery query;
  query.text = searchable(judged.text);
  query.lang = language_of(snapshot, judged);
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
      add(sum, ranking_of(ask(snapshot, query).result, judged->second), judged->second);
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
    const Asked asked = ask(snapshot, query);
    times.push_back(asked.ms);
    answerable.push_back(asked.result.confidence);
    report.lost += asked.result.total == 0 ? 1 : 0;
    if (!asked.result.answers) continue;
    ++shown;
    wrong += reciprocal_rank(ranking_of(asked.result, judged->second), judged->second, 1) > 0 ? 0 : 1;
  }
  report.answers.shown = shown / static_cast<double>(std::max<std::size_t>(1, answerable.size()));
  for (const JudgedQuery& query : set.unanswerable) {
    const kb::SearchResult result = ask(snapshot, query).result;
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

std::vector<std::string> suggested(const kb::Snapshot& snapshot, const JudgedQuery& query) {
  std::vector<std::string> ids;
  for (kb::Suggestion& suggestion :
       kb::suggest(snapshot, language_of(snapshot, query), searchable(query.text), kSuggestions))
    ids.push_back(std::move(suggestion.id));
  return ids;
}

std::string anchor_of(const std::string& url) {
  const std::size_t at = url.find('#');
  return at == std::string::npos ? "" : url.substr(at + 1);
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

Found& Found::operator+=(const Found& more) {
  queries += more.queries;
  first += more.first;
  three += more.three;
  nothing += more.nothing;
  missed.insert(missed.end(), more.missed.begin(), more.missed.end());
  return *this;
}

Found count_found(const kb::Snapshot& snapshot, const JudgedSet& set, Ask how) {
  Found found;
  for (const JudgedQuery& query : set.clean) {
    const auto judged = set.grades.find(query.id);
    if (judged == set.grades.end()) continue;
    std::vector<std::string> ranking;
    bool nothing = false;
    if (how == Ask::suggest) {
      ranking = suggested(snapshot, query);
      nothing = ranking.empty();
    } else {
      const kb::SearchResult result = ask(snapshot, query).result;
      ranking = ranking_of(result, judged->second);
      nothing = result.total == 0;
    }
    ++found.queries;
    found.first += reciprocal_rank(ranking, judged->second, 1) > 0 ? 1 : 0;
    found.nothing += nothing ? 1 : 0;
    if (reciprocal_rank(ranking, judged->second, 3) > 0) {
      ++found.three;
      continue;
    }
    found.missed.push_back(query.id + ":");
    for (std::size_t i = 0; i < std::min<std::size_t>(3, ranking.size()); ++i)
      found.missed.back() += " " + ranking[i];
  }
  return found;
}

Found count_contact(const kb::Snapshot& snapshot, const JudgedSet& set, const WordsOfLanguage& words) {
  Found found;
  for (const auto* list : {&set.clean, &set.unanswerable}) {
    for (const JudgedQuery& judged : *list) {
      kb::SearchQuery query;
      query.text = searchable(judged.text);
      query.lang = language_of(snapshot, judged);
      const kb::SearchResult result = kb::search(snapshot, query);
      const bool shown = kb::wants_contact(snapshot, query, result, words(query.lang));
      const bool right = shown == (list == &set.clean);
      ++found.queries;
      found.first += right ? 1 : 0;
      found.three += right ? 1 : 0;
      if (!right) found.missed.push_back(judged.id + ": " + judged.text);
    }
  }
  return found;
}

Found count_boxes(const kb::Snapshot& snapshot, const JudgedSet& set) {
  Found found;
  for (const auto* list : {&set.clean, &set.unanswerable}) {
    for (const JudgedQuery& query : *list) {
      const std::optional<kb::Answer> answer = ask(snapshot, query).result.answer;
      if (!answer) continue;
      ++found.queries;
      const auto judged = set.grades.find(query.id);
      const Grades grades = judged == set.grades.end() ? Grades{} : judged->second;
      const std::string section = answer->id + "#" + anchor_of(answer->url);
      const auto grade = grades.find(section);
      const bool answers = grade != grades.end() && grade->second >= 2;
      found.first += answers ? 1 : 0;
      found.three += std::any_of(grades.begin(), grades.end(),
                                 [&](const auto& other) {
                                   return other.second > 0 && other.first.starts_with(answer->id + "#");
                                 })
                         ? 1
                         : 0;
      if (!answers) found.missed.push_back(query.id + ": " + query.text + ": " + section);
    }
  }
  return found;
}

Found count_asked(const kb::Snapshot& snapshot, const JudgedSet& set) {
  Found found;
  for (const JudgedQuery& query : set.clean) {
    const auto judged = set.grades.find(query.id);
    if (judged == set.grades.end()) continue;
    std::set<int> answered;
    std::set<int> questions;
    for (const auto& [article, question] : judged->second) questions.insert(question);
    std::string wrong;
    for (const kb::Asked& asked : ask(snapshot, query).result.asked) {
      const auto right = judged->second.find(asked.hit.id);
      if (right == judged->second.end())
        wrong += " " + asked.hit.id;
      else
        answered.insert(right->second);
    }
    ++found.queries;
    const bool all = answered == questions;
    found.first += all && wrong.empty() ? 1 : 0;
    found.three += all ? 1 : 0;
    found.nothing += answered.empty() ? 1 : 0;
    if (!all || !wrong.empty()) found.missed.push_back(query.id + ":" + wrong);
  }
  return found;
}

}  // namespace relevance
