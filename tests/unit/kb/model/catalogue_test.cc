#include "kb/model/catalogue.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

using Strings = std::vector<std::string>;

// Cards as write_index writes them: sorted by id.
class Shelf {
 public:
  Site site;

  Card& add(const std::string& id, const std::string& title) {
    return cards_.emplace_back(card_of(make_article(id, title, "")));
  }

  Card& add_folder(const std::string& id, const std::string& title) {
    Card& card = add(id, title);
    card.category = id;
    card.is_folder = true;
    card.url += "/";
    return card;
  }

  Catalogue catalogue() const {
    std::vector<Card> sorted = cards_;
    std::sort(sorted.begin(), sorted.end(), [](const Card& a, const Card& b) { return a.id < b.id; });
    return {site, "en", sorted};
  }

 private:
  std::vector<Card> cards_;
};

Strings ids(const std::vector<const Card*>& cards) {
  Strings names;
  for (const Card* card : cards) names.push_back(card->id);
  return names;
}

TEST_CASE("catalogue: a card has everything of its article but the text") {
  Article article = make_article("orders/track", "Track", "Long text");
  article.description = "Where it is";
  article.type = ArticleType::howto;
  article.is_folder = true;
  article.weight = 7;
  article.featured = true;
  article.unlisted = true;
  article.updated = std::chrono::sys_days{std::chrono::days{20000}};
  article.corrections = {{std::chrono::sys_days{std::chrono::days{20001}}, "b"},
                         {std::chrono::sys_days{std::chrono::days{19000}}, "a"}};
  Card expected;
  expected.id = "orders/track";
  expected.lang = "en";
  expected.url = "/en/orders/track";
  expected.title = "Track";
  expected.description = "Where it is";
  expected.category = "orders";
  expected.type = ArticleType::howto;
  expected.is_folder = true;
  expected.weight = 7;
  expected.featured = true;
  expected.unlisted = true;
  expected.corrected = std::chrono::sys_days{std::chrono::days{20001}};
  expected.updated = article.updated;
  CHECK(card_of(article) == expected);
}

TEST_CASE_FIXTURE(Shelf, "catalogue: articles are found by id and by URL, and by nothing else") {
  add("b", "B");
  add("a", "A");
  add("a/c", "C").url = "/en/a/renamed";
  const Catalogue all = catalogue();
  CHECK(all.lang() == "en");
  REQUIRE(all.find("a/c"));
  CHECK(all.find("a/c")->title == "C");
  CHECK(&all.cards()[all.document("a/c") - 1] == all.find("a/c"));
  CHECK(all.document("c") == 0);
  CHECK(all.by_url("/en/a/renamed") == all.find("a/c"));
  for (const std::string_view id : {"", "c", "a/", "A", "aa"}) CHECK(all.find(id) == nullptr);
  for (const std::string_view url : {"", "/en/a/c", "/en/a/"}) CHECK(all.by_url(url) == nullptr);
  CHECK(Catalogue(site, "en", {}).find("a") == nullptr);
}

TEST_CASE_FIXTURE(Shelf, "catalogue: an unlisted article is found by its address and when it is asked for") {
  add("orders/a", "A").unlisted = true;
  add("orders/b", "B");
  add("orders/c", "C").unlisted = true;
  add("orders/d", "D");
  const Catalogue all = catalogue();
  const Card* hidden = all.find_any("orders/c");
  REQUIRE(hidden);
  CHECK(hidden->title == "C");
  CHECK(all.by_url("/en/orders/c") == hidden);
  CHECK(all.find("orders/c") == nullptr);
  CHECK(all.find_any("orders/d") == all.find("orders/d"));
  CHECK(all.find_any("orders/e") == nullptr);
  // Each kind has its own documents, without gaps.
  CHECK(all.document("orders/b") == 1);
  CHECK(all.document("orders/d") == 2);
  CHECK(all.document("orders/c") == 0);
  CHECK(all.unlisted_document("orders/a") == 1);
  CHECK(all.unlisted_document("orders/c") == 2);
  CHECK(all.unlisted_document("orders/d") == 0);
}

TEST_CASE_FIXTURE(Shelf, "catalogue: an unlisted article is in no list, and alone makes no category") {
  add("top", "Top").unlisted = true;
  add("orders/a", "A").unlisted = true;
  add("orders/b", "B");
  add_folder("orders", "Secret orders").unlisted = true;
  add_folder("secret", "Secret").unlisted = true;
  add("secret/x", "X").unlisted = true;
  const Catalogue all = catalogue();
  CHECK(all.cards().size() == 1);
  CHECK(all.top_articles().empty());
  CHECK(all.top_categories() == Strings{"orders"});
  CHECK(all.category("secret") == nullptr);
  const CategoryNode* orders = all.category("orders");
  REQUIRE(orders);
  CHECK(ids(orders->articles) == Strings{"orders/b"});
  CHECK(orders->count == 1);
  CHECK(orders->page == nullptr);
  CHECK(orders->title == "Orders");
}

TEST_CASE_FIXTURE(Shelf, "catalogue: pointers stay good when it is moved") {
  add("orders/track", "Track");
  Catalogue first = catalogue();
  const Card* card = first.find("orders/track");
  const Catalogue second = std::move(first);
  CHECK(second.find("orders/track") == card);
  CHECK(second.by_url("/en/orders/track") == card);
  CHECK(second.category("orders")->articles == std::vector<const Card*>{card});
}

TEST_CASE_FIXTURE(Shelf, "catalogue: articles are ordered by weight, then title, then id") {
  add("orders/a", "Zebra").weight = -1;
  add("orders/d", "Same");
  add("orders/c", "Same");
  add("orders/b", "Apple").weight = 3;
  add("y", "Top");
  add("x", "Top").weight = 1;
  const Catalogue all = catalogue();
  CHECK(ids(all.category("orders")->articles) == Strings{"orders/a", "orders/c", "orders/d", "orders/b"});
  CHECK(ids(all.top_articles()) == Strings{"y", "x"});
}

TEST_CASE_FIXTURE(Shelf, "catalogue: a nested folder makes the ones above it and counts in each") {
  add("store/shipping/abroad/customs", "Customs");
  add("store/shipping/rates", "Rates");
  add_folder("store", "The store");
  const Catalogue all = catalogue();
  const CategoryNode* store = all.category("store");
  const CategoryNode* shipping = all.category("store/shipping");
  const CategoryNode* abroad = all.category("store/shipping/abroad");
  REQUIRE((store && shipping && abroad));
  CHECK(all.top_categories() == Strings{"store"});
  CHECK(store->children == Strings{"store/shipping"});
  CHECK(shipping->children == Strings{"store/shipping/abroad"});
  CHECK(store->parent.empty());
  CHECK(abroad->parent == "store/shipping");
  CHECK(store->count == 2);
  CHECK(shipping->count == 2);
  CHECK(abroad->count == 1);
  CHECK(store->articles.empty());
  CHECK(ids(shipping->articles) == Strings{"store/shipping/rates"});
  CHECK(abroad->url == "/en/store/shipping/abroad/");
  CHECK(all.category("shipping") == nullptr);
}

TEST_CASE_FIXTURE(Shelf, "catalogue: a folder's page names it and is not one of its articles") {
  add("orders/track", "Track");
  Card& page = add_folder("orders", "All about orders");
  page.description = "Buying and waiting";
  add_folder("", "Welcome");
  const Catalogue all = catalogue();
  const CategoryNode* orders = all.category("orders");
  REQUIRE(orders);
  CHECK(orders->page == all.find("orders"));
  CHECK(orders->title == "All about orders");
  CHECK(orders->description == "Buying and waiting");
  CHECK(orders->count == 1);
  CHECK(all.top_articles().empty());
}

TEST_CASE_FIXTURE(
    Shelf, "catalogue: a category's name is site.yaml's, else its page's, else its folder's made readable") {
  site.languages = {"de", "en"};
  site.categories = {{"named", {{"en", "Named"}, {"de", "Benannt"}}, {{"de", "Nur deutsch"}}, "box"},
                     {"unnamed", {}, {}, "star"}};
  add("named/a", "A");
  add_folder("named", "Page");
  add("unnamed/a", "A");
  add("store-support/payment-methods/a", "A");
  add_folder("store-support/blank", "");
  const Catalogue all = catalogue();
  CHECK(all.category("named")->title == "Named");
  CHECK(all.category("named")->description == "Nur deutsch");
  CHECK(all.category("named")->icon == "box");
  CHECK(all.category("unnamed")->title == "Unnamed");
  CHECK(all.category("unnamed")->icon == "star");
  CHECK(all.category("store-support/payment-methods")->title == "Payment methods");
  CHECK(all.category("store-support/blank")->title == "Blank");
}

TEST_CASE_FIXTURE(
    Shelf, "catalogue: categories are in site.yaml's order, then by weight of their pages, then by title") {
  site.categories = {
      {"zoo", {}, {}, ""}, {"middle/second", {}, {}, ""}, {"account", {}, {}, ""}, {"empty", {}, {}, ""}};
  for (const char* id : {"account", "beta", "alpha", "heavy", "middle/first", "middle/second", "zoo"}) {
    add(std::string(id) + "/a", "A");
  }
  add_folder("heavy", "A heavy one").weight = 5;
  const Catalogue all = catalogue();
  CHECK(all.top_categories() == Strings{"zoo", "account", "alpha", "beta", "middle", "heavy"});
  CHECK(all.category("middle")->children == Strings{"middle/second", "middle/first"});
}

TEST_CASE_FIXTURE(Shelf, "catalogue: a folder of its page alone is a category too") {
  add_folder("legal", "Legal");
  const Catalogue all = catalogue();
  REQUIRE(all.category("legal"));
  CHECK(all.category("legal")->count == 0);
  CHECK(all.top_categories() == Strings{"legal"});
}

TEST_CASE_FIXTURE(Shelf, "catalogue: a category's URL is percent-encoded") {
  add("größen und maße/a", "A");
  CHECK(catalogue().category("größen und maße")->url == "/en/gr%C3%B6%C3%9Fen%20und%20ma%C3%9Fe/");
}

}  // namespace
}  // namespace kb
