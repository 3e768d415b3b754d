#include "kb/search/passage.h"

#include <doctest/doctest.h>

#include "kb/search/attempt.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class PassageFixture : public SearchFixture {
 public:
  PassageFixture() {
    Article& article = add("a", "Orders", "Everything about buying");
    article.description = "Shopping in short";
    article.sections.push_back(make_section("late", "Late parcels", "A parcel that comes late"));
    article.sections.push_back(make_section("lost", "Lost parcels", "A parcel that never comes"));
    add("b", "Parcels", "All about them");
  }

  // The anchors found for an article: of one section, or none.
  std::vector<std::string> anchors(std::string_view text, const std::vector<Xapian::docid>& documents,
                                   Xapian::docid of) {
    const Snapshot::Lease lease = snapshot().lease("en");
    std::vector<Scored> asked;
    for (const Xapian::docid document : documents) asked.push_back({document, 1, 0, 0, 0});
    const ExpandedQuery query = expand(*lease, parse(*lease, text), Expansion::usual);
    const auto passages = best_passages(*lease, query, asked);
    const auto found = passages.find(of);
    if (found == passages.end()) return {};
    return {lease->section(found->second).anchor};
  }
};

using Anchors = std::vector<std::string>;

TEST_CASE_FIXTURE(PassageFixture, "passage: the section that matches best is found") {
  CHECK(anchors("late parcel ", {1}, 1) == Anchors{"late"});
  CHECK(anchors("lost parcel ", {1}, 1) == Anchors{"lost"});
  CHECK(anchors("buying ", {1}, 1) == Anchors{""});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: the description counts as the first section's") {
  CHECK(anchors("shopping ", {1}, 1) == Anchors{""});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: corrections and unfinished words find sections too") {
  CHECK(anchors("parcell nevre ", {1}, 1) == Anchors{"lost"});
  CHECK(anchors("la", {1}, 1) == Anchors{"late"});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: an article without a match in a section is missing") {
  add("c", "Checkout", "Where you pay").keywords = {"basket"};
  CHECK(anchors("basket ", {3}, 3) == Anchors{});
  CHECK(anchors("qqq ", {1, 2}, 1) == Anchors{});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: only the articles asked for are looked at, each on its own") {
  CHECK(anchors("all about parcels ", {1}, 2) == Anchors{});
  CHECK(anchors("all about parcels ", {2, 1}, 2) == Anchors{""});
  CHECK(anchors("never about parcels ", {2, 1}, 1) == Anchors{"lost"});
  CHECK(anchors("parcels ", {}, 1) == Anchors{});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: a word in a heading says more than the same word in a text") {
  Article& article = add("c", "Twice", "");
  article.sections.push_back(make_section("text", "Something", "the voucher and the voucher and so on"));
  article.sections.push_back(
      make_section("heading", "Voucher", "what to do with it and where it can be used"));
  CHECK(anchors("voucher ", {3}, 3) == Anchors{"heading"});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: a section is not better for repeating a word of the title") {
  Article& article = add("c", "Chromebook", "");
  article.sections.push_back(make_section("repeats", "Overview", "Chromebook, chromebook and the browser"));
  article.sections.push_back(make_section("answers", "Sending", "Upload it with a button in the browser"));
  CHECK(anchors("upload chromebook ", {3}, 3) == Anchors{"answers"});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: a section is not better for being shorter than most") {
  Article& article = add("c", "Sending", "");
  article.sections.push_back(make_section("usual", "Steps", "Print the voucher and take it to a shop"));
  article.sections.push_back(make_section("short", "More", "Voucher"));
  std::string longer;
  for (int i = 0; i < 40; ++i) longer += "something else ";
  add("d", "Other", longer);
  CHECK(anchors("voucher ", {3}, 3) == Anchors{"usual"});
}

TEST_CASE_FIXTURE(PassageFixture, "passage: of equal sections the first is taken") {
  Article& article = add("c", "Twice", "");
  article.sections.push_back(make_section("one", "Voucher", "the same"));
  article.sections.push_back(make_section("two", "Voucher", "the same"));
  CHECK(anchors("voucher ", {3}, 3) == Anchors{"one"});
}

}  // namespace
}  // namespace kb
