#include "indexer/article/front_matter_block.h"

#include <fmt/format.h>

#include <algorithm>

#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kMaxFrontMatter = 16 * 1024;

std::string_view first_line(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  line = kb::trim_end(line, kb::kBlanks);
  return line;
}

// The block that the first line opens; nullopt when no line closes it.
std::optional<FrontMatterBlock> find_block(std::string_view text, std::string_view fence,
                                           std::string_view other_fence) {
  std::size_t begin = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::size_t inner = begin;
  for (int line = 2; begin < text.size(); ++line) {
    const std::size_t next = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view content = first_line(text.substr(begin));
    if (content == fence || content == other_fence) {
      return FrontMatterBlock{text.substr(inner, begin - inner), next, line + 1};
    }
    begin = next;
  }
  return std::nullopt;
}

FrontMatterBlock refuse_toml(std::string_view text, Diagnostics& diags) {
  auto block = find_block(text, "+++", "+++");
  if (!block) return {};
  diags.report(kFrontMatterSyntax, {},
               "TOML front matter (+++) is not understood; write it as YAML between --- lines");
  block->yaml.reset();
  return *block;
}

FrontMatterBlock refuse_unterminated(std::string_view text, Diagnostics& diags) {
  // A line of dashes with a blank line below is a rule, not front matter.
  const std::string_view rest = text.substr(std::min(text.find('\n'), text.size() - 1) + 1);
  if (!first_line(rest).empty()) {
    diags.report(kFrontMatterSyntax, {},
                 "the front matter that begins here never ends; close it with a line of ---");
  }
  return {};
}

}  // namespace

FrontMatterBlock find_front_matter(std::string_view text, Diagnostics& diags) {
  if (first_line(text) == "+++") return refuse_toml(text, diags);
  if (first_line(text) != "---") return {};
  auto block = find_block(text, "---", "...");
  if (!block) return refuse_unterminated(text, diags);
  if (block->yaml->size() > kMaxFrontMatter) {
    diags.report(
        kFrontMatterSyntax, {},
        fmt::format("the front matter has {} bytes, the limit is {}", block->yaml->size(), kMaxFrontMatter));
    block->yaml.reset();
  }
  return *block;
}

}  // namespace indexer
