#include "searchd/visit/vote_counts.h"

#include <doctest/doctest.h>

#include "events/writer.h"
#include "tests/support/temp_folder.h"

using namespace searchd;
using namespace std::chrono_literals;

namespace {

events::Feedback vote(std::string article, bool helpful, const std::string& token) {
  events::Feedback feedback;
  feedback.time = std::chrono::sys_seconds{1'800'000'000s};
  feedback.lang = "en";
  feedback.article_id = std::move(article);
  feedback.helpful = helpful;
  feedback.token_hash = token;
  feedback.first = 1;
  return feedback;
}

}  // namespace

TEST_CASE("vote counts: per article, read once an hour, the same pointer while nothing changes") {
  const support::TempFolder folder;
  events::Writer writer(folder / "events.sqlite");
  VoteCounts counts(folder / "events.sqlite");
  CHECK(counts.current()->empty());
  writer.add_feedback(vote("a", true, "1"));
  writer.add_feedback(vote("a", false, "2"));
  writer.add_feedback(vote("b", true, "3"));
  events::Feedback again = vote("b", true, "5");
  again.first = 0;
  writer.add_feedback(again);
  const auto start = std::chrono::steady_clock::now();
  counts.refresh(start);
  const auto first = counts.current();
  CHECK(*first == VotesByArticle{{{"en", "a"}, {1, 2}}, {{"en", "b"}, {1, 1}}});

  writer.add_feedback(vote("a", true, "4"));
  counts.refresh(start + 59min);
  CHECK(counts.current() == first);
  counts.refresh(start + 61min);
  CHECK(counts.current()->at({"en", "a"}) == Votes{2, 3});
  const auto second = counts.current();
  counts.refresh(start + 122min);
  CHECK(counts.current() == second);
}

TEST_CASE("vote counts: without a file they stay as they were") {
  const support::TempFolder folder;
  VoteCounts counts(folder / "none.sqlite");
  CHECK_THROWS_AS(counts.refresh(), events::Error);
  CHECK(counts.current()->empty());
}
