#include "indexer/navigation/directory_data.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

std::string published(const ContentFolder& folder) {
  std::string all;
  for (const kb::Article& article : folder.compile().articles)
    all += (all.empty() ? "" : " ") + article.url + (article.unlisted ? "?" : "");
  return all;
}

}  // namespace

TEST_CASE("directory data: what Eleventy does not write or list") {
  for (const auto& [file, text, expected] : {
           std::tuple{"plans/plans.json", R"({"draft": true})", "/en/a"},
           std::tuple{"plans/plans.11tydata.json", R"({"permalink": false, "layout": "x"})", "/en/a"},
           std::tuple{"plans/plans.11tydata.js", "module.exports = {\n  published: false,\n};\n", "/en/a"},
           std::tuple{"plans/plans.11tydata.mjs", "export default { draft: 'ture' };\n", "/en/a"},
           std::tuple{"plans/b.11tydata.json", R"({"draft": true})", "/en/a /en/plans/x/c"},
           std::tuple{"plans/x/c.11tydata.js", "module.exports = { eleventyExcludeFromCollections: true };",
                      "/en/a /en/plans/b /en/plans/x/c?"},
           std::tuple{"plans/plans.json", R"({"eleventyExcludeFromCollections": true})",
                      "/en/a /en/plans/b? /en/plans/x/c?"},
           std::tuple{"plans/other.json", R"({"draft": true})", "/en/a /en/plans/b /en/plans/x/c"},
           std::tuple{"plans/plans.11tydata.js", "module.exports = () => ({ draft: true });",
                      "/en/a /en/plans/b /en/plans/x/c"},
       }) {
    CAPTURE(text);
    ContentFolder site;
    site.write("a.md", "# A\n").write("plans/b.md", "# B\n").write("plans/x/c.md", "# C\n");
    site.write(file, text);
    CHECK(published(site) == expected);
  }
}
