#include "indexer/check/expectation_check.h"

#include <doctest/doctest.h>

#include "indexer/publication.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

// Three articles of which each says less of parcels than the one before, and one of something else.
class Site : public ContentFolder {
 public:
  Site() {
    write("site.yaml", "languages: [en, de]\nrules: {git-dates: off, expectation-to-nothing: off}\n");
    write("en/orders/track.md", "# Track a parcel\n\nYour parcel.\n\n## Late parcel\n\nIt is delayed.\n");
    write("en/orders/size.md", "# Sizes\n\nA parcel may have 30 kg. Weigh it before you bring it to us.\n");
    write("en/orders/tax.md", "# Customs and tax\n\n" + std::string(60, 'x') +
                                  " Some countries ask for duty on every single parcel that comes in.\n");
    write("en/account.md", "# Reset your password\n");
    write("de/konto.md", "# Kennwort\n");
  }

  std::string findings() const {
    const ContentFolder index;
    const PublishOptions options{index.path(), indexer_test::kToday, Drafts::hide, Guard::keep, {}, 2};
    return format_findings(publish(compile(), options).findings, OutputFormat::text, "");
  }
};

// With every score as 0.00: the ranking's figures are its own tests' business.
std::string without_scores(std::string text) {
  for (std::size_t i = 2; i < text.size(); ++i) {
    const bool decimals = text[i - 1] == '.' && std::isdigit(text[i]) && std::isdigit(text[i - 2]);
    if (!decimals) continue;
    std::size_t begin = i - 1;
    while (begin > 0 && std::isdigit(text[begin - 1])) --begin;
    text.replace(begin, i + 2 - begin, "0.00");
    i = begin + 4;
  }
  return text;
}

}  // namespace

TEST_CASE("expectation check: what search finds is not reported") {
  Site site;
  site.write("expectations.yaml", R"(- {query: parsel, article: orders/track}
- {query: late parcel, article: "orders/track#late-parcel"}
- {query: parcel, lang: en, article: orders/tax, top: 3}
- {query: kennwort, lang: de, article: konto}
- {query: submarine, nothing: true}
- {query: parcel, must_not_show: [account]}
)");
  CHECK(site.findings() == "");
}

TEST_CASE("expectation check: an article too low names its rival and both scores") {
  Site site;
  site.write("expectations.yaml", R"(- {query: parcel, article: orders/tax}
- {query: parcel, article: orders/tax, top: 2}
- {query: parcel, article: account, top: 2}
- {query: parcel, article: gone, top: 9}
- {query: submarine, article: account}
)");
  CHECK(
      without_scores(site.findings()) ==
      "expectations.yaml:1:3: error: \"parcel\" should find orders/tax first, but it is 3rd: orders/track "
      "is first with 0.00 against 0.00 [expectation]\n"
      "expectations.yaml:2:3: error: \"parcel\" should find orders/tax among the first 2, but it is 3rd: "
      "orders/size is 2nd with 0.00 against 0.00 [expectation]\n"
      "expectations.yaml:3:3: error: \"parcel\" should find account among the first 2, but it is not found: "
      "orders/size is 2nd with 0.00 [expectation]\n"
      "expectations.yaml:4:3: error: \"parcel\" should find gone among the first 9, but it is not found: "
      "orders/tax is 3rd with 0.00 [expectation]\n"
      "expectations.yaml:5:3: error: \"submarine\" should find account first, but nothing is found "
      "[expectation]\n");
}

TEST_CASE("expectation check: the scores are those of the search") {
  Site site;
  site.write("expectations.yaml", "- {query: parcel, article: orders/size}\n");
  const std::string found = site.findings();
  const auto with = found.find(" with ");
  const auto against = found.find(" against ");
  REQUIRE(against != std::string::npos);
  CHECK(std::stod(found.substr(with + 6)) > std::stod(found.substr(against + 9)));
}

TEST_CASE("expectation check: only the first ten are looked at") {
  Site site;
  for (int i = 0; i < 12; ++i) site.write("en/p" + std::to_string(i) + ".md", "# Parcel\n\nParcel.\n");
  site.write("expectations.yaml", "- {query: parcel, article: orders/tax, top: 2}\n");
  CHECK(without_scores(site.findings()) ==
        "expectations.yaml:1:3: error: \"parcel\" should find orders/tax among the first 2, but it is not "
        "among the first 10: p1 is 2nd with 0.00 [expectation]\n");
}

TEST_CASE("expectation check: the right article by the wrong section") {
  Site site;
  site.write("expectations.yaml", R"(- {query: late parcel, article: "orders/track#nowhere"}
- {query: reset password, article: "account#nowhere"}
)");
  CHECK(site.findings() ==
        "expectations.yaml:1:3: error: \"late parcel\" should lead to orders/track#nowhere, but leads to "
        "#late-parcel [expectation]\n"
        "expectations.yaml:2:3: error: \"reset password\" should lead to account#nowhere, but leads to the "
        "article's beginning [expectation]\n");
}

TEST_CASE("expectation check: what should not be found is named") {
  Site site;
  site.write("expectations.yaml", R"(- {query: parcel, nothing: true}
- {query: parcel, must_not_show: [account, orders/size]}
- {query: parcel, article: orders/track, must_not_show: [orders/tax]}
)");
  CHECK(
      without_scores(site.findings()) ==
      "expectations.yaml:1:3: error: \"parcel\" should find nothing, but orders/track is first of 3, with a "
      "confidence of 0.00 [expectation]\n"
      "expectations.yaml:2:3: error: \"parcel\" must not show orders/size, but it is 2nd with 0.00 "
      "[expectation]\n"
      "expectations.yaml:3:3: error: \"parcel\" must not show orders/tax, but it is 3rd with 0.00 "
      "[expectation]\n");
}

TEST_CASE("expectation check: what only comes nearest is not found, but must not be shown either") {
  Site site;
  site.write("expectations.yaml", R"(- {query: parcel xylophone quagmire zeppelin, nothing: true}
- {query: parcel xylophone quagmire zeppelin, article: orders/track}
- {query: parcel xylophone quagmire zeppelin, must_not_show: [orders/tax]}
)");
  CHECK(
      without_scores(site.findings()) ==
      "expectations.yaml:2:3: error: \"parcel xylophone quagmire zeppelin\" should find orders/track first, "
      "but nothing is found [expectation]\n"
      "expectations.yaml:3:3: error: \"parcel xylophone quagmire zeppelin\" must not show orders/tax, but it "
      "is 3rd with 0.00 [expectation]\n");
}

TEST_CASE("expectation check: a language the site does not have") {
  Site site;
  site.write("expectations.yaml", "- {query: colis, lang: fr, nothing: true}\n");
  CHECK(site.findings() ==
        "expectations.yaml:1:3: error: \"colis\" is in 'fr', but the site is in en, de [expectation]\n");
}

TEST_CASE("expectation check: an article should be among the first three for its own questions") {
  Site site;
  for (const char* name : {"one", "two", "three"})
    site.write("en/" + std::string(name) + ".md", "# Where is my invoice?\n\nInvoice, invoice.\n");
  site.write("en/zoo.md",
             "---\ntitle: Animals\nquestions:\n  - Where is my invoice?\n  - Is there a zoo?\n---\n" +
                 std::string("Elephants eat a lot of hay every day and never ask for anything else. ") +
                 "They drink, too.\n");
  SUBCASE("a warning with site.yaml") {
    CHECK(
        without_scores(site.findings()) ==
        "en/zoo.md:3:1: warning: \"Where is my invoice?\" should find this article among the first 3, but it "
        "is 4th: two is 3rd with 0.00 against 0.00 [question-not-found]\n");
  }
  SUBCASE("nothing without it: the searches are not even run") {
    std::filesystem::remove(site.path() / "site.yaml");
    CHECK(site.compile().checks.empty());
  }
  SUBCASE("off where site.yaml says so") {
    site.write("site.yaml", "rules: {question-not-found: off}\n");
    CHECK(site.compile().checks.empty());
  }
}
