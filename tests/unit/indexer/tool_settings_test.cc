// What the settings of other tools do to a whole site.
#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

std::string published(const ContentFolder& folder) {
  std::string all;
  for (const kb::Article& article : folder.compile().articles) all += article.url + " ";
  return all;
}

}  // namespace

TEST_CASE("tool settings: what they keep back is not published, and is counted") {
  ContentFolder jekyll;
  jekyll.write("_config.yml",
               "exclude: [notes.md]\ndefaults: [{scope: {path: int}, values: {published: false}}]\n");
  jekyll.write("a.md", "---\ntitle: A\n---\na\n").write("notes.md", "---\ntitle: N\n---\nn\n");
  jekyll.write("int/b.md", "---\ntitle: B\n---\nb\n").write("int/c.md", "---\npublished: true\n---\n# C\n");
  CHECK(published(jekyll) == "/en/a /en/int/c ");
  CHECK(jekyll.compile().kept_back == "1 draft, 1 that is no article");
}

TEST_CASE("tool settings: old addresses lead to the pages that the tool's settings name") {
  ContentFolder docs;
  docs.write("docusaurus.config.js",
             "module.exports = {plugins: [['@docusaurus/plugin-client-redirects', {redirects: [\n"
             "  {from: '/old', to: '/docs/a'},\n  {from: '/lost', to: '/docs/gone'}]}]]};\n");
  docs.write("docs/a.md", "# A\n");
  const auto redirects = docs.compile().redirects;
  CHECK(std::any_of(redirects.begin(), redirects.end(),
                    [](const kb::Redirect& one) { return one.from == "/old" && one.to == "/en/a"; }));
  CHECK(docs.findings().find("there is no article for /docs/gone, so /lost leads nowhere") !=
        std::string::npos);
}

TEST_CASE("tool settings: redirects that are not followed are named once for each file") {
  ContentFolder folder;
  folder.write("a.md", "# A\n");
  folder.write("_redirects",
               "/old /a\n/shop https://shop.example/ 301\n/b/* /c/:splat\n/r /x 200\n# /y /z\n");
  const auto site = folder.compile();
  CHECK(std::any_of(site.redirects.begin(), site.redirects.end(),
                    [](const kb::Redirect& one) { return one.from == "/old"; }));
  CHECK(folder.findings() ==
        "_redirects:2:1: warning: 2 not followed, the first of them from /shop to https://shop.example/: "
        "only old "
        "addresses of articles redirect here; set others up in the server before Firstline "
        "[redirect-elsewhere]\n");
}

TEST_CASE("tool settings: a uid leads from article to article") {
  ContentFolder folder;
  folder.write("a.md", "---\nuid: ember.a\n---\n# The lamp\n").write("b.md", "# B\n\nSee <xref:ember.a>.\n");
  const auto site = folder.compile();
  REQUIRE(site.articles.size() == 2);
  CHECK(site.articles[1].sections.front().html.find("<a href=\"/en/a\">") != std::string::npos);
}

TEST_CASE("tool settings: versions of Docusaurus are published where site.yaml names them") {
  ContentFolder docs;
  docs.write("web/docusaurus.config.js", "module.exports = {};\n").write("web/docs/a.md", "# A\n\nnext\n");
  docs.write("web/versioned_docs/version-2.0/a.md", "# A\n\ntwo\n")
      .write("web/versioned_docs/version-1.0/b/c.md", "# C\n\n[a](../a.md)\n");
  docs.write("web/versioned_docs/version-1.0/a.md", "# A\n\none\n");
  docs.write("web/i18n/de/docusaurus-plugin-content-docs/current/a.md", "# A\n\nkommt\n");
  docs.write("web/i18n/de/docusaurus-plugin-content-docs/version-2.0/a.md", "# A\n\nzwei\n");
  CHECK(published(docs) == "/en/a /de/a ");
  docs.write("site.yaml", "title: T\nlanguages: []\nversions: ['2.0', '1.0']\n");
  CHECK(published(docs) == "/de/a /en/1-0/a /en/1-0/b/c /en/a ");
  CHECK(docs.findings().find("missing-link") == std::string::npos);
  docs.write("site.yaml", "title: T\nversions: [current, '1.0']\n");
  CHECK(published(docs) == "/en/a /de/a /en/1-0/a /en/1-0/b/c ");
  docs.write("site.yaml", "title: T\nversions: ['1.0', current]\n");
  CHECK(published(docs) == "/en/current/a /de/current/a /en/a /en/b/c ");
}

TEST_CASE("tool settings: a leaf bundle of Hugo is an article of the folder around it") {
  ContentFolder hugo;
  hugo.write("hugo.toml", "title = 'T'\n").write("content/docs/_index.md", "---\ntitle: Docs\n---\nAll.\n");
  hugo.write("content/docs/setup/index.md", "# Set up\n\n[faq](../faq/)\n")
      .write("content/docs/setup/note.md", "# N\n");
  hugo.write("content/docs/faq/index.md", "# FAQ\n\n[set up](/docs/setup/)\n");
  CHECK(published(hugo) == "/en/docs/ /en/docs/faq /en/docs/setup ");
  CHECK(hugo.compile().articles[1].category == "docs");
  CHECK(hugo.findings().empty());
}

TEST_CASE("tool settings: images that MDX imports are shown") {
  ContentFolder docs;
  docs.write("docusaurus.config.js", "")
      .write("docs/lamp.png", "\x89PNG")
      .write("static/img/b.png", "\x89PNG");
  docs.write("docs/a.mdx",
             "import lamp from './lamp.png';\nimport other from '@site/static/img/b.png';\n\n# A\n\n<img "
             "src={lamp} alt=\"Lamp\" />\n\n"
             "<img src={other} />\n\n<img src={require('./lamp.png').default} />\n\n<Image "
             "img={require('./lamp.png')} />\n\n"
             "<ThemedImage\n  alt=\"B\"\n  sources={{\n    light: useBaseUrl('/img/b.png'),\n    dark: "
             "useBaseUrl('/img/b.png'),\n  }}\n/>\n");
  const auto site = docs.compile();
  REQUIRE(site.articles.size() == 1);
  std::size_t images = 0;
  const std::string& html = site.articles[0].sections[0].html;
  for (std::size_t at = html.find("<img"); at != std::string::npos; at = html.find("<img", at + 1)) ++images;
  CHECK(images == 5);
  CHECK(html.find("missing-image") == std::string::npos);
}

TEST_CASE("tool settings: addresses of Docusaurus have no numbers, and links to old addresses are found") {
  ContentFolder docs;
  docs.write("docusaurus.config.js", "").write("docs/guide/01-a.md", "# A\n\n[b](/old-b) [a](/guide/a)\n");
  docs.write("docs/b.md", "---\naliases: [/old-b, \"/*\"]\n---\n# B\n");
  const std::string findings = docs.findings();
  CHECK(findings.find("missing-link") == std::string::npos);
  CHECK(findings.find("'aliases' lists old paths such as") != std::string::npos);
  const auto redirects = docs.compile().redirects;
  for (const char* const old : {"/docs/guide/a", "/en/guide/01-a", "/old-b"}) {
    CAPTURE(old);
    CHECK(std::any_of(redirects.begin(), redirects.end(),
                      [&](const kb::Redirect& one) { return one.from == old; }));
  }
}

TEST_CASE("tool settings: a permalink may name its language") {
  ContentFolder folder;
  folder.write("en/faq/a.md", "---\npermalink: /en/help/a/\n---\n# A\n")
      .write("de/faq/b.md", "---\npermalink: /de/hilfe/b.html\n---\n# B\n");
  CHECK(published(folder) == "/de/hilfe/b /en/help/a ");
}

TEST_CASE("tool settings: patterns of addresses are filled in") {
  const auto leads = [](const ContentFolder& folder, std::string_view from, std::string_view to) {
    const auto redirects = folder.compile().redirects;
    return std::any_of(redirects.begin(), redirects.end(),
                       [&](const kb::Redirect& one) { return one.from == from && one.to == to; });
  };
  ContentFolder jekyll;
  jekyll.write(
      "_config.yml",
      "collections:\n  faq: {output: true, permalink: '/help/:path:output_ext'}\n  b: {output: true, "
      "permalink: '/:collection/:x/'}\n");
  jekyll.write("_faq/x/First steps.md", "# F\n").write("_b/c.md", "# C\n");
  jekyll.write("d.md", "---\npermalink: /special/:slug/\n---\n# D\n")
      .write("e.md", "---\npermalink: /help/:title:output_ext\n---\n# E\n")
      .write("g.md", "---\npermalink: /:categories/:title/\n---\n# G\n")
      .write("_posts/2020-03-04-news.md", "---\npermalink: /news/:year/:i_month/:title.html\n---\n# N\n");
  CHECK(published(jekyll) ==
        "/en/b/c /en/faq/x/first-steps /en/news/2020/3/news /en/special/d /en/help/e /en/g ");
  CHECK(leads(jekyll, "/help/x/first-steps.html", "/en/faq/x/first-steps"));
  CHECK(leads(jekyll, "/help/e.html", "/en/help/e"));

  ContentFolder hugo;
  hugo.write("hugo.toml",
             "[permalinks]\ndocs = '/d/:slug/'\n[permalinks.page]\nblog = '/:year/:contentbasename'\n");
  hugo.write("content/docs/a.md", "---\ntitle: First steps\n---\n")
      .write("content/blog/b.md", "---\ndate: 2021-05-06\n---\n# B\n");
  CHECK(leads(hugo, "/d/first-steps", "/en/docs/a"));
  CHECK(leads(hugo, "/2021/b", "/en/blog/b"));
}

TEST_CASE("tool settings: a heading of nothing but tags is no title") {
  for (const std::string_view heading :
       {"{{ page.title }}", "{{< param product >}} {{% x %}}", "{{ a.b }} {{ c }}"}) {
    CAPTURE(heading);
    ContentFolder folder;
    folder.write("first-steps.md", "# " + std::string(heading) + "\n\nText.\n");
    CHECK(folder.compile().articles.at(0).title == "First steps");
  }
  ContentFolder folder;
  folder.write("a.md", "# How `{{ x }}` works\n").write("b.md", "# {{ x }} works\n");
  CHECK(folder.compile().articles.at(0).title == "How {{ x }} works");
  CHECK(folder.compile().articles.at(1).title == "{{ x }} works");
}

TEST_CASE("tool settings: Quartz may publish only what says so") {
  ContentFolder site;
  site.write("quartz.config.ts", "x = {\n  filters: [Plugin.RemoveDrafts(), Plugin.ExplicitPublish()],\n}\n");
  site.write("content/a.md", "---\npublish: true\n---\n# A\n").write("content/b.md", "# B\n");
  site.write("docs/c.md", "---\npublish: true\n---\n# C\n");
  CHECK(published(site) == "/en/a ");
  site.write("quartz.config.ts", "x = {\n  // filters: [Plugin.ExplicitPublish()],\n}\n");
  CHECK(published(site) == "/en/a /en/b ");
}

TEST_CASE("tool settings: a draft section of Zola hides all in it") {
  ContentFolder site;
  site.write("config.toml", "base_url = 'https://a.example'\n").write("content/d.md", "# D\n");
  site.write("content/plans/_index.md", "+++\ndraft = true\n+++\n").write("content/plans/x/a.md", "# A\n");
  site.write("content/faq/_index.md", "+++\nrender = false\n+++\n").write("content/faq/b.md", "# B\n");
  site.write("content/faq/c/index.md", "+++\ndate = 2099-01-01\n+++\n# C\n");
  CHECK(published(site) == "/en/d /en/faq/b /en/faq/c ");
}

TEST_CASE("tool settings: ReadMe's pages for those who have the link are unlisted") {
  ContentFolder site;
  site.write("a.md", "---\nprivacy:\n  view: anyone_with_link\n---\n# A\n");
  site.write("b.md", "---\nprivacy:\n  view: public\n---\n# B\n");
  const auto articles = site.compile().articles;
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].unlisted);
  CHECK_FALSE(articles[1].unlisted);
}

TEST_CASE("tool settings: the numbers of Docusaurus order articles and folders") {
  ContentFolder site;
  site.write("docusaurus.config.js", "module.exports = {};\n");
  site.write("docs/02-apples/02-zest.md", "# Apples first\n").write("docs/02-apples/10-core.md", "# Core\n");
  site.write("docs/01-pears/1-stem.md", "# Stem\n\nSee [the zest](../02-apples/02-zest.md).\n");
  const auto compiled = site.compile();
  CHECK(published(site) == "/en/pears/stem /en/apples/zest /en/apples/core ");
  REQUIRE(compiled.articles.size() == 3);
  CHECK(compiled.articles[0].weight == 1);
  CHECK(compiled.articles[1].weight == 2);
  CHECK(compiled.articles[2].weight == 10);
  REQUIRE(compiled.site.categories.size() == 2);
  CHECK(compiled.site.categories[0].id == "pears");
  CHECK(compiled.articles[0].sections.front().html.find("/en/apples/zest") != std::string::npos);
  CHECK(site.findings().empty());
}

TEST_CASE("tool settings: Hexo's and Grav's articles lie in their folders") {
  ContentFolder hexo;
  hexo.write("_config.yml", "source_dir: source\nexclude: [plans/*]\ninclude: ['_help/*']\n");
  hexo.write("README.md", "# R\n").write("source/faq/a.md", "# A\n").write("source/plans/b.md", "# B\n");
  hexo.write("source/_notes/c.md", "# C\n")
      .write("source/_help/d.md", "# D\n")
      .write("themes/x/e.md", "# E\n");
  CHECK(published(hexo) == "/en/help/d /en/faq/a ");
  ContentFolder grav;
  grav.write("user/config/system.yaml", "home: {alias: /home}\n").write("README.md", "# R\n");
  grav.write("user/pages/01.home/default.md", "# Home\n").write("user/pages/02.care/docs.md", "# Care\n");
  grav.write("user/pages/02.care/01.oil/docs.md", "# Oil\n").write("user/plugins/x/README.md", "# P\n");
  CHECK(published(grav) == "/en/home /en/care/oil /en/care/ ");
  CHECK(grav.findings().empty());
}

TEST_CASE("tool settings: pages that only send on are no articles, their addresses redirect") {
  ContentFolder site;
  site.write("faq/new.md", "# New\n").write("faq/a.md", "---\nredirect_url: new\n---\ncanary\n");
  site.write("b.md", "---\nredirect_url: /product/area/faq/new\n---\n# canary\n");
  site.write("c.md", "---\nredirect_to: /faq/new/\n---\n# canary\n");
  site.write("d.md", "---\nredirect_to: https://b.example/\n---\n# canary\n");
  site.write(".openpublishing.redirection.json",
             R"({"redirections": [{"source_path": "faq/old.md", "redirect_url": "/product/area/new"},)"
             R"({"source_path_from_root": "/older.md", "redirect_url": "/product/faq/new#x"},)"
             R"({"source_path": "gone.md", "redirect_url": "/elsewhere/new"}]})");
  CHECK(published(site) == "/en/faq/new ");
  std::string from;
  for (const kb::Redirect& one : site.compile().redirects) {
    CHECK(one.to == "/en/faq/new");
    if (!one.from.ends_with('/')) from += one.from + " ";
  }
  CHECK(from == "/faq/old /older /en/b /en/c /en/faq/a ");
  CHECK(site.findings() ==
        ".openpublishing.redirection.json:1:1: warning: 1 not followed, the first of them from /gone to "
        "/elsewhere/new: only old addresses of articles redirect here; set others up in the server before "
        "Firstline [redirect-elsewhere]\n"
        "d.md:1:1: warning: 'redirect_to: https://b.example/' leads to no article here; the page is not "
        "published "
        "[redirect-elsewhere]\n");
}
