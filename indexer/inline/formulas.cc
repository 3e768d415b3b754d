#include "indexer/inline/formulas.h"

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestFormula = 500;

// What no sum of money and no name of a variable has, or a single letter.
bool is_mathematical(std::string_view inside) {
  const bool is_letter = inside.size() == 1 && kb::is_letter(inside.front());
  return is_letter || (inside.find_first_of("\\^_=") != std::string_view::npos &&
                       inside.find("://") == std::string_view::npos);
}

std::optional<Replacement> shown(std::string_view inside, std::size_t size) {
  inside = kb::trim(inside, kb::kBlanks);
  if (inside.empty() || inside.find('`') != std::string_view::npos) return std::nullopt;
  return Replacement{size, "`" + std::string(inside) + "`"};
}

class FormulaReader {
 public:
  explicit FormulaReader(std::string_view line) : dollar_(line, "$") {}

  // As Pandoc has it: no blank behind the first sign and before the last, no letter or digit behind the last.
  std::optional<Replacement> read(std::string_view rest, std::string_view before) {
    const bool may_open = rest.front() == '$' && rest.size() > 2 && !kb::is_blank(rest[1]) &&
                          rest[1] != '$' &&
                          (before.empty() || (!kb::is_alnum(before.back()) && before.back() != '$'));
    const std::size_t end = may_open ? dollar_.from(before.size() + 1) : std::string_view::npos;
    if (end == std::string_view::npos || end - before.size() > kLongestFormula) return std::nullopt;
    const std::size_t size = end - before.size() + 1;
    const std::string_view inside = rest.substr(1, size - 2);
    const std::string_view behind = rest.substr(size);
    const bool is_closed = !kb::is_blank(inside.back()) &&
                           (behind.empty() || (!kb::is_alnum(behind.front()) && behind.front() != '$'));
    return is_closed && is_mathematical(inside) ? shown(inside, size) : std::nullopt;
  }

 private:
  NextPlace dollar_;
};

}  // namespace

void read_formulas(Lines& lines, RuleFindings& unknown) {
  if (!hold_any(lines, {"$"})) return;
  for (Line& line : lines) {
    if (line.kind != LineKind::text || line.text.find('$') == std::string::npos) continue;
    const std::string text = line.text;
    FormulaReader reader(text);
    std::string other = rewrite_prose(
        text, [&](std::string_view rest, std::string_view before) { return reader.read(rest, before); });
    if (other == text) continue;
    unknown.add("a formula is shown as its source", {line.number, 1});
    line.rewrite(std::move(other));
  }
}

}  // namespace indexer
