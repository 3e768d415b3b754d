#include "kb/search/meaning.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kb/search/attempt.h"
#include "kb/search/explain.h"
#include "kb/store/meaning_models.h"
#include "kb/store/sha256.h"
#include "tests/unit/kb/meaning/tiny_model.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

std::string with_hash(const std::string& bytes) {
  const std::string hex = sha256(bytes);
  std::string out = bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2)
    out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

// An index with the tiny model, or without one.
class MeaningFixture : public IndexFixture {
 public:
  MeaningFixture() {
    add("a-refunds", "Refunds", "money comes back");
    add("b-parcels", "Parcels", "where parcels are");
    add("c-other", "Money", "where refund money is");
    site.languages = {"en", "de"};
    add("d-deutsch", "Geld", "money", "de");
  }

  std::shared_ptr<const Snapshot> open_with_model() {
    index.write("model", with_hash(TinyModel().bytes()));
    const ReadModel read = read_model(index / "model");
    keep_model(index.path(), read);
    const MeaningSource source{read.model.lang, read.model.width,
                               [&](const std::string& text) { return encode_meaning(read.model, text, 48); }};
    std::filesystem::create_directories(generation());
    write_index(generation(), {site, articles, redirects, &source});
    Manifest manifest;
    manifest.model = read.hash;
    seal(generation(), manifest);
    return Snapshot::open(generation(), Verify::hashes);
  }
};

TEST_CASE_FIXTURE(MeaningFixture, "meaning: adds to the scores, and explain says what means the same") {
  const auto snapshot = open_with_model();
  const Explanation told = explain(*snapshot, query_for("where refund money is "), "");
  REQUIRE(told.hits.size() >= 2);
  double most = 0;
  for (const ExplainedArticle& hit : told.hits) {
    CHECK(hit.score == doctest::Approx(hit.text + hit.head + hit.pairs + hit.grams + hit.meaning));
    CHECK_FALSE(hit.means.empty());
    most = std::max(most, hit.meaning);
  }
  CHECK(told.hits.front().id == "c-other");
  CHECK(told.hits.front().means == "where refund money is");
  CHECK(told.hits.front().meaning == most);
  CHECK(most > 0);
}

TEST_CASE_FIXTURE(MeaningFixture,
                  "meaning: takes no part in exact searches, other languages, and without words") {
  const auto snapshot = open_with_model();
  SearchQuery exact = query_for("money");
  exact.exact = true;
  for (const SearchQuery& query : {exact, query_for("money", "de")}) {
    const Explanation told = explain(*snapshot, query, "");
    REQUIRE_FALSE(told.hits.empty());
    CHECK(told.hits.front().means.empty());
    CHECK(told.hits.front().meaning == 0);
  }
  CHECK(search(*snapshot, query_for("?!")).hits.empty());
}

TEST_CASE_FIXTURE(MeaningFixture, "meaning: without a model nothing of it is there") {
  const auto snapshot = open();
  const Explanation told = explain(*snapshot, query_for("money"), "");
  REQUIRE_FALSE(told.hits.empty());
  CHECK(told.hits.front().means.empty());
  CHECK_FALSE(std::filesystem::exists(generation() / "en" / "meaning"));
  CHECK(read_file(generation() / "manifest.json").find("model") == std::string::npos);
}

TEST_CASE_FIXTURE(MeaningFixture, "meaning: each spelling is read once, corrected") {
  const auto snapshot = open_with_model();
  const Snapshot::Lease lease = snapshot->lease("en");
  const ParsedQuery parsed = parse(*lease, "where is my pracel");
  QueryMeaning typed("where is my pracel");
  QueryMeaning meant("where is my parcel");
  CHECK(typed.vector(*lease, parsed, {}) != meant.vector(*lease, parsed, {}));
  CHECK(typed.vector(*lease, parsed, {{"pracel", "parcel"}}) == meant.vector(*lease, parsed, {}));
  CHECK(typed.vector(*lease, parsed, {{"is my pra", "x"}}) != meant.vector(*lease, parsed, {}));
}

TEST_CASE_FIXTURE(MeaningFixture, "meaning: a generation whose model is gone or changed is damaged") {
  const std::string hash = open_with_model()->manifest().model;
  const auto file = model_path(index.path(), hash);
  const std::string bytes = read_file(file);
  write_file(file, bytes + "x");
  CHECK(error_of([&] { Snapshot::open(generation(), Verify::hashes); }) ==
        "gen-000001 is damaged: its model of meaning has other contents: " + file.string() +
            "\nbuild the content again, or go back with firstline-indexer rollback");
  std::filesystem::remove(file);
  CHECK(error_of([&] {
          Snapshot::open(generation(), Verify::sizes);
        }).starts_with("gen-000001 is damaged: its model of meaning is missing: "));
}

}  // namespace
}  // namespace kb
