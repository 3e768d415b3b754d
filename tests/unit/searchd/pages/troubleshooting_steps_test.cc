#include "searchd/pages/troubleshooting_steps.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace searchd;

namespace {

using Headings = std::vector<std::pair<int, std::string>>;
using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

Ranges steps(const Headings& headings, kb::ArticleType type = kb::ArticleType::troubleshooting) {
  kb::Article article;
  article.type = type;
  article.sections.emplace_back();
  for (const auto& [level, heading] : headings) {
    article.sections.emplace_back();
    article.sections.back().level = level;
    article.sections.back().heading = heading;
  }
  Ranges ranges;
  for (const Step& step : steps_of(article)) ranges.emplace_back(step.begin, step.end);
  return ranges;
}

}  // namespace

TEST_CASE("troubleshooting steps: headings that count, up to the next of their level") {
  CHECK(steps({{2, "Before"},
               {2, "Step 1: Look"},
               {3, "On iOS"},
               {3, "On Android"},
               {2, "Step 2: Pull"},
               {2, "If nothing helped"}}) == Ranges{{2, 5}, {5, 6}});
  CHECK(steps({{3, "1. Look"}, {3, "2. Pull"}, {2, "More"}}) == Ranges{{1, 2}, {2, 3}});
}

TEST_CASE("troubleshooting steps: in other languages and with other marks") {
  for (const char* heading :
       {"Schritt 1: Los", "Paso 1: Mira", "\xC3\x89tape 1 : Regarder", "\xC3\x89tape 1\xC2\xA0: Regarder",
        "1) Look", "1. Look", "\xD8\xAE\xD8\xB7\xD9\x88\xD8\xA9 1: x"}) {
    CAPTURE(heading);
    CHECK(steps({{2, heading}}).size() == 1);
  }
}

TEST_CASE("troubleshooting steps: a number alone makes no step") {
  for (const char* heading :
       {"", "1", "Error 1", "Step 1", "Step 1.2: Look", "Version 1.0 is out", "E1: too hot",
        "The first step 1: Look", "Step 2: Pull", "Step 99999999999999999999: Far", ": 1"}) {
    CAPTURE(heading);
    CHECK(steps({{2, heading}}).empty());
  }
  CHECK(steps({{2, "Step 1: Look"}, {3, "2. Deeper"}, {2, "Step 3: Skipped"}}) == Ranges{{1, 3}});
}

TEST_CASE("troubleshooting steps: only where the writer says that it is troubleshooting") {
  CHECK(steps({{2, "Step 1: Look"}}, kb::ArticleType::howto).empty());
}
