#include "tests/relevance/evaluate.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace relevance {
namespace {

struct Help : kb::IndexFixture {
  Help() {
    site.languages = {"en", "de"};
    add("a", "Track a parcel", "Where the parcel is.");
    add("b", "Return a lamp", "Send the lamp back.");
    add("c", "Paint a fence", "Brushes and colours.");
    add("a", "Paket verfolgen", "Wo das Paket ist.", "de");
    add("b", "Lampe zurückgeben", "Die Lampe zurückschicken.", "de");
  }
};

std::string shown(const Found& found) {
  return std::to_string(found.queries) + " queries, " + std::to_string(found.first) + " first, " +
         std::to_string(found.three) + " in three, " + std::to_string(found.nothing) + " nothing";
}

TEST_CASE("evaluate: counts what is found, each query in its language") {
  const auto snapshot = Help().open();
  JudgedSet set;
  set.clean = {{"q1", "track parcel"},
               {"q2", "paket verfolgen", "de"},
               {"q3", "track a parcel"},
               {"q4", "zzxqj"},
               {"q5", "not judged"}};
  set.grades = {{"q1", {{"a", 1}}}, {"q2", {{"a", 1}}}, {"q3", {{"c", 1}}}, {"q4", {{"a", 1}}}};
  const Found found = count_found(*snapshot, set, Ask::search);
  CHECK(shown(found) == "4 queries, 2 first, 2 in three, 1 nothing");
  CHECK(found.missed == std::vector<std::string>{"q3: a", "q4:"});
}

TEST_CASE("evaluate: counts suggestions") {
  const auto snapshot = Help().open();
  JudgedSet set;
  set.clean = {{"q1", "tra"}, {"q2", "lam", "de"}, {"q3", "ret"}, {"q4", "zzx"}};
  set.grades = {{"q1", {{"a", 1}}}, {"q2", {{"b", 1}}}, {"q3", {{"c", 1}}}, {"q4", {{"a", 1}}}};
  CHECK(shown(count_found(*snapshot, set, Ask::suggest)) == "4 queries, 2 first, 2 in three, 1 nothing");
}

TEST_CASE("evaluate: of a text that is too long the beginning is asked, to a whole character") {
  const auto snapshot = Help().open();
  JudgedSet set;
  std::string text = "track parcel ";
  while (text.size() < 2000) text += "ö";
  set.clean = {{"q1", text}};
  set.grades = {{"q1", {{"a", 1}}}};
  CHECK(count_found(*snapshot, set, Ask::search).queries == 1);
}

TEST_CASE("evaluate: a language that the site lacks is named") {
  const auto snapshot = Help().open();
  JudgedSet set;
  set.clean = {{"q1", "parcel", "fr"}};
  set.grades = {{"q1", {{"a", 1}}}};
  CHECK(kb::error_of([&] { count_found(*snapshot, set, Ask::search); }) ==
        "query q1: the site has no language fr\ncorrect its third field");
}

}  // namespace
}  // namespace relevance
