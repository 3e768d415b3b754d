#include "kb/store/index_schema.h"

#include <doctest/doctest.h>

#include "kb/store/file.h"

namespace kb {

TEST_CASE("index schema: docs/index-format.md shows the table of what is indexed") {
  std::string rows = "| database | text | once for each | each word counts |\n|---|---|---|---|\n";
  for (const IndexedText& row : kIndexedTexts) {
    rows += "| `" + std::string(row.database) + "` | " + std::string(to_string(row.field)) + " | " +
            std::string(to_string(row.per)) + " | " + std::to_string(row.count) + " |\n";
  }
  const std::string page = read_file(std::string(FIRSTLINE_SOURCE_DIR) + "/docs/index-format.md");
  CAPTURE(rows);
  CHECK(page.find(rows + "\n") != std::string::npos);
}

}  // namespace kb
