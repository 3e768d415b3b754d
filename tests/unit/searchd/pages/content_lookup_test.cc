#include "searchd/pages/content_lookup.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

using namespace searchd;
using Kind = Found::Kind;

namespace {

struct LookupFixture {
  kb::IndexFixture index;
  std::shared_ptr<const kb::Snapshot> snapshot;

  LookupFixture() {
    index.site.languages = {"en", "de", "pt-BR"};
    index.add("orders/seguir", "Seguir", "Texto", "pt-BR");
    index.add("orders/track", "Track", "text");
    index.add("orders/returns/send", "Send", "text");
    index.add("top", "Top", "text");
    index.add("orders/verfolgen", "Verfolgen", "Text", "de");
    kb::Article& page = index.add("orders", "Orders", "text");
    page.category = "orders";
    page.url = "/en/orders/";
    page.is_folder = true;
    kb::Article& cafe = index.add("orders/caf\xC3\xA9", "Caf\xC3\xA9", "text");
    cafe.url = "/en/orders/caf%C3%A9";
    index.add("orders/hidden", "Hidden", "text").unlisted = true;
    add_hidden_folder("orders/returns");
    add_hidden_folder("secret");
    index.redirects = {{"/en/hidden", "/en/orders/hidden"},
                       {"/en/old", "/en/orders/track"},
                       {"/hc/1", "/en/top"},
                       {"/en/gone", ""},
                       {"/hc/*/articles/7*", "/en/top"},
                       {"/index.php?id=4", "/en/top"}};
    snapshot = index.open();
  }

  void add_hidden_folder(const std::string& id) {
    kb::Article& page = index.add(id, "Hidden folder", "text");
    page.category = id;
    page.url += "/";
    page.is_folder = page.unlisted = true;
  }
};

}  // namespace

TEST_CASE_FIXTURE(LookupFixture, "content lookup: pages under their own address") {
  const auto kind = [&](const char* path) { return look_up(*snapshot, path).kind; };
  CHECK(kind("/en/orders/track") == Kind::article);
  CHECK(kind("/en/orders/caf\xC3\xA9") == Kind::article);
  CHECK(kind("/en/top") == Kind::article);
  CHECK(kind("/en/orders/") == Kind::category);
  CHECK(kind("/en/orders/returns/") == Kind::category);
  CHECK(kind("/de/orders/") == Kind::category);
  CHECK(kind("/en/orders/track.md") == Kind::markdown);
  CHECK(kind("/en/orders.md") == Kind::markdown);
  CHECK(kind("/en/orders/.md") == Kind::markdown);
  CHECK(look_up(*snapshot, "/de/orders/verfolgen").card->title == "Verfolgen");
}

TEST_CASE_FIXTURE(LookupFixture, "content lookup: unlisted articles under their own address") {
  CHECK(look_up(*snapshot, "/en/orders/hidden").card->title == "Hidden");
  CHECK(look_up(*snapshot, "/en/orders/hidden.md").card->title == "Hidden");
  CHECK(look_up(*snapshot, "/en/hidden").to == "/en/orders/hidden");
  CHECK(look_up(*snapshot, "/en/orders/HIDDEN/").to == "/en/orders/hidden");
  CHECK(look_up(*snapshot, "/en/secret/").card->title == "Hidden folder");
  CHECK(look_up(*snapshot, "/en/secret/.md").card->title == "Hidden folder");
  CHECK(look_up(*snapshot, "/en/secret").to == "/en/secret/");
}

TEST_CASE_FIXTURE(LookupFixture,
                  "content lookup: an unlisted page of a folder that lists articles is not shown") {
  const Found found = look_up(*snapshot, "/en/orders/returns/");
  REQUIRE(found.kind == Kind::category);
  CHECK(found.category->page == nullptr);
  CHECK(look_up(*snapshot, "/en/orders/returns.md").kind == Kind::nothing);
  CHECK(look_up(*snapshot, "/en/orders/returns/.md").kind == Kind::nothing);
}

TEST_CASE_FIXTURE(LookupFixture, "content lookup: other spellings and old addresses lead on") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"/en/orders/track/", "/en/orders/track"},
      {"/en/orders/track//", "/en/orders/track"},
      {"/en/orders", "/en/orders/"},
      {"/en/Orders", "/en/orders/"},
      {"/EN/orders/TRACK", "/en/orders/track"},
      {"/pt-br/orders/seguir", "/pt-BR/orders/seguir"},
      {"/PT_BR/Orders/Seguir/", "/pt-BR/orders/seguir"},
      {"/pt-br/", "/pt-BR/"},
      {"/pt-BR", "/pt-BR/"},
      {"/en/orders/CAF\xC3\x89", "/en/orders/caf%C3%A9"},
      {"/en/orders/Track.md", "/en/orders/track.md"},
      {"/en/old", "/en/orders/track"},
      {"/en/OLD/", "/en/orders/track"},
      {"/hc/1", "/en/top"},
      {"/hc/1/", "/en/top"},
      {"/en", "/en/"},
      {"/De", "/de/"}};
  for (const auto& [path, to] : cases) {
    CAPTURE(path);
    const Found found = look_up(*snapshot, path);
    CHECK(found.kind == Kind::moved);
    CHECK(found.to == to);
  }
  CHECK(look_up(*snapshot, "/en/gone").kind == Kind::gone);
}

TEST_CASE_FIXTURE(LookupFixture, "content lookup: anything else is nothing") {
  for (const std::string path : {"", "/", "//", "x", "/xx/orders/track", "/en/missing", "/en/orders/../top",
                                 "/en//top", "/en/.md", "/en/missing.md", "/de/orders/track", "/en/\n"}) {
    CAPTURE(path);
    CHECK(look_up(*snapshot, path).kind == Kind::nothing);
  }
}

TEST_CASE_FIXTURE(LookupFixture, "content lookup: old addresses with a star or a query") {
  CHECK(look_up(*snapshot, "/hc/en-us/articles/7-a").to == "/en/top");
  CHECK(look_up(*snapshot, "/index.php", "x=1&id=4").to == "/en/top");
  CHECK(look_up(*snapshot, "/index.php", "id=5").kind == Kind::nothing);
}

TEST_CASE_FIXTURE(LookupFixture, "content lookup: addresses of other tools") {
  const auto to = [&](const char* path) { return look_up(*snapshot, path).to; };
  CHECK(to("/orders/track") == "/en/orders/track");
  CHECK(to("/orders/track/") == "/en/orders/track");
  CHECK(to("/Orders/Track.html") == "/en/orders/track");
  CHECK(to("/orders/track/index.html") == "/en/orders/track");
  CHECK(to("/en/orders/track.html") == "/en/orders/track");
  CHECK(to("/de/orders/verfolgen.htm") == "/de/orders/verfolgen");
  CHECK(to("/orders/") == "/en/orders/");
  CHECK(to("/orders/index.html") == "/en/orders/");
  CHECK(to("/old.html") == "/en/orders/track");
  CHECK(to("/orders/track.md") == "/en/orders/track.md");
  CHECK(to("/hc/1") == "/en/top");  // what is a redirect stays one
  for (const char* path :
       {"/orders/verfolgen", "/.html", "/index.html", "/fr/orders/track", "orders/track", ""})
    CHECK(look_up(*snapshot, path).kind == Kind::nothing);
}
