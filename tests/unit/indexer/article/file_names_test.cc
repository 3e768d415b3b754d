#include "indexer/article/file_names.h"

#include <doctest/doctest.h>

TEST_CASE("A file is found by its name, the nearest one first") {
  indexer::FileNames names;
  for (const char* path :
       {"a/b/Page.md", "a/Page.md", "c/Page.md", "c/Only here.mdx", "img/Pic.PNG", "d/e/f/g/h/i/Deep.md"})
    names.add(path);
  CHECK(names.find("Page", "a/b") == "a/b/Page.md");
  CHECK(names.find("page.md", "a/x") == "a/Page.md");
  CHECK(names.find("Page", "x") == "a/Page.md");
  CHECK(names.find("c/page", "a/b") == "c/Page.md");
  CHECK(names.find("../Page", "a/b") == "a/Page.md");
  CHECK(names.find("/c/Page", "a") == "c/Page.md");
  CHECK(names.find("only HERE", "a") == "c/Only here.mdx");
  CHECK(names.find("pic.png", "a/b") == "img/Pic.PNG");
  CHECK(names.find("deep", "") == "d/e/f/g/h/i/Deep.md");
  CHECK(names.find("d/e/f/g/h/i/Deep", "a") == "d/e/f/g/h/i/Deep.md");
  CHECK_FALSE(names.find("Pag", "a"));
  CHECK_FALSE(names.find("/Page", "a"));
  CHECK_FALSE(names.find("", "a"));
}
