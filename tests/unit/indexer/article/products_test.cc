#include "indexer/article/products.h"

#include <doctest/doctest.h>

#include "indexer/findings/finding_list.h"

namespace indexer {
namespace {

using Ids = std::vector<std::string>;

Page page(const char* lang, Ids products) {
  Page made;
  made.file.path = std::string(lang) + "/a.md";
  made.lang = lang;
  made.meta.products = std::move(products);
  made.meta.products_at = {3, 12};
  return made;
}

TEST_CASE("products: without a list in site.yaml all that articles name are products") {
  std::vector<Page> pages{page("en", {"Heron Mini", "owl", "heron mini"}), page("de", {"Owl"}),
                          page("en", {"Secret"})};
  pages[2].visibility = Visibility::draft;
  kb::Site site;
  CHECK(name_products(pages, RuleSet(false), site).empty());
  CHECK(pages[0].meta.products == Ids{"heron-mini", "owl"});
  REQUIRE(site.products.size() == 2);
  CHECK(site.products[0].id == "heron-mini");
  CHECK(site.products[0].name == kb::LocalText{{"en", "Heron Mini"}});
  CHECK(site.products[1].name == kb::LocalText{{"de", "Owl"}, {"en", "owl"}});
}

TEST_CASE("products: those of site.yaml go by their ids and names, others are findings") {
  std::vector<Page> pages{page("en", {"OWL", "Eule", "heron", "Herron"})};
  kb::Site site;
  site.products = {{"owl", {{"en", "Owl"}, {"de", "Eule"}}, {}, ""}, {"heron", {}, {}, ""}};
  const std::vector<Finding> findings = name_products(pages, RuleSet(true), site);
  CHECK(pages[0].meta.products == Ids{"owl", "heron"});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "unknown-product");
  CHECK(findings[0].at.line == 3);
  CHECK(findings[0].message == "site.yaml has no product 'Herron'; did you mean 'heron'?");
  CHECK(site.products.size() == 2);
}

TEST_CASE("products: an article that does not say what its product is called is found by it") {
  std::vector<Page> pages{page("en", {"owl"}), page("de", {"owl"}), page("en", {"owl"})};
  pages[0].file.text = "Hold the button.";
  pages[1].meta.title = "Die EULE koppeln";
  pages[2].file.text = "---\nproducts: [night owl]\n---\nThe Owl is small.";
  pages[2].meta.body_offset = pages[2].file.text.find("The");
  kb::Site site;
  site.products = {{"owl", {{"en", "Night owl"}, {"de", "Eule"}}, {}, ""}};
  name_products(pages, RuleSet(true), site);
  CHECK(pages[0].meta.keywords == Ids{"Night owl"});
  CHECK(pages[1].meta.keywords.empty());
  CHECK(pages[2].meta.keywords == Ids{"Night owl"});
}

}  // namespace
}  // namespace indexer
