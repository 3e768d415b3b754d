// Forms with a file, as browsers send them: multipart/form-data (RFC 7578). Strict about what no browser
// writes, since a form that two programs could read differently is not taken at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/http/url.h"

namespace searchd {

inline constexpr std::string_view kMultipartType = "multipart/form-data";
inline constexpr std::size_t kMaxParts = 20;
inline constexpr std::size_t kMaxPartHead = 4 * 1024;  // bytes of one part's headers
inline constexpr std::size_t kMaxBoundary = 70;        // RFC 2046, 5.1.1

struct FilePart {
  std::string name;        // as the browser sent it: any text but no NUL, a path too; may be ""
  std::string_view bytes;  // of the body that was parsed, and no longer there than that; not empty
};

struct MultipartForm {
  Params fields;                      // of a repeated one the first counts
  std::optional<FilePart> file = {};  // the first that is not empty; browsers send an empty one for none
};

// `content_type`: the header's value, with the boundary. nullopt for what is malformed, for more parts or
// longer headers than we take, for a part without a name or an end, and for a name or a field's value that
// kb::percent_decode would refuse: a NUL, or no UTF-8.
std::optional<MultipartForm> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace searchd
