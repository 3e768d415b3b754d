#include "indexer/myst/myst_roles.h"

#include <doctest/doctest.h>

namespace {

enum class Site { sphinx, other };

std::string read(std::string_view text, Site site = Site::sphinx) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::DialectContext context;
  context.is_sphinx = site == Site::sphinx;
  context.title = [](std::string_view target) -> std::optional<std::string> {
    return target == "setup" || target == "setup.md" ? std::optional<std::string>("Setting up")
                                                     : std::nullopt;
  };
  indexer::read_myst_roles(lines, context, unknown);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("MyST roles: text, links and code") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"{kbd}`Ctrl+C`", "<kbd>Ctrl+C</kbd>"},
      {"{kbd}`\\`", "<kbd>\\ </kbd>"},
      {"{guilabel}`&Save && go`", "**Save & go**"},
      {"{menuselection}`A --> B`", "**A → B**"},
      {"{abbr}`UI (user \"x\")`", "<abbr title=\"user &quot;x&quot;\">UI</abbr>"},
      {"H{sub}`2`O, m{sup}`2`", "H<sub>2</sub>O, m<sup>2</sup>"},
      {"{file}`a b`, {code}``a`b``", "`a b`, ``a`b``"},
      {"{py:class}`~a.b.C`, {func}`!run`", "`C`, `run`"},
      {"{doc}`setup`, {doc}`do it <setup>`, {doc}`/a/gone`",
       "[Setting up](setup), [do it](setup), [gone](/a/gone)"},
      {"{download}`the file <a.zip>`", "[the file](a.zip)"},
      {"{term}`cold water <Water>`, {unheard}`of it`", "cold water, of it"},
      {"{octicon}`rocket;1em`a", "a"},
      {"{bdg-primary}`new`, {bdg-link-info}`a <b.md>`", "new, [a](b.md)"},
      {"{math}`a_2`", "`a_2`"},
      {"[](setup.md), [](#x-y), <project:setup.md>",
       "[Setting up](setup.md), [x y](#x-y), [Setting up](setup.md)"},
      {"[a](project:b.md)", "[a](b.md)"},
      {"![](a.png) `{kbd}` \\{kbd}`x` {kbd} `x`", "![](a.png) `{kbd}` \\{kbd}`x` {kbd} `x`"},
      {"a {ref}`b\nc <d>`. e", "a b c.\ne"},
      {"{kbd}`a\nb`", "<kbd>a b</kbd>"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    std::string text = read(std::string(theirs) + "\n");
    CHECK(text == std::string(ours) + "\n");
  }
}

TEST_CASE("MyST roles: labels lead to the heading below them") {
  CHECK(read("(a_b)=\n\n## The *heading*\n{ref}`A-B`, {ref}`t <a_b>`, [x](#a-b), [](#a_b)\n") ==
        "\n## The *heading*\n[The heading](#the-heading), [t](#the-heading), [x](#the-heading), [The "
        "heading](#the-heading)\n");
  CHECK(read("(a)=\n(b)=\n# X {#own}\n{ref}`a` {ref}`b`\n") == "# X {#own}\n[X](#own) [X](#own)\n");
  CHECK(read("(a)=\nText {ref}`a-b`\n") == "Text a b\n");
  CHECK(read("# A\n(x)=\n# A\n{ref}`x`\n") == "# A\n# A\nA\n");  // its id is not sure
  CHECK(read("```\n(a)=\n```\n") == "```\n(a)=\n```\n");
}

TEST_CASE("MyST roles: in a site of another tool only known names are roles") {
  CHECK(read("{x}`y` {kbd}`a` [](setup.md)\n", Site::other) == "{x}`y` <kbd>a</kbd> [](setup.md)\n");
}
