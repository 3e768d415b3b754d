// Whatever a writer puts into an alias, a slug, a file's name or an image's name: what the build publishes,
// the daemon answers. Both programs, every printable ASCII character and letters of other scripts.
#include <doctest/doctest.h>

#include <fmt/format.h>
#include <filesystem>

#include "kb/store/file.h"
#include "kb/text/percent.h"
#include "tests/http/client.h"
#include "tests/http/process.h"
#include "tests/http/test_server.h"

namespace fs = std::filesystem;
using http_test::Answer;
using http_test::get;
using http_test::Process;

namespace {

std::vector<std::string> characters() {
  std::vector<std::string> all{"é", "ß", "İ", "ﬁ", "я", "ع", "हि", "日本", "😀", "e\u0301", "\u00A0"};
  for (char c = ' '; c <= '~'; ++c) {
    if (c != '/') all.emplace_back(1, c);  // parts folders
  }
  return all;
}

std::string in_quotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

// What an alias or a slug may not hold as it is.
bool has_meaning(const std::string& c) { return c == "?" || c == "#" || c == "%"; }

// For each character an article with it in its name, its alias and its image's name, and one with it in its
// slug.
void write_content(const fs::path& content) {
  fs::create_directories(content / "en");
  kb::write_file(content / "site.yaml", "title: Acme Help\nlanguages: [en]\nrules: {git-dates: off}\n");
  const auto all = characters();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& c = all[i];
    const std::string image = fmt::format("i{}{}.png", i, c);
    const std::string alias = fmt::format("/old/a{}{}z", i, c);
    const std::string written = has_meaning(c) ? kb::encode_path(alias) : alias;
    kb::write_file(content / "en" / image, fmt::format("no image {}", i));
    kb::write_file(content / "en" / fmt::format("f{}{}.md", i, c),
                   fmt::format("---\ntitle: File {}\naliases: [{}]\n---\n![Image](<{}>)\n", i,
                               in_quotes(written), kb::percent_encode(image, "")));
    const std::string slug = has_meaning(c) ? "s" : "s" + c;
    kb::write_file(content / "en" / fmt::format("g{}.md", i),
                   fmt::format("---\ntitle: Slug {}\nslug: {}\n---\nSee [it](<{}>).\n", i,
                               in_quotes(fmt::format("{}{}", slug, i)),
                               kb::percent_encode(fmt::format("f{}{}.md", i, c), "")));
  }
}

// Everything between `begin` and a quote or "<".
std::vector<std::string> found_after(const std::string& text, std::string_view begin) {
  std::vector<std::string> found;
  for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    at += begin.size();
    found.push_back(text.substr(at, text.find_first_of("\"<", at) - at));
  }
  return found;
}

}  // namespace

TEST_CASE("addresses: each that is published is answered, whatever characters it is made of") {
  const kb::TempFolder folder;
  write_content(folder / "content");
  Process build({FIRSTLINE_INDEXER, "build", folder / "content", "--index", folder / "index"},
                folder / "build");
  std::string findings;
  for (std::string line = build.read_line(); !line.empty(); line = build.read_line()) findings += line + "\n";
  CHECK(findings == "");
  REQUIRE(build.wait() == 0);
  Process daemon({FIRSTLINE_SEARCHD, "--index", folder / "index", "--listen", "127.0.0.1:0"}, folder / "log");
  const std::string line = daemon.read_line();
  REQUIRE(line.starts_with("Serving http://127.0.0.1:"));
  const int port = std::stoi(line.substr(line.rfind(':') + 1));

  const auto all = characters();
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(all[i]);
    const Answer moved = get(port, kb::encode_path(fmt::format("/old/a{}{}z", i, all[i])));
    CHECK(moved.status == 301);
    const std::string article = moved.header("Location");
    CHECK(article.starts_with(fmt::format("/en/f{}", i)));
    const Answer page = get(port, article);
    CHECK(page.status == 200);
    CHECK(page.has(fmt::format("File {}", i)));
    CHECK(get(port, article + ".md").status == 200);
    CHECK(get(port, "/api/v1/articles" + article.substr(3)).status == 200);
    const auto images = found_after(page.body, "loading=\"lazy\" src=\"/assets/");
    REQUIRE(images.size() == 1);
    CHECK(get(port, "/assets/" + images.front()).body == fmt::format("no image {}", i));
  }

  const std::string base = fmt::format("<loc>http://127.0.0.1:{}", port);
  const auto published = found_after(get(port, "/sitemap.xml").body, base);
  CHECK(published.size() > 2 * all.size());
  for (const std::string& address : published) {
    CAPTURE(address);
    const Answer page = get(port, address);
    CHECK(page.status == 200);
    for (const std::string& linked : found_after(page.body, "See <a href=\""))
      CHECK(get(port, linked).status == 200);
  }
}
