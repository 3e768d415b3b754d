#include "kb/memory/past_searches.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kb/text/text.h"
#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

PastSearches past(const std::vector<MemoryEntry>& entries) {
  return remember(
      entries, "en", [](std::string_view word) { return std::string(word); },
      [](const std::string& id) { return id == "gone" ? 0U : static_cast<unsigned>(id.back() - '0'); });
}

MemoryEntry chosen(std::string query, std::string article, int weight = 1000, std::string lang = "en") {
  return {std::move(lang), std::move(query), std::move(article), 5, 5, 0, 0, 0, weight};
}

const std::vector<MemoryEntry> kEntries{chosen("Where is my parcel?", "a1"),
                                        chosen("parcel late", "a1", 400),
                                        chosen("parcel late", "a2", 600),
                                        chosen("lamp broken", "a3"),
                                        chosen("wo ist es", "a1", 1000, "de"),
                                        chosen("old", "gone"),
                                        chosen("nobody", "a1", 0)};

double share_of(const std::vector<PastVote>& votes, unsigned document) {
  const auto found = std::find_if(votes.begin(), votes.end(),
                                  [&](const PastVote& vote) { return vote.document == document; });
  return found == votes.end() ? 0 : found->share;
}

std::string refused(const std::string& text) {
  return error_of([&] { PastSearches::decode(text, 3); });
}

TEST_CASE("past searches: those of one language, of articles that are there and helped") {
  CHECK(past(kEntries).encode() ==
        "lamp broken\tlamp broken\t3:1000\n"
        "parcel late\tparcel late\t1:400 2:600\n"
        "where is my parcel\twhere is my parcel\t1:1000\n");
  CHECK(past({}).empty());
}

TEST_CASE("past searches: an address that was taken out of a search is no word of it") {
  const PastSearches searches =
      past({chosen("<email> order lost <number>", "a1", 500), chosen("order lost <number>", "a1", 700),
            chosen("<email> order", "a2")});
  CHECK(searches.encode() == "order lost\torder lost\t1:700\n");
  CHECK(searches.votes({"email", "number"}).empty());
}

TEST_CASE("past searches: what is written is read again") {
  const std::string text = past(kEntries).encode();
  CHECK(PastSearches::decode(text, 3).encode() == text);
  CHECK(PastSearches::decode("", 3).empty());
}

TEST_CASE("past searches: what nobody writes is refused") {
  const std::string damaged = "the index holds unreadable past searches\nbuild the content again";
  for (const char* text : {"a", "\n", "a\tb\n", "a\tb\t1\n", "a\tb\t0:5\n", "a\tb\t4:5\n", "a\tb\t1:0\n",
                           "a\tb\t1:1001\n", "a\tb\t1:5x\n", "a\tb\t-1:5\n", "a\t\t1:5\n"})
    CHECK(refused(text) == damaged);
}

TEST_CASE("past searches: near ones vote for what helped, by the share of those it helped") {
  const PastSearches searches = past(kEntries);
  const std::vector<PastVote> votes = searches.votes({"parcel", "late"});
  CHECK(share_of(votes, 2) > share_of(votes, 1));
  CHECK(share_of(votes, 1) > 0);
  CHECK(share_of(votes, 3) == 0);
  CHECK(share_of(votes, 1) + share_of(votes, 2) < 1);
  CHECK(searches[votes[1].loudest].query == "parcel late");
}

TEST_CASE("past searches: far ones say nothing") {
  const PastSearches searches = past(kEntries);
  CHECK(searches.votes({"refund"}).empty());
  CHECK(searches.votes({}).empty());
  CHECK(PastSearches().votes({"parcel"}).empty());
  // One common word of many.
  CHECK(searches.votes({"parcel", "to", "another", "country", "tomorrow"}).empty());
}

TEST_CASE("past searches: the more words are shared the louder the vote") {
  const PastSearches searches = past(kEntries);
  CHECK(share_of(searches.votes({"lamp", "broken"}), 3) > share_of(searches.votes({"lamp"}), 3));
  CHECK(share_of(searches.votes({"lamp"}), 3) > share_of(searches.votes({"lamp", "green"}), 3));
  CHECK(share_of(searches.votes({"lamp", "lamp"}), 3) == share_of(searches.votes({"lamp"}), 3));
}

TEST_CASE("past searches: those with all of the words vote, whichever terms these may be") {
  const PastSearches searches = past(kEntries);
  CHECK(searches.terms_beginning("la") == std::vector<std::string>{"lamp", "late"});
  CHECK(searches.terms_beginning("x").empty());
  CHECK(searches.votes_of_words({}).empty());
  CHECK(searches.votes_of_words({{}}).empty());
  CHECK(PastSearches().votes_of_words({{"parcel"}}).empty());
  const std::vector<PastVote> votes = searches.votes_of_words({{"parcel"}, {"late", "lamp", "late"}});
  REQUIRE(votes.size() == 2);
  CHECK(votes[0].share == doctest::Approx(0.4 / 1.2));
  CHECK(votes[1].share == doctest::Approx(0.6 / 1.2));
  CHECK(searches.votes_of_words({{"parcel"}, {"broken"}}).empty());
  CHECK(searches.votes_of_words({{"parcel"}}).front().share == doctest::Approx(1.4 / 2.2));
}

TEST_CASE("past searches: a query has at most 32 terms") {
  std::string query;
  for (int i = 0; i < 40; ++i) query += "w" + std::to_string(i) + " ";
  const std::string text = past({chosen(query, "a1")}).encode();
  CHECK(text.find("w31\t1:1000") != std::string::npos);
}

TEST_CASE("past searches: the longest lists are left out, so that time is bounded") {
  std::vector<PastSearch> list;
  for (int i = 0; i < 60'000; ++i)
    list.push_back({"q", {"the", "of", "rare" + std::to_string(i)}, {{1, 1000}}});
  const PastSearches searches(std::move(list));
  CHECK(searches.votes({"the", "of", "rare7"}).size() == 1);
}

}  // namespace
}  // namespace kb
