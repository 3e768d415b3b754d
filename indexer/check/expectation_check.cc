#include "indexer/check/expectation_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "indexer/findings/finding_list.h"
#include "indexer/source/parallel.h"
#include "kb/search/search.h"

namespace indexer {

namespace {

constexpr int kFirstPage = 10;  // hits to look at, unless `top` asks for more
constexpr int kTopOfQuestions = 3;
constexpr std::string_view kExpectationRule = "expectation";
constexpr std::string_view kQuestionRule = "question-not-found";

// One search, and the file and the rule that ask for it.
struct Check {
  std::string path;
  std::string_view rule;
  Expectation expectation;
};

std::string ordinal(std::size_t number) {
  if (number == 1) return "first";
  const std::size_t last = number % 100 / 10 == 1 ? 0 : number % 10;
  return fmt::format("{}{}", number, last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string place(int top) { return top == 1 ? "first" : fmt::format("among the first {}", top); }

// The article's place among the hits, from 0. The number of hits when it is not among them.
std::size_t place_of(const std::string& article, const std::vector<kb::Hit>& hits) {
  const auto found =
      std::find_if(hits.begin(), hits.end(), [&](const auto& hit) { return hit.id == article; });
  return static_cast<std::size_t>(found - hits.begin());
}

int looked_at(const Expectation& expectation) { return std::max(kFirstPage, expectation.top); }

// Names the article in the place that should be this one's: "it is 3rd: orders/x is first with 12.10 against
// 10.40".
std::string rivalry(const Expectation& expectation, const std::vector<kb::Hit>& hits) {
  if (hits.empty()) return "nothing is found";
  const std::size_t at = place_of(expectation.article, hits);
  const std::size_t wanted = std::min(static_cast<std::size_t>(expectation.top), hits.size());
  const kb::Hit& rival = hits[wanted - 1];
  const std::string held = fmt::format("{} is {} with {:.2f}", rival.id, ordinal(wanted), rival.score);
  if (at < hits.size())
    return fmt::format("it is {}: {} against {:.2f}", ordinal(at + 1), held, hits[at].score);
  if (static_cast<int>(hits.size()) < looked_at(expectation)) return fmt::format("it is not found: {}", held);
  return fmt::format("it is not among the first {}: {}", hits.size(), held);
}

// These checks return what is wrong, or "".
std::string check_article(const Check& check, const std::vector<kb::Hit>& hits) {
  const Expectation& wanted = check.expectation;
  const std::size_t at = place_of(wanted.article, hits);
  if (at == hits.size() || at >= static_cast<std::size_t>(wanted.top)) {
    const std::string name = check.rule == kQuestionRule ? "this article" : wanted.article;
    return fmt::format("should find {} {}, but {}", name, place(wanted.top), rivalry(wanted, hits));
  }
  const std::string& anchor = hits[at].anchor;
  if (wanted.anchor.empty() || anchor == wanted.anchor) return "";
  return fmt::format("should lead to {}#{}, but leads to {}", wanted.article, wanted.anchor,
                     anchor.empty() ? "the article's beginning" : "#" + anchor);
}

std::string check_nothing(const kb::SearchResult& result) {
  if (result.total == 0) return "";
  return fmt::format("should find nothing, but {} is first of {}{}, with a confidence of {:.2f}",
                     result.hits.front().id, result.total, result.total_is_minimum ? " or more" : "",
                     result.confidence);
}

std::string check_absent(const std::vector<std::string>& articles, const std::vector<kb::Hit>& hits) {
  for (const std::string& article : articles) {
    const std::size_t at = place_of(article, hits);
    if (at == hits.size()) continue;
    return fmt::format("must not show {}, but it is {} with {:.2f}", article, ordinal(at + 1),
                       hits[at].score);
  }
  return "";
}

std::string run(const kb::Snapshot& snapshot, const Check& check) {
  const Expectation& wanted = check.expectation;
  kb::SearchQuery query;
  query.text = wanted.query.substr(0, kb::kMaxTextBytes);
  query.lang = wanted.lang.empty() ? snapshot.site().languages.front() : wanted.lang;
  query.limit = looked_at(wanted);
  if (!snapshot.site().has_language(query.lang)) {
    return fmt::format("is in '{}', but the site is in {}", query.lang,
                       fmt::join(snapshot.site().languages, ", "));
  }
  const kb::SearchResult result = kb::search(snapshot, query);
  if (wanted.nothing) return check_nothing(result);
  std::vector<kb::Hit> certain = result.hits;
  std::erase_if(certain, [](const kb::Hit& hit) { return hit.nearest; });
  const std::string wrong = wanted.article.empty() ? "" : check_article(check, certain);
  return wrong.empty() ? check_absent(wanted.must_not_show, result.hits) : wrong;
}

std::vector<Check> checks_of(const SearchChecks& wanted) {
  std::vector<Check> checks;
  for (const Expectation& expectation : wanted.expectations)
    checks.push_back({"expectations.yaml", kExpectationRule, expectation});
  for (const OwnQuestions& article : wanted.articles) {
    for (const std::string& question : article.questions) {
      Expectation expectation;
      expectation.query = question;
      expectation.lang = article.lang;
      expectation.article = article.id;
      expectation.top = kTopOfQuestions;
      expectation.at = article.at;
      checks.push_back({article.path, kQuestionRule, std::move(expectation)});
    }
  }
  return checks;
}

}  // namespace

SearchChecks search_checks(const RuleSet& rules, std::vector<Expectation> expectations,
                           const std::vector<const Page*>& shown) {
  SearchChecks checks{rules, {}, {}};
  if (rules.level(kExpectationRule) != Level::off) checks.expectations = std::move(expectations);
  if (rules.level(kQuestionRule) == Level::off) return checks;
  for (const Page* page : shown) {
    const FrontMatter& meta = page->meta;
    if (meta.questions.empty()) continue;
    checks.articles.push_back({page->file.path, meta.questions_at, page->lang, page->id.id, meta.questions});
  }
  return checks;
}

std::vector<Finding> check_searches(const kb::Snapshot& snapshot, const SearchChecks& wanted, unsigned jobs) {
  const std::vector<Check> checks = checks_of(wanted);
  std::vector<std::string> wrong(checks.size());
  parallel_for(checks.size(), jobs, [&](std::size_t i) { wrong[i] = run(snapshot, checks[i]); });
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (wrong[i].empty()) continue;
    const Expectation& expectation = checks[i].expectation;
    report(findings, wanted.rules, checks[i].path, checks[i].rule, expectation.at,
           fmt::format("\"{}\" {}", expectation.query, wrong[i]));
  }
  sort(findings);
  return findings;
}

}  // namespace indexer
