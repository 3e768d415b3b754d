#include "searchd/widget/frame_links.h"

#include <algorithm>

#include "kb/text/percent.h"
#include "searchd/pages/content_lookup.h"

namespace searchd {

namespace {

constexpr std::string_view kLink = "<a ";
constexpr std::string_view kHref = " href=\"";
constexpr std::string_view kNewPage = " target=\"_blank\" rel=\"noopener\"";

// True for an address of an article or a category.
bool is_in_panel(const Visit& visit, std::string_view href) {
  const std::string& base = visit.edition.base();
  if (!href.starts_with(base + "/")) return false;
  const std::string_view below = href.substr(base.size());
  const auto path = kb::percent_decode(below.substr(0, below.find_first_of("?#")));
  if (!path) return false;
  const Found::Kind kind = look_up(visit.snapshot(), *path).kind;
  return kind == Found::Kind::article || kind == Found::Kind::category;
}

// `tag` is "<a ...", without the ">" at its end.
std::string framed_tag(const Visit& visit, std::string_view tag) {
  const auto attribute = tag.find(kHref);
  if (attribute == std::string_view::npos) return std::string(tag);
  const auto begin = attribute + kHref.size();
  const std::string_view href = tag.substr(begin, tag.find('"', begin) - begin);
  if (href.starts_with('#')) return std::string(tag);
  if (!is_in_panel(visit, href)) return std::string(tag) + std::string(kNewPage);
  const std::string& base = visit.edition.base();
  return std::string(tag.substr(0, begin)) + base + frame_path(href.substr(base.size())) +
         std::string(tag.substr(begin + href.size()));
}

}  // namespace

std::string frame_path(std::string_view path) {
  const auto language = std::min(path.find('/', 1), path.size());
  return std::string(path.substr(0, language)) + "/widget" + std::string(path.substr(language));
}

// The indexer escapes < and > in texts and attributes, so every "<a " is a link, and its tag ends at the next
// >.
std::string framed_html(const Visit& visit, std::string_view html) {
  std::string out;
  for (auto link = html.find(kLink); link != std::string_view::npos; link = html.find(kLink)) {
    out += html.substr(0, link);
    html.remove_prefix(link);
    const auto end = std::min(html.find('>'), html.size());
    out += framed_tag(visit, html.substr(0, end));
    html.remove_prefix(end);
  }
  return out += html;
}

}  // namespace searchd
