#include "indexer/search_output.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "indexer/diagnostic_format.h"
#include "kb/date.h"

namespace indexer {

namespace {

using nlohmann::json;

std::string snippet_text(const std::vector<kb::SnippetPart>& parts, std::string_view on,
                         std::string_view off) {
  std::string out;
  for (const kb::SnippetPart& part : parts) {
    const std::string text = escape_control(part.text);
    out += part.match ? fmt::format("{}{}{}", on, text, off) : text;
  }
  return out;
}

std::string interpretation_text(const kb::Interpretation& interpretation) {
  std::string out;
  for (const auto& word : interpretation.corrected)
    out += fmt::format("also searched for {} instead of {}\n", word.to, word.from);
  for (const auto& word : interpretation.synonyms)
    out += fmt::format("also searched for {}, which means {}\n", word.to, word.from);
  if (!interpretation.ignored.empty())
    out += fmt::format("left out: {}\n", fmt::join(interpretation.ignored, ", "));
  if (interpretation.relaxed) out += "no article has all of these words; showing the nearest\n";
  return escape_control(out).empty() ? "" : out + "\n";
}

std::string hit_text(const kb::Hit& hit, int rank, std::string_view base, bool colour) {
  const std::string_view on = colour ? "\x1b[1m" : "";
  const std::string_view off = colour ? "\x1b[0m" : "";
  const std::string heading = hit.heading.empty() ? "" : " > " + escape_control(hit.heading);
  return fmt::format("{:>2}. {}{}{}{}\n    {}{}  ({:.2f})\n    {}\n\n", rank, on, escape_control(hit.title),
                     off, heading, base, hit.url, hit.score, snippet_text(hit.snippet, on, off));
}

json replacements(const std::vector<kb::Replacement>& list) {
  json out = json::array();
  for (const auto& one : list) out.push_back({{"from", one.from}, {"to", one.to}});
  return out;
}

json hit_json(const kb::Hit& hit, std::string_view base) {
  return {{"id", hit.id},
          {"title", hit.title},
          {"heading", hit.heading},
          {"anchor", hit.anchor},
          {"url", std::string(base) + hit.url},
          {"category", hit.category},
          {"snippet", snippet_text(hit.snippet, "", "")},
          {"score", hit.score},
          {"updated", hit.updated ? json(kb::format_date(*hit.updated)) : json()}};
}

json answer_json(const kb::Answer& answer, std::string_view base) {
  return {{"id", answer.id},
          {"title", answer.title},
          {"heading", answer.heading},
          {"url", std::string(base) + answer.url},
          {"html", answer.html}};
}

}  // namespace

std::string search_text(const kb::SearchResult& result, std::string_view base_path, bool colour) {
  std::string out = interpretation_text(result.interpretation);
  if (result.hits.empty()) return out + "Nothing found.\n";
  int rank = 0;
  for (const kb::Hit& hit : result.hits) out += hit_text(hit, ++rank, base_path, colour);
  return out + fmt::format("{}{} article{} found, confidence {:.2f}\n", result.total,
                           result.total_is_minimum ? "+" : "", result.total == 1 ? "" : "s",
                           result.confidence);
}

std::string search_json(const kb::SearchQuery& query, const kb::SearchResult& result,
                        std::string_view base_path) {
  json hits = json::array();
  for (const kb::Hit& hit : result.hits) hits.push_back(hit_json(hit, base_path));
  const json interpretation = {{"corrected", replacements(result.interpretation.corrected)},
                               {"synonyms", replacements(result.interpretation.synonyms)},
                               {"ignored", result.interpretation.ignored}};
  const json document = {{"query", query.text},
                         {"lang", query.lang},
                         {"total", result.total},
                         {"total_is_minimum", result.total_is_minimum},
                         {"confidence", result.confidence},
                         {"interpretation", interpretation},
                         {"answer", result.answer ? answer_json(*result.answer, base_path) : json()},
                         {"hits", hits}};
  return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace indexer
