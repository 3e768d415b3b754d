#include "indexer/publication.h"

#include <doctest/doctest.h>

#include "kb/model/error.h"
#include "kb/store/generation.h"
#include "kb/store/snapshot.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

std::string publish(const ContentFolder& content, const ContentFolder& index, Guard guard = Guard::keep) {
  return publish(content.compile(), {index.path(), indexer_test::kToday, Drafts::hide, guard, {}})
      .name.value_or("nothing");
}

void write_articles(ContentFolder& folder, int count) {
  for (int i = 0; i < count; ++i) folder.write("en/a" + std::to_string(i) + ".md", "# Article\n\nText.\n");
}

}  // namespace

TEST_CASE("build: what was compiled is what a reader finds") {
  ContentFolder content;
  content.write("en/orders/track.md", "---\naliases: [/old]\n---\n# Track\n\n![x](pic.svg)\n");
  content.write("en/orders/pic.svg", "<svg width='4' height='3'/>");
  content.write("en/later.md", "---\npublish_date: 2026-12-01\n---\nx");
  ContentFolder index;
  CHECK(publish(content, index) == "gen-000001");
  const auto snapshot = kb::Snapshot::open(index.path() / "gen-000001", kb::Verify::hashes);
  CHECK(snapshot->article("en", "orders/track")->title == "Track");
  CHECK(snapshot->redirect("/old")->to == "/en/orders/track");
  CHECK(snapshot->manifest().articles.at("en") == 1);
  CHECK(snapshot->manifest().next_change == std::chrono::sys_days{std::chrono::year{2026} / 12 / 1});
  CHECK(snapshot->manifest().files.contains("assets/" +
                                            content.compile().assets->add("en/orders/pic.svg").name));
  CHECK(publish(content, index) == "gen-000002");
}

TEST_CASE("build: losing a fifth of the articles needs --force") {
  ContentFolder content;
  write_articles(content, 10);
  ContentFolder index;
  publish(content, index);
  std::filesystem::remove(content.path() / "en/a0.md");
  std::filesystem::remove(content.path() / "en/a1.md");
  CHECK(publish(content, index) == "gen-000002");
  std::filesystem::remove(content.path() / "en/a2.md");
  std::filesystem::remove(content.path() / "en/a3.md");
  CHECK_THROWS_WITH_AS(publish(content, index), "only 6 of the 8 articles that are live would be left",
                       kb::Error);
  CHECK(kb::current_generation(index.path()) == "gen-000002");
  CHECK(publish(content, index, Guard::force) == "gen-000003");
}

TEST_CASE("build: only listed articles are counted, so unlisting a fifth needs --force") {
  ContentFolder content;
  write_articles(content, 4);
  content.write("en/u.md", "---\nunlisted: true\n---\nx");
  ContentFolder index;
  const auto generation = index.path() / publish(content, index);
  const kb::Manifest manifest = kb::verify(generation, kb::Verify::hashes);
  CHECK(manifest.articles == std::map<std::string, int>{{"en", 4}});
  CHECK(kb::Snapshot::open(generation, kb::Verify::sizes)->article("en", "u"));
  content.write("en/a0.md", "---\nunlisted: true\n---\nx");
  CHECK_THROWS_WITH_AS(publish(content, index), "only 3 of the 4 articles that are live would be left",
                       kb::Error);
}

TEST_CASE("build: a disk without room is said before anything is written, and force does not help") {
  ContentFolder content;
  write_articles(content, 10);
  ContentFolder index;
  std::uintmax_t available = 0;
  const auto build = [&] {
    PublishOptions options{index.path(), indexer_test::kToday, Drafts::hide, Guard::force, {}};
    options.free_space = [&](const std::filesystem::path& path) {
      CHECK(path == index.path());
      return available;
    };
    return publish(content.compile(), options).name.value_or("nothing");
  };
  available = 100'000;
  CHECK_THROWS_WITH_AS(
      build(),
      ("the disk of " + index.path().string() + " has 0.1 MB left, the new generation needs about 0.2 MB")
          .c_str(),
      kb::Error);
  CHECK_FALSE(kb::current_generation(index.path()));
  CHECK_FALSE(std::filesystem::exists(index.path() / "gen-000001.tmp"));
  available = 300'000;
  CHECK(build() == "gen-000001");
}

TEST_CASE("build: room is needed for as much as the live generation has, and for what came since") {
  ContentFolder content;
  write_articles(content, 10);
  ContentFolder index;
  publish(content, index);
  const auto live = kb::verify(index.path() / "gen-000001", kb::Verify::sizes);
  std::uintmax_t bytes = 0;
  for (const auto& [name, file] : live.files) bytes += file.size;
  CHECK(expected_size(content.compile(), live) == bytes);
  write_articles(content, 11);
  CHECK(expected_size(content.compile(), live) == bytes * 11 / 10);
  write_articles(content, 100);  // most of ten articles' generation is empty databases
  CHECK(expected_size(content.compile(), live) == expected_size(content.compile(), std::nullopt));
}

TEST_CASE("build: a preview with drafts is marked") {
  ContentFolder content;
  content.write("en/a.md", "---\ndraft: true\n---\nx");
  ContentFolder index;
  const auto name = publish(content.compile(Drafts::show),
                            {index.path(), indexer_test::kToday, Drafts::show, Guard::keep, {}})
                        .name;
  CHECK(kb::verify(index.path() / name.value(), kb::Verify::hashes).drafts);
}

TEST_CASE("build: a search that fails its expectation is not published without force") {
  ContentFolder content;
  content.write("a.md", "# Reset your password").write("b.md", "# Track a parcel");
  content.write("expectations.yaml", "- {query: parcel, article: a}\n");
  ContentFolder index;
  CHECK(publish(content, index) == "nothing");
  CHECK_FALSE(kb::current_generation(index.path()));
  CHECK(kb::generation_names(index.path()).empty());
  CHECK(publish(content, index, Guard::force) == "gen-000001");
  content.write("expectations.yaml", "- {query: parcel, article: b}\n");
  CHECK(publish(content, index) == "gen-000002");
}

TEST_CASE("build: a folder that is not an index is left alone") {
  ContentFolder content;
  write_articles(content, 1);
  ContentFolder index;
  index.write("holiday.jpg", "x");
  CHECK_THROWS_AS(publish(content, index), kb::Error);
  CHECK(std::filesystem::exists(index.path() / "holiday.jpg"));
}
