#include "kb/search/answer.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class AnswerFixture : public SearchFixture {
 public:
  AnswerFixture() {
    for (int i = 0; i < 30; ++i)
      add("other/" + std::to_string(i), "Parcel",
          "about parcels, and what there is to do when they come late, or too early, or never");
  }

  std::string html_of(const std::optional<Answer>& answer) { return answer ? answer->html : "no answer"; }
};

TEST_CASE_FIXTURE(AnswerFixture, "answer: it is the best section, whole, with its link") {
  Article& article = add("gift", "How to return gift cards", "There are ways");
  Section section = make_section("post", "Return gift cards by post", "Put the gift cards in a box");
  section.html = "<ol><li>Put the gift cards in a box</li><li>Send it</li></ol>";
  article.sections.push_back(section);
  const SearchResult result = find("how to return gift cards by post");
  CHECK(result.confidence >= kAnswerFrom);
  REQUIRE(result.answer);
  CHECK(result.answer->id == "gift");
  CHECK(result.answer->title == "How to return gift cards");
  CHECK(result.answer->heading == "Return gift cards by post");
  CHECK(result.answer->url == "/en/gift#post");
  CHECK(result.answer->html == section.html);
}

TEST_CASE_FIXTURE(AnswerFixture, "answer: the tab that answers is the open one") {
  const auto html = [](std::string_view first, std::string_view second) {
    return "<div class=\"tabs\"><details class=\"tab\" name=\"tabs-1\"" + std::string(first) +
           "><summary>iPhone</summary><div class=\"tab-text\" id=\"iphone\">Settings</div></details>"
           "<details class=\"tab\" name=\"tabs-1\"" +
           std::string(second) +
           "><summary>Android</summary><div class=\"tab-text\" "
           "id=\"android\">Connections</div></details></div>";
  };
  Article& article = add("pair", "Pair gift cards", "Choose one.");
  Section& section = article.sections.front();
  section.text = "Choose one. iPhone Settings Android Connections";
  section.tabs = {{"iphone", 12, 27}, {"android", 28, 47}};
  section.html = html(" open", "");
  const SearchResult android = find("pair gift cards android connections");
  REQUIRE(android.answer);
  CHECK(android.answer->url == "/en/pair#android");
  CHECK(android.answer->html == html("", " open"));
  const SearchResult iphone = find("pair gift cards iphone settings");
  REQUIRE(iphone.answer);
  CHECK(iphone.answer->html == html(" open", ""));
}

TEST_CASE_FIXTURE(AnswerFixture,
                  "answer: confidence in another article is no reason to answer from a pinned one") {
  site.pins = {{"return gift cards by post", "en", "other/1"}};
  add("gift", "Return gift cards by post", "Put the gift cards in a box");
  const SearchResult result = find("return gift cards by post");
  CHECK(result.confidence >= kAnswerFrom);
  CHECK(result.hits.front().id == "other/1");
  CHECK_FALSE(result.answer);
}

TEST_CASE("answer: of two that are about as good neither is the answer, unless the first is pinned") {
  for (const bool pinned : {false, true}) {
    CAPTURE(pinned);
    AnswerFixture index;
    index.add("gift", "Return gift cards by post", "Put the gift cards in a box");
    index.add("more", "Return gift cards by post", "Put the gift cards in a bag");
    if (pinned) index.site.pins = {{"return gift cards by post", "en", "gift"}};
    const SearchResult result = index.find("return gift cards by post");
    CHECK(result.hits.front().id == "gift");
    CHECK(result.confidence >= kAnswerFrom);
    CHECK(result.answers == pinned);
    CHECK(result.answer.has_value() == pinned);
  }
}

TEST_CASE_FIXTURE(AnswerFixture, "answer: without confidence there is no answer") {
  const SearchResult result = find("parcel ");
  CHECK_FALSE(result.hits.empty());
  CHECK(result.confidence < kAnswerFrom);
  CHECK_FALSE(result.answer);
}

TEST_CASE_FIXTURE(AnswerFixture, "answer: words that may be asked about anything do not name what is asked") {
  add("repair", "How much time does a repair take?", "It depends on the speaker.");
  add("carriage", "Carriage", "What there is to know of postage, of parcels, and of letters that come late.");
  CHECK(find("how much time does a repair take").answer);
  const SearchResult other = find("how much time does postage take");
  CHECK(other.hits.front().id == "repair");
  CHECK_FALSE(other.answer);
}

TEST_CASE("answer: of a long section the best passage is shown, of an empty one nothing") {
  struct Example {
    std::size_t letters;
    bool shown;
    bool passage;
  };
  for (const auto& [letters, shown, passage] :
       {Example{1500, true, false}, Example{1501, true, true}, Example{0, false, false}}) {
    CAPTURE(letters);
    AnswerFixture index;
    std::string text;
    while (text.size() + 30 < letters) text += "word ";
    if (letters > 0) text += "Return it <soon>";
    while (text.size() < letters) text += "x";
    Article& article = index.add("gift", "How to return gift cards", text);
    article.description = "Return gift cards";
    const SearchResult result = index.find("how to return gift cards");
    CHECK(result.confidence >= kAnswerFrom);
    REQUIRE(result.answer.has_value() == shown);
    CHECK(result.answers == shown);
    if (!shown) continue;
    CHECK(result.answer->passage == passage);
    const bool marked = result.answer->html.find("<mark>Return</mark> it &lt;soon&gt;") != std::string::npos;
    CHECK(marked == passage);
    CHECK((result.answer->html.size() < 700) == passage);
  }
}

TEST_CASE_FIXTURE(AnswerFixture, "answer: letters of an answer are counted, not bytes") {
  std::string text;
  while (text.size() < 2500) text += "ж";
  add("gift", "How to return gift cards", text);
  CHECK(html_of(find("how to return gift cards").answer) == "<p>" + text + "</p>");
}

TEST_CASE_FIXTURE(AnswerFixture, "answer: the answer stands on the first page only") {
  add("gift", "How to return gift cards", "Send them back");
  SearchQuery query = query_for("how to return gift cards");
  CHECK(search(snapshot(), query).answer);
  query.offset = 10;
  CHECK_FALSE(search(snapshot(), query).answer);
  query.offset = 0;
  query.limit = 0;
  CHECK_FALSE(search(snapshot(), query).answer);
}

TEST_CASE("answer: the opening answers, unless a section clearly leads it or its heading says so") {
  struct Example {
    const char* heading;
    const char* text;
    const char* anchor;  // of the answer
  };
  const std::string opening =
      "You can return gift cards within thirty days of the day on which the card was bought, as long as "
      "nobody "
      "has used it, and we pay for the way back.";
  for (const auto& [heading, text, anchor] : {
           Example{"By post", "Put it into a box.", ""},
           Example{"Return gift cards by post", "Put it into a box.", "#post"},
           Example{"By post", "Return gift cards in a box: gift cards to return need a gift box.", "#post"},
       }) {
    CAPTURE(heading);
    CAPTURE(text);
    AnswerFixture index;
    Article& article = index.add("gift", "How to return gift cards", opening);
    article.sections.push_back(make_section("post", heading, text));
    const SearchResult result = index.find("how to return gift cards");
    REQUIRE(result.answer);
    CHECK(result.answer->url == std::string("/en/gift") + anchor);
  }
}

TEST_CASE("answer: an opening that only announces gives way to a section as good") {
  AnswerFixture index;
  Article& article = index.add("gift", "How to return gift cards", "How to return gift cards.");
  article.sections.push_back(make_section("post", "How to return gift cards by post",
                                          "Return gift cards in a box. Return gift cards by post."));
  const SearchResult result = index.find("how to return gift cards");
  REQUIRE(result.answer);
  CHECK(result.answer->url == "/en/gift#post");
}

TEST_CASE("answer: few words must all be named by the article's head or the section's heading") {
  struct Example {
    const char* title;
    const char* heading;
    bool answered;
  };
  for (const auto& [title, heading, answered] : {
           Example{"Xylophone tuning", "Steps", true},
           Example{"Instruments", "Xylophone tuning", true},
           Example{"Xylophone care", "Steps", false},
           Example{"Instruments", "Steps", false},
       }) {
    CAPTURE(title);
    CAPTURE(heading);
    AnswerFixture index;
    Article& article = index.add("music", title, "");
    article.sections.push_back(
        make_section("steps", heading, "Xylophone tuning takes a hammer; tuning a xylophone is easy."));
    const SearchResult result = index.find("xylophone tuning");
    REQUIRE(result.hits.front().id == "music");
    CAPTURE(result.confidence);
    CHECK(result.answer.has_value() == answered);
  }
}

TEST_CASE("answer: one word must be a title's, or name few articles") {
  for (const int others : {0, 3}) {
    CAPTURE(others);
    AnswerFixture index;
    index.add("music", "Instruments", "Xylophone: a xylophone is played with a xylophone hammer.")
        .keywords = {"xylophone"};
    for (int i = 0; i < others; ++i)
      index.add("more/" + std::to_string(i), "Far away " + std::to_string(i), "Many words of other things")
          .keywords = {"xylophone"};
    const SearchResult result = index.find("xylophone ");
    REQUIRE(result.hits.front().id == "music");
    CHECK(result.answer.has_value() == (others == 0));
  }
}

}  // namespace
}  // namespace kb
