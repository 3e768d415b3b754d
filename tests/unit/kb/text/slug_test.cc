#include "kb/text/slug.h"

#include <doctest/doctest.h>

TEST_CASE("A heading's address is made as GitHub makes it") {
  CHECK(kb::heading_slug("What's new?") == "whats-new");
  CHECK(kb::heading_slug(" :rocket: Größe_2 ") == "rocket-größe_2");
}
