#include "searchd/page_cache.h"

#include <doctest/doctest.h>

using namespace searchd;

namespace {

Reply reply_of(std::size_t bytes) {
  Reply reply;
  reply.response.body = make_body(std::string(bytes, 'x'));
  return reply;
}

}  // namespace

TEST_CASE("page cache: gives back what was stored") {
  PageCache cache(1 << 20);
  Reply reply = reply_of(10);
  reply.article_id = "a";
  cache.store("key", reply);
  REQUIRE(cache.find("key"));
  CHECK(cache.find("key")->article_id == "a");
  CHECK(cache.find("key")->response.body == reply.response.body);
  CHECK_FALSE(cache.find("other"));
}

TEST_CASE("page cache: never over its bound, the least recently used go first") {
  PageCache cache(100'000);
  for (int i = 0; i < 100; ++i) {
    cache.store(std::to_string(i), reply_of(5'000));
    cache.find("0");  // stays in use
    CHECK(cache.bytes() <= 100'000);
  }
  CHECK(cache.find("0"));
  CHECK_FALSE(cache.find("1"));
  CHECK(cache.find("99"));
}

TEST_CASE("page cache: one huge answer does not push out all others") {
  PageCache cache(100'000);
  cache.store("small", reply_of(100));
  cache.store("huge", reply_of(50'000));
  CHECK_FALSE(cache.find("huge"));
  CHECK(cache.find("small"));
}
