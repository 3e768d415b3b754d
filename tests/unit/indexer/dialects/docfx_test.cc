#include "indexer/dialects/docfx.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_docfx(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("DocFX: zones, columns, tabs and buttons") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"::: zone pivot=\"programming-language-csharp\"\na\n::: zone-end\nb\n",
       "**Programming language csharp**\n\na\n\nb\n"},
      {":::row:::\n  :::column span=\"2\":::\na\n  :::column-end:::\n:::row-end:::\n", "a\n"},
      {":::row:::\n   :::column:::\n      **a**\n\n          code\n      - b\n   :::column-end:::\n   "
       ":::column:::\n      c\n"
       "   :::column-end:::\n:::row-end:::\nd\n",
       "**a**\n\n    code\n- b\n\nc\n\nd\n"},
      {">[!BEGINTABS]\n\n>[!TAB One]\n\na\n\n> [!TAB \"Two x\"]\n\nb\n\n>[!ENDTABS]\nc\n",
       ":::tabs\n\n:::tab One\n\na\n\n:::\n:::tab Two x\n\nb\n\n:::\n:::\nc\n"},
      {"a\n>[!BEGINSHADEBOX \"T\"]\n\nb\n\n>[!ENDSHADEBOX]\nc\n", "a\n\n**T**\n\nb\n\nc\n"},
      {">[!TAB x]\n\n>[!NOTE]\n>a\n", ">[!TAB x]\n\n>[!NOTE]\n>a\n"},
      {"::: moniker range=\">=x\"\na\n::: moniker-end\n", "a\n"},
      {"a :::no-loc text=\"Blazor\"::: b\n", "a Blazor b\n"},
      {":::code language=\"csharp\" source=\"snippets/a.cs\" range=\"1-2\":::\n", "[a.cs](snippets/a.cs)\n"},
      {"> [!div class=\"nextstepaction\"]\n> [Next](b.md)\n\na\n", "[Next](b.md)\n\na\n"},
      {"#### [A](#tab/a)\n\na\n\n#### [B](#tab/b)\n\nb\n\n---\n\nc\n",
       ":::tabs\n:::tab A\n\na\n\n:::\n:::tab B\n\nb\n\n:::\n:::\n\nc\n"},
      {"1. x\n\n   ## [A](#tab/a)\n\n   a\n\n      ---\n2. y\n",
       "1. x\n\n   :::tabs\n   :::tab A\n\n   a\n\n   :::\n   :::\n2. y\n"},
      {"### [A](#tab/a)\n\na\n\n## Next\n", ":::tabs\n:::tab A\n\na\n\n:::\n:::\n## Next\n"},
      {"<<< @/snippets/a.js{1}\n", "[a.js](/snippets/a.js)\n"},
      {":::tabs\n@tab A\na\n@tab:active B\n:::tip\nb\n:::\n:::\nc\n",
       ":::tabs\n:::tab A\na\n:::\n:::tab B\n:::tip\nb\n:::\n:::\n:::\nc\n"},
      {":::tabs\n== A\na\n:::\n", ":::tabs\n:::tab A\na\n:::\n:::\n"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("DocFX: what is none stays") {
  for (const std::string_view text : {"# [A](b.md)\n\n---\n", "== A\n", "@tab a\n", ":::note\na\n:::\n",
                                      "```\n:::row:::\n```\n", "[!div class=\"x\"]\n", "---\n"}) {
    CAPTURE(text);
    CHECK(read(text) == text);
  }
}
