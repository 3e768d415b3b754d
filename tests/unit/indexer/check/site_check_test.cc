#include "indexer/check/site_check.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;
using indexer_test::make_strict;

TEST_CASE("site check: links to missing headings") {
  ContentFolder folder;
  make_strict(folder);
  folder.write(
      "en/a.md",
      "# A\n\n## By email\n\n[x](b.md#nope) [y](b.md#in-the-app) [z](#by-email) [t](#top)\n\n[w](#no)\n");
  folder.write("en/b.md", "# B\n\n## In the app\n\nx\n");
  CHECK(folder.findings() ==
        "en/a.md:5:1: error: en/b.md has no heading '#nope' [missing-anchor]\n"
        "en/a.md:7:1: error: en/a.md has no heading '#no' [missing-anchor]\n");
}

TEST_CASE("site check: missing articles, images and files, in strict and lenient folders") {
  ContentFolder folder;
  folder.write("en/a.md", "# A\n\n[x](b.md) ![y](c.png)\n\n[z](d.zip)\n");
  CHECK(folder.findings() ==
        "en/a.md:3:1: warning: there is no article en/b.md [missing-link]\n"
        "en/a.md:3:11: warning: there is no image en/c.png [missing-image]\n"
        "en/a.md:5:1: warning: there is no file en/d.zip [missing-file]\n");
  make_strict(folder, "rules: {missing-image: warn, missing-file: off}\n");
  CHECK(folder.findings() ==
        "en/a.md:3:1: error: there is no article en/b.md [missing-link]\n"
        "en/a.md:3:11: warning: there is no image en/c.png [missing-image]\n");
}

TEST_CASE("site check: an overdue review names the owner") {
  ContentFolder folder;
  folder.write("en/a.md", "---\nreview_by: 2026-11-21\nowner: Orders team\n---\nx");
  folder.write("en/b.md", "---\nreview_by: 2026-11-22\n---\nx");
  CHECK(folder.findings() ==
        "en/a.md:2:1: warning: the review by Orders team was due on 2026-11-21 [review-overdue]\n");
}

TEST_CASE("site check: translations of nothing, when asked for") {
  ContentFolder folder;
  make_strict(folder, "languages: [en, de]\n");
  folder.write("en/a.md", "# A").write("de/a.md", "# A").write("de/b.md", "# B");
  CHECK(folder.findings().empty());
  make_strict(folder, "languages: [en, de]\nrules: {translation-of-nothing: error}\n");
  CHECK(folder.findings() == "de/b.md:1:1: error: there is no article 'b' in en [translation-of-nothing]\n");
}

TEST_CASE("site check: pins, notices, categories and expectations that lead to nothing") {
  ContentFolder folder;
  folder.write("en/orders/a.md", "# A").write("en/orders/d.md", "---\ndraft: true\n---\nx");
  make_strict(folder, R"(categories: [{id: orders, name: Orders}, {id: nope, name: Nope}]
pins:
  - {query: a, article: orders/a}
  - {query: d, article: orders/d}
notices:
  - {kind: incident, title: x, article: nope, categories: [orders, none]}
)");
  folder.write("expectations.yaml", "- {query: a, article: orders/a#x}\n- {query: b, article: b}\n");
  CHECK(folder.findings() ==
        "expectations.yaml:2:3: error: 'b' is no article in en [expectation-to-nothing]\n"
        "site.yaml:2:42: warning: no article lies in the category 'nope' [category-to-nothing]\n"
        "site.yaml:5:5: error: the pin 'd' leads to 'orders/d', which is no article in en [pin-to-nothing]\n"
        "site.yaml:7:5: error: the notice leads to 'nope', which is no article [notice-to-nothing]\n"
        "site.yaml:7:5: error: the notice is for 'none', which is no category [notice-to-nothing]\n");
}

TEST_CASE("site check: a pin may lead to the ways to reach people, whether the site names one or not") {
  ContentFolder folder;
  folder.write("en/a.md", "# A");
  make_strict(folder, "pins:\n  - {query: angry, article: contact}\n  - {query: upset, article: contacts}\n");
  CHECK(folder.findings() ==
        "site.yaml:4:5: error: the pin 'upset' leads to 'contacts', which is no article in en "
        "[pin-to-nothing]\n");
}

TEST_CASE("site check: pins, notices, categories and expectations that lead to unlisted articles") {
  ContentFolder folder;
  folder.write("en/a.md", "# A").write("en/orders/u.md", "---\nunlisted: true\n---\nx");
  folder.write("de/orders/v.md", "# V").write("en/orders/v.md", "---\nunlisted: true\n---\nx");
  make_strict(folder, R"(languages: [en, de]
categories: [{id: orders, name: Orders}]
pins:
  - {query: u, article: orders/u}
  - {query: v, article: orders/v, lang: de}
notices:
  - {kind: incident, title: x, article: orders/u, categories: [orders]}
  - {kind: incident, title: x, article: orders/v}
)");
  folder.write("expectations.yaml", "- {query: u, article: orders/u}\n");
  CHECK(folder.findings() ==
        "expectations.yaml:1:3: error: 'orders/u' is unlisted in en [expectation-to-nothing]\n"
        "site.yaml:5:5: error: the pin 'u' leads to 'orders/u', which is unlisted in en [pin-to-nothing]\n"
        "site.yaml:8:5: error: the notice leads to 'orders/u', which is unlisted [notice-to-nothing]\n");
  folder.write("de/orders/v.md", "---\nunlisted: true\n---\nx").write("de/a.md", "# A");
  CHECK(folder.findings().find("no article lies in the category 'orders' [category-to-nothing]") !=
        std::string::npos);
  CHECK(folder.findings().find("the notice is for 'orders', which is no category [notice-to-nothing]") !=
        std::string::npos);
}

TEST_CASE("site check: links to unlisted articles and their headings, and reviews of them") {
  ContentFolder folder;
  make_strict(folder);
  folder.write("en/a.md", "# A\n\n[x](u.md#there) [y](u.md#nope)\n");
  folder.write("en/u.md", "---\nunlisted: true\nreview_by: 2026-11-21\n---\n# U\n\n## There\n\n[a](a.md)\n");
  CHECK(folder.findings() ==
        "en/a.md:3:17: error: en/u.md has no heading '#nope' [missing-anchor]\n"
        "en/u.md:3:1: warning: the review was due on 2026-11-21 [review-overdue]\n");
}
