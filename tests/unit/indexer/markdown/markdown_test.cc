#include "indexer/markdown/markdown.h"

#include <doctest/doctest.h>

#include <ctime>
#include <string>
#include <thread>
#include <vector>

namespace {

#ifdef NDEBUG
constexpr int kPatience = 2;  // seconds
#else
constexpr int kPatience = 6;  // neither optimised nor, often, without sanitizers
#endif

using indexer::LinkKind;

struct AskedLink {
  LinkKind kind;
  std::string target;
  indexer::Position at;
};

struct Result {
  indexer::CompiledMarkdown page;
  std::vector<AskedLink> asked;
  std::vector<indexer::Finding> findings;
};

// "gone" leads nowhere, another host's images become links, everything else stays.
Result compile(std::string_view text, const indexer::MarkdownOptions& options = {}) {
  const indexer::RuleSet rules(true);
  indexer::FileFindings findings(rules, "a.md");
  Result result;
  const auto resolve = [&](LinkKind kind, std::string_view target, indexer::Position at) {
    result.asked.push_back({kind, std::string(target), at});
    indexer::ResolvedLink link;
    if (target == "gone") return link;
    link.url = "/" + std::string(target);
    link.markdown_url = "firstline-base:/" + std::string(target);
    link.as_link = kind == LinkKind::image && target.starts_with("http");
    return link;
  };
  result.page = indexer::compile_markdown(text, options, resolve, findings);
  result.findings = findings.take();
  return result;
}

std::string html(std::string_view text) { return compile(text).page.sections.front().html; }

std::string repeat(std::string_view text, std::size_t size = 256 * 1024) {
  std::string out;
  while (out.size() + text.size() <= size) out += text;
  return out;
}

}  // namespace

TEST_CASE("A title of front matter is read as Markdown") {
  CHECK(indexer::plain_title("Use **bold** and `code`") == "Use bold and code");
  CHECK(indexer::plain_title("Q&amp;A: [the](x.md) <b>parts</b> :tada:") == "Q&A: the parts 🎉");
  CHECK(indexer::plain_title("The `<head>` of <html>, __init__ & C #") ==
        "The <head> of <html>, __init__ & C #");
  CHECK(indexer::plain_title("Save H~2~O in [!DNL Wrenfold] & C++") == "Save H2O in Wrenfold & C++");
  CHECK(indexer::plain_title("# 1. *args and **kwargs") == "# 1. *args and **kwargs");
  CHECK(indexer::plain_title("C:\\new \\*here\\*") == "C:\\new *here*");
}

TEST_CASE("Emoji are drawn, and ids made of their names") {
  const Result result = compile("## Go :rocket: now\n\n:tada: `:tada:` 10:30:00\n");
  REQUIRE(result.page.sections.size() == 2);
  CHECK(result.page.sections[1].anchor == "go-rocket-now");
  CHECK(result.page.sections[1].heading == "Go 🚀 now");
  CHECK(result.page.sections[1].html == "<p>🎉 <code>:tada:</code> 10:30:00</p>");
}

TEST_CASE("markdown: an empty text has one empty section") {
  const Result result = compile("");
  REQUIRE(result.page.sections.size() == 1);
  CHECK(result.page.sections[0].level == 0);
  CHECK(result.page.sections[0].html.empty());
  CHECK(result.page.first_heading.empty());
}

TEST_CASE("markdown: sections are cut at headings and put together again they are the page") {
  const auto sections = compile("Intro.\n\n## One\n\nText *a*.\n\n### Two\n\n- b\n- c\n").page.sections;
  REQUIRE(sections.size() == 3);
  CHECK(sections[0].html == "<p>Intro.</p>");
  CHECK(sections[0].anchor.empty());
  CHECK(sections[1].anchor == "one");
  CHECK(sections[1].heading == "One");
  CHECK(sections[1].level == 2);
  CHECK(sections[1].heading_html == "<h2 id=\"one\">One</h2>");
  CHECK(sections[1].html == "<p>Text <em>a</em>.</p>");
  CHECK(sections[2].level == 3);
  CHECK(sections[2].text == "b\nc");
}

TEST_CASE("markdown: headings inside something else do not cut it apart") {
  for (const std::string text :
       {"> ## In a quote\n>\n> b", "- ## In a list", "<details>\n\n## Inside\n\n</details>",
        "<div>\n\n## Never closed\n\ntext", ":::note\n## In a note\n:::"}) {
    CAPTURE(text);
    CHECK(compile(text).page.sections.size() == 1);
  }
}

TEST_CASE("markdown: the title's heading is left out of the body") {
  const struct {
    std::string text;
    std::string title;
    bool is_left_out;
  } cases[] = {
      {"# My  *title*\n\ntext", "", true},      {"# My title\n\ntext", "My title", true},
      {"# My title\n\ntext", "Another", false}, {"text\n\n# My title", "", false},
      {"## My title\n\ntext", "", false},       {"My title\n=======\n\ntext", "", true},
      {"<!-- x -->\n\n# My title\n", "", true}, {"# My title {#top}\n\ntext", "My title", true},
  };
  for (const auto& [text, title, is_left_out] : cases) {
    CAPTURE(text);
    CAPTURE(title);
    indexer::MarkdownOptions options;
    options.title = title;
    const Result result = compile(text, options);
    CHECK((result.page.sections.size() == 1) == is_left_out);
    CHECK(result.page.first_heading == "My title");
    CHECK((result.page.markdown.find("title") == std::string::npos) == is_left_out);
  }
}

TEST_CASE("markdown: a link to the title's heading is a link to the page") {
  CHECK(compile("# My title\n\ntext").page.anchors == std::vector<std::string>{"my-title"});
  CHECK(compile("# My title {#top}\n\ntext").page.anchors == std::vector<std::string>{"top"});
}

TEST_CASE("markdown: headings begin at level 2") {
  const auto sections = compile("text\n\n# One\n").page.sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[1].level == 2);
  CHECK(sections[1].heading_html == "<h2 id=\"one\">One</h2>");
}

TEST_CASE("markdown: every id a link may lead to is an anchor") {
  const auto anchors =
      compile("## A\n\n## A\n\n## B {#own}\n\n<a id=\"x\"></a> <a name=\"y\">y</a> <p id=\"z\">z</p>\n")
          .page.anchors;
  CHECK(anchors == std::vector<std::string>{"a", "a-1", "own", "x", "y", "z"});
}

TEST_CASE("markdown: an id used twice is reported, except beside the heading it names") {
  const Result twice = compile("<a id=\"x\">1</a>\n\ntext <a id=\"x\">2</a>\n");
  REQUIRE(twice.findings.size() == 1);
  CHECK(twice.findings[0].rule == "duplicate-anchor");
  CHECK(twice.findings[0].at.line == 3);
  CHECK(twice.findings[0].at.column == 6);
  CHECK(compile("<a id=\"setup\"></a>\n\n## Setup\n").findings.empty());
  CHECK(compile("## A {#x}\n\n## B {#x}\n").findings.size() == 1);
}

TEST_CASE("markdown: links and images are asked for once, with kind, target and place in the file") {
  indexer::MarkdownOptions options;
  options.first_line = 10;
  const auto asked = compile(
                         "ä [a](b\\_c.md \"t\") ![i](<x y.png>)\n"
                         "> - [d](e.md?x&amp;y)\n"
                         ">   <a href=\"f.md\">f</a>\n\n"
                         "| [g](h.md) |\n|---|\n\n"
                         "[r][ref] <https://a.example> https://b.example\n\n"
                         "<div>\n <img src=\"j.png\">\n</div>\n\n"
                         "[ref]: k.md\n",
                         options)
                         .asked;
  const struct {
    LinkKind kind;
    std::string target;
    int line;
    int column;
  } expected[] = {
      {LinkKind::link, "b_c.md", 10, 3},
      {LinkKind::image, "x y.png", 10, 20},
      {LinkKind::link, "e.md?x&y", 11, 5},
      {LinkKind::link, "f.md", 12, 5},
      {LinkKind::link, "h.md", 14, 3},
      {LinkKind::link, "k.md", 17, 1},
      {LinkKind::link, "https://a.example", 17, 10},
      {LinkKind::link, "https://b.example", 17, 30},
      {LinkKind::image, "j.png", 20, 2},
  };
  REQUIRE(asked.size() == std::size(expected));
  for (std::size_t i = 0; i < asked.size(); ++i) {
    CAPTURE(asked[i].target);
    CHECK(asked[i].kind == expected[i].kind);
    CHECK(asked[i].target == expected[i].target);
    CHECK(asked[i].at.line == expected[i].line);
    CHECK(asked[i].at.column == expected[i].column);
  }
}

TEST_CASE("markdown: what leads nowhere keeps its text") {
  CHECK(html("a [b *c*](gone) d") == "<p>a b <em>c</em> d</p>");
  CHECK(html("![b *c*](gone)") == "<p><span class=\"missing-image\">b c</span></p>");
  CHECK(html("![b](http://x.example/y.png)") == "<p><a href=\"/http://x.example/y.png\">b</a></p>");
  CHECK(html("[![b](http://x.example/y.png)](c)") ==
        "<p><a href=\"/c\"><span class=\"missing-image\">b</span></a></p>");
}

TEST_CASE("markdown: a scheme off the list is an error and never reaches the resolver") {
  for (const std::string target :
       {"javascript:alert(1)", "JAVASCRIPT:x", "&#106;avascript:x", "java&#10;script:x", "java&Tab;script:x",
        "vbscript:x", "data:text/html,x", "file:///x", "blob:x", "intent://x", "ftp://x"}) {
    CAPTURE(target);
    for (const std::string& text : {"[a](" + target + ")", "<a href=\"" + target + "\">a</a>"}) {
      const Result result = compile(text);
      CHECK(result.asked.empty());
      CHECK(result.page.sections[0].html == "<p>a</p>");
      REQUIRE(result.findings.size() == 1);
      CHECK(result.findings[0].rule == "bad-url-scheme");
      CHECK(result.findings[0].level == indexer::Level::error);
    }
  }
}

TEST_CASE("markdown: comments vanish from everything") {
  const std::string text =
      "a <!-- secret1 --> b <!-- with -- secret2 --> c\n\n<!-- secret3\n\nsecret4 -->\n\n- d <!-- secret5 "
      "-->\n\n"
      "<div><!-- secret6 --></div>\n";
  const Result result = compile(text);
  CHECK(result.page.sections[0].html.find("secret") == std::string::npos);
  CHECK(result.page.sections[0].text == "a b c\nd");
  CHECK(result.page.markdown.find("secret") == std::string::npos);
  CHECK(result.findings.empty());
}

TEST_CASE("markdown: a comment that hides the rest of the page is reported and hides it everywhere") {
  const Result result = compile("a\n\n<div>\n<!-- secret\n\nsecret -->\n</div>\n");
  CHECK(result.page.sections[0].html.find("secret") == std::string::npos);
  CHECK(result.page.markdown.find("secret") == std::string::npos);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].rule == "unclosed-comment");
  CHECK(result.findings[0].at.line == 4);
}

TEST_CASE("markdown: plain text has one line a block, with alt text and code, without footnote numbers") {
  const auto section =
      compile(
          "a\nb ![alt *x*](i.png)\n\n1. c\n2. `d`\n\n```\ne\nf\n```\n\n| g | h |\n|---|---|\n"
          "| i | j |\n\n> k<br>l[^1]\n\n[^1]: note\n")
          .page.sections.front();
  CHECK(section.text == "a b alt x\nc\nd\ne f\ng h\ni j\nk l\nnote");
}

TEST_CASE("markdown: the text for .md has links that work from anywhere and is otherwise the writer's") {
  // Its last line always ends.
  const struct {
    std::string text;
    std::string markdown;
  } cases[] = {
      {"[a](b.md) ![c](d.png \"t\")", "[a](firstline-base:/b.md) ![c](firstline-base:/d.png \"t\")"},
      {"![a [b]](c.mp4 \"t\") ] \\![d](e.mp4) [![f](g.png)](h.mp3)",
       "[a [b]](firstline-base:/c.mp4 \"t\") ] \\![d](firstline-base:/e.mp4) "
       "[![f](firstline-base:/g.png)](firstline-base:/h.mp3)"},
      {"[a](<b c.md>)", "[a](<firstline-base:/b c.md>)"},
      {"[a](b\\_c.md)", "[a](firstline-base:/b_c.md)"},
      {"[a][r] [r]\n\n[r]: b.md 'x'", "[a][r] [r]\n\n[r]: firstline-base:/b.md 'x'"},
      {"<a href=\"b.md\">x</a>", "<a href=\"firstline-base:/b.md\">x</a>"},
      {"| a |\n|---|\n| [b](c.md) \\| d |", "| a |\n|---|\n| [b](firstline-base:/c.md) \\| d |"},
      {"[a](b.md) `[a](b.md)`", "[a](firstline-base:/b.md) `[a](b.md)`"},
      {"[a](b.md)\n\n    [a](b.md)", "[a](firstline-base:/b.md)\n\n    [a](b.md)"},
      {"[a](b.md)\n```\n[a](b.md)\n```", "[a](firstline-base:/b.md)\n```\n[a](b.md)\n```"},
      {"[a](gone) [b](javascript:x)", "[a](gone) [b](#)"},
      {"a `<!-- kept -->` \\<!-- kept -->", "a `<!-- kept -->` \\<!-- kept -->"},
      {":::note\na\n:::", ":::note\na\n:::"},
  };
  for (const auto& [text, markdown] : cases) {
    CAPTURE(text);
    CHECK(compile(text).page.markdown == markdown + "\n");
  }
}

TEST_CASE("markdown: a link holds no other link, whoever wrote which in HTML") {
  for (const std::string text : {"<a href=\"t\"><img src=\"http://o/y.png\" alt=\"pic\"></a>",
                                 "[<img src=\"http://o/y.png\" alt=\"pic\">](t)",
                                 "<a href=\"t\">![pic](http://o/y.png)</a>", "[![pic](http://o/y.png)](t)"}) {
    CAPTURE(text);
    CHECK(html(text) == "<p><a href=\"/t\"><span class=\"missing-image\">pic</span></a></p>");
  }
}

TEST_CASE("markdown: a link is resolved once, with its place, though HTML around it opens it again") {
  const Result result = compile("a\n\n<b>[b <div> c](gone)\n\nd</b> ![e](f.png)\n");
  REQUIRE(result.asked.size() == 2);
  CHECK(result.asked[0].at.line == 3);
  CHECK(result.asked[0].at.column == 4);
  CHECK(result.asked[1].at.line == 5);
  CHECK(result.asked[1].at.column == 7);
}

TEST_CASE("markdown: an email after a colon at the beginning is a link like any other") {
  CHECK(html(":a@b.cd") == "<p>:<a href=\"/mailto:a@b.cd\">a@b.cd</a></p>");
}

TEST_CASE("markdown: a heading of many words is not repeated by each table below it") {
  const std::string table = "\n\n| a |\n|---|\n";
  const std::string page = compile("## " + std::string(2000, 'x') + table).page.sections.back().html;
  CHECK(page.find("aria-label=\"Table\"") != std::string::npos);
}

TEST_CASE("markdown: text that would take too long or too much is refused quickly, with a place") {
  const std::string columns = repeat("a|", 6000);
  std::string attributes;  // a second of the same name would not be kept
  for (int i = 0; i < 30'000; ++i) attributes += "b" + std::to_string(i) + " ";
  std::string objects;
  for (int i = 0; i < 2'000; ++i) objects += "<i a=" + std::to_string(i) + "><object></i></object>";
  const struct {
    std::string what;
    std::string text;
    std::string rule;
  } cases[] = {
      {"wide table", "|" + columns + "\n|" + repeat("-|", 6000) + "\n" + repeat("a\n", 6000),
       "table-too-wide"},
      {"wide table after a small one",
       "|a|\n|-|\n# x\n|" + repeat("a|", 3000) + "\n|" + repeat("-|", 3000) + "\n" + repeat("a\n", 6000),
       "table-too-wide"},
      {"form feeds in the delimiter row",
       "|" + repeat("a|", 3000) + "\n|" + repeat("-\f|", 4500) + "\n" + repeat("a\n", 6000),
       "table-too-wide"},
      {"row of many cells", "|a|\n|-|\n" + repeat("a|"), "markdown-limit"},
      {"formatting opened again", objects + repeat("a\n\n", 100'000), "markdown-limit"},
      {"a colon that hides an element's name", "<div>\n" + repeat("<div:x></div>"), "markdown-limit"},
      {"long table of short rows", "|" + repeat("a|", 160) + "\n|" + repeat("-|", 160) + "\n" + repeat("a\n"),
       "markdown-limit"},
      {"processing instructions", repeat("a <?"), "markdown-limit"},
      {"declarations", repeat("a <!A "), "markdown-limit"},
      {"references", "[a]: /" + std::string(32000, 'x') + "\n\n" + repeat("[a]", 32000), "markdown-limit"},
      {"image brackets", repeat("![[]()"), "markdown-limit"},
      {"quotes", std::string(200000, '>') + "a", "markdown-limit"},
      {"lists", repeat("- ") + "x", "markdown-limit"},
      {"raw HTML", repeat("<div>"), "markdown-limit"},
      {"unclosed formatting", repeat("<b><p>"), "markdown-limit"},
      {"misnested formatting", repeat("<i></b>"), "markdown-limit"},
      {"attributes", "<a " + attributes + ">", "markdown-limit"},
      {"closing parentheses after a URL", "http://a.b" + repeat(")"), "markdown-limit"},
  };
  for (const auto& [what, text, rule] : cases) {
    CAPTURE(what);
    const std::clock_t begin = std::clock();
    const Result result = compile(text);
    CHECK(std::clock() - begin < kPatience * CLOCKS_PER_SEC);
    REQUIRE(result.findings.size() == 1);
    CHECK(result.findings[0].rule == rule);
    CHECK(result.findings[0].level == indexer::Level::error);
    CHECK(result.page.sections.size() == 1);
    CHECK(result.page.sections[0].html.empty());
  }
}

TEST_CASE("markdown: long ordinary text is not refused") {
  for (const std::string unit :
       {"Some words and a [link](a.md), `code` and **more**.\n\n", "- item\n", "| a | b |\n",
        "## Heading\n\ntext\n\n", "<br>\n\n", "> quote\n\n", "<b>bold</b> <p>x</p>\n\n"}) {
    CAPTURE(unit);
    CHECK(compile(repeat(unit, 100'000)).findings.empty());
  }
}

TEST_CASE("markdown: two threads do not disturb each other") {
  const std::string text = "~~a~~ https://b.example\n\n| c |\n|---|\n\n- [ ] d\n\n[^1]\n\n[^1]: e\n";
  const std::string expected = html(text);
  int different[2] = {0, 0};
  const auto work = [&](int which) {
    for (int i = 0; i < 300; ++i) different[which] += html(text) == expected ? 0 : 1;
  };
  std::thread other(work, 1);
  work(0);
  other.join();
  CHECK(different[0] + different[1] == 0);
}

TEST_CASE("markdown: any bytes end in a page or a finding") {
  const std::string alphabet = "<>![](){}#*_~`|:-\n\n  >ab\"'=&;/\\^.1";
  unsigned state = 7;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 300; ++i) {
      state = state * 1664525U + 1013904223U;
      text += alphabet[(state >> 16U) % alphabet.size()];
    }
    CAPTURE(text);
    CHECK_FALSE(compile(text).page.sections.empty());
  }
}
