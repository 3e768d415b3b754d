#include "indexer/navigation/vault.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using indexer_test::ContentFolder;

namespace {

std::string published(const ContentFolder& folder) {
  std::string all;
  for (const kb::Article& article : folder.compile().articles) all += (all.empty() ? "" : " ") + article.url;
  return all;
}

}  // namespace

TEST_CASE("vault: notes tagged as private are kept back") {
  for (const std::string_view note : {
           "---\ntags: [lamps, private]\n---\n# C\n\ncanary\n",
           "---\ntags: \"#private\"\n---\ncanary\n",
           "---\ntags:\n  - status/draft\n---\ncanary\n",
           "#draft\n\ncanary\n",
           "# C\n\n#lamps #Private\n\ncanary\n",
           "---\ntitle: C\n---\n\nTags: #lamps #wip\ncanary\n",
       }) {
    CAPTURE(note);
    for (const std::string folder : {"", "vault/", "vault/notes/"}) {
      ContentFolder vault;
      vault.write(folder.empty() ? ".obsidian/app.json" : "vault/.obsidian/app.json", "{}");
      vault.write(folder + "a.md", "# A\n\nSee #draft and #private.\n").write(folder + "c.md", note);
      CHECK(vault.compile().articles.size() == 1);
      CHECK(vault.compile().kept_back == "1 draft");
    }
  }
  ContentFolder no_vault;
  no_vault.write("a.md", "---\ntags: [private]\n---\n# Private windows\n");
  CHECK(published(no_vault) == "/en/a");
}

TEST_CASE("vault: templates are no articles") {
  for (const auto& [file, text] : {
           std::pair{".obsidian/templates.json", R"({"folder": "Forms"})"},
           std::pair{".obsidian/plugins/templater-obsidian/data.json", R"({"templates_folder": "/Forms/"})"},
           std::pair{".obsidian/daily-notes.json", R"({"folder": "Daily", "template": "Forms/c"})"},
       }) {
    CAPTURE(file);
    ContentFolder vault;
    vault.write(file, text).write("a.md", "# A\n").write("Forms/c.md", "# {{title}}\n\ncanary\n");
    CHECK(published(vault) == "/en/a");
    CHECK(vault.compile().kept_back == "1 that is no article");
  }
}

TEST_CASE("vault: drawings and boards are named") {
  ContentFolder vault;
  vault.write("a.md", "# A\n")
      .write("b.md", "---\n\nkanban-plugin: basic\n\n---\n\n## To do\n\n- [ ] canary\n");
  CHECK(published(vault) == "/en/a");
  CHECK(vault.findings() ==
        "b.md:3:1: warning: 'kanban-plugin: basic': drawings and boards of Obsidian are no articles; this "
        "one is "
        "not published [unread-format]\n");
}
