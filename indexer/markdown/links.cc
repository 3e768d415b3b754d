#include "indexer/markdown/links.h"

#include <algorithm>
#include <array>

#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace indexer {
namespace {

constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "mailto", "tel"};
constexpr std::size_t kShownTarget = 60;

bool is_scheme_character(char c) { return kb::is_alnum(c) || c == '+' || c == '.' || c == '-'; }
bool is_slash(char c) { return c == '/' || c == '\\'; }
bool is_space_or_control(char c) { return static_cast<unsigned char>(c) <= 0x20U; }

// What a browser makes of it before it looks at the scheme; and without any control byte, since those are
// taken out of every page, which must not make a scheme of what was none.
std::string as_browsers_read(std::string_view target) {
  while (!target.empty() && is_space_or_control(target.front())) target.remove_prefix(1);
  while (!target.empty() && is_space_or_control(target.back())) target.remove_suffix(1);
  std::string clean;
  for (const char c : target) {
    if (static_cast<unsigned char>(c) >= 0x20U) clean += c;
  }
  return clean;
}

std::string shortened(std::string_view target) {
  std::string shown;
  for (const char c : kb::first_bytes(target, kShownTarget)) shown += is_space_or_control(c) ? ' ' : c;
  return target.size() > kShownTarget ? shown + "..." : shown;
}

}  // namespace

std::string url_scheme(std::string_view target) {
  std::string scheme = as_browsers_read(target);
  const auto end = std::find_if_not(scheme.begin(), scheme.end(), is_scheme_character);
  if (end == scheme.end() || *end != ':' || !kb::is_letter(scheme.front())) return "";
  scheme.erase(end, scheme.end());
  return kb::to_lower(scheme);
}

bool is_allowed_scheme(std::string_view scheme) {
  return scheme.empty() || std::find(kSchemes.begin(), kSchemes.end(), scheme) != kSchemes.end();
}

ResolvedLink Links::resolve(LinkKind kind, std::string_view target, Position at) {
  constexpr std::string_view kPathname = "pathname://";  // Docusaurus: as it is, from the root
  if (target.starts_with(kPathname)) return resolve(kind, target.substr(kPathname.size()), at);
  const std::string scheme = url_scheme(target);
  if (!is_allowed_scheme(scheme)) {
    findings_->report("bad-url-scheme", at,
                      "\"" + shortened(target) + "\" uses the scheme " + scheme +
                          ":, use http, https, mailto, tel or a relative path");
    markdown_urls_[std::string(target)] = "#";
    return {};
  }
  std::string clean = as_browsers_read(target);
  if (clean.size() >= 2 && is_slash(clean[0]) && is_slash(clean[1])) clean = "https://" + clean.substr(2);
  ResolvedLink link = (*resolver_)(kind, clean, at);
  if (!link.markdown_url.empty()) markdown_urls_[std::string(target)] = link.markdown_url;
  return link;
}

}  // namespace indexer
