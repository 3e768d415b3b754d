#include "indexer/markdown/dialect.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/markdown/directive.h"
#include "indexer/markdown/markdown.h"

namespace {

struct Page {
  std::string html;
  std::vector<indexer::Finding> findings;
};

Page compile(const std::string& markdown) {
  const indexer::RuleSet rules(true);
  indexer::FileFindings findings(rules, "a.md");
  const auto keep = [](indexer::LinkKind, std::string_view target, indexer::Position) {
    indexer::ResolvedLink link;
    link.url = std::string(target);
    return link;
  };
  indexer::MarkdownOptions options;
  options.alert_titles = {{"note", "Hinweis"}};
  const auto compiled = indexer::compile_markdown(markdown, options, keep, findings);
  return {compiled.sections.front().html, findings.take()};
}

std::string alert(const std::string& name, const std::string& title, const std::string& inside) {
  return "<div class=\"alert " + name + "\" role=\"note\">\n<p class=\"alert-title\">" + title + "</p>\n" +
         inside + "\n</div>";
}

}  // namespace

TEST_CASE("dialect: alerts in quotes and blocks") {
  const struct {
    std::string markdown;
    std::string html;
  } cases[] = {
      {"> [!NOTE]\n> text", alert("note", "Hinweis", "<p>text</p>")},
      {"> [!tip]\n> text", alert("tip", "Tip", "<p>text</p>")},
      {"> [!WARNING] My title\n> text", alert("warning", "My title", "<p>text</p>")},
      {"> [!WARNING] only this", alert("warning", "Warning", "<p>only this</p>")},
      {"> [!DANGER]- folded\n> text", alert("danger", "folded", "<p>text</p>")},
      {"> [!CAUTION]\n>\n> text", alert("caution", "Caution", "<p>text</p>")},
      {"> [!faq]- Foldable\n> text", alert("info", "Foldable", "<p>text</p>")},
      {"> [!my-own_kind|wide] T\n> text", alert("note", "T", "<p>text</p>")},
      {"> [!MY-KIND]\n> text", alert("note", "My kind", "<p>text</p>")},
      {"> [!success]\n> text", alert("tip", "Success", "<p>text</p>")},
      {":::note\ntext\n:::", alert("note", "Hinweis", "<p>text</p>")},
      {"::: info\ntext\n:::", alert("info", "Info", "<p>text</p>")},
      {":::tip[Title]\ntext\n:::", alert("tip", "Title", "<p>text</p>")},
      {":::tip{title=\"Title\"}\ntext\n:::", alert("tip", "Title", "<p>text</p>")},
      {":::TIP Title <b>\ntext\n:::", alert("tip", "Title &lt;b&gt;", "<p>text</p>")},
      {"before\n:::important\ntext\n:::\nafter",
       "<p>before</p>\n" + alert("important", "Important", "<p>text</p>") + "\n<p>after</p>"},
      {"::::note\n:::tip\ntext\n:::\n::::", alert("note", "Hinweis", alert("tip", "Tip", "<p>text</p>"))},
  };
  for (const auto& [markdown, html] : cases) {
    CAPTURE(markdown);
    const Page page = compile(markdown);
    CHECK(page.html == html);
    CHECK(page.findings.empty());
  }
}

TEST_CASE("dialect: blocks that are no alerts") {
  const struct {
    std::string markdown;
    std::string html;
  } cases[] = {
      {":::details More **here**\ntext\n:::",
       "<details>\n<summary>More here</summary>\n<p>text</p>\n</details>"},
      {"::: details {open}\ntext\n:::",
       "<details open>\n<summary>Details</summary>\n<p>text</p>\n</details>"},
      {":::tabs\n:::tab A\na\n:::\n:::tab B\nb\n:::\n:::",
       "<div class=\"tabs\" role=\"group\" aria-label=\"Choose your device or version\">\n"
       "<details class=\"tab\" name=\"tabs-1\" open>\n<summary>A</summary>\n"
       "<div class=\"tab-text\" id=\"a\">\n<p>a</p>\n</div>\n</details>\n"
       "<details class=\"tab\" name=\"tabs-1\">\n<summary>B</summary>\n"
       "<div class=\"tab-text\" id=\"b\">\n<p>b</p>\n</div>\n</details>\n</div>"},
      {":::steps\n:::step A\na\n:::\n:::step\nb\n:::\n:::",
       "<ol>\n<li>\n<p><strong>A</strong></p>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"},
      {":::steps\n1. a\n2. b\n:::", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"},
      {"a :::image source=\"b.png\" alt-text=\"C\"::: d",
       "<p>a <img alt=\"C\" loading=\"lazy\" src=\"b.png\"> d</p>"},
      {"::: v-pre\ntext\n:::", "<p>text</p>"},
  };
  for (const auto& [markdown, html] : cases) {
    CAPTURE(markdown);
    const Page page = compile(markdown);
    CHECK(page.html == html);
    CHECK(page.findings.empty());
  }
}

TEST_CASE("dialect: in code everything is just text") {
  for (const std::string text : {":::note", "[!NOTE]", "{{ x }}", "{% x %}", "[[x]]", "import a from 'b'",
                                 ":::image source=\"a.png\":::", "{#id}", "[!INCLUDE [a](b.md)]"}) {
    CAPTURE(text);
    std::string shown;
    for (const char c : text) shown += c == '"' ? std::string("&quot;") : std::string(1, c);
    CHECK(compile("```\n" + text + "\n```").html == "<pre><code>" + shown + "\n</code></pre>");
    CHECK(compile("    " + text).html == "<pre><code>" + shown + "\n</code></pre>");
    CHECK(compile("x `" + text + "` y").html == "<p>x <code>" + shown + "</code> y</p>");
    CHECK(compile("> ```\n> " + text + "\n> ```").html ==
          "<blockquote>\n<pre><code>" + shown + "\n</code></pre>\n</blockquote>");
    CHECK(compile("```\n" + text + "\n```").findings.empty());
  }
}

TEST_CASE("dialect: syntax of other tools is named with its place and stays readable") {
  const struct {
    std::string markdown;
    std::string html;
    int column;
    std::string message;
  } cases[] = {
      {"a {% raw %}", "<p>a {% raw %}</p>", 3, "Liquid tags that are not known stay as text"},
      {"a {{ x }}", "<p>a {{ x }}</p>", 3, "variables of another tool stay as text"},
      {"a {{< x >}}", "<p>a {{&lt; x &gt;}}</p>", 3, "Hugo shortcodes that are not known stay as text"},
      {"ä [[Page]]", "<p>ä Page</p>", 3,
       "the wiki link `[[Page]]` leads to no article and no file, its text is kept"},
      {"<Tab items={[1, 2]}>", "<p>&lt;Tab items={[1, 2]}&gt;</p>", 1,
       "components with values in braces that are not closed stay as text"},
      {"a [!INCLUDE [word](b.md)] c", "<p>a word c</p>", 13,
       "include files are not read, the text of their link is kept"},
      {"> [!VIDEO x]", "<blockquote>\n<p>[!VIDEO x]</p>\n</blockquote>", 3,
       "markers such as `[!VIDEO]` stay as text"},
      {"text [!NOTE] text", "<p>text [!NOTE] text</p>", 6,
       "`[!NOTE]` and its like are text here, they must begin a quote: `> [!NOTE]` after an empty line"},
      {":::grid\ntext\n:::", "<div>\n<p>text</p>\n</div>", 1,
       "`:::` blocks of a kind that is not known have no frame, what is inside is kept"},
      {":::", "", 1, "`:::` closes nothing"},
      {":::note\ntext", alert("note", "Hinweis", "<p>text</p>"), 1,
       "`:::note` is never closed, end it with a line `:::`"},
  };
  for (const auto& [markdown, html, column, message] : cases) {
    CAPTURE(markdown);
    const Page page = compile(markdown);
    CHECK(page.html == html);
    REQUIRE(page.findings.size() == 1);
    CHECK(page.findings[0].rule == "unknown-syntax");
    CHECK(page.findings[0].message == message);
    CHECK(page.findings[0].at.line == 1);
    CHECK(page.findings[0].at.column == column);
  }
}

TEST_CASE("dialect: ordinary text is not taken for another tool's syntax") {
  for (const std::string text :
       {"[[a]](b.md)", "a[[0]]", "{ {x} }", "::: 5 o'clock", "a ::: b", "import it from there",
        "a < B and {c}", "[!]", "[ref]", "10% {off}", "export it"}) {
    CAPTURE(text);
    CHECK(compile(text).findings.empty());
  }
}

TEST_CASE("dialect: the same thing fifty times is one finding") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "{{ x }}\n";
  const Page page = compile(text);
  REQUIRE(page.findings.size() == 1);
  CHECK(page.findings[0].message == "variables of another tool stay as text (50 times)");
}

TEST_CASE("dialect: a block that nobody closed ends at the next heading") {
  const Page page = compile(":::note\ntext\n\n# Heading\n\nmore");
  CHECK(page.html == alert("note", "Hinweis", "<p>text</p>"));
}

TEST_CASE("directive: what a line says") {
  using indexer::DirectiveKind;
  const struct {
    std::string_view line;
    DirectiveKind kind;
    std::string_view name;
    std::string_view title;
  } cases[] = {
      {":::", DirectiveKind::close, "", ""},
      {"::::  ", DirectiveKind::close, "", ""},
      {":::Note", DirectiveKind::open, "note", ""},
      {"::: details Click me", DirectiveKind::open, "details", "Click me"},
      {":::tip{.x title=\"T\"}", DirectiveKind::open, "tip", "T"},
      {":::tip[**T** of `x`]{icon=\"heart\"}", DirectiveKind::open, "tip", "T of x"},
      {":::tip [Beta] a_b \\*", DirectiveKind::open, "tip", "[Beta] a_b *"},
      {":::success", DirectiveKind::open, "tip", "Success"},
      {":::warn", DirectiveKind::open, "warning", ""},
      {"::: {.callout-tip title=\"T\"}", DirectiveKind::open, "tip", "T"},
      {":::{note}", DirectiveKind::open, "note", ""},
      {":::row:::", DirectiveKind::other, "row", ""},
      {":::column span=\"2\":::", DirectiveKind::other, "column", ""},
      {":::zone pivot=\"a\"", DirectiveKind::other, "zone", ""},
      {":::zone-end", DirectiveKind::other, "zone-end", ""},
  };
  for (const auto& [line, kind, name, title] : cases) {
    CAPTURE(line);
    const auto found = indexer::read_directive(line);
    REQUIRE(found);
    CHECK(found->kind == kind);
    CHECK(found->name == name);
    CHECK(found->title == title);
  }
  CHECK_FALSE(indexer::read_directive("::: !"));
  CHECK(indexer::read_directive("::: details More {open}")->is_open);
}

TEST_CASE("dialect: a block's marks do not end the comment that they stand in") {
  const Page page = compile("<!--\n:::note\nsecret\n:::\n-->\n\ntext");
  CHECK(page.html == "<p>text</p>");
}
