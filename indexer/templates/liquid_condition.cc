#include "indexer/templates/liquid_condition.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMostConditions = 20;  // in one tag

// Parts of names of what only its writers may see.
constexpr std::array<std::string_view, 9> kInternalNames{
    "internal", "private", "draft", "secret", "staff", "employee", "confidential", "unpublished", "wip"};

Truth opposite(Truth truth) {
  if (truth == Truth::unknown) return truth;
  return truth == Truth::yes ? Truth::no : Truth::yes;
}

struct Operand {
  bool is_known = false;
  bool is_falsy = false;
  std::string text;
};

Operand operand(std::string_view written, const NamedValue& value) {
  const bool is_quoted = written.size() >= 2 && (written.front() == '"' || written.front() == '\'') &&
                         written.find(written.front(), 1) == written.size() - 1;
  if (is_quoted) return {true, false, std::string(written.substr(1, written.size() - 2))};
  const std::string lower = kb::to_lower(written);
  if (lower == "false" || lower == "nil" || lower == "null" || lower == "none") return {true, true, lower};
  const bool is_number = !written.empty() && std::all_of(written.begin(), written.end(), kb::is_digit);
  if (lower == "true" || is_number) return {true, false, lower};
  if (lower == "jekyll.environment") return {true, false, "production"};
  const auto named = value ? value(written) : std::nullopt;
  if (!named) return {};
  const std::string text = kb::to_lower(*named);
  const bool is_switch = text == "true" || text == "false";
  return {true, text == "false", is_switch ? text : *named};
}

bool is_for_writers(std::string_view written) {
  const std::string lower = kb::to_lower(written);
  return std::any_of(kInternalNames.begin(), kInternalNames.end(),
                     [&](std::string_view name) { return lower.find(name) != std::string::npos; });
}

Truth comparison(std::string_view written, const NamedValue& value) {
  constexpr std::string_view kNot = "not ";
  written = kb::trim(written);
  if (written.starts_with(kNot)) return opposite(comparison(written.substr(kNot.size()), value));
  for (const std::string_view sign : {"==", "!="}) {
    const std::size_t at = written.find(sign);
    if (at == std::string_view::npos) continue;
    const Operand left = operand(kb::trim(written.substr(0, at)), value);
    const Operand right = operand(kb::trim(written.substr(at + sign.size())), value);
    if (left.is_known && right.is_known)
      return (left.text == right.text) == (sign == "==") ? Truth::yes : Truth::no;
    if (!is_for_writers(written)) return Truth::unknown;
    return sign == "==" ? Truth::no : Truth::yes;
  }
  const Operand one = operand(written, value);
  if (one.is_known) return one.is_falsy ? Truth::no : Truth::yes;
  return is_for_writers(written) ? Truth::no : Truth::unknown;
}

// Where the next ` and ` or ` or ` stands outside of quotes; npos when there is none.
std::size_t next_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"' || text[at] == '\'') {
      at = text.find(text[at], at + 1);
      if (at == std::string_view::npos) break;
    }
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(" and ") || rest.starts_with(" or ")) return at;
  }
  return std::string_view::npos;
}

// From right to left, as Liquid has it.
Truth conditions(std::string_view text, const NamedValue& value, std::size_t left) {
  const std::size_t word = left > 0 ? next_word(text) : std::string_view::npos;
  if (word == std::string_view::npos) return comparison(text, value);
  const bool is_and = text.substr(word).starts_with(" and ");
  const Truth first = comparison(text.substr(0, word), value);
  const Truth rest = conditions(text.substr(word + (is_and ? 5 : 4)), value, left - 1);
  const Truth decides = is_and ? Truth::no : Truth::yes;
  if (first == decides || rest == decides) return decides;
  return first == Truth::unknown || rest == Truth::unknown ? Truth::unknown : opposite(decides);
}

}  // namespace

Truth liquid_truth(std::string_view condition, const NamedValue& value) {
  if (condition.find("visitor.") != std::string_view::npos) return Truth::no;
  return conditions(condition, value, kMostConditions);
}

}  // namespace indexer
