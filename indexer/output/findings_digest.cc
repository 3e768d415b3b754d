#include "indexer/output/findings_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace indexer {

namespace {

struct Repeats {
  std::size_t times = 0;
  std::set<std::string_view> files;
};

std::vector<Diagnostic> folded(const std::vector<Diagnostic>& findings) {
  std::map<std::pair<std::string_view, std::string_view>, Repeats> repeats;
  const auto of = [&](const Diagnostic& one) -> Repeats& { return repeats[{one.rule, one.message}]; };
  for (const Diagnostic& one : findings) {
    if (one.level != Level::warning) continue;
    ++of(one).times;
    of(one).files.insert(one.path);
  }
  std::vector<Diagnostic> kept;
  for (const Diagnostic& one : findings) {
    if (one.level == Level::warning) {
      Repeats& all = of(one);
      const std::size_t times = std::exchange(all.times, 0);
      if (times == 0) continue;
      kept.push_back(one);
      if (times > 1) {
        kept.back().message += fmt::format(" ({} times in {} file{})", times, all.files.size(),
                                           all.files.size() == 1 ? "" : "s");
      }
    } else {
      kept.push_back(one);
    }
  }
  return kept;
}

// Which places of the list are kept: one of each rule in turn, errors before warnings.
std::set<std::size_t> chosen(const std::vector<Diagnostic>& findings, std::size_t most) {
  std::set<std::size_t> kept;
  for (const Level level : {Level::error, Level::warning}) {
    std::map<std::string_view, std::vector<std::size_t>> by_rule;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (findings[i].level == level) by_rule[findings[i].rule].push_back(i);
    }
    for (std::size_t turn = 0, before = most; kept.size() < most && before != kept.size(); ++turn) {
      before = kept.size();
      for (const auto& [rule, places] : by_rule) {
        if (turn < places.size() && kept.size() < most) kept.insert(places[turn]);
      }
    }
  }
  return kept;
}

}  // namespace

std::vector<Diagnostic> digest(const std::vector<Diagnostic>& findings, std::size_t most) {
  std::vector<Diagnostic> all = folded(findings);
  if (most == 0 || all.size() <= most) return all;
  std::vector<Diagnostic> kept;
  for (const std::size_t place : chosen(all, most)) kept.push_back(std::move(all[place]));
  return kept;
}

std::string rule_counts(const std::vector<Diagnostic>& findings, const std::vector<Diagnostic>& shown) {
  if (shown.size() >= findings.size()) return "";
  struct Count {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::set<std::string_view> files;
  };
  std::map<std::string_view, Count> counts;
  std::size_t widest = 4;
  for (const Diagnostic& one : findings) {
    Count& count = counts[one.rule];
    ++(one.level == Level::error ? count.errors : count.warnings);
    count.files.insert(one.path);
    widest = std::max(widest, one.rule.size());
  }
  std::string out = fmt::format("\n{:<{}}  errors  warnings   files\n", "rule", widest);
  for (const auto& [rule, count] : counts)
    out += fmt::format("{:<{}}  {:>6}  {:>8}  {:>6}\n", rule, widest, count.errors, count.warnings,
                       count.files.size());
  return out;
}

}  // namespace indexer
