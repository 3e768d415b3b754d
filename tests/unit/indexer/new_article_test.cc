#include "indexer/new_article.h"

#include <doctest/doctest.h>

#include "kb/model/error.h"
#include "tests/unit/indexer/content_folder.h"

using indexer::new_article;
using indexer_test::ContentFolder;
using indexer_test::kToday;
namespace fs = std::filesystem;

TEST_CASE("new article: written below the content folder, never through a link out of it") {
  ContentFolder outside;
  ContentFolder folder;
  fs::create_directory_symlink(outside.path(), folder.path() / "en");
  fs::create_symlink(outside.path() / "new.md", folder.path() / "link.md");
  for (const std::string place : {"en/orders/refund", "link"}) {
    CHECK_THROWS_WITH_AS(new_article(folder.path(), place, kToday),
                         ("'" + place + "' lies behind a symbolic link out of the content folder").c_str(),
                         kb::Error);
  }
  CHECK(fs::is_empty(outside.path()));
  CHECK(new_article(folder.path(), "de/refund", kToday) == folder.path() / "de/refund.md");
}
