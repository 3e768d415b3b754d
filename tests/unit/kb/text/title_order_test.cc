#include "kb/text/title_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace kb {
namespace {

std::string sorted(const std::string& lang, std::vector<std::string> titles) {
  const TitleOrder order(lang);
  std::sort(titles.begin(), titles.end(),
            [&](const auto& a, const auto& b) { return order.key(a) < order.key(b); });
  std::string out;
  for (const std::string& title : titles) out += title + "|";
  return out;
}

TEST_CASE("title order: numbers by what they are, letters whatever their case and accents") {
  CHECK(sorted("en", {"Step 10", "Step 2", "Step 1"}) == "Step 1|Step 2|Step 10|");
  CHECK(sorted("en", {"Zebra", "apple", "Éclair", "Dough"}) == "apple|Dough|Éclair|Zebra|");
}

TEST_CASE("title order: as the language has it") {
  CHECK(sorted("sv", {"Öl", "Zoo", "Ära"}) == "Zoo|Ära|Öl|");
  CHECK(sorted("de", {"Öl", "Zoo", "Ära"}) == "Ära|Öl|Zoo|");
  CHECK(sorted("xx", {"b", "a"}) == "a|b|");
  CHECK(sorted("", {"b", "a"}) == "a|b|");
}

}  // namespace
}  // namespace kb
