#include "indexer/findings/finding.h"

#include <algorithm>
#include <tuple>

namespace indexer {

const Rule* find_rule(std::string_view name) {
  const auto rules = all_rules();
  const auto found =
      std::lower_bound(rules.begin(), rules.end(), name,
                       [](const Rule& rule, std::string_view wanted) { return rule.name < wanted; });
  return found != rules.end() && found->name == name ? &*found : nullptr;
}

Level RuleSet::level(std::string_view rule) const {
  const auto set = levels_.find(rule);
  if (set != levels_.end()) return set->second;
  const Rule* known = find_rule(rule);
  if (!known) return Level::error;
  return strict_ ? known->strict : known->lenient;
}

void FileFindings::report(std::string_view rule, Position at, std::string message) {
  const Level level = rules_->level(rule);
  if (level == Level::off) return;
  if (list_.size() < kMostFindings) {
    list_.push_back({path_, at, level, std::move(message), std::string(rule)});
  } else if (list_.size() == kMostFindings) {
    list_.push_back({path_, at, level,
                     "more is wrong with this file than is listed; mend the other findings first",
                     std::string(rule)});
  } else if (level == Level::error) {
    list_.back().level = level;
  }
}

bool FileFindings::has_errors() const {
  return std::any_of(list_.begin(), list_.end(), [](const Finding& d) { return d.level == Level::error; });
}

bool has_errors(const std::vector<Finding>& list, bool strict) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Finding& d) { return strict || d.level == Level::error; });
}

void sort(std::vector<Finding>& list) {
  std::stable_sort(list.begin(), list.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.path, a.at.line, a.at.column, a.rule) <
           std::tie(b.path, b.at.line, b.at.column, b.rule);
  });
}

}  // namespace indexer
