#include "indexer/config/tool_files.h"

#include <doctest/doctest.h>

using namespace indexer;
using Texts = std::vector<std::string>;

TEST_CASE("tool files: a list is read in whatever language the settings are written") {
  CHECK(listed_texts("a: 1\nexclude: [vendor, \"notes.md\"]\nb: 2\n", "exclude") ==
        Texts{"vendor", "notes.md"});
  CHECK(listed_texts("exclude:\n  - vendor\n  # no\n  - 'a b.md'\nb: 2\n", "exclude") ==
        Texts{"vendor", "a b.md"});
  CHECK(listed_texts("exclude:\n- vendor\nb:\n- x\n", "exclude") == Texts{"vendor"});
  CHECK(listed_texts("exclude_docs: |\n  # why\n  /int/\n  *.tmp.md\nnav:\n  - x\n", "exclude_docs") ==
        Texts{"/int/", "*.tmp.md"});
  CHECK(listed_texts("x({\n  srcExclude: [\n    '**/README.md', // no\n    `parts/**`,\n  ],\n  b: ['c'] })",
                     "srcExclude") == Texts{"**/README.md", "parts/**"});
  CHECK(listed_texts("exclude_patterns = ['_build', \"drafts\"]", "exclude_patterns") ==
        Texts{"_build", "drafts"});
  CHECK(listed_texts("exclude_docs_too: [a]\nexcluded: 1\n", "exclude").empty());
  CHECK(listed_texts("exclude: [", "exclude").empty());
  CHECK(listed_texts("exclude: ['a", "exclude").empty());
  CHECK(listed_texts("", "exclude").empty());
}

TEST_CASE("tool files: tags of MkDocs do not hide the rest") {
  const auto config = parse_tool_file("mkdocs.yml", "site_name: Ember\nx:\n  y: !!python/name:a.b\nz: 1\n");
  REQUIRE(config);
  REQUIRE(config->entries.size() == 2);
  CHECK(config->entries[1].key == "z");
  CHECK_FALSE(parse_tool_file("mkdocs.yml", "a: [b\n"));
}
