#include "searchd/discovery/llms_text.h"

#include "searchd/discovery/file_reply.h"

namespace searchd {

namespace {

View link_view(const Visit& visit, std::string_view title, const std::string& path,
               std::string_view description) {
  View view;
  view.set("title", markdown_line(title));
  view.set("url", visit.edition.absolute(path));
  view.set("description", markdown_line(description));
  return view;
}

std::vector<View> article_links(const Visit& visit, const std::vector<const kb::Card*>& cards) {
  return views_of(cards, [&](const kb::Card* card) {
    return link_view(visit, card->title, card->url + ".md", card->description);
  });
}

void add_section(std::vector<View>& sections, std::string_view title, std::string_view description,
                 std::vector<View> links) {
  if (links.empty()) return;
  View view;
  view.set("title", markdown_line(title));
  view.set("description", markdown_line(description));
  view.set("links", std::move(links));
  sections.push_back(std::move(view));
}

// A section for every folder that has articles itself: "Orders", then "Orders / Returns".
void add_categories(const Visit& visit, const std::vector<std::string>& ids, const std::string& above,
                    std::vector<View>& sections) {
  for (const std::string& id : ids) {
    const kb::CategoryNode* node = visit.catalogue().category(id);
    if (!node) continue;
    const std::string title = above + node->title;
    auto links = article_links(visit, node->articles);
    if (node->page) {
      const std::string path = node->url.substr(0, node->url.size() - 1) + ".md";
      links.insert(links.begin(), link_view(visit, node->title, path, node->description));
    }
    add_section(sections, title, node->description, std::move(links));
    add_categories(visit, node->children, title + " / ", sections);
  }
}

std::vector<View> other_languages(const Visit& visit) {
  std::vector<View> list;
  for (const std::string& lang : visit.edition.site().languages) {
    if (lang == visit.lang) continue;
    list.push_back(link_view(visit, visit.strings().language_name(lang), "/" + lang + "/llms.txt", ""));
  }
  return list;
}

}  // namespace

std::string markdown_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '[' || c == ']') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

Reply llms_text(const Visit& visit) {
  const kb::Site& site = visit.edition.site();
  std::vector<View> sections;
  add_categories(visit, visit.catalogue().top_categories(), "", sections);
  add_section(sections, visit.strings().text("uncategorised"), "",
              article_links(visit, visit.catalogue().top_articles()));
  View view;
  view.set("title", markdown_line(kb::local(site.title, visit.lang)));
  view.set("description", markdown_line(kb::local(site.description, visit.lang, site.languages.front())));
  view.set("sections", std::move(sections));
  view.set("openapi_url", visit.edition.absolute("/openapi.json"));
  view.set("languages", other_languages(visit));
  return file_reply(visit, "llms.txt", "text/plain; charset=utf-8", view);
}

}  // namespace searchd
