#include "tests/relevance/judged_set.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace relevance {
namespace {

std::string shown(const std::vector<JudgedQuery>& queries) {
  std::string all;
  for (const JudgedQuery& query : queries) all += (all.empty() ? "" : "; ") + query.id + "=" + query.text;
  return all;
}

TEST_CASE("judged set: every file is read, in its order") {
  kb::TempFolder dir;
  dir.write("qrels.tsv", "q2\torders/track\t1\nq1\ta#late\t2\nq1\tb\t1\n");
  dir.write("queries.tsv", "q2\twhere is my parcel\nq1\tlate parcel\n");
  dir.write("queries.typo.tsv", "q1\tlate parcle\n");
  dir.write("queries.prefix.tsv", "q1\tlate par\n");
  dir.write("oos.tsv", "o1\twho won the match\n");
  const JudgedSet set = read_judged_set(dir.path());
  CHECK(set.grades ==
        std::map<std::string, Grades>{{"q1", {{"a#late", 2}, {"b", 1}}}, {"q2", {{"orders/track", 1}}}});
  CHECK(shown(set.clean) == "q2=where is my parcel; q1=late parcel");
  CHECK(shown(set.typo) == "q1=late parcle");
  CHECK(shown(set.prefix) == "q1=late par");
  CHECK(shown(set.unanswerable) == "o1=who won the match");
}

TEST_CASE("judged set: only the queries and their judgements must be there") {
  kb::TempFolder dir;
  dir.write("qrels.tsv", "q1\ta\t1\n");
  dir.write("queries.tsv", "q1\tparcel\n");
  const JudgedSet set = read_judged_set(dir.path());
  CHECK(set.clean.size() == 1);
  CHECK(set.typo.empty());
  CHECK(set.prefix.empty());
  CHECK(set.unanswerable.empty());
}

TEST_CASE("judged set: without queries or judgements there is none") {
  for (const char* name : {"queries.tsv", "qrels.tsv"}) {
    CAPTURE(name);
    kb::TempFolder dir;
    dir.write(name, "q1\ta\t1\n");
    CHECK_THROWS_AS(read_judged_set(dir.path()), kb::Error);
  }
}

TEST_CASE("judged set: a line with too few fields is pointed at") {
  kb::TempFolder dir;
  dir.write("qrels.tsv", "q1\ta\t1\n");
  dir.write("queries.tsv", "q1\tparcel\nq2 late parcel\n");
  CHECK(kb::error_of([&] { read_judged_set(dir.path()); }) ==
        (dir / "queries.tsv").string() + ":2: too few fields\nseparate them by tabs");
  dir.write("qrels.tsv", "q1\ta\n");
  CHECK(kb::error_of([&] { read_judged_set(dir.path()); }) ==
        (dir / "qrels.tsv").string() + ":1: too few fields\nseparate them by tabs");
}

TEST_CASE("judged set: ends of lines may be of either kind, and the last one missing") {
  kb::TempFolder dir;
  dir.write("qrels.tsv", "q1\ta\t1\r\nq1\tb\t2\r\n");
  dir.write("queries.tsv", "q1\tparcel\r\nq2\tlate parcel");
  const JudgedSet set = read_judged_set(dir.path());
  CHECK(shown(set.clean) == "q1=parcel; q2=late parcel");
  CHECK(set.grades.at("q1") == Grades{{"a", 1}, {"b", 2}});
}

TEST_CASE("judged set: a query may name its language; a field more is not read") {
  kb::TempFolder dir;
  dir.write("qrels.tsv", "q1\ta\t1\tby hand\n");
  dir.write("queries.tsv", "q1\tparcel\nq2\tPaket\tde\tan aside\n");
  const JudgedSet set = read_judged_set(dir.path());
  CHECK(shown(set.clean) == "q1=parcel; q2=Paket");
  CHECK(set.clean[0].lang.empty());
  CHECK(set.clean[1].lang == "de");
  CHECK(set.grades.at("q1").at("a") == 1);
}

TEST_CASE("judged set: line breaks, tabs and backslashes of a text are escaped") {
  kb::TempFolder dir;
  dir.write("qrels.tsv", "q1\ta\t1\n");
  dir.write("queries.tsv",
            "q1\t"
            R"(Hello,\nwhere\tis C:\\new\x\)"
            "\n");
  CHECK(read_judged_set(dir.path()).clean.at(0).text == "Hello,\nwhere\tis C:\\new\\x\\");
}

}  // namespace
}  // namespace relevance
