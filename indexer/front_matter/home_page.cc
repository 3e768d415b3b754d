#include "indexer/front_matter/home_page.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "indexer/lines/markdown_words.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::array<std::string_view, 8> kHomeKeys{"hero",       "features",   "heroText", "tagline",
                                                    "actionText", "actionLink", "actions",  "heroImage"};

bool is_there(const YamlNode* value) { return value != nullptr && !value->is_null(); }

// The first of these keys that has a text, on one line.
std::string text_of(const YamlNode& map, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    const YamlNode* found = map.find(key);
    if (found != nullptr && found->is_scalar() && !kb::trim(found->text).empty())
      return kb::on_one_line(found->text);
  }
  return "";
}

class HomeReader {
 public:
  HomePage run(const YamlNode& map) {
    if (const YamlNode* hero = map.find("hero"); hero != nullptr && hero->is_map()) {
      read_hero(*hero);
    } else if (is_there(map.find("heroText")) || is_there(map.find("tagline"))) {
      read_hero(map);
      list_link(map, {"actionText"}, {"actionLink"}, map.at);
    }
    for_each_item(map.find("features"), [&](const YamlNode& item) { feature(item); });
    if (!home_.lines.empty()) add("", home_.lines.back().number);
    return std::move(home_);
  }

 private:
  void read_hero(const YamlNode& hero) {
    home_.title = text_of(hero, {"heroText", "name", "title"});
    paragraph(hero, "text");
    paragraph(hero, "tagline");
    for_each_item(hero.find("actions"), [&](const YamlNode& item) {
      list_link(item, {"text"}, {"link", "href"}, item.at);
    });
  }

  template <typename Visit>
  static void for_each_item(const YamlNode* list, Visit visit) {
    if (list == nullptr) return;
    for (const YamlNode& item : list->items) {
      if (item.is_map()) visit(item);
    }
  }

  void paragraph(const YamlNode& map, std::string_view key) {
    const std::string text = text_of(map, {key});
    if (text.empty()) return;
    const int line = map.find(key)->at.line;
    add(text, line);
    add("", line);
  }

  void list_link(const YamlNode& map, std::initializer_list<std::string_view> texts,
                 std::initializer_list<std::string_view> links, Position at) {
    const std::string text = text_of(map, texts);
    if (!text.empty()) add("- " + link_words(text, text_of(map, links)), at.line);
  }

  void feature(const YamlNode& item) {
    const std::string title = text_of(item, {"title"});
    const std::string details = text_of(item, {"details", "description"});
    if (title.empty() && details.empty()) return;
    add("- " + strong_link_words(title, text_of(item, {"link"})) +
            (title.empty() || details.empty() ? "" : ": ") + details,
        item.at.line);
  }

  void add(std::string text, int line) { home_.lines.push_back({std::move(text), line, true}); }

  HomePage home_;
};

}  // namespace

HomePage read_home_page(const YamlNode& front_matter) { return HomeReader().run(front_matter); }

bool is_home_page_key(std::string_view key) {
  return std::find(kHomeKeys.begin(), kHomeKeys.end(), key) != kHomeKeys.end();
}

}  // namespace indexer
