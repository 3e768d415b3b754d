#include "indexer/dialects/markers.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_markers(lines);
  return indexer::join_lines(lines);
}

}  // namespace

TEST_CASE("Lines for other tools are dropped") {
  for (const char* line : {"[TOC]", "[[toc]]", "[[_TOC_]]", "{{< toc >}}", "{{toc}}", "{{ TOC }}",
                           "* TOC\n{:toc}", "1. TOC\n{: toc}", "- Contents\n{:toc .no_toc}", "\\newpage",
                           "{% include toc.html html=content %}", "@[TOC]"}) {
    CAPTURE(line);
    CHECK(read("a\n\n" + std::string(line) + "\n\nb") == "a\n\n\nb\n");
  }
  CHECK(read("```\n[TOC]\n```\nsee [TOC] here") == "```\n[TOC]\n```\nsee [TOC] here\n");
}

TEST_CASE("An abbreviation is explained where it stands") {
  CHECK(read("HTML and XHTML, an HTML-page `HTML` [HTML](HTML).\n\n*[HTML]: Hyper \"Text\"\n") ==
        "<abbr title=\"Hyper &quot;Text&quot;\">HTML</abbr> and XHTML, an HTML-page `HTML` "
        "[<abbr title=\"Hyper &quot;Text&quot;\">HTML</abbr>](HTML).\n\n");
  CHECK(read("*[emphasis]: no*\n*[]: x") == "*[]: x\n");
  CHECK(read("* [a]: b") == "* [a]: b\n");
}

TEST_CASE("A shortcode that is shown is code") {
  CHECK(read("Write {{</* note */>}} or {{%/* tip */%}}.") == "Write `{{< note >}}` or `{{% tip %}}`.\n");
}
