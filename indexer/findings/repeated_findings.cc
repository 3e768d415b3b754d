#include "indexer/findings/repeated_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace indexer {

namespace {

constexpr std::array<std::string_view, 4> kRepeated{"missing-file", "missing-image", "unknown-key",
                                                    "unknown-syntax"};

bool may_fold(const Diagnostic& finding) {
  return finding.level == Level::warning &&
         std::find(kRepeated.begin(), kRepeated.end(), finding.rule) != kRepeated.end();
}

// What is the same in many files is one kind, however often it is in each.
std::string without_count(const std::string& message) {
  const std::size_t count = message.ends_with(" times)") ? message.rfind(" (") : std::string::npos;
  return message.substr(0, count);
}

}  // namespace

void fold_repeated(std::vector<Diagnostic>& findings) {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> files;  // rule and message -> paths
  for (const Diagnostic& finding : findings) {
    if (may_fold(finding)) files[{finding.rule, without_count(finding.message)}].insert(finding.path);
  }
  std::set<std::pair<std::string, std::string>> said;
  std::vector<Diagnostic> kept;
  for (Diagnostic& finding : findings) {
    const auto key = std::pair(finding.rule, without_count(finding.message));
    if (may_fold(finding)) {
      if (!said.insert(key).second) continue;
      const std::size_t more = files.at(key).size() - 1;
      if (more > 0)
        finding.message += fmt::format(", here and in {} more file{}", more, more == 1 ? "" : "s");
    }
    kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

}  // namespace indexer
