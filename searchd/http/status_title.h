// What a status means, in words. RFC 9110, 15.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace searchd {

// "Not found" for 404; "Internal error" for a status that has no words here.
constexpr std::string_view status_title(int status) {
  constexpr auto kTitles = std::to_array<std::pair<int, std::string_view>>({
      {400, "Bad request"},
      {403, "Forbidden"},
      {404, "Not found"},
      {405, "Method not allowed"},
      {409, "Conflict"},
      {410, "Gone"},
      {413, "Content too large"},
      {415, "Unsupported media type"},
      {422, "Unprocessable content"},
      {429, "Too many requests"},
      {503, "Service unavailable"},
  });
  for (const auto& [known, title] : kTitles) {
    if (known == status) return title;
  }
  return "Internal error";
}

}  // namespace searchd
