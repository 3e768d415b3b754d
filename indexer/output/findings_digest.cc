#include "indexer/output/findings_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace indexer {

namespace {

struct Repeats {
  std::size_t times = 0;
  std::set<std::string_view> files;
};

// "Liquid tags stay as text (3 times)" without its end, and 3; the number is 1 when it says none.
std::pair<std::string_view, std::size_t> split_times(std::string_view message) {
  constexpr std::string_view kEnd = " times)";
  const std::size_t open = message.rfind(" (");
  if (!message.ends_with(kEnd) || open == std::string_view::npos) return {message, 1};
  std::size_t times = 0;
  const std::string_view digits = message.substr(open + 2, message.size() - kEnd.size() - open - 2);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), times);
  if (error != std::errc{} || end != digits.data() + digits.size()) return {message, 1};
  return {message.substr(0, open), times};
}

std::vector<Finding> folded(const std::vector<Finding>& findings) {
  std::map<std::pair<std::string_view, std::string_view>, Repeats> repeats;
  for (const Finding& one : findings) {
    if (one.level != Level::warning) continue;
    const auto [message, times] = split_times(one.message);
    Repeats& all = repeats[{one.rule, message}];
    all.times += times;
    all.files.insert(one.path);
  }
  std::vector<Finding> kept;
  for (const Finding& one : findings) {
    kept.push_back(one);
    if (one.level != Level::warning) continue;
    const std::string_view message = split_times(one.message).first;
    Repeats& all = repeats[{one.rule, message}];
    const std::size_t times = std::exchange(all.times, 0);
    if (times == 0) kept.pop_back();
    if (times > 1) {
      kept.back().message = fmt::format("{} ({} times in {} file{})", message, times, all.files.size(),
                                        all.files.size() == 1 ? "" : "s");
    }
  }
  return kept;
}

// Which places of the list are kept: one of each rule in turn, errors before warnings.
std::set<std::size_t> chosen(const std::vector<Finding>& findings, std::size_t most) {
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

std::vector<Finding> digest(const std::vector<Finding>& findings, std::size_t most) {
  std::vector<Finding> all = folded(findings);
  if (most == 0 || all.size() <= most) return all;
  std::vector<Finding> kept;
  for (const std::size_t place : chosen(all, most)) kept.push_back(std::move(all[place]));
  return kept;
}

std::string rule_counts(const std::vector<Finding>& findings, const std::vector<Finding>& shown) {
  if (shown.size() >= findings.size()) return "";
  struct Count {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::set<std::string_view> files;
  };
  std::map<std::string_view, Count> counts;
  std::size_t widest = 4;
  for (const Finding& one : findings) {
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
