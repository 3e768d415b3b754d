#include "indexer/front_matter/home_page.h"

#include <doctest/doctest.h>

#include "indexer/front_matter/front_matter.h"

using namespace indexer;

namespace {

FrontMatter read(std::string_view keys) {
  const RuleSet rules(false);
  FileFindings findings(rules, "index.md");
  FrontMatter meta = read_front_matter("---\n" + std::string(keys) + "---\n", findings);
  CHECK(findings.list().empty());
  return meta;
}

}  // namespace

TEST_CASE("home page: what VitePress and Starlight show becomes the text") {
  const FrontMatter meta = read(
      "layout: home\n"
      "hero:\n"
      "  name: Ember\n"
      "  text: Lamps that last\n"
      "  tagline: Made in *Wrenfold*\n"
      "  image: {src: /lamp.png}\n"
      "  actions:\n"
      "    - theme: brand\n"
      "      text: Get started\n"
      "      link: /start\n"
      "features:\n"
      "  - title: Bright\n"
      "    details: 900 lumen\n"
      "    link: /bright\n"
      "  - title: Quiet\n");
  CHECK(meta.title == "Ember");
  CHECK(join_lines(meta.home) ==
        "Lamps that last\n\nMade in *Wrenfold*\n\n- [Get started](/start)\n- **[Bright](/bright)**: 900 "
        "lumen\n- **Quiet**\n\n");
  CHECK(meta.home.front().number == 5);
}

TEST_CASE("home page: VuePress has the same at the top") {
  const FrontMatter meta =
      read("title: T\nhome: true\nheroText: Ember\ntagline: Lamps\nactionText: Go\nactionLink: /a\n");
  CHECK(meta.title == "T");
  CHECK(join_lines(meta.home) == "Lamps\n\n- [Go](/a)\n\n");
}

TEST_CASE("home page: other pages have none, and odd values are passed over") {
  CHECK(read("title: T\n").home.empty());
  CHECK(read("hero: x\nfeatures: y\n").home.empty());
  CHECK(read("hero: {text: [a], actions: {a: b}}\nfeatures: [a, {icon: x}]\n").home.empty());
}
