#include "searchd/visit/search_trail.h"

#include <doctest/doctest.h>

using namespace searchd;

namespace {

Reply page(const std::string& body, const std::string& article_id = "orders/refund") {
  Reply reply;
  reply.article_id = article_id;
  reply.response.body = make_body(body);
  return reply;
}

std::string handed_on(const std::string& body, const std::string& query) {
  Reply reply = page(body);
  hand_on(reply, query);
  return *reply.response.body;
}

}  // namespace

TEST_CASE("search trail: a result's link has a position and a query") {
  const auto link = result_link(*Params::parse("r=2&q=lost+parcel"));
  REQUIRE(link);
  CHECK(link->rank == 2);
  CHECK(link->query == "lost parcel");
  for (const std::string query : {"", "q=a", "r=2", "r=2&q=", "r=0&q=a", "r=-1&q=a", "r=x&q=a"}) {
    CAPTURE(query);
    CHECK_FALSE(result_link(*Params::parse(query)));
  }
  CHECK(result_link(*Params::parse("r=1&q=" + std::string(1024, 'a'))));
  CHECK_FALSE(result_link(*Params::parse("r=1&q=" + std::string(1025, 'a'))));
}

TEST_CASE("search trail: what was searched before may stand in an address, or is left out") {
  CHECK(from_query(*Params::parse("from=lost+parcel")) == "lost parcel");
  CHECK(from_query(*Params::parse("q=lost")).empty());
  CHECK(from_query(*Params::parse("from=" + std::string(1024, 'a'))).size() == 1024);
  CHECK(from_query(*Params::parse("from=" + std::string(1025, 'a'))).empty());
}

TEST_CASE(
    "search trail: every open field and link of an article's page gets the query, escaped for its place") {
  const std::string field = "<input type=\"hidden\" name=\"from\" disabled>";
  CHECK(handed_on(field + "x" + field, "a&\"b") ==
        "<input type=\"hidden\" name=\"from\" value=\"a&amp;&quot;b\">x"
        "<input type=\"hidden\" name=\"from\" value=\"a&amp;&quot;b\">");
  CHECK(handed_on("<a href=\"/f?id=x\" data-from>Yes</a>", "a&\"b") ==
        "<a href=\"/f?id=x&amp;from=a%26%22b\">Yes</a>");
  CHECK(handed_on("nothing to fill in", "a") == "nothing to fill in");
}

TEST_CASE("search trail: what is put in is not filled in again") {
  const std::string query = "<input type=\"hidden\" name=\"from\" disabled> \" data-from>";
  CHECK(
      handed_on("<input type=\"hidden\" name=\"from\" disabled>", query) ==
      "<input type=\"hidden\" name=\"from\" value=\"&lt;input type=&quot;hidden&quot; name=&quot;from&quot; "
      "disabled&gt; &quot; data-from&gt;\">");
}

TEST_CASE("search trail: other pages are left alone") {
  Reply reply = page("<input type=\"hidden\" name=\"from\" disabled>", "");
  hand_on(reply, "a");
  CHECK(*reply.response.body == "<input type=\"hidden\" name=\"from\" disabled>");
}
