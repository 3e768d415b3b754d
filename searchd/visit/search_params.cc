#include "searchd/visit/search_params.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace searchd {

int clamped_number(std::string_view text, int fallback, int low, int high) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size() || text.empty() || error == std::errc::invalid_argument)
    return fallback;
  if (error == std::errc::result_out_of_range) return text.front() == '-' ? low : high;
  return static_cast<int>(std::clamp<long>(number, low, high));
}

std::variant<std::string, Problem> query_text(const Params& params) {
  std::string text = params.get("q");
  if (text.size() > kb::kMaxQueryBytes) {
    return Problem{fmt::format("q has {} bytes; at most {} are searched", text.size(), kb::kMaxQueryBytes)};
  }
  return text;
}

int page_number(const Params& params) { return clamped_number(params.get("page"), 1, 1, kMaxPage); }

std::variant<kb::SearchQuery, Problem> page_query(const Params& params, std::string_view lang) {
  auto text = query_text(params);
  if (auto* problem = std::get_if<Problem>(&text)) return *problem;
  kb::SearchQuery query;
  query.text = std::get<std::string>(std::move(text));
  query.lang = lang;
  query.category = params.get("category");
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
  auto query = page_query(params, std::get<std::string>(lang));
  if (auto* valid = std::get_if<kb::SearchQuery>(&query)) {
    valid->limit = clamped_number(params.get("limit"), kHitsPerPage, 0, kb::kMaxLimit);
    valid->offset = clamped_number(params.get("offset"), 0, 0, kb::kMaxOffset);
  }
  return query;
}

}  // namespace searchd
