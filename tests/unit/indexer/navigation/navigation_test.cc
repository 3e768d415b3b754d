// Whole small trees as other tools have them.
#include "indexer/navigation/navigation.h"

#include <doctest/doctest.h>

#include "kb/model/catalogue.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

void add_category(const kb::Catalogue& catalogue, const std::string& id, std::string& out) {
  const kb::CategoryNode& node = *catalogue.category(id);
  out += (out.empty() ? "" : " ") + node.title + "(";
  std::string inside;
  for (const kb::Card* card : node.articles) inside += (inside.empty() ? "" : ", ") + card->title;
  for (const std::string& child : node.children) add_category(catalogue, child, inside);
  out += inside + ")";
}

// Articles and categories as visitors see them: "Welcome Billing(Invoices, Card)".
std::string shown(const ContentFolder& folder, const std::string& lang = "en") {
  Compilation site = folder.compile();
  std::vector<kb::Card> cards;
  for (const kb::Article& article : site.articles) {
    if (article.lang == lang) cards.push_back(kb::card_of(article));
  }
  std::sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  const kb::Catalogue catalogue(site.site, lang, std::move(cards));
  std::string out;
  for (const kb::Card* card : catalogue.top_articles()) out += (out.empty() ? "" : ", ") + card->title;
  for (const std::string& id : catalogue.top_categories()) add_category(catalogue, id, out);
  return out;
}

ContentFolder& write_pages(ContentFolder& folder, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const std::string name = path.substr(path.rfind('/') + 1);
    folder.write(path, "# " + name.substr(0, name.find('.')) +
                           "\n\nThis is how you open the box and what you do with it.\n");
  }
  return folder;
}

}  // namespace

TEST_CASE("navigation: SUMMARY.md orders articles and names folders") {
  ContentFolder folder;
  write_pages(folder, {"welcome.md", "a/one.md", "a/two.md", "z/one.md", "z/three.md", "z/two.md"});
  folder.write("z/untitled.md", "Text.\n");
  folder.write("SUMMARY.md",
               "# Summary\n\n* [Hi](welcome.md)\n\n## Billing\n\n* [Second](z/two.md)\n* [First](z/one.md)\n"
               "* [Named here](z/untitled.md)\n\n## More\n\n* [x](a/two.md)\n* [y](a/one.md)\n");
  CHECK(folder.findings().empty());
  CHECK(shown(folder) == "welcome Billing(two, one, Named here, three) More(two, one)");
}

TEST_CASE("navigation: mkdocs.yml orders the folder of its articles") {
  ContentFolder folder;
  write_pages(folder, {"docs/index.md", "docs/b.md", "docs/a.md", "docs/drill/charge.md",
                       "docs/drill/bits.md", "docs/care/x.md"});
  folder.write(
      "mkdocs.yml",
      "site_name: X\nnav:\n  - Home: index.md\n  - b.md\n  - a.md\n  - The drill:\n      - drill/charge.md\n"
      "      - drill/bits.md\n  - Care: [care/x.md]\n");
  CHECK(folder.findings().empty());
  CHECK(shown(folder) == "index, b, a The drill(charge, bits) Care(x)");
}

TEST_CASE("navigation: Docusaurus has a list, and a note in each folder") {
  ContentFolder folder;
  write_pages(folder, {"docs/intro.md", "docs/setup/01-install.md", "docs/setup/run.md", "docs/extra/x.md",
                       "docs/faq/y.md", "i18n/fr/docusaurus-plugin-content-docs/current/setup/run.md",
                       "i18n/fr/docusaurus-plugin-content-docs/current/setup/01-install.md"});
  folder.write("docs/setup/a.md", "---\nid: first\n---\n# a\n\nText.\n");
  folder.write("sidebars.js",
               "module.exports = {docs: ['intro', {type: 'category', label: 'Set up', items: ['setup/run', "
               "'setup/first', 'setup/install']}]};\n");
  folder.write("docs/faq/_category_.json", R"({"label": "Questions", "position": 7})");
  folder.write("docs/extra/_category_.yml", "label: Extras\nposition: 8\nlink:\n  description: More of it\n");
  CHECK(folder.findings().empty());
  CHECK(shown(folder) == "intro Set up(run, a, 01-install) Questions(y) Extras(x)");
  CHECK(shown(folder, "fr") == "Set up(run, 01-install)");
}

TEST_CASE("navigation: .pages orders its own folder, with a place for the rest") {
  ContentFolder folder;
  write_pages(folder,
              {"guide/a.md", "guide/b.md", "guide/c.md", "guide/d.md", "news/2024.md", "news/2025.md"});
  folder.write("guide/.pages", "title: The guide\nnav:\n  - d.md\n  - ...\n  - a.md\n");
  folder.write("news/.pages", "order: desc\n");
  CHECK(folder.findings().empty());
  CHECK(shown(folder) == "News(2025, 2024) The guide(d, b, c, a)");
  folder.write("site.yaml", "title: X\nignore: ['.pages']\n");
  CHECK(shown(folder) == "Guide(a, b, c, d) News(2024, 2025)");
}

TEST_CASE("navigation: front matter goes before it, and site.yaml before all") {
  ContentFolder folder;
  write_pages(folder, {"a/one.md", "a/two.md", "b/one.md", "c/one.md"});
  folder.write("a/index.md", "---\ntitle: Page of a\n---\nText.\n");
  folder.write("a/last.md", "---\nweight: 1.5\ntitle: mine\n---\nText.\n");
  folder.write("SUMMARY.md",
               "* B\n  * [x](b/one.md)\n* A\n  * [y](a/two.md)\n  * [z](a/one.md)\n  * [w](a/last.md)\n");
  CHECK(shown(folder) == "B(one) Page of a(two, mine, one) C(one)");
  folder.write("site.yaml", "title: X\ncategories:\n  - {id: c, name: Third}\n  - {id: b}\n");
  CHECK(shown(folder) == "Third(one) B(one) Page of a(two, mine, one)");
}

TEST_CASE("navigation: weights with a fraction order without a navigation file") {
  ContentFolder folder;
  folder.write("a.md", "---\nnav_order: 1.5\n---\n# a\n\nText.\n");
  folder.write("b.md", "---\nsidebar_position: 0.5\n---\n# b\n\nText.\n");
  folder.write("c.md", "---\nweight: -2\n---\n# c\n\nText.\n");
  folder.write("d.md", "# d\n\nText.\n");
  CHECK(shown(folder) == "c, d, b, a");
}

TEST_CASE("navigation: a heading that shares a folder with others does not name it") {
  ContentFolder folder;
  write_pages(folder, {"flat/a.md", "flat/b.md", "flat/c.md"});
  folder.write("SUMMARY.md", "## One\n\n* [c](flat/c.md)\n\n## Two\n\n* [a](flat/a.md)\n* [b](flat/b.md)\n");
  CHECK(shown(folder) == "Flat(c, a, b)");
}

TEST_CASE("navigation: a file that cannot be read is a warning, and the order is as without it") {
  ContentFolder folder;
  write_pages(folder, {"docs/a.md", "docs/b.md"});
  folder.write("site.yaml", "title: X\n").write("mkdocs.yml", "nav:\n  - b.md\n  - [a.md\n");
  CHECK(folder.findings() ==
        "mkdocs.yml:3:5: warning: the order of articles cannot be read here: a list or map cannot be a key; "
        "quote the "
        "text if it is one [navigation-syntax]\n");
  CHECK(shown(folder) == "a, b");
  folder.write("mkdocs.yml", std::string(1024 * 1024 + 1, '#'));
  CHECK(folder.findings() ==
        "mkdocs.yml:1:1: warning: the order of articles cannot be read here: the file is over 1048576 bytes "
        "[navigation-syntax]\n");
  folder.write("mkdocs.yml", "nav:\n  - \xff.md\n");
  CHECK(
      folder.findings().starts_with("mkdocs.yml:2:5: warning: the order of articles cannot be read here: "));
}

TEST_CASE("navigation: entries that lead to no file are one warning") {
  ContentFolder folder;
  write_pages(folder, {"a.md", "LICENSE.md"});
  folder.write("x.pdf", "x")
      .write("SUMMARY.md",
             "* [a](a.md)\n* [x](gone.md)\n* [y](../out.md)\n* [web](https://x.example)\n"
             "* [l](LICENSE.md)\n* [p](x.pdf)\n* [draft]()\n");
  CHECK(folder.findings() ==
        "SUMMARY.md:1:1: warning: 2 entries lead to no file, the first of them is 'gone.md'; correct their "
        "paths or "
        "remove them [navigation-syntax]\n");
  folder.write("SUMMARY.md", "* [x](gone.md)\n");
  CHECK(folder.findings() ==
        "SUMMARY.md:1:1: warning: the entry 'gone.md' leads to no file; correct its path or remove it "
        "[navigation-syntax]\n");
}

TEST_CASE("navigation: Jupyter Book and MyST order the pages of a book") {
  for (const auto& [file, text] : {
           std::pair{"_toc.yml",
                     "format: jb-book\nroot: start\nparts:\n  - caption: Care\n    chapters:\n"
                     "      - file: care/oil\n      - file: care/dust\n        title: Dusting\n"},
           std::pair{
               "_toc.yml",
               "- file: start\n- title: Care\n  sections:\n    - file: care/oil\n    - file: care/dust\n"},
           std::pair{
               "myst.yml",
               "version: 1\nproject:\n  toc:\n    - file: start.md\n    - title: Care\n      children:\n"
               "        - file: care/oil.md\n        - file: care/dust.md\n"},
       }) {
    CAPTURE(text);
    ContentFolder folder;
    write_pages(folder, {"start.md", "extra.md", "care/dust.md", "care/oil.md"});
    folder.write(file, text);
    CHECK(folder.findings().empty());
    CHECK(shown(folder) == "start, extra Care(oil, dust)");
  }
}
