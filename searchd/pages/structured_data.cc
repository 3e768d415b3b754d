#include "searchd/pages/structured_data.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "kb/model/article.h"
#include "kb/model/date.h"

namespace searchd {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kFewestQuestions = 2;

// Characters that could end the script element or begin a comment are written as JSON escapes.
std::string for_script(const Json& json) {
  std::string out;
  for (const char c : json.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<') {
      out += "\\u003c";
    } else if (c == '>') {
      out += "\\u003e";
    } else if (c == '&') {
      out += "\\u0026";
    } else {
      out += c;
    }
  }
  return out;
}

std::string graph(Json things) {
  return for_script({{"@context", "https://schema.org"}, {"@graph", std::move(things)}});
}

std::string site_title(const Visit& visit) {
  return std::string(kb::local(visit.edition.site().title, visit.lang));
}

Json breadcrumbs(const Visit& visit, const std::vector<Crumb>& crumbs) {
  Json list = Json::array();
  for (const Crumb& crumb : crumbs) {
    list.push_back({{"@type", "ListItem"},
                    {"position", list.size() + 1},
                    {"name", crumb.title},
                    {"item", visit.edition.absolute(crumb.url)}});
  }
  return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(list)}};
}

Json tech_article(const Visit& visit, const kb::Article& article) {
  const std::string url = visit.edition.absolute(article.url);
  Json json{
      {"@type", "TechArticle"},     {"headline", article.title},
      {"inLanguage", article.lang}, {"url", url},
      {"mainEntityOfPage", url},    {"publisher", {{"@type", "Organization"}, {"name", site_title(visit)}}}};
  if (!article.description.empty()) json["description"] = article.description;
  if (article.updated) json["dateModified"] = kb::format_date(*article.updated);
  return json;
}

Json faq_page(const Visit& visit, const kb::Article& article,
              const std::vector<std::pair<std::string, std::string>>& questions) {
  Json list = Json::array();
  for (const auto& [question, answer] : questions) {
    list.push_back({{"@type", "Question"},
                    {"name", question},
                    {"acceptedAnswer", {{"@type", "Answer"}, {"text", answer}}}});
  }
  return {{"@type", "FAQPage"},
          {"url", visit.edition.absolute(article.url)},
          {"inLanguage", article.lang},
          {"mainEntity", std::move(list)}};
}

bool is_question(std::string_view heading) {
  constexpr std::array<std::string_view, 3> kMarks{"?", "\xEF\xBC\x9F",
                                                   "\xD8\x9F"};  // ASCII, full-width, Arabic
  return std::any_of(kMarks.begin(), kMarks.end(), [&](auto mark) { return heading.ends_with(mark); });
}

void append_line(std::string& text, std::string_view line) {
  if (!text.empty() && !line.empty()) text += '\n';
  text += line;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> question_list(const kb::Article& article) {
  std::vector<std::pair<std::string, std::string>> list;
  if (article.type != kb::ArticleType::faq) return list;
  for (const kb::Section& section : article.sections) {
    if (section.level == 0) continue;
    if (section.level <= 2) {
      if (!is_question(section.heading)) return {};
      list.emplace_back(section.heading, section.text);
    } else if (!list.empty()) {
      append_line(list.back().second, section.heading);
      append_line(list.back().second, section.text);
    }
  }
  const bool answered =
      std::none_of(list.begin(), list.end(), [](const auto& q) { return q.second.empty(); });
  if (list.size() < kFewestQuestions || !answered) list.clear();
  return list;
}

std::string home_data(const Visit& visit) {
  const kb::Site& site = visit.edition.site();
  const std::string target = visit.edition.absolute("/" + visit.lang + "/search?q={search_term_string}");
  Json json{{"@type", "WebSite"},
            {"name", site_title(visit)},
            {"url", visit.edition.absolute("/" + visit.lang + "/")},
            {"inLanguage", visit.lang},
            {"potentialAction",
             {{"@type", "SearchAction"},
              {"target", {{"@type", "EntryPoint"}, {"urlTemplate", target}}},
              {"query-input", "required name=search_term_string"}}}};
  const std::string description(kb::local(site.description, visit.lang, site.languages.front()));
  if (!description.empty()) json["description"] = description;
  return graph(Json::array({std::move(json)}));
}

std::string category_data(const Visit& visit, const std::vector<Crumb>& crumbs) {
  return graph(Json::array({breadcrumbs(visit, crumbs)}));
}

std::string article_data(const Visit& visit, const kb::Article& article, const std::vector<Crumb>& crumbs) {
  Json things = Json::array({breadcrumbs(visit, crumbs), tech_article(visit, article)});
  const auto questions = question_list(article);
  if (!questions.empty()) things.push_back(faq_page(visit, article, questions));
  return graph(std::move(things));
}

}  // namespace searchd
