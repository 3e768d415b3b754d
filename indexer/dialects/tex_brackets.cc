#include "indexer/dialects/tex_brackets.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestTex = 500;

struct TexSigns {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<TexSigns, 4> kTexSigns{
    {{"\\\\(", "\\\\)"}, {"\\\\[", "\\\\]"}, {"\\(", "\\)"}, {"\\[", "\\]"}}};

// A command such as `\frac`, a power or an equation, and no word of Markdown with its signs escaped.
bool is_tex(std::string_view inside) {
  for (std::size_t at = inside.find('\\'); at != std::string_view::npos; at = inside.find('\\', at + 2)) {
    if (at + 1 < inside.size() && kb::is_letter(inside[at + 1])) return true;
  }
  return inside.find('^') != std::string_view::npos || inside.find(" = ") != std::string_view::npos;
}

class MathLine {
 public:
  explicit MathLine(std::string_view line)
      : line_(line),
        ends_{NextPlace(line, kTexSigns[0].close), NextPlace(line, kTexSigns[1].close),
              NextPlace(line, kTexSigns[2].close), NextPlace(line, kTexSigns[3].close)} {}

  std::string run() {
    std::string out;
    for (std::size_t at = 0; at < line_.size();) {
      const std::string_view rest = line_.substr(at);
      std::size_t size = code_or_comment(rest);
      if (size == 0 && rest.front() == '\\') size = formula(at, out);
      if (size == 0) size = rest.front() == '\\' ? std::min<std::size_t>(2, rest.size()) : 1;
      if (!is_taken_) out += rest.substr(0, size);
      is_taken_ = false;
      at += size;
    }
    return out;
  }

 private:
  // Bytes of the formula that begins there, which it writes; 0 when there is none.
  std::size_t formula(std::size_t at, std::string& out) {
    for (std::size_t i = 0; i < kTexSigns.size(); ++i) {
      const auto& [open, close] = kTexSigns[i];
      if (!line_.substr(at).starts_with(open)) continue;
      const std::size_t end = ends_[i].from(at + open.size());
      if (end == std::string_view::npos || end - at > kLongestTex) return 0;
      const std::string_view inside =
          kb::trim(line_.substr(at + open.size(), end - at - open.size()), kb::kBlanks);
      const bool is_escaped = open.size() == 3;
      if (inside.empty() || inside.find('`') != std::string_view::npos || (!is_escaped && !is_tex(inside)))
        return 0;
      out += "`" + std::string(inside) + "`";
      is_taken_ = true;
      return end - at + close.size();
    }
    return 0;
  }

  std::string_view line_;
  std::array<NextPlace, kTexSigns.size()> ends_;
  bool is_taken_ = false;
};

// The line that closes the block which this one opens; this one when it opens none.
std::size_t block_end(const Lines& lines, std::size_t at, std::string_view open, std::string_view close) {
  if (lines[at].kind != LineKind::text || kb::trim(lines[at].text) != open) return at;
  const std::size_t last = std::min(lines.size(), at + 50);
  for (std::size_t end = at + 1; end < last && lines[end].kind == LineKind::text; ++end) {
    if (kb::trim(lines[end].text) == close) return end;
    if (is_blank_line(lines[end].text)) return at;
  }
  return at;
}

}  // namespace

void read_tex_brackets(Lines& lines, RuleFindings& unknown) {
  if (!hold_any(lines, {"\\(", "\\["})) return;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    Line& line = lines[at];
    if (line.kind != LineKind::text || line.text.find('\\') == std::string::npos) continue;
    std::size_t end = block_end(lines, at, "\\[", "\\]");
    if (end == at) end = block_end(lines, at, "\\\\[", "\\\\]");
    if (end > at) {
      line.rewrite(line.text.substr(0, content_start(line.text)) + "$$");
      lines[end].rewrite(lines[end].text.substr(0, content_start(lines[end].text)) + "$$");
      at = end;
      continue;
    }
    std::string other = MathLine(line.text).run();
    if (other == line.text) continue;
    unknown.add("a formula is shown as its source", {line.number, 1});
    line.rewrite(std::move(other));
  }
}

}  // namespace indexer
