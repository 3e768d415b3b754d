#include "indexer/dialects/text_fences.h"

#include <algorithm>
#include <string>

#include "indexer/tags/alert_kinds.h"
#include "indexer/tags/tag.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

// ":::warning Title" of `admonish warning "Title"` and `admonish warning title="Title", collapsible=true`, ""
// for other fences.
std::string admonish_box(std::string_view info) {
  constexpr std::string_view kAdmonish = "admonish";
  if (!info.starts_with(kAdmonish)) return "";
  std::string values(info.substr(kAdmonish.size()));
  if (!values.empty() && kb::is_alnum(values.front())) return "";
  const bool has_title =
      values.find("title=\"\"") != std::string::npos || values.find("title=''") != std::string::npos;
  const auto tag = read_tag("{% admonish " + values + " %}");
  if (!tag) return ":::note";
  std::string kind;
  std::string title = tag->value({"title"});
  for (const std::string& value : tag->positional()) {
    const std::string word(kb::trim(value, ","));
    if (word.empty()) continue;
    const bool is_kind = kind.empty() && word.find(' ') == std::string::npos;
    (is_kind ? kind : title) = is_kind ? word.substr(0, word.find('.')) : word;
  }
  if (title.empty() && !has_title) title = alert_title(kind);
  const std::string_view known = alert_kind(kind);
  const bool is_folded = tag->value({"collapsible"}).starts_with("true");
  if (is_folded && title.empty()) title = "Details";
  std::string box = ":::" + (is_folded ? "details" : std::string(known.empty() ? "note" : known));
  if (!title.empty()) box += (title.front() == '[' || title.front() == '{' ? " \\" : " ") + title;
  return box;
}

class FenceOpener {
 public:
  // Whether the line goes.
  bool read(Line& line) {
    const std::size_t start = content_start(line.text);
    const std::string_view content = std::string_view(line.text).substr(start);
    const std::string_view begin = fence_of(content);
    const std::string_view info = kb::trim(content.substr(begin.size()));
    if (begin.empty()) return false;
    if (fence_.empty()) {
      fence_ = begin;
      const std::string box = admonish_box(info);
      is_box_ = !box.empty();
      if (is_box_) line.rewrite(line.text.substr(0, start) + box);
      return is_mdx_ = info == "mdx-code-block";
    }
    if (!content.starts_with(fence_) || !info.empty()) return false;
    fence_.clear();
    if (is_box_) line.rewrite(line.text.substr(0, start) + ":::");
    return is_mdx_;
  }

 private:
  std::string fence_;  // that is open
  bool is_box_ = false;
  bool is_mdx_ = false;
};

}  // namespace

void open_text_fences(Lines& lines) {
  if (!hold_any(lines, {"mdx-code-block", "admonish"})) return;
  FenceOpener opener;
  std::erase_if(lines, [&](Line& line) { return opener.read(line); });
}

}  // namespace indexer
