#include "indexer/config/path_regexes.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t kMostExpressions = 50;
constexpr std::size_t kMaxExpressionBytes = 1024;
constexpr int32_t kMostSteps = 10;  // of about 10,000 characters each
constexpr int32_t kMaxStackBytes = 1024 * 1024;

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

}  // namespace

void PathRegexes::add(std::string_view expression) {
  if (expression.empty() || expression.size() > kMaxExpressionBytes || patterns_.size() >= kMostExpressions)
    return;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(from_utf8(expression), 0, status));
  if (U_SUCCESS(status)) patterns_.push_back(std::move(pattern));
}

bool PathRegexes::match(std::string_view path) const {
  const icu::UnicodeString text = from_utf8(path);
  return std::any_of(patterns_.begin(), patterns_.end(), [&](const auto& pattern) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(pattern->matcher(text, status));
    if (U_FAILURE(status)) return false;
    matcher->setTimeLimit(kMostSteps, status);
    matcher->setStackLimit(kMaxStackBytes, status);
    return matcher->find(status) != 0 && U_SUCCESS(status);
  });
}

}  // namespace indexer
