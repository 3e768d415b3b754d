#include "kb/search/search.h"
#include "kb/model/article.h"

#include <doctest/doctest.h>

#include "kb/query/limits.h"
#include "kb/search/marked_html.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

std::string joined(const std::vector<const Card*>& cards) {
  std::string all;
  for (const Card* card : cards) all += (all.empty() ? "" : " ") + card->id;
  return all;
}

std::string shown(const std::vector<FacetCount>& facets) {
  std::string all;
  for (const auto& [category, count] : facets) {
    all += (all.empty() ? "" : " ") + category + ":" + std::to_string(count);
  }
  return all;
}

TEST_CASE_FIXTURE(SearchFixture, "search: an article is found once, at its best section") {
  Article& article = add("orders/parcel", "Parcels", "All about a parcel");
  article.updated = std::chrono::sys_days{std::chrono::year{2026} / 3 / 1};
  article.sections.push_back(make_section("late", "Late parcel", "When the parcel is late, wait"));
  article.sections.push_back(make_section("lost", "Lost parcel", "When the parcel is lost, write to us"));
  const SearchResult result = find("parcel lost");
  REQUIRE(result.hits.size() == 1);
  const Hit& hit = result.hits[0];
  CHECK(hit.id == "orders/parcel");
  CHECK(hit.title == "Parcels");
  CHECK(hit.heading == "Lost parcel");
  CHECK(hit.anchor == "lost");
  CHECK(hit.url == "/en/orders/parcel#lost");
  CHECK(hit.category == "orders");
  CHECK(hit.updated == article.updated);
  CHECK(hit.score > 0);
  CHECK(result.total == 1);
}

TEST_CASE_FIXTURE(SearchFixture, "search: the snippet is of the best section, with the words found marked") {
  Article& article = add("a", "Parcels", "All about it");
  article.sections.push_back(make_section("lost", "Lost", "When the parcel is missing, write"));
  const SearchResult result = find("mising parcel ");
  REQUIRE(result.hits.size() == 1);
  std::string text;
  std::string marked;
  for (const auto& [part, match] : result.hits[0].snippet) {
    text += part;
    if (match) marked += part + ";";
  }
  CHECK(text == "When the parcel is missing, write");
  CHECK(marked == "parcel;missing;");
}

TEST_CASE_FIXTURE(SearchFixture, "search: found by its title alone, an article is linked at its beginning") {
  add("a", "Refunds", "").description = "How you are paid";
  const SearchResult result = find("refunds");
  REQUIRE(result.hits.size() == 1);
  CHECK(result.hits[0].url == "/en/a");
  CHECK(result.hits[0].anchor == "");
  REQUIRE_FALSE(result.hits[0].snippet.empty());
  CHECK(result.hits[0].snippet[0].text == "How you are paid");
}

TEST_CASE_FIXTURE(SearchFixture, "search: pages cut one ranking into parts") {
  for (const char* id : {"a", "b", "c", "d", "e"}) add(id, "Refund", "the same");
  struct Example {
    int offset;
    int limit;
    std::string_view found;
  };
  for (const auto& [offset, limit, found] : {
           Example{0, 10, "a b c d e"},
           Example{0, 2, "a b"},
           Example{2, 2, "c d"},
           Example{4, 2, "e"},
           Example{5, 2, ""},
           Example{kMaxOffset, kMaxLimit, ""},
           Example{0, 0, ""},
       }) {
    CAPTURE(offset);
    CAPTURE(limit);
    SearchQuery query = query_for("refund ");
    query.offset = offset;
    query.limit = limit;
    const SearchResult result = search(snapshot(), query);
    CHECK(ids_of(result) == found);
    CHECK(result.total == 5);
    CHECK_FALSE(result.total_is_minimum);
  }
}

TEST_CASE_FIXTURE(SearchFixture, "search: facets count all that was found by top category, most first") {
  for (const char* id : {"store/a", "store/pay/b", "store/c", "orders/d", "account/e", "top"}) {
    add(id, "Refund", "the same");
  }
  SearchQuery query = query_for("refund ");
  query.limit = 1;
  CHECK(shown(search(snapshot(), query).facets.categories) == "store:3 account:1 orders:1");
  CHECK(shown(find("qqq ").facets.categories) == "");
}

TEST_CASE_FIXTURE(SearchFixture, "search: a category leaves out everything outside") {
  for (const char* id : {"store/a", "store/pay/b", "orders/d", "top"}) add(id, "Refund", "the same");
  SearchQuery query = query_for("refund ");
  query.filter.category = "store";
  SearchResult result = search(snapshot(), query);
  CHECK(ids_of(result) == "store/a store/pay/b");
  CHECK(result.total == 2);
  CHECK(shown(result.facets.categories) == "store:2 orders:1");
  query.filter.category = "nowhere";
  CHECK(search(snapshot(), query).total == 0);
}

TEST_CASE_FIXTURE(SearchFixture, "search: filters combine, and a facet counts without its own") {
  const auto about = [&](const char* id, std::vector<std::string> products, ArticleType type) {
    Article& article = add(id, "Refund", "the same");
    article.products = std::move(products);
    article.type = type;
  };
  about("store/a", {"heron", "finch"}, ArticleType::faq);
  about("store/b", {"heron"}, ArticleType::howto);
  about("orders/c", {"finch"}, ArticleType::known_issue);
  about("orders/d", {}, ArticleType::none);
  SearchQuery query = query_for("refund ");
  SearchResult result = search(snapshot(), query);
  CHECK(shown(result.facets.products) == "finch:2 heron:2");
  CHECK(shown(result.facets.types) == "faq:1 howto:1 known-issue:1");
  REQUIRE(ids_of(result) == "orders/c orders/d store/a store/b");
  CHECK(result.hits[2].products == std::vector<std::string>{"heron", "finch"});
  CHECK(result.hits[2].type == "faq");
  SUBCASE("one") {
    query.filter.product = "heron";
    result = search(snapshot(), query);
    CHECK(ids_of(result) == "store/a store/b");
    CHECK(shown(result.facets.products) == "finch:2 heron:2");
    CHECK(shown(result.facets.categories) == "store:2");
    CHECK(shown(result.facets.types) == "faq:1 howto:1");
  }
  SUBCASE("several") {
    query.filter = {"orders", "finch", "known-issue"};
    result = search(snapshot(), query);
    CHECK(ids_of(result) == "orders/c");
    CHECK(shown(result.facets.products) == "finch:1");
    query.filter.product = "heron";
    result = search(snapshot(), query);
    CHECK(result.total == 0);
    CHECK(shown(result.facets.products) == "finch:1 heron:0");
  }
  SUBCASE("what nobody knows leaves nothing, and says so") {
    query.filter.type = "poem";
    result = search(snapshot(), query);
    CHECK(result.total == 0);
    CHECK(shown(result.facets.types) == "faq:1 howto:1 known-issue:1 poem:0");
  }
}

TEST_CASE_FIXTURE(SearchFixture, "search: a pinned article that passes the filter keeps its place") {
  site.pins = {{"refund", "en", "b"}};
  add("a", "Refund", "the same").products = {"heron", "finch"};
  add("b", "Other", "").products = {"heron"};
  SearchQuery query = query_for("refund");
  query.filter.product = "heron";
  CHECK(ids_of(search(snapshot(), query)) == "b a");
  query.filter.product = "finch";
  CHECK(ids_of(search(snapshot(), query)) == "a");
}

TEST_CASE_FIXTURE(SearchFixture, "search: facets of all articles, before anything is searched") {
  add("store/a", "A", "").products = {"heron"};
  add("store/pay/b", "B", "").type = ArticleType::faq;
  const Catalogue& catalogue = snapshot().catalogue("en");
  const Facets all = facets_of(catalogue, {});
  CHECK(shown(all.categories) == "store:2");
  CHECK(shown(all.products) == "heron:1");
  CHECK(shown(all.types) == "faq:1");
  CHECK(shown(facets_of(catalogue, {.category = "store/pay"}).categories) == "store:2 store/pay:1");
  CHECK(shown(facets_of(catalogue, {.product = "heron"}).types) == "");
}

TEST_CASE_FIXTURE(SearchFixture, "search: a hit within a tab leads to the tab") {
  Article& article = add("backup", "Back up", "");
  Section section = make_section("copy", "Copy", "Keep it safe\niPhone\nOpen settings\nAndroid\nOpen system");
  section.tabs = {{"iphone", 13, 33}, {"android", 34, 53}};
  article.sections.push_back(section);
  const auto url = [&](std::string_view typed) { return find(typed).hits.at(0).url; };
  CHECK(url("copy android ") == "/en/backup#android");
  CHECK(url("copy iphone settings ") == "/en/backup#iphone");
  CHECK(marked_html(find("copy system ").hits.at(0).snippet) == "Android Open <mark>system</mark>");
  CHECK(url("copy open ") == "/en/backup#copy");
  CHECK(url("copy safe ") == "/en/backup#copy");
}

TEST_CASE_FIXTURE(SearchFixture, "search: what scores far below the best is no hit") {
  for (int i = 0; i < 20; ++i) add("other/" + std::to_string(i), "Other", "a password somewhere in the text");
  add("reset", "Reset a forgotten password", "Reset a forgotten password quickly");
  CHECK(ids("reset forgotten password quickly ") == "reset");
  CHECK(find("password ").total == 21);
}

TEST_CASE_FIXTURE(SearchFixture, "search: in doubt the nearest are shown, but none counts as a hit") {
  site.pins = {{"xylophone something quagmire", "en", "store/3"}};
  for (int i = 0; i < 20; ++i) add("store/" + std::to_string(i), "Other", "something in the text");
  SearchQuery query = query_for("xylophone quagmire something zeppelin ");
  const SearchResult result = search(snapshot(), query);
  CHECK(result.confidence > 0);
  CHECK(result.confidence < kDoubtBelow);
  CHECK(result.hits.size() == 10);
  for (const Hit& hit : result.hits) CHECK(hit.nearest);
  CHECK(marked_html(result.hits.front().snippet) == "<mark>something</mark> in the text");
  CHECK(result.total == 0);
  CHECK(result.facets.empty());
  CHECK(result.interpretation.relaxed);
  CHECK_FALSE(result.answer);
  query.offset = 8;
  CHECK(search(snapshot(), query).hits.size() == 2);
  query.offset = 10;
  CHECK(search(snapshot(), query).hits.empty());
  SUBCASE("a pinned article is a hit, and comes before them") {
    query.text = "xylophone something quagmire";
    query.offset = 0;
    const SearchResult pinned = search(snapshot(), query);
    CHECK(pinned.confidence < kDoubtBelow);
    CHECK(pinned.total == 1);
    CHECK(pinned.hits.front().id == "store/3");
    CHECK_FALSE(pinned.hits.front().nearest);
    CHECK(pinned.hits.back().nearest);
    CHECK(pinned.hits.size() == 10);
    CHECK(shown(pinned.facets.categories) == "store:1");
    CHECK_FALSE(pinned.interpretation.relaxed);
  }
  SUBCASE("where nothing ranks nothing is shown") {
    const SearchResult nothing = find("xylophone quagmire zeppelin ");
    CHECK(nothing.hits.empty());
    CHECK_FALSE(nothing.interpretation.relaxed);
  }
}

TEST_CASE_FIXTURE(SearchFixture, "search: articles are counted to 1,000, then said to be more") {
  for (int i = 0; i < 1005; ++i) add(std::to_string(i), "Refund", "something");
  add("rare", "Zanzibar", "something");
  SUBCASE("all of them are hits") {
    const SearchResult result = find("refund ");
    CHECK(result.total == 1000);
    CHECK(result.total_is_minimum);
  }
  SUBCASE("some hundreds of them are hits") {
    for (int i = 0; i < 700; ++i) add("voucher/" + std::to_string(i), "Voucher", "something");
    const SearchResult result = find("voucher ");
    CHECK(result.total == 700);
    CHECK_FALSE(result.total_is_minimum);
  }
  SUBCASE("few of them are hits") {
    const SearchResult result = find("zanzibar something ");
    CHECK(ids_of(result) == "rare");
    CHECK(result.total == 1);
    CHECK_FALSE(result.total_is_minimum);
  }
  SUBCASE("none of them is a hit") {
    const SearchResult result = find("xylophone quagmire something zeppelin ");
    CHECK(result.total == 0);
    CHECK_FALSE(result.total_is_minimum);
  }
}

TEST_CASE_FIXTURE(SearchFixture, "search: exact searches for what was typed and nothing else") {
  site.synonyms["en"] = {{{"couch"}, {"sofa"}}};
  site.pins = {{"sofa", "en", "login"}};
  add("sofa", "The sofa", "A set to sit on");
  add("login", "Login", "Type your password");
  for (const std::string_view typed : {"couch", "sofaa", "passw", "log in", "settosit", "\"sit sofa\""}) {
    CAPTURE(typed);
    const SearchResult result = find_exactly(typed);
    CHECK(ids_of(result) == "");
    CHECK(result.interpretation.corrected.empty());
    CHECK(result.interpretation.synonyms.empty());
    CHECK_FALSE(result.interpretation.relaxed);
  }
  CHECK(ids_of(find_exactly("sofa")) == "sofa");
  CHECK(ids_of(find_exactly("passwords")) == "login");
  CHECK(ids_of(find_exactly("\"sit on\"")) == "sofa");
}

TEST_CASE_FIXTURE(SearchFixture, "search: a pinned article is first for just its query") {
  site.languages = {"en", "de"};
  site.pins = {{"Opening hours", "en", "shops"},
               {"qqq", "en", "shops"},
               {"nowhere", "en", "gone"},
               {"sss", "", "shops"}};
  add("hours", "Opening hours", "When we are open");
  add("shops", "Our shops", "Where they are");
  add("hours", "Opening hours", "", "de");
  CHECK(ids("opening hours") == "shops hours");
  CHECK(ids("  OPENING, hours?") == "shops hours");
  CHECK(ids("opening hours now").starts_with("hours"));
  CHECK(ids("opening hours", "de") == "hours");
  CHECK(ids("qqq") == "shops");
  CHECK(ids("sss") == "shops");  // without a language: the first
  CHECK(ids("nowhere") == "");
  CHECK(find("opening hours").total == 2);
}

TEST_CASE("search: unlisted articles are not found, not even by a pin, and change no score") {
  SearchFixture without;
  SearchFixture with;
  for (SearchFixture* fixture : {&without, &with}) {
    fixture->add("b", "Return a parcel", "Print the label for the parcel.");
    fixture->add("d", "Parcel shops", "Shops take parcels.");
    fixture->site.pins = {{"secret label", "en", "c"}};
  }
  with.add("a", "Secret parcel", "The parcel of the xylophone.").unlisted = true;
  with.add("c", "Secret label", "The label of the xylophone.").unlisted = true;
  CHECK(with.ids("xylophone").empty());
  CHECK(with.find("xylophnoe").interpretation.corrected.empty());
  for (const char* text :
       {"parcel", "secret label", "\"secret label\"", "label parcel", "xylophone parcel"}) {
    CAPTURE(text);
    const SearchResult expected = without.find(text);
    const SearchResult got = with.find(text);
    CHECK(SearchFixture::ids_of(got) == SearchFixture::ids_of(expected));
    CHECK(got.total == expected.total);
    REQUIRE(got.hits.size() == expected.hits.size());
    for (std::size_t i = 0; i < got.hits.size(); ++i) CHECK(got.hits[i].score == expected.hits[i].score);
  }
  CHECK(suggest(with.snapshot(), "en", "secret", 8).empty());
  for (const Card* card : nearest(with.snapshot(), "en", "secret xylophone label", 8))
    CHECK_FALSE(card->unlisted);
}

TEST_CASE_FIXTURE(SearchFixture, "search: a pinned article that was found anyway is not found twice") {
  site.pins = {{"refund", "en", "b"}};
  add("store/a", "Refund", "the same");
  add("store/b", "Refund", "the same");
  const SearchResult result = find("refund");
  CHECK(ids_of(result) == "store/a store/b");
  CHECK(result.total == 2);
}

TEST_CASE_FIXTURE(SearchFixture, "search: inside a category pins do not count") {
  site.pins = {{"refund", "en", "other/b"}};
  add("store/a", "Refund", "the same");
  add("other/b", "Other", "");
  SearchQuery query = query_for("refund");
  CHECK(ids_of(search(snapshot(), query)) == "other/b store/a");
  query.filter.category = "store";
  CHECK(ids_of(search(snapshot(), query)) == "store/a");
}

TEST_CASE_FIXTURE(SearchFixture, "search: a phrase in quotes must be there") {
  add("a", "Parcel lost", "a lost item, the parcel");
  add("b", "Two", "the lost parcel");
  for (const std::string_view typed :
       {"\"lost parcel\"", "“lost parcel”", "«Lost parcel»", "„lost parcels“"}) {
    CAPTURE(typed);
    const SearchResult result = find(typed);
    CHECK(ids_of(result) == "b");
    CHECK_FALSE(result.interpretation.relaxed);
  }
}

TEST_CASE_FIXTURE(SearchFixture, "search: a phrase that is nowhere is relaxed, and that is said") {
  add("a", "Lost item", "The parcel is here");
  add("b", "Other", "Nothing");
  const SearchResult result = find("\"parcel lost\"");
  CHECK(ids_of(result) == "a");
  CHECK(result.interpretation.relaxed);
  CHECK_FALSE(find("\"qqq xyz\"").interpretation.relaxed);
}

TEST_CASE_FIXTURE(SearchFixture, "search: -word at the end leaves articles out") {
  add("a", "Refund", "by card");
  add("b", "Refund", "by voucher");
  CHECK(ids("refund -card") == "b");
  CHECK(ids("refund -cards") == "b");
  CHECK(ids("refund -card -letter") == "b");
}

TEST_CASE_FIXTURE(SearchFixture, "search: command lines are searched for, not obeyed") {
  add("git", "git commit --amend -m message", "Changes the last one");
  add("tar", "Unpack an archive", "tar -xvf archive.tar");
  add("rm", "Remove a folder", "rm -rf");
  add("zero", "Temperature", "between -5 and 30 degrees");
  CHECK(ids("git commit --amend").starts_with("git"));
  CHECK(ids("git commit -m message").starts_with("git"));
  CHECK(ids("tar -xvf archive.tar").starts_with("tar"));
  CHECK(ids("rm -rf").starts_with("rm"));
  CHECK(ids("-rf").starts_with("rm"));
  CHECK(ids("temperature -5").starts_with("zero"));
}

TEST_CASE_FIXTURE(SearchFixture,
                  "search: of a very long query the least telling words are ignored, and said") {
  add("a", "Parcel", "Where it is");
  std::string text;
  for (int i = 0; i < 70; ++i) text += std::string("Parcel") + (i % 2 == 0 ? " " : ", ");
  const SearchResult result = find_exactly(text + "xylophone ");
  REQUIRE(result.interpretation.ignored.size() == 71 - kMaxQueryWords);
  CHECK(result.interpretation.ignored[0] == "Parcel");
  CHECK(find("parcel xylophone ").interpretation.ignored.empty());
}

TEST_CASE_FIXTURE(SearchFixture, "search: the same query gives the same result") {
  for (int i = 0; i < 80; ++i) add(std::to_string(i), "Refund", i % 3 == 0 ? "by card" : "by voucher");
  const std::string once = ids("refund card");
  CHECK(ids("refund card") == once);
  const auto again = Snapshot::open(generation(), Verify::hashes);
  CHECK(ids_of(search(*again, query_for("refund card"))) == once);
}

TEST_CASE_FIXTURE(SearchFixture, "nearest: the articles nearest to a text, whatever their score") {
  for (int i = 0; i < 20; ++i) add("other/" + std::to_string(10 + i), "Other", "something in the text");
  add("reset", "Reset a password", "The text");
  CHECK(joined(nearest(snapshot(), "en", "xylophone quagmire something zeppelin", 3)) ==
        "other/10 other/11 other/12");
  CHECK(joined(nearest(snapshot(), "en", "pasword", 3)) == "reset");
  CHECK(joined(nearest(snapshot(), "en", "\"password reset\" -text", 1)) == "reset");
  CHECK(joined(nearest(snapshot(), "en", "something", 0)) == "");
  CHECK(joined(nearest(snapshot(), "en", "qqq", 3)) == "");
  CHECK(joined(nearest(snapshot(), "en", "", 3)) == "");
}

}  // namespace
}  // namespace kb
