#include "events/scrub.h"

#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "events/scrub_rules.h"

namespace events {
namespace {

using icu::UnicodeString;
using std::string;
using std::string_view;

struct CompiledRule {
  UnicodeString placeholder;
  std::unique_ptr<icu::RegexPattern> pattern;
};

std::vector<CompiledRule> compile_rules() {
  std::vector<CompiledRule> list;
  for (const ScrubRule& rule : scrub_rules()) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError at{};
    std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(
        UnicodeString::fromUTF8(rule.pattern), UREGEX_CASE_INSENSITIVE, at, status));
    if (U_FAILURE(status)) throw std::logic_error("bad pattern: " + rule.pattern);
    list.push_back({UnicodeString::fromUTF8(rule.placeholder), std::move(pattern)});
  }
  return list;
}

// A pattern is immutable, so all threads share it.
const std::vector<CompiledRule>& compiled_rules() {
  static const std::vector<CompiledRule> rules = compile_rules();
  return rules;
}

// Tabs and newlines separate words; other control bytes are nothing.
string without_control_bytes(string_view text) {
  string out;
  for (const char c : text) {
    if (c >= '\t' && c <= '\r') {
      out += ' ';
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    }
  }
  return out;
}

// As the rules want it: full-width letters are plain ones, and what nobody sees does not hide an address.
UnicodeString normalised(const string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const UnicodeString composed = nfkc->normalize(UnicodeString::fromUTF8(text), status);
  if (U_FAILURE(status)) throw std::runtime_error("text cannot be normalised");
  UnicodeString out;
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const UChar32 c = composed.char32At(i);
    if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) out.append(c);
  }
  return out;
}

// In ICU's unit, about 10,000 states each. 2,000 bytes of ordinary text take fewer than 4 in any rule; texts
// made of words such as "dot" and "at" take hundreds.
constexpr std::int32_t kMostSteps = 30;

// What ICU gives up on, because it would take too long, is replaced whole.
UnicodeString apply(const CompiledRule& rule, const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(rule.pattern->matcher(text, status));
  matcher->setTimeLimit(kMostSteps, status);
  UnicodeString out;
  std::int32_t done = 0;
  while (matcher->find(status)) {
    const std::int32_t kept_end = matcher->groupCount() > 0 ? matcher->end(1, status) : -1;
    const std::int32_t end = matcher->end(status);
    const std::int32_t keep = std::max(kept_end, matcher->start(status));
    out.append(text, done, keep - done);
    if (keep < end) out.append(rule.placeholder);
    done = end;
  }
  if (U_FAILURE(status)) return rule.placeholder;
  return out.append(text, done, text.length() - done);
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void cut(string& text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return;
  std::size_t end = max_bytes;
  while (end > 0 && is_continuation(text[end])) --end;
  text.resize(end);
}

std::size_t placeholder_size(string_view text) {
  for (const ScrubRule& rule : scrub_rules()) {
    if (!rule.placeholder.empty() && text.starts_with(rule.placeholder)) return rule.placeholder.size();
  }
  return 0;
}

void add_word(string& out, string_view word) {
  if (!out.empty() && !word.empty()) out += ' ';
  out += word;
}

// Folding would take the brackets off a placeholder.
string fold_between_placeholders(string_view text, Fold fold) {
  string out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t size = placeholder_size(text.substr(i));
    if (size == 0) continue;
    add_word(out, fold(text.substr(begin, i - begin)));
    add_word(out, text.substr(i, size));
    begin = i + size;
    i = begin - 1;
  }
  add_word(out, fold(text.substr(begin)));
  return out;
}

}  // namespace

// The text is kept as it was typed unless a rule finds something. The cut comes last, so that it cannot leave
// a part of a number that is short enough to pass.
string scrub(string_view text, std::size_t max_bytes, Fold fold) {
  string out = without_control_bytes(text);
  const UnicodeString plain = normalised(out);
  UnicodeString scrubbed = plain;
  for (const CompiledRule& rule : compiled_rules()) scrubbed = apply(rule, scrubbed);
  if (scrubbed != plain) scrubbed.toUTF8String(out = "");
  if (fold) out = fold_between_placeholders(out, fold);
  cut(out, max_bytes);
  return out;
}

}  // namespace events
