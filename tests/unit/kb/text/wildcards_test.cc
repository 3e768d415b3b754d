#include "kb/text/wildcards.h"

#include <doctest/doctest.h>

#include <string>

using kb::matches_wildcards;

TEST_CASE("wildcards: a star stands for any characters or none, a question mark for one") {
  CHECK(matches_wildcards("", ""));
  CHECK(matches_wildcards("*", ""));
  CHECK(matches_wildcards("a*c", "ac"));
  CHECK(matches_wildcards("a*c", "abcbc"));
  CHECK(matches_wildcards("*.md", "guide/x.md"));
  CHECK(matches_wildcards("a?c", "abc"));
  CHECK_FALSE(matches_wildcards("", "a"));
  CHECK_FALSE(matches_wildcards("a?c", "ac"));
  CHECK_FALSE(matches_wildcards("a*c", "abcd"));
  CHECK_FALSE(matches_wildcards("a", "A"));
}

TEST_CASE("wildcards: many stars take no longer than few") {
  std::string pattern;
  for (int i = 0; i < 300; ++i) pattern += "a*";
  CHECK_FALSE(matches_wildcards(pattern + "b", std::string(5000, 'a')));
}
