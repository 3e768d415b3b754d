// What is not ready, or not for customers, stands on no page, in no `.md` and in no search, however it is
// marked.
#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

// All that is published of the folder.
std::string published(const ContentFolder& folder) {
  std::string all;
  for (const kb::Article& article : folder.compile().articles) {
    all += article.url + "\n" + article.title + "\n" + article.markdown + "\n";
    for (const kb::Section& section : article.sections)
      all += section.heading + section.html + section.text + "\n";
  }
  return all;
}

bool shows(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

}  // namespace

TEST_CASE("canaries: notes and hidden elements within a text") {
  for (const std::string_view note : {
           "a {#\ncanary\n#} b",
           "{#\ncanary\n#}\n",
           "{#canary#}",
           "{# canary #}",
           "{%# canary %}",
           "{%- # canary -%}",
           "{% doc %}\ncanary\n{% enddoc %}",
           "{{<comment>}}canary{{</comment>}}",
           "{ /* canary */ }",
           "[internal]: # (canary)",
           "[x y]: <> (canary)",
           "{::comment}canary{:/}",
           "{::comment}\ncanary\n{:/comment}",
           "<div hidden>canary</div>",
           "a <span hidden>canary</span>",
           "<p style=\"color: red; display : none\">canary</p>",
           "<div class=\"hidden\">\n\n<div>x</div>\n\ncanary\n\n</div>",
           "<DIV HIDDEN=\"\">\ncanary\n</DIV>",
           "<script>canary</script>",
           "<style>\n.canary {}\n</style>",
           "<template>canary</template>",
           "<noscript>canary</noscript>",
           "<textarea>canary</textarea>",
           "<?php canary ?>",
           "{% if visitor.claims.pro %}canary{% endif %}",
           "{% if x %}a{% elsif visitor.claims.pro %}canary{% endif %}",
           "{% if false %}\n\n- a\n\n```\ncanary\n```\n\n{% endif %}",
           "{% unless true %}canary{% endunless %}",
           "a <% canary %>",
           "::: {.content-hidden when-format=\"html\"}\n- canary\n:::",
           "::: {.content-visible when-format=\"pdf\"}\ncanary\n:::",
           "```{r, echo=FALSE}\ncanary\n```",
           "<%*\ncanary\n%>",
           "```rust\n# canary\n```",
           "{% if jekyll.environment == \"development\" %}canary{% endif %}",
           "{% if site.internal %}canary{% endif %}",
           "{% capture x %}{% if false %}canary{% endif %}{% endcapture %}{{ x }}",
           "<Visibility for=\"agents\">canary</Visibility>",
       }) {
    CAPTURE(note);
    ContentFolder folder;
    folder.write("a.mdx", "# A\n\nbefore\n\n" + std::string(note) + "\n\nbehind\n");
    const std::string all = published(folder);
    CHECK_FALSE(shows(all, "canary"));
    CHECK(shows(all, "before"));
    CHECK(shows(all, "behind"));
  }
}

TEST_CASE("canaries: front matter that keeps an article back") {
  for (const std::string_view keys : {
           "internal: true",
           "Confidential: yes",
           "archived: true",
           "unpublished: true",
           "dg-publish: false",
           "headless: true",
           "state: draft",
           "workflow: wip",
           "stage: Draft",
           "visibility: internal",
           "audience: staff",
           "access: [private]",
           "metadata: {draft: true}",
           "extra:\n  draft: true",
           "page: {published: false}",
           "enabled: false",
           "approved: no",
           "groups: [admin]",
           "user_segment_id: 9",
           "user_segment_ids: [9]",
           "user_segment: Agents and managers",
           "password: moth",
           "visibility: protected",
           "access:\n  site.login: true",
           "routable: false",
           "if: visitor.claims.pro",
           "permalink: false",
           "visibility: agents",
           "render: false",
           "privacy: private",
           "privacy:\n  view: admins",
           "label_names: [a]\nstatus: unpublished",
           "section_id: 1\nstatus: Archived",
           "excalidraw-plugin: parsed",
           "kanban-plugin: board",
           "tags: [lamps, Draft]",
           "embargo_until: 2099-01-01",
           "unpublishedAt: 2020-01-01",
           "date: {created: 2099-01-01}",
           "\u200Bdraft: true",
           "draft:\u00A0true",
           "draft\uFF1A true",
           "title: T\ndraft\uFF1A true",
       }) {
    CAPTURE(keys);
    ContentFolder folder;
    folder.write("a.md", "---\n" + std::string(keys) + "\n---\n\ncanary\n").write("b.md", "# B\n");
    CHECK_FALSE(shows(published(folder), "canary"));
  }
  for (const std::string_view text : {
           "# T\n\n---\ndraft: true\n---\n\ncanary\n",
           "import X from './x'\n\n---\ndraft: true\n---\ncanary\n",
           "---\ntitle: a\n---\n\n---\ndraft: true\n---\ncanary\n",
           "---\n---\n---\ndraft: true\n---\ncanary\n",
           "----\ndraft: true\n----\ncanary\n",
           ";;;\n{\"draft\": true}\n;;;\ncanary\n",
           "# T\n\n+++\ndraft = true\n+++\ncanary\n",
       }) {
    CAPTURE(text);
    ContentFolder folder;
    folder.write("a.md", text).write("b.md", "# B\n");
    CHECK_FALSE(shows(published(folder), "canary"));
  }
}

TEST_CASE("canaries: keys that keep nothing back") {
  for (const std::string_view text : {
           "---\ninternal: false\n---\nshown\n",
           "---\nactive: guides\n---\nshown\n",
           "---\nstate: new\n---\nshown\n",
           "---\naudience: developers\n---\nshown\n",
           "---\naccess: everyone\n---\nshown\n",
           "---\ngroups: []\n---\nshown\n",
           "---\nuser_segment_id:\n---\nshown\n",
           "---\nuser_segment: Everyone\n---\nshown\n",
           "---\npassword: false\n---\nshown\n",
           "---\naccess:\n  site.login: false\n---\nshown\n",
           "---\ntags: [drafting]\n---\nshown\n",
           "---\narchive: x\n---\nshown\n",
           "# T\n\n---\ndraft: false\n---\n\nshown\n",
           "# T\n\n---\n\nDraft: a first version.\n\n---\n\nshown\n",
           "# T\n\n```yaml\n---\ndraft: true\n---\n```\n\nshown\n",
           "# T\n\n---\n\nNote: shown\n\n---\n",
           "<div style=\"display: block\">shown</div>\n",
           "<p class=\"not-hidden\">shown</p>\n",
           "a `<div hidden>` shown\n",
           "<div hidden>\n\nnever closed: shown\n",
           "## T {#shown}\n\nand {#b}\n",
       }) {
    CAPTURE(text);
    ContentFolder folder;
    folder.write("a.md", text);
    CHECK(shows(published(folder), "shown"));
  }
}

TEST_CASE("canaries: folders, names and settings that keep files back") {
  for (const std::string_view path : {"_private/a.md", "x/_internal/a.md", "_wip/b/a.md", "__drafts/a.md",
                                      "_Archive/a.md", "a.draft.md", "x/a.wip.mdx", "CLAUDE.md"}) {
    CAPTURE(path);
    ContentFolder folder;
    folder.write(path, "# A\n\ncanary\n").write("b.md", "# B\n");
    CHECK_FALSE(shows(published(folder), "canary"));
  }
  ContentFolder docusaurus;
  docusaurus.write("docusaurus.config.js", "")
      .write("docs/_priv/a.md", "canary\n")
      .write("docs/b.md", "# B\n");
  CHECK_FALSE(shows(published(docusaurus), "canary"));
}

TEST_CASE("canaries: partials that are not public are not brought in") {
  ContentFolder folder;
  folder.write("_includes/x.md", "---\npublished: false\n---\ncanary\n")
      .write("_y.mdx", "---\ndraft: true\n---\ncanary\n");
  folder.write("_includes/z.md", "---\nunlisted: true\n---\nshown\n");
  folder.write("a.mdx",
               "import Y from './_y.mdx'\n\n# A\n\n{% include x.md %}\n\n<Y />\n\n{% include z.md %}\n");
  CHECK_FALSE(shows(published(folder), "canary"));
  CHECK(shows(published(folder), "shown"));
}

TEST_CASE("canaries: a cascade holds for what it names") {
  ContentFolder hugo;
  hugo.write("hugo.toml", "title = 'T'\n");
  hugo.write("content/_index.md",
             "---\ncascade:\n  - _target: {path: /blog/**}\n    draft: true\n  - target: {lang: de}\n    "
             "draft: true\n---\n");
  hugo.write("content/blog/a.md", "canary\n").write("content/b.md", "# B\n\nshown\n");
  CHECK_FALSE(shows(published(hugo), "canary"));
  CHECK(shows(published(hugo), "shown"));
}

TEST_CASE("canaries: what the navigation of a tool leaves out") {
  for (const auto& [settings, summary] :
       {std::pair{"book.toml", "src/SUMMARY.md"}, std::pair{"src/.gitbook.yaml", "src/SUMMARY.md"},
        std::pair{"src/book.json", "src/SUMMARY.md"}}) {
    CAPTURE(settings);
    ContentFolder book;
    book.write(settings, "").write(summary, "# Summary\n\n- [A](a.md)\n");
    book.write("src/a.md", "# A\n\nshown [b](b.md) [c](x/c.md)\n").write("src/b.md", "# canary\n");
    book.write("src/x/c.md", "---\npublished: true\ndescription: canary\n---\ncanary\n");
    CHECK_FALSE(shows(published(book), "canary"));
    CHECK(shows(published(book), "shown"));
  }
}
