#include "indexer/yaml/yaml_reader.h"

#include <doctest/doctest.h>

#include "indexer/output/diagnostic_format.h"

using namespace indexer;

namespace {

// The complaint about a text that begins at line 2 of its file; "" when there is none.
std::string complaint(std::string_view text) {
  const RuleSet rules(true);
  Diagnostics diags(rules, "a.md");
  read_yaml(text, 2, "front-matter-syntax", diags);
  return format_diagnostics(diags.list(), OutputFormat::text, "");
}

}  // namespace

TEST_CASE("yaml: values with their positions, columns in characters") {
  const RuleSet rules(true);
  Diagnostics diags(rules, "a.md");
  const auto root = read_yaml("é: 'ü'\nlist:\n  - one\n  - {k: ~}\n", 2, "front-matter-syntax", diags);
  REQUIRE(root);
  REQUIRE(root->entries.size() == 2);
  CHECK(root->entries[0].key == "é");
  CHECK(root->entries[0].value.text == "ü");
  CHECK(root->entries[0].value.quoted);
  CHECK(root->entries[0].value.at.line == 2);
  CHECK(root->entries[0].value.at.column == 4);
  const YamlNode& list = root->entries[1].value;
  CHECK(list.items[0].text == "one");
  CHECK(list.items[1].entries[0].value.is_null());
  CHECK(list.items[1].at.line == 5);
}

TEST_CASE("yaml: what yaml-cpp takes silently is refused") {
  const struct {
    std::string_view text;
    std::string_view complaint;
  } cases[] = {
      {"a: 1\na: 2\n", "a.md:3:1: error: 'a' is here a second time; only the first counts [duplicate-key]\n"},
      {"a: &x b\n",
       "a.md:2:4: error: YAML anchors (&name) are not accepted; write the value out [front-matter-syntax]\n"},
      {"a: &x [*x]\n",
       "a.md:2:4: error: YAML anchors (&name) are not accepted; write the value out [front-matter-syntax]\n"},
      {"a: *x\n",
       "a.md:2:4: error: not valid YAML: the referenced anchor is not defined [front-matter-syntax]\n"},
      {"a: !x b\n",
       "a.md:2:4: error: YAML tags (!name) are not accepted; remove the tag [front-matter-syntax]\n"},
      {"a: \"b\n", "a.md:2:4: error: the quote \" that begins here is never closed [front-matter-syntax]\n"},
      {"a: 1\n...\nb: 2\n",
       "a.md:4:1: error: a second YAML document begins here; only one is read [front-matter-syntax]\n"},
      {"? {a: b}\n: c\n",
       "a.md:2:3: error: a list or map cannot be a key; quote the text if it is one [front-matter-syntax]\n"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(complaint(text) == expected);
  }
}

TEST_CASE("yaml: syntax errors say what to do") {
  CHECK(
      complaint("a: b: c\n") ==
      "a.md:2:5: error: not valid YAML: put the text in quotes if it contains ': ' [front-matter-syntax]\n");
  CHECK(complaint("a: @b\n") ==
        "a.md:2:4: error: not valid YAML: put the text in quotes, it begins with a special character "
        "[front-matter-syntax]\n");
  CHECK(complaint("a: 'b\nc: d\n") ==
        "a.md:2:4: error: the quote ' that begins here is never closed [front-matter-syntax]\n");
  CHECK(complaint("a: 'b\nc: d") ==
        "a.md:3:5: error: the quote that begins in this text is never closed [front-matter-syntax]\n");
  CHECK(complaint("a: [where?, b]\n") ==
        "a.md:2:10: error: not valid YAML: put the text in quotes; within [ ] and { } a '?' would end it "
        "[front-matter-syntax]\n");
}

TEST_CASE("yaml: deep nesting and many aliases are survived") {
  std::string deep = "a:\n";
  for (int i = 0; i < 5000; ++i) deep += "- ";
  CHECK(complaint(deep) == "a.md:3:31: error: nested deeper than 16 levels [front-matter-syntax]\n");
  CHECK_FALSE(complaint("a: " + std::string(5000, '[')).empty());
  CHECK_FALSE(complaint("a: " + std::string(5000, '{')).empty());
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string name = "a" + std::to_string(i);
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += name + ": &" + name + " [" + before + ", " + before + "]\n";
  }
  CHECK(complaint(bomb).find("anchors") != std::string::npos);
}

TEST_CASE("yaml: an escaped quote does not end a text") {
  CHECK(complaint("a: \"x \\\" y\"\nb: 'it''s'\n").empty());
}
