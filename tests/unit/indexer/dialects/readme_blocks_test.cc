#include "indexer/dialects/readme_blocks.h"

#include <doctest/doctest.h>

namespace {

struct ReadmeText {
  std::string text;
  bool has_finding = false;
};

ReadmeText read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::read_readme_blocks(lines, unknown);
  const indexer::RuleSet rules(false);
  indexer::FileFindings findings(rules, "a.md");
  unknown.report(findings);
  return {indexer::join_lines(lines), !findings.take().empty()};
}

}  // namespace

TEST_CASE("ReadMe's blocks: JSON becomes what it shows") {
  struct Case {
    std::string_view text;
    std::string_view result;
  };
  for (const auto& [text, result] : {
           Case{"a\n[block:callout]\n{\n  \"type\": \"danger\",\n  \"title\": \"T\",\n  \"body\": "
                "\"a\\n\\nb\"\n}\n"
                "[/block]\nc\n",
                "a\n\n:::danger T\na\n\nb\n:::\n\nc\n"},
           Case{"[block:callout]{\"type\": \"success\", \"body\": \"a\"}[/block] b\n",
                "\n:::tip\na\n:::\n\n b\n"},
           Case{"[block:api-header]\n{\"title\": \"How\"}\n[/block]\n", "\n## How\n\n"},
           Case{"[block:code]\n{\"codes\": [{\"code\": \"a\\nb\", \"language\": \"shell\", \"name\": "
                "\"npm\"},\n"
                "{\"code\": \"```\", \"language\": \"text\", \"name\": null}]}\n[/block]\n",
                "\n**npm**\n\n```shell\na\nb\n```\n\n````text\n```\n````\n\n\n"},
           Case{"[block:image]\n{\"images\": [{\"image\": [\"a b.png\", \"a\", 10, 20], \"caption\": "
                "\"C\"}]}\n[/block]\n",
                "\n![](<a b.png>)\n\n*C*\n\n\n"},
           Case{"[block:parameters]\n{\"data\": {\"h-0\": \"A\", \"h-1\": \"B\", \"0-0\": \"a|b\", \"10-1\": "
                "\"d\",\n"
                "\"9-0\": \"x  \\n\\ny\"}, \"cols\": 2, \"rows\": 2}\n[/block]\n",
                "\n| A | B |\n|---|---|\n| a\\|b |  |\n| x<br><br>y |  |\n|  | d |\n\n"},
           Case{"[block:html]\n{\"html\": \"<div>\\n<p>a</p></div>\"}\n[/block]\n",
                "\n<div>\n<p>a</p></div>\n\n"},
           Case{"[block:embed]\n{\"url\": \"https://a.example/b\", \"title\": \"F\"}\n[/block]\n",
                "\n[F](https://a.example/b)\n\n"},
           Case{"> [block:callout]\n> {\"body\": \"a\"}\n> [/block]\n", "> \n> :::note\n> a\n> :::\n> \n"},
           Case{"```\n[block:code]\n{}\n[/block]\n```\n", "```\n[block:code]\n{}\n[/block]\n```\n"},
           Case{"[block:code]\nnever closed\n", "[block:code]\nnever closed\n"},
       }) {
    CAPTURE(text);
    const ReadmeText result_of = read(text);
    CHECK(result_of.text == result);
    CHECK_FALSE(result_of.has_finding);
  }
}

TEST_CASE("ReadMe's blocks: what cannot be read is shown as code") {
  for (const std::string_view inside :
       {"{\"title\": \"a\\`b\"}", "{\"other\": [1, \"words\"]}", "[1]", "\"a\"", "[[[["}) {
    CAPTURE(inside);
    for (const std::string_view type : {"callouts", "parameters", "code", "image", "api-header"}) {
      const ReadmeText result =
          read("[block:" + std::string(type) + "]\n" + std::string(inside) + "\n[/block]\n");
      if (type == "api-header" && !result.has_finding) continue;
      CHECK(result.text == "\n```json\n" + std::string(inside) + "\n```\n\n");
      CHECK(result.has_finding);
    }
  }
}

TEST_CASE("ReadMe's words: variables show their value or name, links find their article") {
  indexer::DialectContext context;
  context.value = [](std::string_view name) {
    return name == "site.variables.plan" ? std::optional<std::string>("Pro") : std::nullopt;
  };
  context.find = [](std::string_view name) {
    return name == "start" ? std::optional<std::string>("en/a b/start.md") : std::nullopt;
  };
  indexer::Lines lines = indexer::split_lines(
      "<<plan>> <<apiKey>> <<glossary:log in>> a <<b c>> x<<<y>>\n"
      "[a](doc:start) [b](ref:start#c) [d](doc:other) `[e](doc:start)`\n",
      1);
  indexer::mark_kinds(lines);
  indexer::read_readme_words(lines, context);
  CHECK(indexer::join_lines(lines) ==
        "Pro `apiKey` log in a <<b c>> x<<<y>>\n"
        "[a](/en/a%20b/start.md) [b](/en/a%20b/start.md#c) [d](doc:other) `[e](doc:start)`\n");
}
