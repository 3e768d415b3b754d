#include "indexer/config/site_data.h"

#include <doctest/doctest.h>

#include "tests/support/temp_folder.h"

namespace {

std::string value(const support::TempFolder& folder, std::string_view name,
                  std::string_view article = "docs/a.md") {
  return indexer::SiteData(folder.path(), {"private"}).value(name, article).value_or("-");
}

}  // namespace

TEST_CASE("site data: the configuration of each tool is read") {
  struct Case {
    std::string_view file;
    std::string_view text;
    std::string_view name;
  };
  constexpr Case kCases[]{
      {"_config.yml", "product: {name: X}\n", "site.product.name"},
      {"hugo.toml", "[params]\n  Name = \"X\"\n", "site.params.name"},
      {"config/_default/params.yaml", "name: X\n", "site.params.name"},
      {"mkdocs.yml", "extra:\n  name: X\n", "site.extra.name"},
      {"mkdocs.yml", "extra:\n  name: X\next:\n  - a: !!python/name:b.c\n", "site.extra.name"},
      {"docs.json", "{\"variables\": {\"name\": \"X\"}}", "site.variables.name"},
      {"hugo.json", "{\n\t\"params\": {\"name\": \"X\"}}", "site.params.name"},
      {"_data/phone.yml", "name: X\n", "site.data.phone.name"},
      {"_data/a/phone.yml", "name: X\n", "site.data.a.phone.name"},
      {"data/phone.toml", "name = \"X\"\n", "site.data.phone.name"},
      {"data/variables/product.yml", "name: X\n", "variables.product.name"},
      {"docs/data/variables/product.yml", "name: X\n", "variables.product.name"},
  };
  for (const Case& one : kCases) {
    CAPTURE(one.file);
    support::TempFolder folder;
    folder.write(one.file, one.text);
    CHECK(value(folder, one.name) == "X");
  }
}

TEST_CASE("site data: a value is one line of text, and what cannot be read says nothing") {
  support::TempFolder folder;
  folder.write("_config.yml", "lines: |\n  a\n  b\nlist: [a]\nlong: " + std::string(2'000, 'x') + "\n");
  CHECK(value(folder, "site.lines") == "a b");
  for (const char* name : {"site.list", "site.long", "site.none", "site", "x", "variables.x",
                           "variables.../x.y", "site.data...a", "site.data."})
    CHECK(value(folder, name) == "-");
  folder.write("_config.yml", "a: &x 1\nb: [\n");
  CHECK(value(folder, "site.a") == "-");
  folder.write("_config.yml", "a: " + std::string(300UL * 1024, ' ') + "1\n");
  CHECK(value(folder, "site.a") == "-");
}

TEST_CASE("site data: hidden and ignored files, and links out, are not read") {
  support::TempFolder outside;
  outside.write("secret.yml", "name: X\n");
  support::TempFolder folder;
  folder.write("private/secret.yml", "name: X\n");
  folder.write(".secret/secret.yml", "name: X\n");
  std::filesystem::create_directories(folder.path() / "_data");
  std::filesystem::create_symlink(outside.path() / "secret.yml", folder.path() / "_data/a.yml");
  std::filesystem::create_symlink("../private/secret.yml", folder.path() / "_data/b.yml");
  std::filesystem::create_symlink("../.secret/secret.yml", folder.path() / "_data/c.yml");
  for (const char* name : {"site.data.a.name", "site.data.b.name", "site.data.c.name"})
    CHECK(value(folder, name) == "-");
}
