#include "indexer/dialects/includes.h"

#include <doctest/doctest.h>

#include <chrono>
#include <map>

#include "indexer/dialects/dialects.h"
#include "indexer/dialects/notes.h"

namespace {

const indexer::RuleSet kRules(false);

using Files = std::map<std::string, std::string, std::less<>>;

struct Result {
  std::string text;
  std::string findings;  // messages, each on a line
  indexer::Lines lines;
  int reads = 0;
};

Result included(std::string_view text, const Files& files, const std::string& path = "a.md") {
  Result result;
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::RuleFindings missing("missing-include");
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::remove_notes(lines, unknown);
  indexer::mark_kinds(lines);
  indexer::DialectContext context;
  context.path = path;
  context.read = [&](std::string_view name) -> std::optional<std::string> {
    ++result.reads;
    const auto found = files.find(name);
    return found == files.end() ? std::nullopt : std::optional(found->second);
  };
  result.lines = indexer::read_includes(std::move(lines), context, {missing, unknown});
  result.text = indexer::join_lines(result.lines);
  indexer::FileFindings findings(kRules, path);
  missing.report(findings);
  unknown.report(findings);
  for (const auto& found : findings.list())
    result.findings += std::to_string(found.at.line) + ": " + found.message + "\n";
  return result;
}

std::string text_of(std::string_view text, const Files& files) { return included(text, files).text; }

}  // namespace

TEST_CASE("includes: a file's text takes the place of its tag") {
  const Files files{
      {"x.md", "\nOne.\n\nTwo.\n"}, {"_includes/n.md", "Note."}, {"data/reusables/a/b.md", "Data."}};
  CHECK(text_of("a\n\n--8<-- \"x.md\"\n\nb\n", files) == "a\n\nOne.\n\nTwo.\n\nb\n");
  CHECK(text_of("See {% include n.md %} and [!INCLUDE [t](x.md)].\n", files) ==
        "See Note. and One.\n\nTwo..\n");
  CHECK(text_of("- {{#include x.md}}\n", files) == "- One.\n  \n  Two.\n");
  CHECK(text_of("> 1. {!x.md!}\n", files) == "> 1. One.\n>    \n>    Two.\n");
  CHECK(text_of("| {% data reusables.a.b %} | {% include x.md %} |\n", files) == "| Data. | One.  Two. |\n");
  CHECK(text_of("--8<--\nx.md\n; n.md\n\n--8<--\nb\n", files) == "One.\n\nTwo.\n\nb\n");
  CHECK(text_of("{% include\n  n.md\n  a=\"b\" %}\nb\n", files) == "Note.\nb\n");
}

TEST_CASE("includes: MDX imports of Markdown stand where their name does") {
  const Files files{{"_x.mdx", "Use {props.what} {props.gone}now."}, {"snippets/y.mdx", "Why."}};
  CHECK(text_of("import X from './_x.mdx';\n\n<X what=\"salt\" />\n", files) == "\nUse salt now.\n");
  CHECK(text_of("import Y from \"/snippets/y.mdx\";\nSay <Y></Y>\n", files) == "Say Why.\n");
  CHECK(text_of("import Tabs from '@theme/Tabs';\n<Tabs />\n", files) ==
        "import Tabs from '@theme/Tabs';\n<Tabs />\n");
}

TEST_CASE("includes: in code only tools that look into code are heeded") {
  const Files files{{"x.rs", "fn a() {}\n"}, {"_includes/x.md", "X"}};
  CHECK(text_of("```rust\n{{#include x.rs}}\n--8<-- \"x.rs\"\n```\n", files) ==
        "```rust\nfn a() {}\nfn a() {}\n```\n");
  for (const char* text : {"```\n{% include x.md %}\n```\n", "`{{#include x.rs}}`\n", "\\{{#include x.rs}}\n",
                           "```\n\\{{#include x.rs}}\n{{#include gone.rs}}\n```\n"}) {
    CHECK(text_of(text, files) == text);
    CHECK(included(text, files).findings.empty());
  }
  CHECK(text_of("```\n{% include_relative x.rs %}\n```\n", files) == "```\nfn a() {}\n```\n");
  CHECK(text_of(";--8<-- \"x.rs\"\n", files) == "--8<-- \"x.rs\"\n");
}

TEST_CASE("includes: a file as a block of code gets a fence that it cannot leave") {
  const Files files{{"x.sh", "echo\n```\n"}, {"x.cs", "One();\nTwo();\n"}};
  CHECK(text_of("<<< ./x.sh\n", files) == "````sh\necho\n```\n````\n");
  CHECK(text_of("- <<< ./x.sh{1 bash}\n", files) == "- ````bash\n  echo\n  ```\n  ````\n");
  CHECK(text_of("[!code-csharp[t](x.cs#L2)]\n", files) == "```csharp\nTwo();\n```\n");
}

TEST_CASE("includes: notes and comments of a file stay hidden, also of a part of it") {
  const Files files{{"x.md", "a\n{% comment %}\nsecret\n{% endcomment %}\n<!--\nsecret\n-->\nb\n"}};
  CHECK(text_of("{!x.md!}\n", files).find("% ") == std::string::npos);
  for (const char* text : {"{{#include x.md:3}}\n", "{{#include x.md:2:3}}\n", "{{#include x.md:6:7}}\n",
                           "```\n{{#include x.md:3}}\n```\n"})
    CHECK(text_of(text, files).find("secret") == std::string::npos);
  const Result unclosed = included("{% include_relative y.md %}\nafter\n", {{"y.md", "a\n\n{/* secret\n"}});
  CHECK(unclosed.text == "a\nafter\n");
  CHECK(unclosed.findings.find("1: the note `{/* */}` is never closed") == 0);
}

TEST_CASE("includes: what MyST's directives name is found, and what they hide stays hidden") {
  const Files files{{"x.py", "a = 1\nb = 2\nc = 3\n"},
                    {"x.md", "secret\n<!-- go -->\n```{note}\nOne.\n```\n<!-- end -->\nsecret\n"},
                    {"y.md", "```{todo}\n<!-- go -->\nsecret\n```\nTwo.\n% secret\n"}};
  const auto read = [&](std::string_view text) {
    indexer::Lines lines = indexer::split_lines(text, 1);
    indexer::DialectContext context;
    context.path = "a.md";
    context.is_sphinx = true;
    context.read = [&](std::string_view name) -> std::optional<std::string> {
      const auto found = files.find(name);
      return found == files.end() ? std::nullopt : std::optional(found->second);
    };
    indexer::DialectFindings findings;
    lines = indexer::read_dialects(std::move(lines), context, findings);
    indexer::FileFindings reported(kRules, "a.md");
    findings.missing.report(reported);
    return indexer::join_lines(lines) + (reported.list().empty() ? "" : reported.list().front().message);
  };
  CHECK(read("```{literalinclude} x.py\n:lines: 2-\n```\n") == "```py\nb = 2\nc = 3\n```\n");
  CHECK(read("```{literalinclude} x.py\n:start-after: a =\n:end-at: b\n:language: sh\n```\n") ==
        "```sh\nb = 2\n```\n");
  CHECK(read("```{include} x.md\n:start-after: <!-- go -->\n:end-before: <!-- end -->\n```\n") ==
        ":::note\nOne.\n:::\n");
  CHECK(read("- ```{include} x.md\n  :start-line: 2\n  :end-line: 5\n  ```\n") ==
        "- :::note\n  One.\n  :::\n");
  for (const char* text :
       {"```{include} y.md\n```\n", "```{include} y.md\n:start-after: go\n```\n",
        "```{include} y.md\n:start-line: 2\n```\n", "```{literalinclude} y.md\n:start-line: 2\n```\n"}) {
    CAPTURE(text);
    CHECK(read(text).find("Two.") != std::string::npos);
    CHECK(read(text).find("secret") == std::string::npos);
  }
  CHECK(read("```{include} x.md\n:start-after: nowhere\n```\n") ==
        "`x.md` has no part between its two texts to be included");
}

TEST_CASE("includes: what comes in has the place of its tag") {
  const Result result = included("a\n\n--8<-- \"x.md\"\nb\n", {{"x.md", "One.\nTwo.\n"}});
  REQUIRE(result.lines.size() == 5);
  CHECK(result.lines[3].number == 3);
  CHECK(result.lines[3].changed);
  CHECK(result.lines[4].number == 4);
  CHECK(!result.lines[4].changed);
}

TEST_CASE("includes: templates of a theme go, the words in their tags stay") {
  const Files files;
  CHECK(text_of("a\n{% include toc.html %}\nb\n", files) == "a\nb\n");
  CHECK(text_of("{% partial file=\"part.md\" variables={a: 1} /%}\n", {{"part.md", "a\n"}}) == "a\n");
  CHECK(text_of("{% include box.html content=\"Some words.\" %}\n", files) == "Some words.\n");
  CHECK(text_of("{% include button.html url=\"c.md\" text=\"Press\" %}\n", files) == "[Press](c.md)\n");
  CHECK(text_of("{% include button.html link=url_dist label=my_label %}\n", files).empty());
  CHECK(text_of("{% include image.html file=\"a.png\" alt=\"A\" %}\n", files) == "![A](<a.png>)\n");
  const std::string note = "{% include note.html content=\"Some words.\" %}\n";
  CHECK(text_of(note, files) == note);  // read as an alert later
  CHECK(included("{% include toc.html %}{% render \"x\" %}{% include_relative {{ x }} %}\n", files)
            .findings.empty());
}

TEST_CASE("includes: what is missing is named, and its link's text stays") {
  const Result result = included("a\n[!INCLUDE [the text](gone.md)]\n{!gone.md!}\n", {});
  CHECK(result.text == "a\nthe text\n");
  CHECK(result.findings ==
        "2: the file `gone.md` to be included is not in the content folder, or is not public; correct its "
        "path\n");
  CHECK(included("{{#include x.md:use}}\n", {{"x.md", "a\n"}}).findings ==
        "1: `x.md` has no part `use` to be included\n");
}

TEST_CASE("includes: a circle ends and is named") {
  const Files files{{"x.md", "x\n{!y.md!}\n"}, {"y.md", "y\n{!x.md!}\n"}, {"a.md", "{!a.md!}"}};
  const Result result = included("{!x.md!}\n", files);
  CHECK(result.text == "x\ny\n");
  CHECK(result.findings == "1: `x.md` includes itself; remove one of the includes\n");
  CHECK(included("{!a.md!}\n", files).findings == "1: `a.md` includes itself; remove one of the includes\n");
}

TEST_CASE("includes: depth, number and bytes are limited") {
  Files chain;
  for (int i = 0; i < 20; ++i)
    chain[std::to_string(i) + ".md"] = std::to_string(i) + "\n{!" + std::to_string(i + 1) + ".md!}\n";
  const Result deep = included("{!0.md!}\n", chain);
  CHECK(deep.text == "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n");
  CHECK(deep.findings ==
        "1: files are included in one another more than 10 deep; the deepest are left out\n");

  std::string many;
  for (int i = 0; i < 1000; ++i) many += "{!x.md!}\n\n";
  const Result large = included(many, {{"x.md", std::string(200UL * 1024, 'x')}});
  CHECK(large.text.size() < indexer::kMaxIncluded + many.size());
  CHECK(large.reads < 10);
  CHECK(large.findings ==
        "3: the included files have more than 256 KiB together; the rest is left out, split the article\n");
  const Result often = included(many, {{"x.md", "x"}});
  CHECK(often.findings ==
        "201: files are included more than 100 times; the rest is left out, split the article\n");

  std::string missing;
  for (int i = 0; i < 10'000; ++i) missing += "{!gone" + std::to_string(i) + ".md!}\n";
  CHECK(included(missing, {}).reads <= 1'000);
}

TEST_CASE("includes: prefixes and arguments do not multiply what comes in") {
  const std::string quotes(2'000, '>');
  const Result deep = included(quotes + " {!x.md!}\n", {{"x.md", std::string(20'000, '\n') + "x\n"}});
  CHECK(deep.text.size() < indexer::kMaxIncluded);
  std::string asks;
  for (int i = 0; i < 10'000; ++i) asks += "{{ include.a }}\n";
  const Result filled =
      included("{% include_relative x.md a=\"" + std::string(1'500, 'a') + "\" %}\n", {{"x.md", asks}});
  CHECK(filled.text.size() <= indexer::kMaxIncluded);
}

TEST_CASE("includes: hostile openers take linear time") {
  for (const char* opener : {"{% include ", "{{#include ", "[!include [", "<!--@include:", "{!", "--8<--\n",
                             "<X ", "<Snippet ", "{{< include ", "{% include\n"}) {
    std::string text = "import X from './x.mdx'\n";
    while (text.size() < 256UL * 1024) text += opener;
    const auto start = std::chrono::steady_clock::now();
    included(text, {});
    CAPTURE(opener);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  }
}
