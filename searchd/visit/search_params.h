// Turns URL parameters into a valid search query. Numbers out of range are clamped. What cannot be understood
// is a problem.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "kb/search/search.h"
#include "searchd/http/url.h"

namespace searchd {

inline constexpr int kHitsPerPage = 10;
inline constexpr int kMaxPage = kb::kMaxOffset / kHitsPerPage + 1;

// Why a request is answered with 400, as a sentence for its sender.
struct Problem {
  std::string detail;
};

// The whole number, clamped to the range, or `fallback` when the text is not a number.
int clamped_number(std::string_view text, int fallback, int low, int high);

// Whether a text may stand in the address of a link. A longer one, or one of several lines, is somebody's
// mail or log.
bool fits_address(std::string_view text);

// For a page: q, category, product, type, page and exact. The language comes from the path. A longer q than
// can be searched is cut between two characters.
kb::SearchQuery page_query(const Params& params, std::string_view lang);
int page_number(const Params& params);

// For the API: q, lang, category, product, type, limit, offset and exact.
std::variant<kb::SearchQuery, Problem> api_query(const Params& params, const kb::Site& site);

// The beginning of q that suggestions are made for.
std::string suggestion_text(const Params& params);

// The API's parameter lang. Without it, the site's first language.
std::variant<std::string, Problem> api_language(const Params& params, const kb::Site& site);

}  // namespace searchd
