#include "indexer/templates/liquid_condition.h"

#include <doctest/doctest.h>

namespace {

std::optional<std::string> value(std::string_view name) {
  if (name == "page.beta") return "false";
  if (name == "page.plan") return "Pro";
  if (name == "site.internal") return "true";
  return std::nullopt;
}

}  // namespace

TEST_CASE("Liquid's conditions: plain data decides, and the rest is not known") {
  using indexer::Truth;
  struct Case {
    std::string_view condition;
    Truth truth;
  };
  for (const auto& [condition, truth] : {
           Case{"false", Truth::no},
           Case{"nil", Truth::no},
           Case{"true", Truth::yes},
           Case{"False", Truth::no},
           Case{"0", Truth::yes},
           Case{"'false'", Truth::yes},
           Case{"\"a and b\" == 'a and b'", Truth::yes},
           Case{"page.beta", Truth::no},
           Case{"page.beta == false", Truth::yes},
           Case{"page.beta != true", Truth::yes},
           Case{"page.plan", Truth::yes},
           Case{"page.plan == 'Pro'", Truth::yes},
           Case{"page.plan != \"Pro\"", Truth::no},
           Case{"not page.beta", Truth::yes},
           Case{"page.other", Truth::unknown},
           Case{"page.other == 'x'", Truth::unknown},
           Case{"page.size > 3", Truth::unknown},
           Case{"page.other and false", Truth::no},
           Case{"page.other or true", Truth::yes},
           Case{"page.other or false", Truth::unknown},
           Case{"page.other and true", Truth::unknown},
           Case{"true and true and false", Truth::no},
           Case{"jekyll.environment == \"production\"", Truth::yes},
           Case{"jekyll.environment == 'development'", Truth::no},
           Case{"jekyll.environment != 'production'", Truth::no},
           Case{"visitor.claims.pro && x", Truth::no},
           Case{"site.show_drafts", Truth::no},
           Case{"page.audience == 'internal'", Truth::no},
           Case{"page.audience != 'internal'", Truth::yes},
           Case{"site.internal", Truth::yes},
           Case{"", Truth::unknown},
           Case{"==", Truth::unknown},
       }) {
    CAPTURE(condition);
    CHECK(indexer::liquid_truth(condition, value) == truth);
  }
}
