#include "indexer/config/config_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "indexer/config/expectations.h"
#include "indexer/config/site_config.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;
namespace fs = std::filesystem;

namespace {

constexpr const char* kToken = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";

std::string findings(const ContentFolder& folder) {
  const SiteConfig config = read_site_config(folder.path());
  const Expectations expectations = read_expectations(folder.path());
  return format_findings(config.findings, OutputFormat::text, "") +
         format_findings(expectations.findings, OutputFormat::text, "");
}

constexpr const char* kNames[] = {"site.yaml", "synonyms.yaml", "expectations.yaml"};

}  // namespace

TEST_CASE(
    "config files: links out of the folder or to hidden files are not read, and nothing of them is told") {
  ContentFolder outside;
  outside.write("token", kToken);
  ContentFolder content;
  content.write(".git/config", kToken);
  const struct {
    std::string target;
    std::string finding;
  } cases[] = {
      {outside.path() / "token",
       "this symbolic link leads out of the content folder; it is not followed [symlink-outside]"},
      {"../" + outside.path().filename().string() + "/token",
       "this symbolic link leads out of the content folder; it is not followed [symlink-outside]"},
      {"/dev/zero",
       "this symbolic link leads out of the content folder; it is not followed [symlink-outside]"},
      {"/no/such/file",
       "this symbolic link leads out of the content folder; it is not followed [symlink-outside]"},
      {".git/config",
       "this symbolic link leads to .git/config, which is not published; it is not followed "
       "[symlink-hidden]"},
  };
  for (const auto& [target, finding] : cases) {
    CAPTURE(target);
    std::string expected;
    for (const char* name : kNames) {
      fs::remove(content.path() / name);
      fs::create_symlink(target, content.path() / name);
      expected += std::string(name) + ":1:1: error: " + finding + "\n";
    }
    CHECK(findings(content) == expected);
  }
}

TEST_CASE("config files: pipes and folders are named, not waited for") {
  ContentFolder content;
  REQUIRE(::mkfifo((content.path() / "site.yaml").c_str(), 0600) == 0);
  fs::create_directory(content.path() / "synonyms.yaml");
  CHECK(findings(content) ==
        "site.yaml:1:1: error: this is not a plain file [unreadable-file]\n"
        "synonyms.yaml:1:1: error: this is not a plain file [unreadable-file]\n");
}

TEST_CASE(
    "config files: a link to a plain file of the content folder is read; a link to nothing is no file") {
  ContentFolder content;
  content.write("config/site.yaml", "title: Acme Help");
  fs::create_symlink("config/site.yaml", content.path() / "site.yaml");
  fs::create_symlink("config/none.yaml", content.path() / "synonyms.yaml");
  CHECK(findings(content).empty());
  CHECK(read_site_config(content.path()).site.title.at("") == "Acme Help");
}
