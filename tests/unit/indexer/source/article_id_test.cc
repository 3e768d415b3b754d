#include "indexer/source/article_id.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("article id: the path in lower case with dashes") {
  const struct {
    std::string_view path;
    std::string_view id;
    std::string_view category;
  } cases[] = {
      {"Store Support/Shipping/About-the-delivery-process.md",
       "store-support/shipping/about-the-delivery-process", "store-support/shipping"},
      {"top.md", "top", ""},
      {"a/What's new?! (2026).md", "a/what-s-new-2026", "a"},
      {"a/v1.2.3.md", "a/v1-2-3", "a"},
      {"Größe/Übersicht.md", "größe/übersicht", "größe"},
      {"a/Cafe\u0301.md", "a/café", "a"},
      {"हिन्दी/मदद.md", "हिन्दी/मदद", "हिन्दी"},
      {"a/!!!.md", "a/-", "a"},
  };
  for (const auto& [path, id, category] : cases) {
    CAPTURE(path);
    CHECK(id_from_path(path).id == id);
    CHECK(id_from_path(path).category == category);
    CHECK_FALSE(id_from_path(path).is_folder);
  }
}

TEST_CASE("article id: index and README are their folder's page, except at the top") {
  for (const std::string_view name : {"index.md", "_index.md", "README.md", "Readme.md"}) {
    CAPTURE(name);
    const ArticleId id = id_from_path("Store/Shipping/" + std::string(name));
    CHECK(id.is_folder);
    CHECK(id.id == "store/shipping");
    CHECK(id.category == "store/shipping");
  }
  CHECK(id_from_path("README.md").id == "readme");
  CHECK_FALSE(id_from_path("README.md").is_folder);
}

TEST_CASE("article url: language, id or slug, percent-encoded") {
  CHECK(article_url("en", id_from_path("orders/track.md"), "") == "/en/orders/track");
  CHECK(article_url("de", id_from_path("orders/track.md"), "Sendung verfolgen") ==
        "/de/orders/sendung-verfolgen");
  CHECK(article_url("de", id_from_path("größe.md"), "") == "/de/gr%C3%B6%C3%9Fe");
  CHECK(article_url("en", id_from_path("orders/index.md"), "ignored") == "/en/orders/");
  CHECK(category_url("en", "") == "/en/");
}
