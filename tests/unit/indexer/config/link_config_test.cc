#include "indexer/config/link_config.h"

#include <doctest/doctest.h>

#include "indexer/config/site_config.h"
#include "indexer/output/finding_format.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

std::string text_of(const std::vector<kb::SiteLink>& links) {
  std::string out;
  for (const kb::SiteLink& link : links) {
    for (const auto& [lang, label] : link.label) out += lang + ":" + label + " ";
    for (const auto& [lang, url] : link.url) out += lang + ":" + url + " ";
  }
  return out;
}

// The links of the header, those of the footer, then the findings.
std::string read(std::string_view yaml) {
  ContentFolder folder;
  folder.write("site.yaml", "title: x\n" + std::string(yaml));
  const SiteConfig config = read_site_config(folder.path());
  return text_of(config.site.links.header) + "| " + text_of(config.site.links.footer) + "| " +
         format_findings(config.findings, OutputFormat::text, "");
}

}  // namespace

TEST_CASE("link config: labels and addresses are one text or one per language") {
  CHECK(read("links:\n  header: [{label: Shop, url: https://shop.example}]\n  footer:\n"
             "    - {label: {en: Imprint, de: Impressum}, url: {en: /en/imprint, de: /impressum}}\n") ==
        ":Shop :https://shop.example | de:Impressum en:Imprint de:/impressum en:/en/imprint | ");
  CHECK(read("links: {header: [{label: Mail, url: \"mailto:a@b.example\"}, {label: Call, url: "
             "\"tel:+493012\"}]}") == ":Mail :mailto:a@b.example :Call :tel:+493012 | | ");
  CHECK(read("links: {}") == "| | ");
}

TEST_CASE("link config: what cannot be a link is named and left out") {
  for (const char* url : {"javascript:alert(1)", "//evil.example", "https://", "shop", "data:text/html,x",
                          "/a b", "https://me:pw@shop.example", "/\\evil.example", "mailto:"}) {
    CAPTURE(url);
    const std::string found = read("links: {header: [{label: A, url: '" + std::string(url) + "'}]}");
    CHECK(found.starts_with("| | site.yaml:2:"));
    CHECK(found.find("an address such as https://shop.example") != std::string::npos);
  }
  CHECK(read("links: {footer: [{label: A}]}") ==
        "| | site.yaml:2:18: error: a link needs a label and a url [config-value]\n");
  CHECK(read("links: {top: []}").find("unknown key 'top'") != std::string::npos);
  std::string many = "links:\n  footer:\n";
  for (int i = 0; i < 13; ++i) many += "    - {label: A, url: /a}\n";
  CHECK(read(many).find("more than 12 links") != std::string::npos);
}
