// Sites with several folders of articles, as whole trees.
#include "indexer/navigation/docs_parts.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

std::string published(const ContentFolder& folder) {
  std::string all;
  for (const kb::Article& article : folder.compile().articles) all += (all.empty() ? "" : " ") + article.url;
  return all;
}

ContentFolder& write_pages(ContentFolder& folder, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) folder.write(path, "# P\n\nThis is how you open the box.\n");
  return folder;
}

}  // namespace

TEST_CASE("docs parts: each docs plugin of Docusaurus has its own address") {
  for (const char* const config : {
           "module.exports = {\n  plugins: [\n    'x',\n    [\n      '@docusaurus/plugin-content-docs',\n"
           "      { id: 'team', path: 'community', routeBasePath: 'join', sidebarPath: "
           "require.resolve('./s.js') },\n"
           "    ],\n    ['@docusaurus/plugin-content-docs', { id: 'api', path: 'docs/api', routeBasePath: "
           "'ref' }],\n"
           "    ['@docusaurus/plugin-content-blog', { id: 'b', path: 'blog' }],\n  ],\n};\n",
           "/** @type {import('@docusaurus/types').Config} */\nconst config = {\n  plugins: [\n    [\n"
           "      'content-docs',\n      /** @type {import('x').Options} */\n      ({\n        id: 'team',\n"
           "        path: './community/',\n        routeBasePath: '/join',\n      }),\n    ],\n  ],\n};\n\n"
           "module.exports = config;\n",
       }) {
    CAPTURE(config);
    ContentFolder docs;
    docs.write("web/docusaurus.config.js", config);
    write_pages(docs, {"web/docs/a.md", "web/docs/api/b.md", "web/community/a.md", "web/community/x/c.md",
                       "web/docs/community/d.md", "web/blog/e.md", "README.md",
                       "web/i18n/de/docusaurus-plugin-content-docs-team/current/a.md",
                       "web/i18n/de/docusaurus-plugin-content-docs-other/current/a.md",
                       "web/i18n/de/docusaurus-plugin-content-docs/current/a.md"});
    CHECK(published(docs) == "/en/join/a /en/join/x/c /en/a /en/api/b /en/community/d /de/join/a /de/a");
    CHECK(docs.compile().docs == "web/docs/, web/community/ (Docusaurus)");
  }
}

TEST_CASE("docs parts: a site of nothing but docs plugins") {
  ContentFolder docs;
  docs.write("docusaurus.config.ts",
             "const config: Config = {\n  presets: [['classic', { docs: false }]],\n  plugins: [\n"
             "    ['@docusaurus/plugin-content-docs', {\n      id: 'lab',\n      path: 'lab',\n"
             "      routeBasePath: 'lab',\n    }],\n    ['@docusaurus/plugin-content-docs', {\n"
             "      id: 'gear',\n      path: 'gear',\n      routeBasePath: '/',\n    }],\n  ],\n};\n"
             "export default config;\n");
  write_pages(docs, {"lab/a.md", "gear/b.md", "notes/c.md"});
  CHECK(published(docs) == "/en/b /en/lab/a");
}

TEST_CASE("docs parts: Hugo's folder of each language") {
  for (const auto& [file, text, german, english] : {
           std::tuple{"hugo.toml",
                      "[languages.en]\ncontentDir = 'content/english'\nweight = 1\n[languages.de]\n"
                      "contentDir = 'content/german'\nweight = 2\n",
                      "content/german", "content/english"},
           std::tuple{"config/_default/languages.toml",
                      "[de]\ncontentDir = \"content.de\"\n[en]\ncontentDir = \"content\"\n", "content.de",
                      "content"},
           std::tuple{"config.yaml",
                      "languages:\n  en: {contentDir: content}\n  de: {contentDir: content/de}\n",
                      "content/de", "content"},
           std::tuple{
               "hugo.yaml",
               "module:\n  mounts:\n    - {source: content/xen, target: content, lang: en}\n"
               "    - {source: content/xde, target: content, lang: de}\n    - {source: x, target: static}\n",
               "content/xde", "content/xen"},
           std::tuple{"hugo.toml", "[languages.it]\n[languages.de]\ncontentDir = 'inhalt'\n", "inhalt",
                      "content"},
       }) {
    CAPTURE(text);
    ContentFolder hugo;
    hugo.write("hugo.toml", "title = 'T'\n").write(file, text);
    // The text alone could not tell these two apart.
    hugo.write(std::string(german) + "/docs/a.md", "# A\n\n`x`\n")
        .write(std::string(english) + "/docs/a.md", "# A\n\n`x`\n");
    hugo.write("themes/x/README.md", "# X\n");
    CHECK((published(hugo) == "/de/docs/a /en/docs/a" || published(hugo) == "/en/docs/a /de/docs/a"));
    CHECK(hugo.compile().site.languages == std::vector<std::string>{"en", "de"});
  }
}

TEST_CASE("docs parts: languages that Hugo does not build are not published") {
  for (const auto& [file, text] : {
           std::pair{"hugo.toml", "[languages.en]\n[languages.de]\ndisabled = true\n"},
           std::pair{"hugo.toml", "disableLanguages = ['de']\n"},
           std::pair{"config/_default/languages.toml", "[en]\nweight = 1\n[de]\ndisabled = true\n"},
           std::pair{"hugo.yaml", "languages:\n  en: {weight: 1}\n  de:\n    disabled: true\n"},
           std::pair{"hugo.toml",
                     "[languages.en]\ncontentDir = 'content/en'\n"
                     "[languages.de]\ndisabled = true\ncontentDir = 'content/german'\n"},
       }) {
    CAPTURE(text);
    ContentFolder site;
    site.write("config/_default/hugo.toml", "baseURL = '/'\n").write(file, text);
    write_pages(site, {"content/en/a.md", "content/de/a.md", "content/en/b.de.md"});
    const bool has_folder = std::string_view(text).find("german") != std::string_view::npos;
    if (has_folder) write_pages(site, {"content/german/x/c.md"});
    CHECK(published(site) == "/en/a");
    CHECK(site.compile().site.languages == std::vector<std::string>{"en"});
  }
}

TEST_CASE("docs parts: of translations Docusaurus builds the languages that its settings name") {
  const auto urls = [](std::string_view i18n) {
    ContentFolder docs;
    docs.write("docusaurus.config.js", "module.exports = {i18n: " + std::string(i18n) + "};\n");
    write_pages(docs, {"docs/a.md", "i18n/de/docusaurus-plugin-content-docs/current/a.md",
                       "i18n/fr-FR/docusaurus-plugin-content-docs/current/a.md"});
    return published(docs);
  };
  CHECK(urls("{defaultLocale: 'en', locales: ['en', 'de']}") == "/en/a /de/a");
  CHECK(urls("{locales: ['en', /* 'de', */ 'fr'], localeConfigs: {fr: {path: 'fr-FR'}}}") ==
        "/en/a /fr-FR/a");
  CHECK(urls("{locales: ['en']}") == "/en/a");
  CHECK(urls("{locales: ['en', ...more]}") == "/en/a /de/a /fr-FR/a");
}
