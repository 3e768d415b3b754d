#include "indexer/tags/hidden_attributes.h"

#include "kb/text/ascii.h"

namespace indexer {
namespace {

// "html" of `when-format="html"`; "" when the attribute is not there.
std::string_view format_of(std::string_view attributes, std::string_view name) {
  const std::size_t at = attributes.find(name);
  if (at == std::string_view::npos || !attributes.substr(at + name.size()).starts_with('=')) return {};
  const std::string_view value = kb::trim(attributes.substr(at + name.size() + 1), "\"' ");
  return value.substr(0, value.find_first_of("\"' }"));
}

bool is_web(std::string_view format) {
  return format.find("html") != std::string_view::npos || format == "web" || format == "hugo" ||
         format == "markdown";
}

}  // namespace

bool hides_text(std::string_view attributes) {
  const auto has = [&](std::string_view word) { return attributes.find(word) != std::string_view::npos; };
  if (attributes == "hidden" || attributes == "content-hidden" || has(".hidden}") || has(".hidden "))
    return true;
  const bool hides = has(".content-hidden");
  if (!hides && !has(".content-visible")) return false;
  if (has("-meta=") || has("-profile=")) return true;
  const std::string_view when = format_of(attributes, "when-format");
  const std::string_view unless = format_of(attributes, "unless-format");
  const bool holds = (when.empty() || is_web(when)) && (unless.empty() || !is_web(unless));
  return hides == holds;
}

}  // namespace indexer
