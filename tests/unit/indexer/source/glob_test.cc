#include "indexer/source/glob.h"

#include <doctest/doctest.h>

#include <string>

using indexer::matches_glob;

TEST_CASE("glob: what matches and what does not") {
  const struct {
    std::string_view pattern;
    std::string_view path;
    bool matches;
  } cases[] = {
      {"drafts/**", "drafts/a.md", true},
      {"drafts/**", "drafts/x/y/a.md", true},
      {"drafts/**", "en/drafts/a.md", false},
      {"**/drafts/**", "en/drafts/a.md", true},
      {"**/drafts/**", "drafts/a.md", true},
      {"drafts", "drafts/a.md", true},
      {"drafts", "en/drafts/a.md", true},
      {"/drafts", "en/drafts/a.md", false},
      {"*.tmp.md", "en/a.tmp.md", true},
      {"en/*.md", "en/a.md", true},
      {"en/*.md", "en/x/a.md", false},
      {"en/?.md", "en/a.md", true},
      {"en/?.md", "en/ab.md", false},
      {"a*b*c", "xaxbxc", false},
      {"a*b*c", "a1b2c", true},
      {"", "a", false},
      {"en/**/a.md", "en/a.md", true},
      {"en/**/a.md", "en/x/y/a.md", true},
  };
  for (const auto& [pattern, path, expected] : cases) {
    CAPTURE(pattern);
    CAPTURE(path);
    CHECK(matches_glob(pattern, path) == expected);
  }
}

TEST_CASE("glob: many stars do not take for ever") {
  std::string stars;
  for (int i = 0; i < 200; ++i) stars += "*a";
  CHECK_FALSE(matches_glob(stars + "b", std::string(5000, 'a')));
  std::string folders;
  for (int i = 0; i < 200; ++i) folders += "**/a/";
  std::string path;
  for (int i = 0; i < 300; ++i) path += "a/";
  CHECK_FALSE(matches_glob(folders + "b", path));
}

TEST_CASE("glob: whole paths") {
  CHECK(indexer::matches_whole_path("*.md", "a.md"));
  CHECK_FALSE(indexer::matches_whole_path("*.md", "b/a.md"));
  CHECK_FALSE(indexer::matches_whole_path("*", "b/a.md"));
  CHECK(indexer::matches_whole_path("b/**", "b/c/a.md"));
  CHECK(indexer::matches_whole_path("**/*.md", "a.md"));
  CHECK_FALSE(indexer::matches_whole_path("", "a.md"));
}

TEST_CASE("glob: braces stand for several patterns") {
  CHECK(indexer::without_braces("a.md") == std::vector<std::string>{"a.md"});
  CHECK(indexer::without_braces("{a,b}/*.{md,yml}") ==
        std::vector<std::string>{"a/*.md", "a/*.yml", "b/*.md", "b/*.yml"});
  CHECK(indexer::without_braces("a{b") == std::vector<std::string>{"a{b"});
  CHECK(indexer::without_braces("{a,}x") == std::vector<std::string>{"ax", "x"});
  std::string many;
  for (int i = 0; i < 40; ++i) many += "{a,b}";
  CHECK(indexer::without_braces(many).size() <= 66);
}
