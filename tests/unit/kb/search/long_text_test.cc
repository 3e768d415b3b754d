#include "kb/search/long_text.h"

#include <doctest/doctest.h>

#include <string>

#include "kb/search/explain.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

// A small shop's articles.
class MailFixture : public SearchFixture {
 public:
  MailFixture() {
    add("pair", "Pair your speaker with a phone", "Hold the Bluetooth button until the light blinks blue.");
    add("refund", "Get a refund", "The money is back on your card after five days.");
    add("gift", "Gift cards", "A card to give away, on a birthday or at any time.");
    add("track", "Track a parcel", "The carrier shows where the parcel is each morning.");
    add("invoice", "Get an invoice", "Write to us for an invoice of your order.");
    add("hours", "Opening hours", "Our team works on the weekend, too.");
    for (const std::string topic :
         {"lamp", "cable", "remote", "manual", "battery", "stand", "update", "account"}) {
      for (const std::string act : {"clean", "choose", "replace", "find"})
        add(act + "/" + topic, "How to " + act + " a " + topic,
            "What to know about every " + topic + " of the shop.");
    }
  }
};

const std::string kGreeting =
    "Dear team,\nI hope that you had a lovely weekend. I bought a birthday present for my cousin, and I "
    "write to you "
    "for a friend of ours. ";
const std::string kGoodbye =
    " Could anybody kindly advise? Please excuse my long message.\nWith kind regards\nRosalind Featherby\n";

TEST_CASE_FIXTURE(MailFixture, "long text: what is asked counts, not what is written around it") {
  for (const auto& [question, id] : {std::pair<std::string, std::string>{
                                         "My speaker refuses to pair over bluetooth with her phone.", "pair"},
                                     {"When do I get my refund?", "refund"},
                                     {"Where is my parcel, and how can I track it?", "track"}}) {
    CAPTURE(question);
    const SearchResult result = find(kGreeting + question + kGoodbye);
    REQUIRE_FALSE(result.hits.empty());
    CHECK(result.hits.front().id == id);
    CHECK(result.total > 0);
    CHECK(result.confidence >= kDoubtBelow);
  }
}

TEST_CASE_FIXTURE(MailFixture, "long text: small talk does not win, though articles have its words") {
  const std::string small_talk = "I find it lovely that you all work on the weekend, too. ";
  const Explanation told = explain(snapshot(), query_for(small_talk + "Refunds take how many days?"), "");
  REQUIRE(told.parts.size() == 3);
  const ExplainedPart& question = told.parts[1].text.starts_with("Refunds") ? told.parts[1] : told.parts[2];
  const ExplainedPart& other = &question == &told.parts[1] ? told.parts[2] : told.parts[1];
  CHECK(question.text == "Refunds take how many days");
  CHECK(other.confidence > question.confidence);
  CHECK(question.counts > other.counts * question.confidence / other.confidence);
}

TEST_CASE_FIXTURE(MailFixture, "long text: what is told in several sentences is found by all of them") {
  add("dent", "A dent in the carton", "Take a picture of the carton and of the speaker inside.");
  add("cloth", "Clean the cloth", "How to clean the cloth of a speaker.");
  const SearchResult result =
      find(kGreeting +
           "The carton is squashed at a corner. Inside there is a dent. Which picture "
           "do you need? The cloth is torn." +
           kGoodbye);
  REQUIRE_FALSE(result.hits.empty());
  CHECK(result.hits.front().id == "dent");
}

TEST_CASE_FIXTURE(MailFixture, "long text: with what, and after whom, a mail was sent is not asked") {
  add("phone", "Use the app on an iPhone", "The app for iPhone.");
  const std::string sent =
      "\nSent from my iPhone\n\nOn Monday, Zorblat iPhone <a@mail.example> wrote:\n> Thank you.";
  const SearchResult result = find(kGreeting + "Where is it? The parcel, I mean." + sent);
  REQUIRE_FALSE(result.hits.empty());
  CHECK(result.hits.front().id == "track");
  CHECK(ids(kGreeting + "Where is it? The parcel, I mean." + sent).find("phone") == std::string::npos);
}

TEST_CASE_FIXTURE(MailFixture, "long text: several questions are all among the first") {
  const std::string all =
      ids(kGreeting + "When do I get my refund? And how do I track my parcel?" + kGoodbye);
  CHECK(all.find("refund") < 14);
  CHECK(all.find("track") < 14);
}

TEST_CASE_FIXTURE(MailFixture, "long text: the words that are asked for are marked, and operators are none") {
  const SearchResult result = find(
      kGreeting + "The \"blue\" light blinks when I pair my speaker, -phone says nothing at all" + kGoodbye);
  REQUIRE_FALSE(result.hits.empty());
  CHECK(result.hits.front().id == "pair");
  bool marked = false;
  for (const SnippetPart& part : result.hits.front().snippet)
    marked = marked || (part.match && part.text == "light");
  CHECK(marked);
  CHECK(result.interpretation.ignored.empty());
}

TEST_CASE_FIXTURE(MailFixture, "long text: that only parts of it were searched is said") {
  const std::string question = "How can I track my parcel? ";
  CHECK_FALSE(find(question).interpretation.shortened);
  CHECK_FALSE(find(kGreeting + question + kGoodbye).interpretation.shortened);
  std::string text;
  for (int i = 0; i < 20; ++i) text += "This is letter " + std::to_string(i) + " about an invoice. ";
  CHECK(find(text + question).interpretation.shortened);
}

TEST_CASE_FIXTURE(MailFixture, "long text: of a very long one both ends are read, and no character is cut") {
  for (const std::string filler : {"x ", "ü ", "漢字。", "😀 a "}) {
    CAPTURE(filler);
    std::string text = "How can I track my parcel? ";
    while (text.size() < 40'000) text += filler;
    const SearchResult first = find(text);
    CHECK(first.hits.front().id == "track");
    CHECK(first.interpretation.shortened);
    CHECK(find(text.substr(27) + " When do I get my refund?").hits.front().id == "refund");
  }
}

TEST_CASE_FIXTURE(MailFixture, "long text: explained, its parts are told, and how much each counts") {
  const SearchQuery query = query_for(kGreeting + "When do I get my refund?" + kGoodbye);
  const Explanation told = explain(snapshot(), query, "");
  REQUIRE(told.parts.size() > 1);
  CHECK(told.parts[0].text.empty());
  double all = 0;
  const ExplainedPart* most = &told.parts[1];
  for (const ExplainedPart& part : told.parts) {
    all += part.counts;
    if (!part.text.empty() && part.counts > most->counts) most = &part;
  }
  CHECK(all == doctest::Approx(1));
  CHECK(most->text == "When do I get my refund");
  CHECK(explain(snapshot(), query_for("refund"), "").parts.empty());
}

TEST_CASE_FIXTURE(MailFixture, "long text: searched exactly, it is one query") {
  const SearchResult result = find_exactly(kGreeting + "When do I get my refund?" + kGoodbye);
  CHECK_FALSE(result.interpretation.shortened);
}

TEST_CASE_FIXTURE(MailFixture, "long text: where nothing is about the site nothing is found") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "qqq" + std::string(static_cast<std::size_t>(i % 9 + 1), 'z') + " ";
  const SearchResult result = find(text);
  CHECK(result.total == 0);
  CHECK(result.hits.empty());
}

}  // namespace
}  // namespace kb
