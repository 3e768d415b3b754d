#include "indexer/dialects/mdx_lines.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text, bool is_mdx = false) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::remove_mdx_lines(lines, is_mdx, unknown);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("MDX lines: imports, exports and children are taken out") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"import Tabs from '@theme/Tabs';\nimport './x.css'\n\na\n", "\na\n"},
      {"import {\n  A,\n  B\n} from './x';\n\na\n", "\na\n"},
      {"export const a = 1;\nb\n", "b\n"},
      {"export const Foo = ({x}) => (\n  <b>\n\n    {x}\n  </b>\n);\n\na\n", "\na\n"},
      {"export const meta = {\n  title: 'A } b'\n}\n\na\n", "\na\n"},
      {"export default function Page({ children }) {\n  return children\n}\na\n", "a\n"},
      {"a\n\n{props.children}\n\n{' '}\nb\n", "a\n\n\nb\n"},
      {"import A from 'a'\n\na{' '}\nb {\"c\"}\n", "\na \nb c\n"},
      {"import A from 'a'\n\n{items.map(item => (\n  <li>{item}</li>\n))}\n\na\n", "\n\na\n"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
  CHECK(read("{x}\n\na\n", true) == "\na\n");
}

TEST_CASE("MDX lines: constants stand for their texts") {
  CHECK(read("export const name = 'Plo*ver';\n\nA {name} b.\n") == "\nA Plo\\*ver b.\n");
  CHECK(read("export const meta = {\n  title: \"T\",\n  deep: { n: 2, list: ['x', `y`] },\n}\n\n"
             "{meta.title} {meta.deep.n} {meta.deep.list.1} <A b={meta.title} c={other} />\n") ==
        "\nT 2 y <A b=\"T\" c={other} />\n");
  CHECK(read("export const a = b + 'c'\n\n{a} {props.x}, `{x}` \\{x} ${x} {{x}} <A {...x} y={x} />\n",
             true) == "\n , `{x}` \\{x} ${x} {{x}} <A {...x} y={x} />\n");
  CHECK(read("export const a = 1\n\na {id}\n\n{a}\n") == "\na {id}\n\n1\n");
}

TEST_CASE("MDX lines: ordinary text stays") {
  for (const std::string_view text :
       {"import it from there\n", "import duties from China's ports\n", "export it\n", "export const\n",
        "a\nimport b from 'c'\n", "```js\nimport a from 'b'\n```\n", "export const a = {\n\nb\n", "{x}\n",
        "{: .note }\n", "`{' '}` {' '} a\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}
