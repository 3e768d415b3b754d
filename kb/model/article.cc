#include "kb/model/article.h"

#include <array>
#include <utility>

namespace kb {

namespace {

using Name = std::pair<ArticleType, std::string_view>;
constexpr std::array<Name, 6> kTypeNames{{{ArticleType::faq, "faq"},
                                          {ArticleType::howto, "howto"},
                                          {ArticleType::troubleshooting, "troubleshooting"},
                                          {ArticleType::reference, "reference"},
                                          {ArticleType::policy, "policy"},
                                          {ArticleType::known_issue, "known-issue"}}};

}  // namespace

std::string_view to_string(ArticleType type) {
  for (const auto& [value, name] : kTypeNames) {
    if (value == type) return name;
  }
  return "";
}

std::optional<ArticleType> parse_article_type(std::string_view name) {
  for (const auto& [value, known] : kTypeNames) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::string body_html(const Article& article) {
  std::string html;
  for (const Section& section : article.sections) html += section.heading_html + section.html;
  return html;
}

}  // namespace kb
