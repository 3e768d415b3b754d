#include "indexer/findings/rule_findings.h"

namespace indexer {
namespace {

constexpr int kMaxReported = 50;

bool is_before(Position a, Position b) { return a.line != b.line ? a.line < b.line : a.column < b.column; }

}  // namespace

void RuleFindings::add(const std::string& message, Position at) {
  Seen& seen = seen_[message];
  if (seen.count++ == 0 || is_before(at, seen.first)) seen.first = at;
}

void RuleFindings::report(FileFindings& findings) const {
  int reported = 0;
  for (const auto& [message, seen] : seen_) {
    if (++reported > kMaxReported) return;
    const std::string more = seen.count > 1 ? " (" + std::to_string(seen.count) + " times)" : "";
    findings.report(rule_, seen.first, message + more);
  }
}

}  // namespace indexer
