#include "indexer/config/image_config.h"

#include <doctest/doctest.h>

#include "indexer/config/site_config.h"
#include "indexer/output/finding_format.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

// The hosts with a blank behind each, then the findings.
std::string read(std::string_view yaml) {
  ContentFolder folder;
  folder.write("site.yaml", "title: x\n" + std::string(yaml));
  const SiteConfig config = read_site_config(folder.path());
  std::string out;
  for (const std::string& host : config.site.image_hosts) out += host + " ";
  return out + format_findings(config.findings, OutputFormat::text, "");
}

}  // namespace

TEST_CASE("image config: hosts are kept in lower case, each once") {
  CHECK(read("images: {hosts: [CDN.example.com, \"*.img.example.com\", cdn.example.com]}") ==
        "cdn.example.com *.img.example.com ");
  CHECK(read("images: {hosts: cdn.example.com}") == "cdn.example.com ");
  CHECK(read("images: {}").empty());
}

TEST_CASE("image config: smaller copies are off unless asked for") {
  ContentFolder folder;
  CHECK_FALSE(read_site_config(folder.path()).resize_images);
  folder.write("site.yaml", "images: {resize: true}");
  CHECK(read_site_config(folder.path()).resize_images);
  CHECK(read("images: {resize: 480}").find("[config-value]") != std::string::npos);
}

TEST_CASE("image config: what is no host is named") {
  const std::string advice =
      "is not a host such as cdn.example.com or \"*.img.example.com\" [config-value]\n";
  CHECK(read("images: {hosts: [\"https://cdn.example.com\"]}") ==
        "site.yaml:2:17: error: 'https://cdn.example.com' " + advice);
  CHECK(read("images: {hosts: [10.0.0.1]}") == "site.yaml:2:17: error: '10.0.0.1' " + advice);
  CHECK(read("images: {host: a.example}") ==
        "site.yaml:2:10: error: unknown key 'host'; did you mean 'hosts'? [config-key]\n");
  CHECK(read("images: [a.example]") ==
        "site.yaml:2:9: error: this must be a map of keys and values, not a list [config-value]\n");
}

TEST_CASE("image config: at most 20 hosts, since they go into a header of every page") {
  std::string yaml = "images:\n  hosts:\n";
  for (int i = 0; i < 21; ++i) yaml += "    - cdn" + std::to_string(i) + ".example\n";
  const std::string out = read(yaml);
  CHECK(out.find("cdn19.example ") != std::string::npos);
  CHECK(out.find("cdn20.example ") == std::string::npos);
  CHECK(out.ends_with("error: more than 20 hosts; name one with *. for all below it [config-value]\n"));
}
