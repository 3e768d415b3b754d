#include "indexer/source/unread_formats.h"

#include <doctest/doctest.h>

using namespace indexer;

namespace {

std::string shown(const DocsFolder& docs, const std::vector<std::string>& files) {
  std::string all;
  for (const Finding& finding : report_unread_formats(docs, RuleSet(false), files))
    all += finding.path + ": " + finding.message + "\n";
  return all;
}

}  // namespace

TEST_CASE("unread formats: each is named once, with the number of its files") {
  CHECK(shown({}, {"logo.png", "data.csv", "Makefile", "a.rst.txt"}) == "");
  CHECK(shown({}, {"b/usage.rst", "b/INDEX.RST", "notes/x.ipynb", "logo.png"}) ==
        "notes/x.ipynb: this file is Jupyter, which is not read\n"
        "b/INDEX.RST: 2 files are reStructuredText, which is not read; this is the first\n");
}

TEST_CASE("unread formats: files outside of the folder that is published do not count") {
  DocsFolder docs;
  docs.docs = "docs";
  CHECK(shown(docs, {"README.rst", "docs/a.adoc"}) ==
        "docs/a.adoc: this file is AsciiDoc, which is not read\n");
}
