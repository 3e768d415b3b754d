#include "searchd/guard/kept_texts.h"

#include <doctest/doctest.h>

namespace searchd {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};

TEST_CASE("kept texts: a text is found by its name for an hour") {
  KeptTexts texts;
  const std::string name = texts.keep("why", kNow);
  CHECK(name.size() == 32);
  CHECK(texts.find(name, kNow) == "why");
  CHECK(texts.find(name, kNow + 1h) == "why");
  CHECK(texts.find(name, kNow + 1h + 1s) == "");
  CHECK(texts.find("", kNow) == "");
  CHECK(texts.find("1", kNow) == "");
  CHECK(texts.keep("why", kNow) != name);
}

TEST_CASE("kept texts: the oldest go when there are too many") {
  KeptTexts texts(2);
  const std::string first = texts.keep("one", kNow);
  const std::string second = texts.keep("two", kNow);
  const std::string third = texts.keep("three", kNow);
  CHECK(texts.find(first, kNow) == "");
  CHECK(texts.find(second, kNow) == "two");
  CHECK(texts.find(third, kNow) == "three");
}

}  // namespace
}  // namespace searchd
