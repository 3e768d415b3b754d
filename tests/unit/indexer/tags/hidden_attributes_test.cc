#include "indexer/tags/hidden_attributes.h"

#include <doctest/doctest.h>

TEST_CASE("hidden attributes: a class hides, a format only where it is that of web pages") {
  CHECK(indexer::hides_text("hidden"));
  CHECK(indexer::hides_text("content-hidden"));
  CHECK(indexer::hides_text("{.python .content-hidden}"));
  CHECK(indexer::hides_text("{.content-hidden}"));
  CHECK(indexer::hides_text("{.content-visible unless-format=\"html\"}"));
  CHECK_FALSE(indexer::hides_text("{.content-hidden when-format=\"pdf\"}"));
  CHECK_FALSE(indexer::hides_text("{.note}"));
  CHECK_FALSE(indexer::hides_text(""));
}
