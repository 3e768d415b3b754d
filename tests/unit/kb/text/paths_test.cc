#include "kb/text/paths.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

TEST_CASE("paths: the folder of a path") {
  CHECK(parent_of("store/shipping/late") == "store/shipping");
  CHECK(parent_of("store") == "");
  CHECK(parent_of("") == "");
}

TEST_CASE("paths: the last part reads as a title") {
  CHECK(title_from_path("store-support/payment-methods") == "Payment methods");
  CHECK(title_from_path("en/orders/track_my-order.md") == "Track my order");
  CHECK(title_from_path("Returns.v2.md") == "Returns.v2");
  CHECK(title_from_path("en/überblick.md") == "überblick");
  CHECK(title_from_path("") == "");
}

}  // namespace
}  // namespace kb
