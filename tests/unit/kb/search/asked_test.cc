#include "kb/search/asked.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kb/text/utf8.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

// A small shop's articles.
class AskedFixture : public SearchFixture {
 public:
  AskedFixture() {
    add("refund", "Get a refund", "The money is back on your card after five days.");
    add("track", "Track a parcel", "The carrier shows where the parcel is each morning.");
    add("invoice", "Get an invoice", "Write to us for an invoice of your order.");
    for (const std::string topic : {"lamp", "cable", "remote", "manual", "battery", "stand"}) {
      for (const std::string act : {"clean", "choose", "replace", "find"})
        add(act + "/" + topic, "How to " + act + " a " + topic, "About every " + topic + " of the shop.");
    }
  }

  // "QUESTION > ID" of each.
  std::vector<std::string> asked(const std::string& text) {
    std::vector<std::string> out;
    for (const Asked& one : find(text).asked) out.push_back(one.text + " > " + one.hit.id);
    return out;
  }
};

using List = std::vector<std::string>;

const std::string kGreeting =
    "Dear team,\nI hope that you had a lovely weekend, and that all of you are well. ";
const std::string kRefund = "When do I get my refund? ";
const std::string kTrack = "And how do I track my parcel? ";

TEST_CASE_FIXTURE(AskedFixture,
                  "asked: several questions stand in the order of the text, each with its article") {
  const List both{"When do I get my refund > refund", "And how do I track my parcel > track"};
  CHECK(asked(kGreeting + kRefund + kTrack) == both);
  CHECK(asked(kGreeting + kTrack + kRefund) == List{both[1], both[0]});
  CHECK(asked(kGreeting + kRefund + kTrack + "Please tell me. How can I track the parcel?") == both);
}

TEST_CASE_FIXTURE(AskedFixture, "asked: they stand in place of an answer, on the first page only") {
  const SearchResult several = find(kGreeting + kRefund + kTrack);
  CHECK_FALSE(several.answer);
  REQUIRE(several.asked.size() == 2);
  CHECK(several.asked[0].hit.lang == "en");
  CHECK(several.asked[0].hit.url == "/en/refund");
  CHECK_FALSE(several.asked[0].hit.snippet.empty());
  SearchQuery next = query_for(kGreeting + kRefund + kTrack);
  next.offset = 1;
  CHECK(search(snapshot(), next).asked.empty());
}

TEST_CASE_FIXTURE(AskedFixture, "asked: one question, a short query and a list of statements are no list") {
  CHECK(asked(kGreeting + kRefund).empty());
  CHECK(asked("refund? parcel?").empty());
  CHECK(asked(kGreeting + "I want my refund. I cannot track the parcel.").empty());
  CHECK(asked(kGreeting + "Is the zyzzyva quockerwodger? " + kRefund).empty());
  CHECK(find_exactly(kGreeting + kRefund + kTrack).asked.empty());
}

TEST_CASE_FIXTURE(AskedFixture, "asked: a long question is shortened, and no list is longer than five") {
  std::string text = kRefund + kTrack;
  for (const std::string word : {"warranty", "voucher", "complaint", "subwoofer"}) {
    add(word, "Your " + word, "What to know.");
    text += "What about my " + word + "? ";
  }
  CHECK(asked(text).size() == 5);
  const std::string story = "How do I track my parcel" + std::string(200, 'x') + "? ";
  for (const Asked& one : find(kGreeting + kRefund + story + kTrack).asked) CHECK(length(one.text) <= 121);
}

}  // namespace
}  // namespace kb
