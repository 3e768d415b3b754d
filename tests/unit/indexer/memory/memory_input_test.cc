#include "indexer/memory/memory_input.h"

#include <doctest/doctest.h>

#include "indexer/publication.h"
#include "kb/model/error.h"
#include "kb/store/manifest.h"
#include "kb/store/sha256.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

kb::MemoryEntry helped(std::string query, std::string article, std::string lang = "en") {
  return {std::move(lang), std::move(query), std::move(article), 5, 5, 0, 0, 0, 1000};
}

const std::vector<kb::MemoryEntry> kEntries{helped("parcel late", "late"), helped("old words", "old/late"),
                                            helped("nothing", "gone"),     helped("Where is it", "late"),
                                            helped("no", "hidden"),        helped("hello", "late", "de")};

// A site with an article that was once elsewhere, and a memory of it.
struct Site {
  ContentFolder content;
  ContentFolder index;

  Site() {
    content.write("en/late.md", "---\naliases: [/en/old/late]\n---\n# Late parcels\n\nText.\n");
    content.write("en/hidden.md", "---\nunlisted: true\n---\n# Hidden\n\nText.\n");
    content.write("memory.jsonl", kb::encode_memory(kEntries));
  }
  std::filesystem::path memory() const { return content.path() / "memory.jsonl"; }
  MemoryInput read() const {
    const Compilation site = content.compile();
    return read_memory(memory(),
                       {site.learned, site.checks.rules, site.site.languages, site.articles, site.redirects});
  }
  Publication publish() const {
    PublishOptions options{index.path(), indexer_test::kToday, Drafts::hide, Guard::keep, {}};
    options.memory = memory();
    return indexer::publish(content.compile(), options);
  }
  std::string past(const std::string& generation) const {
    return kb::read_file(index.path() / generation / "en" / "memory.txt");
  }
};

}  // namespace

TEST_CASE("memory: entries follow moved articles, those of articles that are gone fall out") {
  const Site site;
  const MemoryInput input = site.read();
  REQUIRE(input.entries.size() == 3);
  for (const kb::MemoryEntry& entry : input.entries) CHECK(entry.article == "late");
  CHECK(input.gone == 2);
  CHECK(input.foreign == 1);
  CHECK(input.decided == 0);
  CHECK(input.hash == kb::sha256(kb::read_file(site.memory())));
}

TEST_CASE("memory: what a writer vetoed or accepted is no memory any more") {
  Site site;
  site.content.write("learned.yaml", R"(veto:
  - {query: Parcel LATE, article: late}
  - {query: old words, article: old/late}
accepted:
  - {query: where is it, article: late}
)");
  const MemoryInput input = site.read();
  CHECK(input.entries.empty());
  CHECK(input.decided == 3);
}

TEST_CASE("memory: a veto of what it does not have is named") {
  Site site;
  site.content.write("learned.yaml", R"(veto:
  - {query: parcel late, article: late}
  - {query: parcel never, article: late}
accepted:
  - {query: never searched, article: late}
)");
  const Publication made = site.publish();
  REQUIRE(made.findings.size() == 1);
  CHECK(made.findings[0].at.line == 3);
  CHECK(made.findings[0].rule == "learned-to-nothing");
  CHECK(made.findings[0].message == "the memory does not have 'parcel never' with the article 'late'");
  CHECK(made.name == "gen-000001");
}

TEST_CASE("memory: a language that does not exist is refused") {
  Site site;
  site.content.write("memory.jsonl", kb::encode_memory({helped("parcel late", "late", "klingon")}));
  CHECK_THROWS_WITH_AS(site.read(), (site.memory().string() + ":2: 'klingon' is no language").c_str(),
                       kb::Error);
}

TEST_CASE("memory: a build names its hash, and builds of the same input are equal") {
  const Site site;
  const Publication first = site.publish();
  CHECK(first.memory ==
        "3 past choices, 2 of articles that are gone, 1 of languages that the site does not have");
  CHECK(site.publish().name == "gen-000002");
  const auto manifest = [&](const std::string& name) {
    return kb::verify(site.index.path() / name, kb::Verify::hashes);
  };
  CHECK(manifest("gen-000001").memory == kb::sha256(kb::read_file(site.memory())));
  CHECK(manifest("gen-000001").files.at("en/memory.txt") == manifest("gen-000002").files.at("en/memory.txt"));
  CHECK(site.past("gen-000001") ==
        "old words\told word\t1:1000\n"
        "parcel late\tparcel late\t1:1000\n"
        "where is it\twhere is it\t1:1000\n");
}

TEST_CASE("memory: a broken file publishes nothing") {
  Site site;
  site.content.write("memory.jsonl", kb::encode_memory(kEntries) + "x\n");
  CHECK_THROWS_WITH_AS(site.publish(),
                       (site.memory().string() + ":8: this is no JSON object in UTF-8").c_str(), kb::Error);
  std::filesystem::remove(site.memory());
  CHECK_THROWS_AS(site.publish(), kb::Error);
  CHECK_FALSE(std::filesystem::exists(site.index.path() / "CURRENT"));
}
