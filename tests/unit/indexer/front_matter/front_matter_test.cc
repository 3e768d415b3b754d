#include "indexer/front_matter/front_matter.h"

#include <doctest/doctest.h>

#include "indexer/output/finding_format.h"
#include "kb/model/date.h"

using namespace indexer;

namespace {

struct Read {
  FrontMatter meta;
  std::string findings;
};

Read read(std::string_view text) {
  const RuleSet rules(true);
  FileFindings findings(rules, "a.md");
  FrontMatter meta = read_front_matter(text, findings);
  auto list = findings.take();
  sort(list);
  return {std::move(meta), format_findings(list, OutputFormat::text, "")};
}

Read read_keys(std::string_view keys) { return read("---\n" + std::string(keys) + "\n---\nBody\n"); }

std::string date_text(const std::optional<std::chrono::sys_days>& date) {
  return date ? kb::format_date(*date) : "";
}

}  // namespace

TEST_CASE("front matter: every key") {
  const Read got = read_keys(R"(title: Track my order
description: Where it is.
questions: ['Where is my parcel?', No tracking]
keywords: [parcel, package]
tags: [delivery]
type: known-issue
slug: track
aliases: [/hc/1, old/track]
retired: true
weight: 20
featured: true
draft: true
publish_date: 2026-12-01
expiry_date: 2027-01-01
unlisted: true
updated: 2026-05-02
review_by: 2027-02-15
owner: Orders team
corrections:
  - {date: 2026-01-01, text: First}
  - {date: 2026-03-01, text: Second}
x-status: open)");
  CHECK(got.findings.empty());
  const FrontMatter& meta = got.meta;
  CHECK(meta.title == "Track my order");
  CHECK(meta.description == "Where it is.");
  CHECK(meta.questions == std::vector<std::string>{"Where is my parcel?", "No tracking"});
  CHECK(meta.keywords == std::vector<std::string>{"parcel", "package"});
  CHECK(meta.tags == std::vector<std::string>{"delivery"});
  CHECK(meta.type == kb::ArticleType::known_issue);
  CHECK(meta.slug == "track");
  REQUIRE(meta.aliases.size() == 2);
  CHECK(meta.aliases[1].path == "old/track");
  CHECK(meta.aliases[1].at.line == 9);
  CHECK(meta.retired);
  CHECK(meta.weight == 20);
  CHECK(meta.featured);
  CHECK(meta.draft);
  CHECK(meta.unlisted);
  CHECK(date_text(meta.publish_date) == "2026-12-01");
  CHECK(date_text(meta.expiry_date) == "2027-01-01");
  CHECK(date_text(meta.updated) == "2026-05-02");
  CHECK(date_text(meta.review_by) == "2027-02-15");
  CHECK(meta.owner == "Orders team");
  REQUIRE(meta.corrections.size() == 2);
  CHECK(meta.corrections[0].text == "Second");
  CHECK(meta.body_line == 25);
}

TEST_CASE("front matter: a text is one line, however it is written") {
  CHECK(read_keys("title: Track\n\n\n  my order").meta.title == "Track my order");
  CHECK(read_keys("title: Track\r\r\r my order").meta.title == "Track my order");
  CHECK(read_keys("title: |\n  Track\n  my\torder").meta.title == "Track my order");
  CHECK(read_keys("questions:\n  - |\n    Where is\n    it?").meta.questions ==
        std::vector<std::string>{"Where is it?"});
  CHECK(read_keys("keywords: lost\n\n  parcel, late").meta.keywords ==
        std::vector<std::string>{"lost parcel", "late"});
}

TEST_CASE("front matter: names other tools use") {
  const Read got = read_keys(R"(summary: Where it is.
search_phrases: Where is my parcel?
labels: parcel, package
topics: [delivery]
contentType: howto
permalink: track
redirect_from: /hc/1
sidebar_position: 3
published: false
publishDate: 2026-12-01T08:00:00Z
expiryDate: 2027-01-01
hidden: true
last_update: {date: 2026-05-02, author: Mira}
last_reviewed_on: 2026-01-31
review_in: 1 month)");
  CHECK(got.findings.empty());
  const FrontMatter& meta = got.meta;
  CHECK(meta.description == "Where it is.");
  CHECK(meta.questions == std::vector<std::string>{"Where is my parcel?"});
  CHECK(meta.keywords == std::vector<std::string>{"parcel", "package"});
  CHECK(meta.tags == std::vector<std::string>{"delivery"});
  CHECK(meta.type == kb::ArticleType::howto);
  CHECK(meta.slug == "track");
  CHECK(meta.aliases[0].path == "/hc/1");
  CHECK(meta.weight == 3);
  CHECK(meta.draft);
  CHECK(meta.unlisted);
  CHECK(date_text(meta.publish_date) == "2026-12-01");
  CHECK(date_text(meta.expiry_date) == "2027-01-01");
  CHECK(date_text(meta.updated) == "2026-05-02");
  CHECK(date_text(meta.review_by) == "2026-02-28");
}

TEST_CASE("front matter: our own name wins over another tool's") {
  const Read got = read_keys("updated: 2026-05-02\nlastmod: 2025-01-01\ndate: 2020-01-01");
  CHECK(date_text(got.meta.updated) == "2026-05-02");
  CHECK(got.findings.empty());
}

TEST_CASE("front matter: values of the wrong kind") {
  const struct {
    std::string_view keys;
    std::string_view message;
  } cases[] = {
      {"title: [a]", "2:8: error: 'title' must be a text, not a list"},
      {"questions: {a: b}", "2:12: error: 'questions' must be a list of texts, not a map"},
      {"questions: [[a]]", "2:13: error: 'questions' must be a list of texts; this is a list"},
      {"draft: maybe", "2:8: error: 'draft' must be true or false, not 'maybe'"},
      {"weight: first", "2:9: error: 'weight' must be a number from -1000000 to 1000000, not 'first'"},
      {"updated: 07/01/2017", "2:10: error: 'updated' must be a date such as 2026-05-02, not '07/01/2017'"},
      {"updated: 2026-02-30", "2:10: error: 'updated' must be a date such as 2026-05-02, not '2026-02-30'"},
      {"type: howtoo", "2:7: error: 'howtoo' is not a type; did you mean 'howto'?"},
      {"type: essay",
       "2:7: error: 'essay' is not a type; use one of faq, howto, troubleshooting, reference, policy, "
       "known-issue"},
      {"slug: a?b", "2:7: error: 'slug' is the last part of the article's URL, without / ? # %; not 'a?b'"},
      {"aliases: [https://x.example/a]",
       "2:11: error: 'aliases' lists old paths such as /hc/articles/123 or old-folder/old-name; not "
       "'https://x.example/a'"},
      {"review_in: soon", "2:12: error: 'review_in' must be a time such as '6 months', not 'soon'"},
      {"corrections: [{text: x}]",
       "2:15: error: a correction needs a date and a text: {date: 2026-05-02, text: what was wrong}"},
  };
  for (const auto& [keys, message] : cases) {
    CAPTURE(keys);
    CHECK(read_keys(keys).findings == "a.md:" + std::string(message) + " [front-matter-value]\n");
  }
}

TEST_CASE("front matter: an alias that nobody could ask for is refused") {
  for (const std::string path :
       {"/a/../b", "../b", "/a/./b", "/a/%2e%2E/b", "/a/%FF", "/a/%00b", "/a//b?c"}) {
    CAPTURE(path);
    CHECK(
        read_keys("aliases: ['" + path + "']").findings ==
        "a.md:2:11: error: 'aliases' lists old paths such as /hc/articles/123 or old-folder/old-name; not '" +
            path + "' [front-matter-value]\n");
  }
  for (const std::string path : {"/a/Frage [1]", "/a/..b", "/a.b/c", "/100%", "/a%3Fb", "/%C3%A9", "/a\\b"}) {
    CAPTURE(path);
    const Read got = read_keys("aliases: ['" + path + "']");
    CHECK(got.findings == "");
    REQUIRE(got.meta.aliases.size() == 1);
    CHECK(got.meta.aliases[0].path == path);
  }
}

TEST_CASE("front matter: questions within brackets need no quotes") {
  const Read got = read_keys("title: x\nquestions: [Where is my parcel?, \"Who, me?\", What's new?]");
  CHECK(got.findings == "");
  CHECK(got.meta.questions == std::vector<std::string>{"Where is my parcel?", "Who, me?", "What's new?"});
}

TEST_CASE("front matter: an unknown key names the nearest known one") {
  CHECK(read_keys("titel: x").findings ==
        "a.md:2:1: error: unknown key 'titel'; did you mean 'title'? [unknown-key]\n");
  CHECK(read_keys("zzzzzz: x").findings == "a.md:2:1: error: unknown key 'zzzzzz' [unknown-key]\n");
}

TEST_CASE("front matter: what is not a map of keys") {
  SUBCASE("unterminated: the text is kept") {
    const Read got = read("---\ntitle: x\n\nBody\n");
    CHECK(got.findings ==
          "a.md:1:1: error: the front matter that begins here never ends; close it with a line of --- "
          "[front-matter-syntax]\n");
    CHECK(got.meta.body_offset == 0);
  }
  SUBCASE("a rule at the beginning is not front matter") { CHECK(read("---\n\nBody\n").findings.empty()); }
  SUBCASE("a text between the lines is kept") {
    const Read got = read("---\nJust text\n---\nBody\n");
    CHECK(got.findings ==
          "a.md:2:1: error: the front matter must be `key: value` lines, not 'Just text' "
          "[front-matter-syntax]\n");
    CHECK(got.meta.body_offset == 0);
  }
  SUBCASE("a duplicate key") {
    const Read got = read_keys("title: One\ntitle: Two");
    CHECK(got.findings ==
          "a.md:3:1: error: 'title' is here a second time; only the first counts [duplicate-key]\n");
    CHECK(got.meta.title == "One");
  }
  SUBCASE("anchors") {
    CHECK(read_keys("tags: &t [a]\nkeywords: *t").findings ==
          "a.md:2:7: error: YAML anchors (&name) are not accepted; write the value out, or put the text in "
          "quotes [front-matter-syntax]\n");
  }
  SUBCASE("over 16 KiB") {
    const Read got = read_keys("title: " + std::string(20 * 1024, 'x'));
    CHECK(got.findings ==
          "a.md:2:1: error: the front matter has 20488 bytes, the limit is 16384 [front-matter-syntax]\n");
    CHECK(got.meta.title.empty());
    CHECK(got.meta.body_line == 4);
  }
  SUBCASE("empty or missing") {
    CHECK(read("---\n---\nBody\n").findings.empty());
    CHECK(read("Body\n").findings.empty());
    CHECK(read("").findings.empty());
  }
}

TEST_CASE("front matter: TOML and JSON") {
  const Read toml =
      read("+++\ntitle = \"x\"\nweight = 3\ndate = 2026-05-02T10:00:00Z\ntags = [\"a\", \"b\"]\n+++\nBody\n");
  CHECK(toml.findings.empty());
  CHECK(toml.meta.title == "x");
  CHECK(toml.meta.weight == 3);
  CHECK(date_text(toml.meta.updated) == "2026-05-02");
  CHECK(toml.meta.tags == std::vector<std::string>{"a", "b"});
  CHECK(toml.meta.body_line == 7);
  CHECK(read("---toml\ntitle = \"x\"\n---\nBody\n").meta.title == "x");
  const Read json = read("{\n\t\"title\": \"x\",\n\t\"draft\": true\n}\n\nBody\n");
  CHECK(json.findings.empty());
  CHECK(json.meta.title == "x");
  CHECK(json.meta.draft);
  CHECK(json.meta.body_line == 5);
  const Read wrong = read("+++\ntitle = x\n+++\nBody\n");
  CHECK(wrong.findings.starts_with("a.md:2:9: error: not valid TOML: "));
  CHECK(wrong.meta.body_line == 4);
  CHECK(read("{{< note >}}\n").meta.body_offset == 0);
  CHECK(read("{\n\"a\": 1\n}\n").meta.body_offset == 0);
}

TEST_CASE("front matter: what looks like a draft and cannot be read is not public") {
  const std::string_view unclear[] = {
      "---\ndraft: ture\n---\n",
      "---\ndraft: yes please\n---\n",
      "---\ndraft: [en, de]\n---\n",
      "---\ndarft: true\n---\n",
      "---\ndrat: true\n---\n",
      "{\"draft\":true}\n\ntext\n",
      "{ \"title\": \"x\", \"draft\": true } text\n",
      "---\ndraft:true\ntitle: x\n---\n",
      "---\npublish_date: 31.12.2027\n---\n",
      "---\nexpiry_date: soon\n---\n",
      "---\npublished: maybe\n---\n",
      "---\nhidden: ture\n---\n",
      "---\ndraft: false\ndraft: true\n---\n",
      "---\ntitle: a: b\ndraft: true\n---\n",
      "---\n\tdraft: true\n---\n",
      "---\ntitle: [\nstatus: draft\n---\n",
      "---\ndraft: true\n\nBody\n",
      "+++\ndraft = treu\n+++\n",
      "+++\ntitle = x\ndraft = true\n+++\n",
      "title: A\ndraft: true\n\nBody\n",
      "<!-- draft: true -->\n\nBody\n",
      "\n---\ndraft: true\n\nBody\n",
      " ---\ndraft: true\n\nBody\n",
  };
  for (const std::string_view text : unclear) {
    CAPTURE(text);
    const Read got = read(text);
    CHECK(got.meta.unclear);
    CHECK(got.findings.find("error:") != std::string::npos);
  }
  CHECK(read("---\ntitle: a: b\n---\n").meta.unclear == false);
  CHECK(read("---\ntitle: [\ndraft: true\n---\n")
            .findings.find("'draft' stands in front matter that cannot be read, "
                           "so the article is not public") != std::string::npos);
}

TEST_CASE("front matter: every tool's way to keep an article back") {
  for (const std::string_view keys : {"draft: true",
                                      "Draft: true",
                                      "draft: TRUE",
                                      "draft: 'true'",
                                      "draft: y",
                                      "draft: 1",
                                      "published: false",
                                      "publish: false",
                                      "public: no",
                                      "private: true",
                                      "is_draft: true",
                                      "status: draft",
                                      "Status: WIP",
                                      "visibility: private",
                                      "draft: false\npublished: false",
                                      "status: [draft]",
                                      "status: Draft - not yet",
                                      "status: draft, review",
                                      "wip: true",
                                      "post_status: draft",
                                      "params: {draft: true}",
                                      "published: true\ndraft: true"}) {
    CAPTURE(keys);
    const Read got = read_keys(keys);
    CHECK(got.meta.draft);
    CHECK(got.findings.empty());
  }
  for (const std::string_view keys : {"unlisted: true", "hidden: true", "visible: false", "listed: false"}) {
    CAPTURE(keys);
    CHECK(read_keys(keys).meta.unlisted);
  }
  CHECK(date_text(read_keys("published: 2027-05-02").meta.publish_date) == "2027-05-02");
  CHECK(date_text(read_keys("published_at: 2027-05-02\npublish_date: 2026-01-01").meta.publish_date) ==
        "2027-05-02");
  CHECK(date_text(read_keys("expires: 2027-05-02\nexpiryDate: 2026-01-01").meta.expiry_date) == "2026-01-01");
  const Read late = read("\n<!-- a\nb -->\n---\ntitle: x\ndraft: true\n---\nBody\n");
  CHECK(late.meta.draft);
  CHECK(late.meta.title == "x");
  CHECK(late.findings.starts_with("a.md:5:1: warning: the front matter does not begin on line 1"));
}

TEST_CASE("front matter: a block that other tools would not see keeps the article back") {
  for (const std::string_view before :
       {" ", "\t", "\xE2\x80\x8B", "\xC2\xA0", "{/* a\n\nb */}\n", "%% a %%\n\n", "%%\na\n%%\n",
        "{% comment %}\na\n{% endcomment %}\n", "[//]: # (a)\n", "<!-- a -->\n"}) {
    CAPTURE(before);
    const Read got = read(std::string(before) + "---\ntitle: x\ndraft: true\n---\nBody\n");
    CHECK(got.meta.draft);
    CHECK(got.meta.title == "x");
    CHECK(got.findings.find("[front-matter-place]") != std::string::npos);
  }
  CHECK(read(" ---\ndraft: true\n ---\nBody\n").meta.draft);
  CHECK(read("--- yaml\ndraft: true\n---\nBody\n").meta.draft);
  const Read text = read("---\ndescription: |\n  a\n  ---\n  b\ndraft: true\n---\nBody\n");
  CHECK(text.meta.draft);
  CHECK(text.findings.empty());
  CHECK(read("    ---\n    code\n    ---\n").meta.body_offset == 0);
}

TEST_CASE("front matter: what Hugo has in maps") {
  CHECK(read_keys("build: {render: never}").meta.draft);
  CHECK(read_keys("_build: {list: never}").meta.unlisted);
  CHECK_FALSE(read_keys("build: {render: always, list: always}").meta.draft);
  const Cascade map = read_keys("cascade: {draft: true}").meta.cascades.at(0);
  CHECK(map.draft);
  CHECK_FALSE(map.unlisted);
  CHECK(
      read_keys("cascade: [{params: {hidden: true}}, {build: {list: never}}]").meta.cascades.at(0).unlisted);
  CHECK(read_keys("cascade: {draft: ture}").meta.cascades.at(0).unclear);
  CHECK_FALSE(read_keys("cascade: {draft: true}").meta.draft);
}

TEST_CASE("front matter: GitBook's condition keeps a page back, since not every visitor may read it") {
  CHECK(read_keys("if: visitor.claims.pro").meta.draft);
  CHECK_FALSE(read_keys("if:").meta.draft);
}

TEST_CASE("front matter: keys of other tools that say how a page looks are passed over") {
  CHECK(read_keys("layout: doc\nsidebar_label: x\nlinkTitle: y\nicon: star\nms.date: 1").findings.empty());
  CHECK(read_keys("titel: x").findings.find("did you mean 'title'?") != std::string::npos);
}

TEST_CASE("front matter: a status on which other tools keep an article back is named") {
  for (const std::string_view status : {"archived", "in review", "In-Review", "unpublished", "[pending]"}) {
    CAPTURE(status);
    const Read got = read_keys("status: " + std::string(status));
    CHECK_FALSE(got.meta.draft);
    CHECK(got.findings.find("does not keep the article back") != std::string::npos);
  }
  for (const std::string_view status : {"new", "in", "In ", "deprecated", "stable", "draft", "''"})
    CHECK(read_keys("status: " + std::string(status)).findings.empty());
}

TEST_CASE("front matter: what keeps nothing back") {
  for (const std::string_view text :
       {"---\nstatus: new\n---\n", "---\ndraft: false\n---\n", "---\npublished: true\n---\n",
        "---\ndraft:\n---\n", "---\ndraft: \"\"\n---\n", "\n---\nnot: keys\ntext\n",
        "---\nx-draft-of: 3\n---\n", "---\npublisher: Wrenfold\n---\n",
        "---\nsidebar:\n  hidden: true\n---\n", "Draft beer\n", "Status: new\n\nBody\n",
        "The status: draft is one of three.\n", "\n---\nA text\n---\n", "<!-- a comment -->\n# Draft\n"}) {
    CAPTURE(text);
    const Read got = read(text);
    CHECK_FALSE(got.meta.draft);
    CHECK_FALSE(got.meta.unclear);
    CHECK_FALSE(got.meta.unlisted);
  }
}

TEST_CASE("front matter: paths that a page had elsewhere") {
  CHECK(read_keys("permalink: /faq/a.html").meta.permalink == "/faq/a.html");
  CHECK(read_keys("slug: a/b").meta.permalink == "a/b");
  CHECK(read_keys("url: https://shop.example/faq/a?x=1#y").meta.permalink == "/faq/a");
  CHECK(read_keys("permalink: /:categories/:title/").meta.permalink ==
        "/:categories/:title/");  // filled in later
  CHECK(read_keys("permalink: /:categories/:title/").findings.empty());
  CHECK(read_keys("slug: a/").meta.slug == "a");
  CHECK(read_keys("slug: a/../b").meta.permalink.empty());
  const FrontMatter exported = read_keys("html_url: https://shop.example/hc/en-us/articles/1-A").meta;
  CHECK(exported.aliases.at(0).path == "/hc/en-us/articles/1-A");
  CHECK(exported.aliases.at(0).is_derived);
}

TEST_CASE("front matter: notes in titles, descriptions and corrections are no part of them") {
  const FrontMatter meta = read_keys(
                               "title: 'T <!-- secret -->'\ndescription: 'D {/* secret */}'\n"
                               "corrections: [{date: 2026-01-01, text: 'C %% secret %%'}]")
                               .meta;
  CHECK(meta.title == "T");
  CHECK(meta.description == "D");
  CHECK(meta.corrections.at(0).text == "C");
}
