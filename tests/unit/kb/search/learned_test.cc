#include <doctest/doctest.h>

#include "kb/search/explain.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

MemoryEntry helped(std::string query, std::string article, std::string lang = "en") {
  return {std::move(lang), std::move(query), std::move(article), 10, 9, 0, 0, 0, 900};
}

class LearnedFixture : public SearchFixture {
 public:
  LearnedFixture() {
    site.languages = {"en", "de"};
    add("a-track", "Track a parcel", "Where the parcel is. A parcel has a number.");
    add("b-late", "Parcel is late", "What to do when a parcel is late.");
    add("c-lamp", "The lamp", "It glows.");
    add("d-fence", "Fences", "How fences are painted.");
    add("a-track", "Paket verfolgen", "Wo das Paket ist.", "de");
    add("b-late", "Paket kommt zu spät", "Wenn das Paket zu spät kommt.", "de");
  }
  void learn() { memory = {helped("my parcel never came", "b-late"), helped("paint a wall", "d-fence")}; }

  ExplainedArticle explained(std::string_view query, const std::string& id) {
    for (const ExplainedArticle& hit : explain(snapshot(), query_for(query), "").hits)
      if (hit.id == id) return hit;
    return {};
  }
};

TEST_CASE_FIXTURE(LearnedFixture, "learned: without a memory nothing of it is there") {
  CHECK(ids("parcel came ") == "a-track b-late");
  CHECK(explained("parcel came ", "b-late").learned.empty());
  CHECK_FALSE(std::filesystem::exists(generation() / "en" / "memory.txt"));
  CHECK(read_file(generation() / "manifest.json").find("memory") == std::string::npos);
}

TEST_CASE_FIXTURE(LearnedFixture,
                  "learned: what helped after a search like it comes first, and explain says so") {
  learn();
  CHECK(ids("parcel came ") == "b-late a-track");
  const ExplainedArticle hit = explained("parcel came ", "b-late");
  CHECK(hit.learned == "my parcel never came");
  CHECK(hit.learned_weight == 900);
  CHECK(hit.past > 0);
  CHECK(hit.score == doctest::Approx(hit.text + hit.head + hit.pairs + hit.grams + hit.past));
  CHECK(explained("parcel came ", "a-track").past == 0);
}

TEST_CASE_FIXTURE(LearnedFixture, "learned: of a word that is corrected or unfinished, too") {
  learn();
  CHECK(ids("parcl came ") == "b-late a-track");
  CHECK(explained("never came parc", "b-late").past > 0);
}

TEST_CASE_FIXTURE(LearnedFixture,
                  "learned: only what has a word of the search is found, and only in its language") {
  learn();
  CHECK(ids("paint a wall") == "d-fence");
  CHECK(explained("paint a wall", "d-fence").past > 0);
  memory = {helped("lamp glows", "d-fence"), helped("paket", "b-late", "de")};
  LearnedFixture other;
  other.memory = memory;
  CHECK(other.ids("lamp glows") == "c-lamp");
  CHECK(other.explained("parcel", "b-late").past == 0);
  CHECK(other.ids("paket ", "de") == "b-late a-track");
}

TEST_CASE_FIXTURE(LearnedFixture, "learned: takes no part in exact searches") {
  learn();
  CHECK(ids_of(find_exactly("parcel came")) == "a-track b-late");
}

TEST_CASE_FIXTURE(LearnedFixture, "learned: damaged past searches are no index") {
  learn();
  open();
  write_file(generation() / "en" / "memory.txt", "parcel\tparcel\t9:1000\n");
  seal(generation(), Manifest{});
  CHECK(error_of([&] { Snapshot::open(generation(), Verify::hashes); }) ==
        "the index holds unreadable past searches\nbuild the content again");
}

}  // namespace
}  // namespace kb
