#include "indexer/dialects/alert_quotes.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_alert_quotes(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("alert quotes: kramdown's classes and bold names") {
  const struct {
    std::string_view theirs;
    std::string_view ours;
  } cases[] = {
      {"{: .note }\na\nb\n\nc\n", ":::note\na\nb\n:::\n\nc\n"},
      {"{: .warning }\n> a\n>\n> b\n\nc\n", ":::warning\na\n\nb\n:::\n\nc\n"},
      {"{: .note-title }\n> My title\n>\n> a\n", ":::note My title\n\na\n:::\n"},
      {"{: .new }\na\n", ":::info New\na\n:::\n"},
      {"a\n\nb\nc\n{: .note .important}\n\nd\n", "a\n\n:::note\nb\nc\n:::\n\nd\n"},
      {"> **Note**\n> a\n\nb\n", "> [!NOTE]\n> a\n\nb\n"},
      {"> **Warning:** a\n> b\n", "> [!WARNING]\n> a\n> b\n"},
      {"- a\n\n  > __Tip__: b\n", "- a\n\n  > [!TIP]\n  > b\n"},
  };
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("alert quotes: what is none stays") {
  for (const std::string_view text :
       {"{: .red }\na\n", "{: #note }\na\n", "{: .note }\n", "> **Note** that a\n", "> **Bold**\n> a\n",
        "> a\n> **Note**\n", "**Note**\n", "```\n{: .note }\na\n```\n", "> **Quote**: a\n"}) {
    CAPTURE(text);
    CHECK(read(text) == (text == "{: .note }\n" ? "" : text));
  }
}

TEST_CASE("alert quotes: Wiki.js names the kind below the quote") {
  indexer::Lines lines = indexer::split_lines("> a\n> b\n{.is-warning}\n\n> c\n{.links-list}\n", 1);
  indexer::mark_kinds(lines);
  indexer::read_alert_quotes(lines);
  CHECK(indexer::join_lines(lines) == ":::warning\n> a\n> b\n:::\n\n> c\n{.links-list}\n");
}
