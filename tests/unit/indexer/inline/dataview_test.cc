#include "indexer/inline/dataview.h"

#include <doctest/doctest.h>

TEST_CASE("Dataview: fields are shown as Dataview shows them") {
  struct Case {
    std::string_view theirs;
    std::string_view ours;
  };
  for (const auto& [theirs, ours] : {
           Case{"a [due:: 2026-05-02] b\n", "a due: 2026-05-02 b\n"},
           Case{"a (size:: large) b\n", "a large b\n"},
           Case{"[see:: [[A|b]] and [c](d.md)]\n", "see: [[A|b]] and [c](d.md)\n"},
           Case{"Status:: open\n**Next step**:: b\n", "**Status**: open\\\n**Next step**: b\n"},
           Case{"- owner:: Ada\n", "- **owner**: Ada\n"},
           Case{"a\n\nkey::\n", "a\n\n**key**:\n"},
           Case{"std::vector and a::b\n", "std::vector and a::b\n"},
           Case{"`[a:: b]`\n", "`[a:: b]`\n"},
           Case{"[a:: b](c.md)\n", "[a:: b](c.md)\n"},
           Case{"[a:: b\n", "[a:: b\n"},
           Case{"text with more words than any key could have in it:: b\n",
                "text with more words than any key could have in it:: b\n"},
           Case{":::note\na\n:::\n", ":::note\na\n:::\n"},
       }) {
    indexer::Lines lines = indexer::split_lines(theirs, 1);
    indexer::mark_kinds(lines);
    indexer::read_dataview(lines);
    CHECK(indexer::join_lines(lines) == ours);
  }
}
