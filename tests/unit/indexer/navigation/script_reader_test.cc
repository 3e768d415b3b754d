#include "indexer/navigation/script_reader.h"

#include <doctest/doctest.h>

#include <string>

using namespace indexer;

namespace {

// The tree on one line: {a: [b, null]}.
std::string written(const YamlNode& node) {
  if (node.is_scalar()) return node.text;
  if (node.is_null()) return "null";
  std::string out;
  for (const YamlNode& item : node.items) out += (out.empty() ? "" : ", ") + written(item);
  for (const YamlEntry& entry : node.entries)
    out += (out.empty() ? "" : ", ") + entry.key + ": " + written(entry.value);
  return node.is_list() ? "[" + out + "]" : "{" + out + "}";
}

std::string script(std::string_view text) {
  const RuleSet rules(false);
  FileFindings findings(rules, "sidebars.js");
  const auto root = read_script(text, findings);
  if (root) return written(*root);
  const Finding& problem = findings.list().at(0);
  return std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column) + ": " + problem.message;
}

}  // namespace

TEST_CASE("script reader: plain data of a module") {
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"module.exports = {docs: ['a', \"b\"]};", "{docs: [a, b]}"},
      {"export default {docs: [`a`,],};", "{docs: [a]}"},
      {"// it's one\n/* {\" */ module.exports = { 'docs': [ // x\n 'a' /* y */ ] }\nfoo()", "{docs: [a]}"},
      {"import type {S} from '@x';\nconst sidebars: S = {docs: ['a']};\nexport default sidebars;",
       "{docs: [a]}"},
      {"/** @type {import('x').S} */\nconst sidebars = {docs: ['a']};\nmodule.exports = sidebars;",
       "{docs: [a]}"},
      {"export default {docs: [{type: 'doc', id: 'a', n: 1.5, c: true}]} satisfies S;",
       "{docs: [{type: doc, id: a, n: 1.5, c: true}]}"},
      {"module.exports = {'\\u00e9\\n': 'it\\'s // no comment'}", "{é\n: it's // no comment}"},
      {"module.exports = {}", "{}"},
      {"const a = 1;", "null"},
      {"", "null"},
      {"module.exports = other;", "null"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(script(one.text) == one.expected);
  }
}

TEST_CASE("script reader: what would have to be run is left out") {
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"module.exports = {docs: ['a', ...more, make('b', [1]), 'c']}", "{docs: [a, null, null, c]}"},
      {"module.exports = {docs: ['a' + 'b', `x${y}`, z2, () => { return ['q'] }, 'c']}",
       "{docs: [null, null, null, null, c]}"},
      {"module.exports = {...base, items, run() { return 1 }, [key]: 'v', docs: ['a'] as const}",
       "{docs: [a]}"},
      {"module.exports = make({docs: ['a']});", "null"},
      {"export default async function () { return {docs: ['a']} }", "null"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(script(one.text) == one.expected);
  }
}

TEST_CASE("script reader: what does not close is reported where it begins") {
  CHECK(script("module.exports = {\n  docs: ['a'") == "2:9: the bracket that begins here is never closed");
  CHECK(script("module.exports = {docs: ['a}") == "1:26: the quote that begins here is never closed");
  CHECK(script("/* é */ /* x") == "1:9: the comment that begins here is never closed");
  CHECK(script("module.exports = {docs: ['a'}]") == "1:25: the bracket that begins here is never closed");
  CHECK(script("module.exports = " + std::string(100'000, '[')) ==
        "1:83: brackets are nested deeper than 64 levels");
}

TEST_CASE("script reader: JSON, also with comments") {
  const RuleSet rules(false);
  FileFindings findings(rules, "_category_.json");
  const auto root =
      read_json("{\n\t// how it is called\n\t\"label\": \"Set \\\"up\\\" \\ud83d\\ude00\",\n}", findings);
  REQUIRE(root);
  CHECK(written(*root) == "{label: Set \"up\" 😀}");
  CHECK(findings.list().empty());
}
