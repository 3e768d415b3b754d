#include "searchd/visit/search_params.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "kb/text/utf8.h"

namespace searchd {

int clamped_number(std::string_view text, int fallback, int low, int high) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size() || text.empty() || error == std::errc::invalid_argument)
    return fallback;
  if (error == std::errc::result_out_of_range) return text.front() == '-' ? low : high;
  return static_cast<int>(std::clamp<long>(number, low, high));
}

bool fits_address(std::string_view text) {
  return text.size() <= kb::kMaxQueryBytes && text.find('\n') == std::string_view::npos;
}

int page_number(const Params& params) { return clamped_number(params.get("page"), 1, 1, kMaxPage); }

kb::SearchQuery page_query(const Params& params, std::string_view lang) {
  kb::SearchQuery query;
  query.text = kb::first_bytes(params.get("q"), kb::kMaxTextBytes);
  query.lang = lang;
  query.filter = {params.get("category"), params.get("product"), params.get("type")};
  query.limit = kHitsPerPage;
  query.offset = (page_number(params) - 1) * kHitsPerPage;
  query.exact = params.get("exact") == "1";
  return query;
}

std::variant<std::string, Problem> api_language(const Params& params, const kb::Site& site) {
  if (!params.has("lang")) return site.languages.front();
  std::string lang = params.get("lang");
  if (site.has_language(lang)) return lang;
  return Problem{
      fmt::format("lang is not one of this site's languages: {}", fmt::join(site.languages, ", "))};
}

std::variant<kb::SearchQuery, Problem> api_query(const Params& params, const kb::Site& site) {
  auto lang = api_language(params, site);
  if (auto* problem = std::get_if<Problem>(&lang)) return *problem;
  kb::SearchQuery query = page_query(params, std::get<std::string>(lang));
  query.limit = clamped_number(params.get("limit"), kHitsPerPage, 0, kb::kMaxLimit);
  query.offset = clamped_number(params.get("offset"), 0, 0, kb::kMaxOffset);
  return query;
}

std::string suggestion_text(const Params& params) {
  return std::string(kb::first_bytes(params.get("q"), kb::kMaxQueryBytes));
}

}  // namespace searchd
