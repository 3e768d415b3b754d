#include "indexer/yaml/yaml_reader.h"

#include <doctest/doctest.h>

#include <ctime>

#include "indexer/output/finding_format.h"

using namespace indexer;

namespace {

// The complaint about a text that begins at line 2 of its file; "" when there is none.
std::string complaint(std::string_view text) {
  const RuleSet rules(true);
  FileFindings findings(rules, "a.md");
  read_yaml(text, 2, "front-matter-syntax", findings);
  return format_findings(findings.list(), OutputFormat::text, "");
}

// The tree as text: 'scalar'line:column, [items]line:column, {key=value}line:column.
std::string written(const YamlNode& node) {
  std::string out;
  for (const YamlNode& item : node.items) out += (out.empty() ? "" : " ") + written(item);
  for (const YamlEntry& entry : node.entries)
    out += (out.empty() ? "" : " ") + entry.key + "=" + written(entry.value);
  const std::string text = node.is_scalar() ? "'" + node.text + "'"
                           : node.is_list() ? "[" + out + "]"
                           : node.is_map()  ? "{" + out + "}"
                                            : "~";
  return text + std::to_string(node.at.line) + ":" + std::to_string(node.at.column);
}

std::string tree(std::string_view text) {
  const RuleSet rules(true);
  FileFindings findings(rules, "a.md");
  const auto root = read_yaml(text, 2, "front-matter-syntax", findings);
  return root ? written(*root) : "";
}

}  // namespace

TEST_CASE("yaml: values with their positions, columns in characters") {
  const RuleSet rules(true);
  FileFindings findings(rules, "a.md");
  const auto root = read_yaml("é: 'ü'\nlist:\n  - one\n  - {k: ~}\n", 2, "front-matter-syntax", findings);
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
       "a.md:2:4: error: YAML anchors (&name) are not accepted; write the value out, or put the text in "
       "quotes "
       "[front-matter-syntax]\n"},
      {"a: &x [*x]\n",
       "a.md:2:4: error: YAML anchors (&name) are not accepted; write the value out, or put the text in "
       "quotes "
       "[front-matter-syntax]\n"},
      {"a: *x\n",
       "a.md:2:4: error: not valid YAML: put the text in quotes, it begins with a special character "
       "[front-matter-syntax]\n"},
      {"a: !x b\n",
       "a.md:2:4: error: YAML tags (!name) are not accepted; remove the tag, or put the text in quotes "
       "[front-matter-syntax]\n"},
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
}

TEST_CASE("yaml: a '?' within [ ] and { } is part of the text, and every position is right") {
  const struct {
    std::string_view text;
    std::string_view tree;
  } cases[] = {
      {"q: [Where is it?]", "{q=['Where is it?'2:5]2:4}2:1"},
      {"q: [Where is it?, b]", "{q=['Where is it?'2:5 'b'2:19]2:4}2:1"},
      {"q: [What's new?, a: b?]", "{q=['What's new?'2:5 {a='b?'2:21}2:18]2:4}2:1"},
      {"q: [What? now, b ? c, ?d, e ?]", "{q=['What? now'2:5 'b ? c'2:16 '?d'2:23 'e ?'2:27]2:4}2:1"},
      {"q: {a: b?, c? : d?, e?: f}", "{q={a='b?'2:8 c?='d?'2:17 e?='f'2:25}2:4}2:1"},
      {"q: [http://x.example/?q=1&r=?]", "{q=['http://x.example/?q=1&r=?'2:5]2:4}2:1"},
      {"q: [\"a?\", 'b?', é?, 水?] # d?\nr: s?", "{q=['a?'2:5 'b?'2:11 'é?'2:17 '水?'2:21]2:4 r='s?'3:4}2:1"},
      {"q: [\n  a?, # why?\n  'b?',\n  c?\n]", "{q=['a?'3:3 'b?'4:3 'c?'5:3]2:4}2:1"},
      {"q: [one?\n  two?, three]", "{q=['one? two?'2:5 'three'3:9]2:4}2:1"},
      {"q: [[a?], {b: [c?]}]", "{q=[['a?'2:6]2:5 {b=['c?'2:16]2:15}2:11]2:4}2:1"},
      {"- a? [b?]\n- c?\n- [d?]", "['a? [b?]'2:3 'c?'3:3 ['d?'4:4]4:3]2:1"},
      {"q: |\n  a? [b?\n  ? c\nr: >-\n  [d?", "{q='a? [b?\n? c\n'2:4 r='[d?'5:4}2:1"},
      {"q: a?\n  ? b", "{q='a? ? b'2:4}2:1"},
      {"? a\n: b?", "{a='b?'3:3}2:1"},  // here it is a sign
      {"q: [? a? : b]", "{q=[{a?='b'2:12}2:5]2:4}2:1"},
      {"q: {? a : b, ? c : d}", "{q={a='b'2:11 c='d'2:20}2:4}2:1"},
      {"?a: ?b", "{?a='?b'2:5}2:1"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(complaint(text) == "");
    CHECK(tree(text) == expected);
  }
}

TEST_CASE("yaml: what else YAML allows without quotes") {
  for (const std::string_view text : {"a: http://x.example:80/",
                                      "a: x:y",
                                      "a: 50% off",
                                      "a: b]c}",
                                      "a: x [y] z, {w}",
                                      "a: it's",
                                      "a: -5",
                                      "a: b - c",
                                      "a: <b>",
                                      "a:\tb\t",
                                      "a: [b,\n\tc]",
                                      "a: {b:c}",
                                      "a: {\"b\":c}",
                                      "a: [it's, -1, :x]",
                                      "'a b': c",
                                      "a b: c",
                                      "a: [b,]",
                                      "a: []",
                                      "a: {}",
                                      "a: >\n  b: c # d",
                                      "a: x#y",
                                      "# a\nb: c # d"}) {
    CAPTURE(text);
    CHECK(complaint(text) == "");
  }
}

TEST_CASE("yaml: each refusal says what to do") {
  const std::string special = "not valid YAML: put the text in quotes, it begins with a special character";
  const std::string brackets =
      "not valid YAML: within [ ] and { } put a comma between items, and texts with ': ' or ' #' in quotes";
  const std::string misplaced =
      "not valid YAML: this belongs to nothing before it; put the text in quotes as a whole, and indent the "
      "keys of "
      "one map alike";
  const std::string tab = "not valid YAML: indent this line with blanks, not with a tab";
  const struct {
    std::string_view text;
    std::string complaint;
  } cases[] = {
      {"a: `b`", "2:4: error: " + special},
      {"a: %b", "2:4: error: " + special},
      {"a: [@b]", "2:5: error: " + special},
      {"a: **b**", "2:4: error: " + special},
      {"a: * b", "2:5: error: " + special},
      {"a: > b", "2:6: error: " + special},
      {"a: ]b", "2:4: error: " + special},
      {"a: ? b", "2:4: error: " + special},
      {"a: - b",
       "2:4: error: not valid YAML: put the text in quotes, or begin the list on a line of its own"},
      {"a: \"b\" c", "2:8: error: " + misplaced},
      {"a: [b] c", "2:8: error: " + misplaced},
      {"a:\n    b: c\n  d: e", "4:3: error: " + misplaced},
      {"a: [b: c: d]", "2:9: error: " + brackets},
      {"a: {b: c d: e}", "2:11: error: " + brackets},
      {"a: [b", "2:4: error: the [ that begins here is never closed"},
      {"a: [b #c]", "2:4: error: the [ that begins here is never closed"},
      {"é: [b, c", "2:4: error: the [ that begins here is never closed"},
      {"a: {b: c", "2:4: error: the { that begins here is never closed"},
      {"\ta: b", "2:3: error: " + tab},
      {"a:\n\t- b", "3:2: error: " + tab},
      {"a: |\n\tb", "3:1: error: " + tab},
      {"a: \"\\?\"",
       "2:7: error: not valid YAML: in \" quotes a backslash begins an escape; write it twice, or use ' "
       "quotes"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(complaint(text) == "a.md:" + expected + " [front-matter-syntax]\n");
  }
}

TEST_CASE("yaml: a comment that may have been meant as text is pointed out") {
  const struct {
    std::string_view text;
    std::string_view place;  // and word; "" when it is a comment
  } cases[] = {
      {"a: Ticket #5 is open", "2:11: warning: '#5'"},
      {"é: #0f766e\nb: c", "2:4: warning: '#0f766e'"},
      {"- a #b", "2:5: warning: '#b'"},
      {"a: [b, c #d\n]", "2:10: warning: '#d'"},
      {"a: b # c", ""},
      {"a: # c", ""},
      {"a: b ## c", ""},
      {"a: b#c", ""},
      {"a: 'b' #c", ""},
      {"a: 'b #c'", ""},
      {"#a\nb: c\n#d", ""},
      {"a: >\n  b #c", ""},
      {"a: {b, c}", ""},
      {"a:", ""},
  };
  for (const auto& [text, place] : cases) {
    CAPTURE(text);
    CHECK(complaint(text) ==
          (place.empty() ? ""
                         : "a.md:" + std::string(place) +
                               " begins a comment, which is left out; put the whole text in quotes if it "
                               "belongs to it [yaml-comment]\n"));
  }
}

TEST_CASE("yaml: many keys and many brackets take linear time") {
  std::string keys;
  for (int i = 0; i < 100'000; ++i) keys += "key" + std::to_string(i) + ": [a?, b?]\n";
  const std::clock_t start = std::clock();
  CHECK(complaint(keys) == "");
  const auto seconds =
      (std::clock() - start) / CLOCKS_PER_SEC;  // of processor time; comparing all keys took 30
  CHECK(seconds < 15);
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
