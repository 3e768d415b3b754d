#include "indexer/article/permalinks.h"

#include <doctest/doctest.h>

#include "indexer/article/page_reader.h"
#include "indexer/check/redirects.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;

namespace {

struct Site {
  std::vector<Page> pages;
  std::map<std::string, std::string> redirects;  // from -> to
  std::size_t findings = 0;
};

Site read(std::vector<SourceFile> files) {
  const Languages languages = find_languages({"en"}, files);
  const RuleSet rules(true);
  PageList list = read_pages(std::move(files), languages, rules, indexer_test::kToday, Drafts::hide);
  const PageTable table(list.pages, languages);
  Redirects redirects = collect_redirects(list.pages, table, "", rules);
  Site site{list.pages, {}, list.findings.size() + redirects.findings.size()};
  for (const kb::Redirect& one : redirects.list) site.redirects[one.from] = one.to;
  return site;
}

std::string page(std::string_view keys) { return "---\n" + std::string(keys) + "\n---\nText\n"; }

}  // namespace

TEST_CASE("permalinks: a path becomes the address, and the old ones redirect") {
  const Site site = read({{"_faq/descale.md", page("permalink: /faq/Jek.html")}});
  CHECK(site.pages[0].url == "/en/faq/jek");
  CHECK(site.pages[0].id.id == "faq/descale");
  CHECK(site.redirects.at("/faq/Jek.html") == "/en/faq/jek");
  CHECK(site.redirects.at("/en/faq/Jek.html") == "/en/faq/jek");
  CHECK(site.findings == 0);
}

TEST_CASE("permalinks: without an extension the address below the language is the page's own") {
  const Site site = read({{"docs/install.md", page("slug: /install-the-lamp")}});
  CHECK(site.pages[0].url == "/en/install-the-lamp");
  CHECK(site.redirects.at("/install-the-lamp") == "/en/install-the-lamp");
  CHECK_FALSE(site.redirects.contains("/en/install-the-lamp"));
  CHECK(site.findings == 0);
}

TEST_CASE("permalinks: a taken address stays its owner's") {
  const Site site = read({{"a.md", page("permalink: /b/")},
                          {"b.md", page("title: B")},
                          {"c.md", page("permalink: /search")},
                          {"d/e.md", page("permalink: /d/")},
                          {"f.md", page("permalink: /")},
                          {"g/index.md", page("permalink: /old/g")}});
  CHECK(site.pages[0].url == "/en/a");
  CHECK(site.redirects.at("/b") == "/en/a");
  CHECK_FALSE(site.redirects.contains("/en/b"));
  CHECK(site.pages[2].url == "/en/c");
  CHECK(site.pages[3].url == "/en/d/e");
  CHECK(site.pages[4].url == "/en/f");
  CHECK(site.pages[5].url == "/en/g/");
  CHECK(site.redirects.at("/old/g") == "/en/g/");
  CHECK(site.findings == 0);
}

TEST_CASE("permalinks: Docusaurus' addresses below /docs") {
  const std::vector<SourceFile> files{{"de/a b.md", "A"}, {"en/a.md", "A"}, {"en/c.md", page("slug: /x/y")}};
  const Languages languages = find_languages({"en", "de"}, files);
  const RuleSet rules(true);
  PageList list = read_pages(files, languages, rules, indexer_test::kToday, Drafts::hide);
  add_docs_addresses(list.pages, "en");
  const PageTable table(list.pages, languages);
  std::map<std::string, std::string> to;
  for (const kb::Redirect& one : collect_redirects(list.pages, table, "", rules).list) to[one.from] = one.to;
  CHECK(to.at("/docs/a") == "/en/a");
  CHECK(to.at("/docs/x/y") == "/en/x/y");
  CHECK(to.at("/de/docs/a-b") == "/de/a-b");
}
