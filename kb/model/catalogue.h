// What the daemon must know about all articles at once, held in memory: lists, URLs, categories.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kb/model/site.h"

namespace kb {

// kb/model/article.h; not included, since most who show a list of articles need no article.
struct Article;
enum class ArticleType;

// An article without its text. The n-th listed card of a language (from 0) is document n+1 of its databases.
struct Card {
  std::string id;
  std::string lang;
  std::string url;  // path below base_url
  std::string title;
  std::string description;
  std::string category;
  std::vector<std::string> products;  // ids
  ArticleType type{};                 // none
  bool is_folder = false;
  int weight = 0;
  bool featured = false;
  bool unlisted = false;
  std::optional<std::chrono::sys_days> updated;
  std::optional<std::chrono::sys_days> corrected;  // its newest correction
  unsigned first_section = 0;  // document number of its first section in the sections database
  unsigned sections = 0;       // their number; they are consecutive documents

  bool operator==(const Card&) const = default;
};

Card card_of(const Article& article);

// An old path: it leads elsewhere (301), or its page is gone (410, `to` is "").
struct Redirect {
  std::string from;  // path below base_url, or from the site's root for aliases given so
  std::string to;    // path below base_url

  bool operator==(const Redirect&) const = default;
};

// A folder that has an article or a page of its own, in it or below it.
struct CategoryNode {
  std::string id;     // "store/shipping"
  std::string title;  // site.yaml's name, else its folder page's title, else the folder's name made readable
  std::string description;
  std::string icon;
  std::string url;                    // "/en/store/shipping/"
  std::string parent;                 // "" at the top
  const Card* page = nullptr;         // its index.md, if any
  std::vector<std::string> children;  // ids, in order
  std::vector<const Card*> articles;  // directly in it, in order, folder pages left out
  int count = 0;                      // articles in it and below it; 0 when there are folder pages only
};

// What articles are about, beside their category.
struct ProductNode {
  std::string id;
  std::string title;
  std::string description;
  std::string icon;
  int count = 0;  // its articles, folder pages left out
};

// One language's articles. Pointers and views into it live as long as it does; it never changes. Unlisted
// articles are left out of everything, except where it says so.
class Catalogue {
 public:
  // Requires: `cards` is sorted by id, as write_index wrote them.
  Catalogue(const Site& site, std::string lang, std::vector<Card> cards);
  Catalogue(Catalogue&&) = default;
  Catalogue(const Catalogue&) = delete;

  const std::string& lang() const { return lang_; }
  const std::vector<Card>& cards() const { return cards_; }
  const Card* find(std::string_view id) const;            // nullptr when there is none; so for the next
  const Card* find_any(std::string_view id) const;        // also an unlisted one
  unsigned document(std::string_view id) const;           // of the language's databases; 0 when there is none
  unsigned unlisted_document(std::string_view id) const;  // of the database of unlisted articles; 0 for none
  const Card* by_url(std::string_view path) const;        // also an unlisted one
  const CategoryNode* category(std::string_view id) const;
  // Top categories: site.yaml's first in its order, then the others by title.
  const std::vector<std::string>& top_categories() const { return top_; }
  const std::vector<const Card*>& top_articles() const { return top_articles_; }  // in no folder
  // Those with an article in this language, in the site's order.
  const std::vector<ProductNode>& products() const { return products_; }
  const ProductNode* product(std::string_view id) const;

 private:
  std::string lang_;
  std::vector<Card> cards_;
  std::vector<Card> unlisted_;
  std::map<std::string, CategoryNode, std::less<>> categories_;
  std::vector<std::string> top_;
  std::vector<const Card*> top_articles_;
  std::vector<ProductNode> products_;
  std::unordered_map<std::string_view, const Card*> by_url_;
};

}  // namespace kb
