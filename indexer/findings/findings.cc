#include "indexer/findings/findings.h"

namespace indexer {
namespace {

constexpr int kMaxReported = 50;

bool is_before(Position a, Position b) { return a.line != b.line ? a.line < b.line : a.column < b.column; }

}  // namespace

void Findings::add(const std::string& message, Position at) {
  Finding& finding = findings_[message];
  if (finding.count++ == 0 || is_before(at, finding.first)) finding.first = at;
}

void Findings::report(Diagnostics& diags) const {
  int reported = 0;
  for (const auto& [message, finding] : findings_) {
    if (++reported > kMaxReported) return;
    const std::string more = finding.count > 1 ? " (" + std::to_string(finding.count) + " times)" : "";
    diags.report(rule_, finding.first, message + more);
  }
}

}  // namespace indexer
