#include "indexer/source/docs_folder.h"

#include <doctest/doctest.h>

#include "indexer/source/languages.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;

namespace {

class Repository : public indexer_test::ContentFolder {
 public:
  Repository(std::initializer_list<std::pair<const char*, const char*>> files) {
    for (const auto& [name, text] : files) write(name, text);
  }

  std::string found() const {
    const DocsFolder docs = find();
    return docs.tool.empty() ? "-" : docs.tool + " " + docs.docs;
  }

  // What stays, as the site has it.
  std::string articles() const {
    const DocsFolder docs = find();
    std::string all;
    for (const SourceFile& file : tree().articles) {
      if (const auto path = path_in_docs(docs, file.path)) all += *path + " ";
    }
    return all;
  }

  SourceTree tree() const { return read_source_tree(path(), {}, RuleSet(false)); }
  DocsFolder find() const { return find_docs_folder(ContentRoot(path()), tree()); }
};

}  // namespace

TEST_CASE("docs_folder: each tool's settings name the folder, or its usual one is taken") {
  CHECK(Repository{{"mkdocs.yml", "site_name: x\n"}, {"docs/a.md", "a"}}.found() == "MkDocs docs");
  CHECK(Repository{{"mkdocs.yml", "docs_dir: 'pages/help'  # theirs\n"}, {"pages/help/a.md", "a"}}.found() ==
        "MkDocs pages/help");
  CHECK(Repository{{"docusaurus.config.ts", "docs: {\n  path: 'manual',\n}"}, {"manual/a.md", "a"}}.found() ==
        "Docusaurus manual");
  CHECK(Repository{{"astro.config.mjs", ""}, {"src/content/docs/a.mdx", "a"}, {"README.md", "a"}}.found() ==
        "Starlight src/content/docs");
  CHECK(Repository{{"hugo.toml", "contentDir = \"texts\"\n"}, {"texts/a.md", "a"}}.found() == "Hugo texts");
  CHECK(Repository{{"hugo.toml",
                    "[languages.en]\ncontentDir = 'content/en'\n[languages.de]\ncontentDir = 'content/de'\n"},
                   {"content/en/a.md", "a"}}
            .found() == "Hugo content");
  CHECK(Repository{{"book.toml", "[book]\nsrc = \"pages\"\n"}, {"pages/a.md", "a"}}.found() ==
        "mdBook pages");
  CHECK(Repository{{".gitbook.yaml", "root: ./help/\n"}, {"help/a.md", "a"}}.found() == "GitBook help");
  CHECK(Repository{{"docs/.vitepress/config.mts", "srcDir: './src',"}, {"docs/src/a.md", "a"}}.found() ==
        "VitePress docs/src");
  CHECK(Repository{{".vitepress/config.ts", "export default { srcDir: 'src' }"}, {"src/a.md", "a"}}.found() ==
        "VitePress src");
  CHECK(Repository{{"docs/source/conf.py", ""}, {"docs/source/a.md", "a"}}.found() == "Sphinx docs/source");
}

TEST_CASE("docs_folder: what lies outside is no article, translations are") {
  const Repository shop{{"website/docusaurus.config.js", ""},
                        {"website/docs/a.md", "a"},
                        {"website/blog/2026.md", "a"},
                        {"website/i18n/de/docusaurus-plugin-content-docs/current/a.md", "a"},
                        {"website/i18n/de/docusaurus-plugin-content-blog/2026.md", "a"},
                        {"packages/api/CHANGELOG.md", "a"},
                        {"README.md", "a"}};
  CHECK(shop.articles() == "a.md i18n/de/docusaurus-plugin-content-docs/current/a.md ");
  const Languages languages = find_languages({}, shop.tree().articles, shop.find());
  const auto german = local_path(languages, "website/i18n/de/docusaurus-plugin-content-docs/current/b/a.md");
  REQUIRE(german);
  CHECK(german->lang + " " + german->path == "de b/a.md");
  const auto english = local_path(languages, "website/docs/b/a.md");
  REQUIRE(english);
  CHECK(english->lang + " " + english->path == "en b/a.md");
  CHECK(describe(shop.find()) == "website/docs/ (Docusaurus)");
  const Repository plover{{"docs.json", "{}"}, {"a.mdx", "a"}, {"snippets/b.mdx", "b"}};
  CHECK(plover.articles() == "a.mdx ");
}

TEST_CASE("docs_folder: languages below it are found") {
  const Repository site{{"hugo.toml", ""}, {"content/de/a.md", "a"}, {"content/en/a.md", "a"}, {"a.md", ""}};
  const Languages languages = find_languages({}, site.tree().articles, site.find());
  CHECK(languages.codes == std::vector<std::string>{"en", "de"});
  CHECK(local_path(languages, "content/de/x/a.md")->path == "x/a.md");
  const Languages named = find_languages({"de", "en"}, site.tree().articles, site.find());
  CHECK(local_path(named, "content/en/x/a.md")->path == "x/a.md");
}

TEST_CASE(
    "docs_folder: without settings, or with those of many or of a small part, every file is an article") {
  CHECK(Repository{{"docs/a.md", "a"}, {"README.md", "a"}}.found() == "-");
  CHECK(Repository{{"mkdocs.yml", ""}, {"guide/a.md", "a"}}.found() == "-");
  CHECK(Repository{{"mkdocs.yml", "docs_dir: ../../etc\n"}, {"guide/a.md", "a"}}.found() == "-");
  CHECK(Repository{{"a/mkdocs.yml", ""}, {"a/docs/a.md", "a"}, {"b/mkdocs.yml", ""}, {"b/docs/a.md", "a"}}
            .found() == "-");
  const Repository handbook{
      {"tool/mkdocs.yml", ""}, {"tool/docs/a.md", "a"}, {"sales/a.md", "a"}, {"hr/a.md", "a"}};
  CHECK(handbook.found() == "-");
  CHECK(handbook.articles() == "hr/a.md sales/a.md tool/docs/a.md ");
}

TEST_CASE("docs_folder: site.yaml names it") {
  CHECK(named_docs_folder("docs/").docs == "docs");
  CHECK(named_docs_folder(".").docs.empty());
  CHECK(named_docs_folder("../x").docs.empty());
  CHECK(describe(named_docs_folder("docs")) == "docs/ (site.yaml)");
  CHECK(describe(named_docs_folder(".")).empty());
}

TEST_CASE("docs_folder: settings that are a link out of the folder are not read") {
  const Repository site{{"docs/a.md", "a"}};
  std::filesystem::create_symlink("/etc/hostname", site.path() / "mkdocs.yml");
  CHECK(site.found() == "-");
}
