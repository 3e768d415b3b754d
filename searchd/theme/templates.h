// Mustache templates. All are parsed at start, so that a broken one is found before a visitor finds it. The
// only file that uses the template engine.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "searchd/theme/template_files.h"
#include "searchd/theme/view.h"

namespace searchd {

// Every page and file that a theme has a template for: the names of the files without ".mustache" and
// ".html".
inline constexpr auto kTemplates = std::to_array<std::string_view>(
    {"home",          "category",          "search",         "article",        "error",
     "contact",       "feedback",          "message",        "status",         "theme.css",
     "feed.atom",     "llms.txt",          "opensearch.xml", "robots.txt",     "security.txt",
     "sitemap.xml",   "sitemap_index.xml", "widget.js",      "widget_article", "widget_list",
     "widget_results"});

// One of kTemplates. Any other name does not compile.
struct TemplateName {
  consteval TemplateName(const char* known)
      : text(*std::find(kTemplates.begin(), kTemplates.end(), std::string_view(known))) {}
  std::string_view text;
};

// Never changes. Any thread may render.
class Templates {
 public:
  // Every template sees the texts of its language as {{t.key}}. Throws Error with the file and the reason
  // when a template does not parse, includes a partial that is missing, or includes itself.
  Templates(const TemplateFolder& folder, const StringsByLanguage& strings);
  ~Templates();

  // `name` is one of kTemplates, `lang` one of the languages of `strings`.
  bool has(std::string_view name) const;
  std::string render(std::string_view name, std::string_view lang, const View& view) const;

 private:
  class Page;
  struct Texts;

  std::map<std::string, std::unique_ptr<Page>, std::less<>> pages_;
  std::map<std::string, std::unique_ptr<Texts>, std::less<>> texts_;
};

}  // namespace searchd
