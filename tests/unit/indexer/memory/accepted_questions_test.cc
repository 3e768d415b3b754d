#include "indexer/memory/accepted_questions.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

TEST_CASE("accepted searches become questions of their article, each once") {
  ContentFolder folder;
  folder.write("en/late.md", "---\nquestions: [Where is my parcel?]\n---\n# Late parcels\n\nText.\n");
  folder.write("de/late.md", "# Späte Pakete\n\nText.\n");
  folder.write("learned.yaml", R"(accepted:
  - {query: where is my parcel, article: late}
  - {query: parcel never came, article: late}
  - {query: paket fehlt, article: late, lang: de}
)");
  const indexer::Compilation site = folder.compile();
  REQUIRE(site.articles.size() == 2);
  for (const kb::Article& article : site.articles) {
    if (article.lang == "en")
      CHECK(article.questions == std::vector<std::string>{"Where is my parcel?", "parcel never came"});
    else
      CHECK(article.questions == std::vector<std::string>{"paket fehlt"});
  }
}

TEST_CASE("accepted searches: entries for what is no public article are named") {
  ContentFolder folder;
  folder.write("en/late.md", "# Late parcels\n\nText.\n");
  folder.write("en/later.md", "---\ndraft: true\n---\n# Later\n\nText.\n");
  folder.write("learned.yaml", R"(veto:
  - {query: a, article: gone}
accepted:
  - {query: b, article: later}
  - {query: c, article: late, lang: de}
)");
  CHECK(folder.findings() ==
        "learned.yaml:2:5: warning: there is no public article 'gone' in en [learned-to-nothing]\n"
        "learned.yaml:4:5: warning: there is no public article 'later' in en [learned-to-nothing]\n"
        "learned.yaml:5:5: warning: there is no public article 'late' in de [learned-to-nothing]\n");
}

TEST_CASE("accepted searches: what is accepted and vetoed at once is an error") {
  ContentFolder folder;
  folder.write("en/late.md", "# Late parcels\n\nText.\n");
  folder.write("learned.yaml", R"(veto:
  - {query: parcel late, article: late}
accepted:
  - {query: Parcel LATE?, article: late, lang: en}
)");
  CHECK(
      folder.findings() ==
      "learned.yaml:4:5: error: 'Parcel LATE?' with the article 'late' is vetoed in line 2 [config-value]\n");
}
