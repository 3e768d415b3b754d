#include "indexer/check/redirects_file.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("redirects file: plain redirects are read, others are marked") {
  const auto found = read_redirects_file(
      "# a comment\n"
      "/old /new\n"
      "/hc/*  /help 302!\n"
      "/index.php id=4 lang=de /four 301\n"
      "/rewritten /index.html 200\n"
      "/away https://shop.example/ 301\n"
      "/blog/* /news/:splat\n"
      "/store id=:id /item/:id\n"
      "\n"
      "old /new\n");
  REQUIRE(found.size() == 7);
  CHECK(found[0].from == "/old");
  CHECK(found[0].to == "/new");
  CHECK(found[0].line == 2);
  CHECK(found[1].from == "/hc/*");
  CHECK(found[2].from == "/index.php?id=4&lang=de");
  CHECK(found[2].to == "/four");
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].is_followed == (i < 3));
}

namespace {

std::string listed(const std::vector<OldAddress>& found) {
  std::string all;
  for (const OldAddress& one : found) {
    if (one.is_followed) all += one.from + " " + one.to + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("redirects file: the settings of each tool are read, patterns and other servers are passed over") {
  CHECK(listed(read_tool_redirects("docs.json", R"({"redirects": [{"source": "/old/a", "destination": "/a"},
            {"source": "/x/:slug*", "destination": "/y/:slug*"}, {"source": "/z", "destination": "https://b.example/"}]})")) ==
        "/old/a /a\n");
  CHECK(listed(read_tool_redirects(
            ".gitbook.yaml", "root: ./\nredirects:\n  previous/page: new/page.md\n  help: README.md\n")) ==
        "/previous/page new/page.md\n/help README.md\n");
  CHECK(listed(read_tool_redirects(
            "mkdocs.yml",
            "plugins:\n  - search\n  - redirects:\n      redirect_maps:\n        'old/index.md': a.md\n"
            "        'b.md': https://b.example/\n")) == "/old a.md\n");
  CHECK(listed(read_tool_redirects(
            "docusaurus.config.js",
            "module.exports = { plugins: [['@docusaurus/plugin-client-redirects', {\n"
            "redirects: [{ to: '/docs/new', from: ['/a', '/b/c'] }, // why\n"
            "{ to: '/d', from: '/e' }],\n createRedirects(path) { return []; } }]] };")) ==
        "/a /docs/new\n/b/c /docs/new\n/e /d\n");
  CHECK(read_tool_redirects("docusaurus.config.js", "plugin-client-redirects redirects: [[[").empty());
  CHECK(read_tool_redirects("docs.json", "{").empty());
}
