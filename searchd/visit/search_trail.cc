#include "searchd/visit/search_trail.h"

#include "kb/search/found_words.h"
#include "kb/search/search.h"
#include "kb/text/html.h"
#include "kb/text/percent.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

// As the templates have them. Text and attributes of an article cannot look like this: there < and " are
// escaped.
constexpr std::string_view kOpenField = "<input type=\"hidden\" name=\"from\" disabled>";
constexpr std::string_view kOpenLink = "\" data-from>";
// Between the first of the one and the last of the other stands the article.
constexpr std::string_view kBody = "<div class=\"prose body\">";
constexpr std::string_view kBodyEnd = "</div><!--body-->";
// Says that words are marked.
constexpr std::string_view kNote = "<p class=\"found\" hidden";
constexpr std::string_view kNoteShown = "<p class=\"found\"";

// In one pass, so that what is put in is not searched.
std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (auto at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
    out += text.substr(0, at);
    out += to;
    text.remove_prefix(at + from.size());
  }
  return out.append(text);
}

}  // namespace

std::optional<ResultLink> result_link(const Params& params) {
  ResultLink link{clamped_number(params.get("r"), 0, 0, kb::kMaxOffset + kb::kMaxLimit), params.get("q")};
  if (link.rank == 0 || link.query.empty() || !fits_address(link.query)) return std::nullopt;
  return link;
}

std::string from_query(const Params& params) {
  std::string query = params.get("from");
  return fits_address(query) ? query : "";
}

void hand_on(Reply& reply, const std::string& query) {
  if (reply.article_id.empty()) return;
  const std::string field = "<input type=\"hidden\" name=\"from\" value=\"" + kb::escape_html(query) + "\">";
  const std::string link = "&amp;from=" + kb::encode_query(query) + "\">";
  reply.response.body =
      make_body(replaced(replaced(*reply.response.body, kOpenField, field), kOpenLink, link));
}

void mark_words(const Visit& visit, Reply& reply, const std::string& query) {
  if (reply.article_id.empty()) return;
  std::string page = *reply.response.body;
  const auto note = page.find(kNote);
  const auto begin = page.find(kBody);
  const auto end = page.rfind(kBodyEnd);
  if (note > begin || begin == std::string::npos || end == std::string::npos) return;
  const std::string marked =
      kb::mark_found(visit.snapshot(), visit.lang, query, std::string_view(page).substr(begin, end - begin));
  if (marked.empty()) return;
  page.replace(begin, end - begin, marked);
  page.replace(note, kNote.size(), kNoteShown);
  reply.response.body = make_body(std::move(page));
}

}  // namespace searchd
