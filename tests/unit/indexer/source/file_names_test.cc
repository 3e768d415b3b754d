#include "indexer/source/file_names.h"

#include <doctest/doctest.h>

using indexer::FileNames;

TEST_CASE("file names: the same but for case and the encoding of accents") {
  const FileNames names({"img/Gr\u00f6\u00dfe.png", "a.md"});
  CHECK(names.same("IMG/gro\u0308\u00dfe.PNG") == "img/Gr\u00f6\u00dfe.png");
  CHECK(names.same("img/a.png").empty());
}

TEST_CASE("file names: the nearest") {
  const FileNames names(
      {"en/set-up/start.md", "de/set-up/start.md", "en/orders/return.md", "en/orders/pay.md"});
  CHECK(names.nearest("en/orders/start.md") == "en/set-up/start.md");
  CHECK(names.nearest("de/start.html") == "de/set-up/start.md");
  CHECK(names.nearest("en/orders/returns.md") == "en/orders/return.md");
  CHECK(names.nearest("en/orders/imprint.md").empty());
  CHECK(names.nearest("fr/x.md").empty());
}
