// A query string: decoded or refused, never half of both; what comes out is valid and survives a round trip.
#include <variant>

#include "kb/text/percent.h"
#include "kb/text/utf8.h"
#include "searchd/http/url.h"
#include "searchd/visit/search_params.h"
#include "tests/fuzz/fuzz.h"

namespace {

void check_query(const kb::SearchQuery& query) {
  fuzz::must(kb::is_valid_utf8(query.text), "a query is UTF-8");
  fuzz::must(query.text.find('\0') == query.text.npos, "a query has no NUL");
  fuzz::must(query.text.size() <= kb::kMaxTextBytes, "a query is within its limit");
  fuzz::must(query.limit >= 0 && query.limit <= kb::kMaxLimit, "a limit is clamped");
  fuzz::must(query.offset >= 0 && query.offset <= kb::kMaxOffset, "an offset is clamped");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  if (const auto decoded = kb::percent_decode(text)) {
    fuzz::must(kb::percent_decode(kb::encode_path(*decoded)) == decoded, "a path survives a round trip");
  }
  const auto params = searchd::Params::parse(text);
  if (!params) return 0;
  const std::string query = params->to_query();
  const auto again = searchd::Params::parse(query);
  fuzz::must(again && again->to_query() == query, "parameters survive a round trip");
  kb::Site site;
  site.languages = {"en", "de"};
  check_query(searchd::page_query(*params, "en"));
  const auto asked = searchd::api_query(*params, site);
  if (const auto* query = std::get_if<kb::SearchQuery>(&asked)) check_query(*query);
  const int page = searchd::page_number(*params);
  fuzz::must(page >= 1 && page <= searchd::kMaxPage, "a page number is clamped");
  return 0;
}
