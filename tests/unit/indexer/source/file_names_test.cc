#include "indexer/source/file_names.h"

#include <doctest/doctest.h>

using indexer::FileNames;

TEST_CASE("file names: the same but for case and the encoding of accents") {
  const FileNames names({"img/Gr\u00f6\u00dfe.png", "a.md"});
  CHECK(names.same("IMG/gro\u0308\u00dfe.PNG") == "img/Gr\u00f6\u00dfe.png");
  CHECK(names.same("img/a.png").empty());
}

TEST_CASE("file names: the nearest") {
  const FileNames names(
      {"en/set-up/start.md", "de/set-up/start.md", "en/orders/return.md", "en/orders/pay.md"});
  CHECK(names.nearest("en/orders/start.md") == "en/set-up/start.md");
  CHECK(names.nearest("de/start.html") == "de/set-up/start.md");
  CHECK(names.nearest("en/orders/returns.md") == "en/orders/return.md");
  CHECK(names.nearest("en/orders/imprint.md").empty());
  CHECK(names.nearest("fr/x.md").empty());
  CHECK(names.nearest("en/orders/start.png").empty());
  CHECK(names.nearest("en/orders/returns.svg").empty());
}

TEST_CASE("file names: what lies beside a file, by its name") {
  const FileNames names(
      {"a/film.mp4", "a/film.en.vtt", "a/film.jpg", "a/film-2.mp4", "a/films.vtt", "film.de.vtt"});
  CHECK(names.beside("a/film.mp4") == std::vector<std::string>{"a/film.en.vtt", "a/film.jpg"});
  CHECK(names.beside("film.mp4") == std::vector<std::string>{"film.de.vtt"});
  CHECK(names.beside("b/film.mp4").empty());
}

TEST_CASE("file names: what a wiki link names") {
  const FileNames names(
      {"a/b/Page.md", "a/Page.md", "c/Page.md", "c/Only here.mdx", "img/Pic.PNG", "d/e/f/g/h/i/Deep.md"});
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
