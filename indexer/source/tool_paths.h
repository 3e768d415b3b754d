// What other tools leave out of addresses: numbers that only sort, folders that only group.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "indexer/source/article_id.h"

namespace indexer {

// "intro" of "01-intro", "02. intro" and "3_intro"; the name itself where the number says something: a date
// or a version ("2026-05-02-a", "1.2-a").
std::string_view without_order_number(std::string_view name);

// 1 of "01-intro"; nullopt when without_order_number() leaves nothing out.
std::optional<int> order_number(std::string_view name);

// Whether files and folders are sorted by such numbers.
bool has_order_numbers(std::string_view tool);

// The ids of a site's articles, as its tool makes its addresses.
class ToolIds {
 public:
  explicit ToolIds(std::string_view tool) : tool_(tool) {}

  // An article of the site, before any id is asked for. `path`: below its language.
  void add(const std::string& lang, const std::string& path);

  // Each article only once. What another article has, or would have, by its path stays longer, so that none
  // is lost.
  ArticleId id_of(const std::string& lang, const std::string& path);

  // The id that the path alone makes.
  ArticleId plain_id(std::string_view path) const;

 private:
  std::string shown_path(const std::string& lang, std::string_view path) const;

  std::string_view tool_;
  std::set<std::string> taken_;     // LANGUAGE/ID
  std::set<std::string> branches_;  // LANGUAGE/FOLDER with folders in it (Grav)
};

}  // namespace indexer
