#include "searchd/http/etag.h"

#include <algorithm>

#include "kb/text/ascii.h"
#include "searchd/http/field_value.h"

namespace searchd {

namespace {

std::string_view opaque(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

}  // namespace

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::gzip:
      return "gzip";
    case Encoding::brotli:
      return "br";
    case Encoding::identity:
      break;
  }
  return "";
}

std::string make_etag(std::string_view edition_tag, Encoding encoding) {
  std::string tag = "\"" + std::string(edition_tag);
  if (encoding != Encoding::identity) tag += "-" + std::string(to_string(encoding));
  return tag + "\"";
}

bool none_match_hits(std::string_view if_none_match, std::string_view etag) {
  if (kb::trim(if_none_match, kb::kBlanks) == "*") return true;
  const auto tags = list_items(if_none_match);
  return std::any_of(tags.begin(), tags.end(),
                     [&](std::string_view tag) { return opaque(tag) == opaque(etag); });
}

}  // namespace searchd
