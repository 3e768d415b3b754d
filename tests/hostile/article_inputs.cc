#include "tests/hostile/article_inputs.h"

#include <fmt/format.h>

namespace hostile {
namespace {

using Make = std::function<std::string(std::size_t)>;

// `before`, then `unit` again and again, then `after`.
Make repeated(std::string before, std::string unit, std::string after = "") {
  return [=](std::size_t bytes) {
    std::string text = before;
    while (text.size() + unit.size() + after.size() <= bytes) text += unit;
    return text + after;
  };
}

// What `piece` makes of 0, 1, 2, ...
Make counted(const std::function<std::string(int)>& piece, const std::string& before = "") {
  return [=](std::size_t bytes) {
    std::string text = before;
    for (int i = 0;; ++i) {
      const std::string next = piece(i);
      if (text.size() + next.size() > bytes) return text;
      text += next;
    }
  };
}

// Half of the text from one, half from the other.
Make both(const Make& first, const Make& second) {
  return [=](std::size_t bytes) { return first(bytes / 2) + second(bytes / 2); };
}

std::string times(std::size_t count, std::string_view unit) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

// An article of this text.
Make body(const Make& text) {
  return [=](std::size_t bytes) { return "---\ntitle: Hostile\n---\n\n" + text(bytes - 32); };
}

// A table whose header is `columns` wide, with `delimiters` below it.
std::string wide_table(std::size_t columns, std::string_view delimiter) {
  return "|" + times(columns, "a|") + "\n|" + times(columns, delimiter) + "\n";
}

std::vector<ArticleInput> repeated_units() {
  std::vector<ArticleInput> inputs;
  for (const char* unit : {"[",
                           "![",
                           "[](<",
                           "[a](<b",
                           "[a](",
                           "](",
                           "![[]()",
                           "[a][",
                           "[a]:",
                           "[[",
                           "[[a]] ",
                           "[a](b) ",
                           "[^",
                           "[^1]",
                           "[^1]: a\n",
                           "[!",
                           "[!NOTE] ",
                           "[!INCLUDE [a](b)] ",
                           "{{",
                           "{{a}}",
                           "{% a %}",
                           "{%",
                           "{{#tab ",
                           "{% $a",
                           "<Tabs {a} ",
                           ":::image",
                           ":::image a:::",
                           ":::note\n",
                           ":::\n",
                           "::: a\n\n",
                           "*a ",
                           "*a* ",
                           "a**b",
                           "*a_",
                           "*a **b ",
                           "_",
                           "***a",
                           "~a",
                           "~~a ",
                           "``` a ` ",
                           "\\`",
                           "<",
                           "<a",
                           "<a ",
                           "<a href=\"",
                           "<a href=a>",
                           "<!--",
                           "a <?",
                           "<!A ",
                           "<![CDATA[",
                           "&",
                           "&#60;!--\n",
                           "&lt;!--\n",
                           "&amp;",
                           "&#x1F600;",
                           "\\",
                           "\\\n",
                           "www.a.b ",
                           "www.a_",
                           "http://a.b ",
                           "http://",
                           "a@b.c ",
                           "a@",
                           "@",
                           ":a@b.cd ",
                           "a.b-c@",
                           "a:",
                           "mailto:a@",
                           "!",
                           "]",
                           ")",
                           "(",
                           "'",
                           "-",
                           "=",
                           "#",
                           "# a\n",
                           "# [a](b)\n",
                           "a\n=\n",
                           "a\n-\n",
                           "a\n",
                           "\n",
                           "\t",
                           " ",
                           "-\n",
                           "- a\n",
                           "- ",
                           "1. ",
                           "1. a\n",
                           "* * a\n",
                           "> ",
                           ">",
                           "> a\n\n",
                           "> - ",
                           "> [!NOTE]\n> a\n\n",
                           "- [ ] a\n",
                           "```\n",
                           "~~~\n\n",
                           "    a\n",
                           "|",
                           "a|",
                           "a|b\n-|-\n",
                           "a\n|-|\n",
                           "|a|\n|-|\n",
                           "|a|\n|-|\n|b|\n\n",
                           "|-|\n",
                           "| [a](b) |\n|-|\n",
                           "---\n",
                           "***\n",
                           "<b>",
                           "<b>\n\n",
                           "<b><p>",
                           "<i></b>",
                           "</b>",
                           "</p>",
                           "</br>",
                           "<p>",
                           "<div>",
                           "<div>\n\n",
                           "</div>",
                           "<div>\n<div:x></div>",
                           "<div:x>",
                           "<a name=b>",
                           "<a id=b></a>\n\n",
                           "<a><b>",
                           "<b>a</b>\n\n",
                           "<svg>",
                           "<svg><b>",
                           "<math><mi>",
                           "<table>",
                           "<table><tr>",
                           "<table><td>",
                           "<tr>",
                           "<td>",
                           "<table><b>",
                           "<select>",
                           "<option>",
                           "<li>",
                           "<li><ul>",
                           "<ul><li>\n\n",
                           "<dd>",
                           "<dl><dd>",
                           "<h1>",
                           "<h1><h2>",
                           "<button>",
                           "<nobr>",
                           "<font>",
                           "<object>",
                           "<applet>",
                           "<marquee>",
                           "<template>",
                           "<details>",
                           "<form>",
                           "<body>",
                           "<html>",
                           "<frameset>",
                           "<ruby><rt>",
                           "<rp>",
                           "<input>\n\n",
                           "<img src=a>",
                           "<img src=a>\n\n",
                           "<col>",
                           "<caption>",
                           "<!DOCTYPE a>",
                           "<br>",
                           "<hr>\n",
                           "<x-a>",
                           "<A>",
                           "<B/>\n\n",
                           "<iframe>",
                           "<textarea>",
                           "<script>",
                           "<style>",
                           "<title>",
                           "<plaintext>",
                           "<xmp>",
                           "<noscript>",
                           "\xE2\x80\xAE",
                           "\xCC\x81",
                           "\xF0\x9F\x98\x80"}) {
    inputs.push_back({unit, body(repeated("", unit)), ""});
  }
  return inputs;
}

std::vector<ArticleInput> built_articles() {
  const auto number = [](std::string_view format) {
    return [format = std::string(format)](int i) { return fmt::format(fmt::runtime(format), i); };
  };
  return {
      {"a wide table after a small one", body(repeated("|a|\n|-|\n# x\n" + wide_table(1500, "-|"), "a\n")),
       "columns, at most 100 are allowed [table-too-wide]"},
      {"a form feed in the delimiter row", body(repeated(wide_table(1500, "-\f|"), "a\n")),
       "columns, at most 100 are allowed [table-too-wide]"},
      {"a vertical tab in the delimiter row", body(repeated(wide_table(1500, "-\v|"), "a\n")),
       "columns, at most 100 are allowed [table-too-wide]"},
      {"a wide table in a quote",
       body(repeated("> |" + times(1500, "a|") + "\n> |" + times(1500, "-|") + "\n", "> a\n")),
       "columns, at most 100 are allowed [table-too-wide]"},
      {"many tables of 100 columns", body(repeated("", wide_table(100, "-|") + times(100, "a\n") + "\n")),
       "[markdown-limit]"},
      {"a long table of short rows", body(repeated(wide_table(90, "-|"), "a\n")), "[markdown-limit]"},
      {"a row of many cells", body(repeated("|a|\n|-|\n", "a|")), ""},
      {"a header of many cells", body(repeated("", "a|", "\n|-|\n")), ""},
      {"a delimiter row of many cells", body(repeated("a\n|", "-|")), ""},
      {"escaped pipes in a cell", body(repeated("|a|\n|-|\n|", "\\|")), ""},
      {"formatting opened again in objects", body(counted(number("<i a={}><object></i></object>"))), ""},
      {"formatting opened again in paragraphs", body(counted(number("<i a={}><p>\n\n"))), ""},
      {"long attributes opened again",
       body(repeated("<i title=\"" + std::string(4000, 'x') + "\"><object></i></object>\n\n", "<p>\n\n")),
       ""},
      {"formatting opened again around plain paragraphs",
       body(both(counted(number("<i a={}><object></i></object>")), repeated("\n\n", "a\n\n"))), ""},
      {"many attributes", body(counted(number(" a{}"), "<a")), ""},
      {"many attributes with values", body(counted(number(" id{}=1"), "<b")), ""},
      {"a long tag name", body(repeated("<x", "x", ">")), ""},
      {"tags of many names", body(counted(number("<x{}>"))), ""},
      {"code fences of growing length",
       body(counted([](int i) { return "a" + std::string(static_cast<std::size_t>(i + 1), '`'); })), ""},
      {"lists indented ever deeper",
       body(counted([](int i) { return std::string(2 * static_cast<std::size_t>(i), ' ') + "- a\n"; })), ""},
      {"quotes ever deeper",
       body(counted([](int i) { return std::string(static_cast<std::size_t>(i % 99) + 1, '>') + " a\n"; })),
       ""},
      {"quotes of a hundred levels", body(repeated("", std::string(99, '>') + "a\n\n")), ""},
      {"references and their uses",
       body(both(counted(number("[a{0}]: /b{0}\n")), counted(number("[a{}] "), "\n"))), ""},
      {"references of one long target", body(repeated("[a]: /" + std::string(32000, 'x') + "\n\n", "[a]")),
       "[markdown-limit]"},
      {"footnotes and their uses", body(both(counted(number("[^{}] ")), counted(number("\n\n[^{}]: a\n")))),
       ""},
      {"uses of one footnote", body(repeated("[^1]: a\n\n", "[^1] ")), ""},
      {"footnotes nobody defined", body(counted(number("[^{}] "))), ""},
      {"equal headings and their numbered names",
       body(counted([](int i) { return fmt::format("# a\n# a-{}\n", i); })), ""},
      {"equal headings, numbered before", body(both(counted(number("# a-{}\n")), repeated("", "# a\n"))), ""},
      {"a long heading over many tables", body(both(repeated("# ", "x"), repeated("\n\n", "|a|\n|-|\n\n"))),
       ""},
      {"links to anchors that are not there",
       body(both(counted(number("# heading {}\n")), counted(number("[a](#haeding-{})\n")))), ""},
      {"links to anchors that are there",
       body(both(counted(number("# heading {}\n")), counted(number("[a](#heading-{})\n")))), ""},
      {"links to articles that are not there", body(counted(number("[a](b{}.md) "))), ""},
      {"links to files that are not there", body(counted(number("![a](b{}.png) "))), ""},
      {"links to folders ever further up",
       body(counted([](int i) { return "[a](" + times(static_cast<std::size_t>(i % 300), "../") + "x) "; })),
       ""},
      {"links of another scheme", body(counted(number("[a](x{}:y) "))), ""},
      {"bare addresses among brackets", body(repeated("", "www.a.b " + std::string(64, ']') + "\n")), ""},
      {"links in lines of 4 KB", body(repeated("", times(500, "www.a.b ") + "\n")), ""},
      {"links behind hard breaks", body(repeated("a\\\n", "[a\nb](c) \\\n")), ""},
      {"comments in text", body(repeated("a ", "&#60;!-- a\n")), ""},
      {"comments closed far away", body(repeated("a ", "&#60;!-- a\n", "-->")), ""},
      {"module lines", body(repeated("", "import a from 'b'\n")), ""},
      {"directives opened", body(counted(number(":::note a{}\n\n"))), ""},
      {"tabs of one group",
       body(counted([](int i) { return fmt::format("::tab[a{}]\n\ntext\n\n", i); }, ":::tabs\n")), ""},
      {"tabs of one label", body(repeated(":::tabs\n", "::tab[a]\n\ntext\n\n", ":::\n")), ""},
      {"groups of tabs", body(repeated("", ":::tabs\n::tab[a]\n\ntext\n\n:::\n\n")), ""},
      {"tabs never closed", body(repeated("", ":::tabs\n::tab[a]\n")), ""},
      {"tabs of other tools",
       body(repeated("<Tabs>\n", "<TabItem label=\"a\">\n\ntext\n\n</TabItem>\n", "</Tabs>\n")), ""},
      {"tabs of a page's plugin", body(counted(number("=== \"a{}\"\n\n    text\n\n"))), ""},
      {"directives in one paragraph", body(repeated("a ", ":::image source=\"a\" alt-text=\"b\"::: ")), ""},
      {"directive marks", body(counted(number("firstline{}: "))), ""},
      {"one long word", body(repeated("", "a")), ""},
      {"fostered out of a table", body(repeated("<table>", "<b>a<td>")), ""},
      {"one line of HTML, opened again backwards", body(repeated("<div><b id=a>", "<p><i>a</p>")), ""},
  };
}

// Front matter of one key's list, or of many keys.
Make front(const Make& yaml) {
  return [=](std::size_t bytes) { return "---\n" + yaml(bytes - 32) + "\n---\n\ntext\n"; };
}

std::vector<ArticleInput> front_matters() {
  const auto number = [](std::string_view format) {
    return [format = std::string(format)](int i) { return fmt::format(fmt::runtime(format), i); };
  };
  std::vector<ArticleInput> inputs = {
      {"unknown keys", front(counted(number("k{}:\n"))), ""},
      {"unknown keys near a known one", front(counted(number("titel{}: a\n"))), ""},
      {"one key again and again", front(repeated("", "a:\n")), ""},
      {"brackets", front(repeated("title: ", "[")), ""},
      {"braces", front(repeated("title: ", "{a: ")), ""},
      {"indentation",
       front(counted([](int i) { return std::string(static_cast<std::size_t>(i), ' ') + "a:\n"; })), ""},
      {"anchors", front(counted(number("k{0}: &a{0} x\n"))), ""},
      {"dashes", front(repeated("tags:\n", "- - ")), ""},
      {"commas", front(repeated("tags: ", "a,")), ""},
      {"quotes", front(repeated("title: ", "\"\" ")), ""},
      {"escapes", front(repeated("title: \"", "\\x41", "\"")), ""},
      {"a block text", front(repeated("title: |\n", "  a\n")), ""},
      {"comments", front(repeated("", "# a\n")), ""},
  };
  for (const char* key : {"tags", "questions", "aliases", "keywords", "corrections", "redirect_from"})
    inputs.push_back(
        {std::string("many ") + key, front(counted(number("- a{}\n"), std::string(key) + ":\n")), ""});
  return inputs;
}

}  // namespace

const std::vector<ArticleInput>& article_inputs() {
  static const std::vector<ArticleInput> all = [] {
    std::vector<ArticleInput> inputs = built_articles();
    for (auto* more : {&repeated_units, &front_matters}) {
      for (ArticleInput& input : (*more)()) inputs.push_back(std::move(input));
    }
    return inputs;
  }();
  return all;
}

}  // namespace hostile
