#include "indexer/source/source_tree.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "kb/model/error.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;
namespace fs = std::filesystem;

namespace {

struct Walked {
  std::string paths;  // one a line
  std::string findings;
  std::vector<std::string> others;
};

Walked walk(const ContentFolder& folder, const std::vector<std::string>& ignore = {}) {
  const RuleSet rules(true);
  const SourceTree tree = read_source_tree(folder.path(), ignore, rules);
  Walked out;
  for (const SourceFile& file : tree.articles) out.paths += file.path + "\n";
  out.findings = format_findings(tree.findings, OutputFormat::text, "");
  out.others = tree.other_files;
  return out;
}

}  // namespace

TEST_CASE("source tree: Markdown in order; dotfiles, node_modules and ignored files left out") {
  ContentFolder folder;
  folder.write("b.md", "x").write("a/Z.MD", "x").write("a/y.markdown", "x").write("a/x.mdx", "x");
  folder.write("a/image.png", "x").write(".git/a.md", "x").write("a/.hidden.md", "x");
  folder.write("node_modules/p/README.md", "x").write("drafts/d.md", "x").write("a/t.tmp.md", "x");
  const Walked got = walk(folder, {"drafts/**", "*.tmp.md"});
  CHECK(got.paths == "a/Z.MD\na/x.mdx\na/y.markdown\nb.md\n");
  CHECK(got.others == std::vector<std::string>{"a/image.png"});
  CHECK(got.findings.empty());
}

TEST_CASE("source tree: what is no article is named") {
  ContentFolder folder;
  folder.write("big.md", std::string(2 * 1024 * 1024, 'x'));
  folder.write("empty.md", "").write("blank.md", " \n\n");
  folder.write("latin1.md", "caf\xE9").write("nul.md", std::string("a\0b", 3));
  const Walked got = walk(folder);
  CHECK(got.paths.empty());
  CHECK(got.findings ==
        "big.md:1:1: error: the article has 2048 KiB, the limit is 1024; split it [article-too-big]\n"
        "blank.md:1:1: error: the file is empty [empty-file]\n"
        "empty.md:1:1: error: the file is empty [empty-file]\n"
        "latin1.md:1:4: error: byte 0xE9 is not UTF-8; save the file as UTF-8 [not-utf8]\n"
        "nul.md:1:2: error: the file holds a NUL byte; it is not text [nul-byte]\n");
}

TEST_CASE("source tree: links out of the folder and in circles are not followed") {
  ContentFolder outside;
  outside.write("secret.md", "secret");
  ContentFolder folder;
  folder.write("en/a.md", "x");
  fs::create_symlink(outside.path() / "secret.md", folder.path() / "en/secret.md");
  fs::create_directory_symlink(outside.path(), folder.path() / "en/out");
  fs::create_directory_symlink("..", folder.path() / "en/loop");
  fs::create_symlink("self.md", folder.path() / "en/self.md");
  fs::create_symlink("nothing.md", folder.path() / "en/dangling.md");
  fs::create_symlink("a.md", folder.path() / "en/b.md");
  const Walked got = walk(folder);
  CHECK(got.paths == "en/a.md\nen/b.md\n");
  CHECK(got.findings ==
        "en/dangling.md:1:1: error: this symbolic link leads to nothing [unreadable-file]\n"
        "en/loop:1:1: error: this symbolic link leads back to a folder it lies in [symlink-loop]\n"
        "en/out:1:1: error: this symbolic link leads out of the content folder; it is not followed "
        "[symlink-outside]\n"
        "en/secret.md:1:1: error: this symbolic link leads out of the content folder; it is not followed "
        "[symlink-outside]\n"
        "en/self.md:1:1: error: this symbolic link leads in a circle [symlink-loop]\n");
}

TEST_CASE("source tree: links to what is not published are not followed") {
  ContentFolder folder;
  folder.write(".git/config.md", "token").write(".env", "token").write("drafts/d.md", "draft");
  folder.write("notes/secret.md", "draft").write("notes/open.md", "x").write("site.yaml", "title: x");
  folder.write("en/a.md", "x");
  fs::create_symlink("../.git/config.md", folder.path() / "en/config.md");
  fs::create_symlink("../.env", folder.path() / "en/env.txt");
  fs::create_symlink("../drafts/d.md", folder.path() / "en/draft.md");
  fs::create_symlink("draft.md", folder.path() / "en/twice.md");
  fs::create_symlink("../site.yaml", folder.path() / "en/own.md");
  fs::create_directory_symlink("../.git", folder.path() / "en/dot");
  fs::create_directory_symlink("../notes", folder.path() / "en/notes");
  const Walked got = walk(folder, {"drafts/**", "notes/secret.md"});
  CHECK(got.paths == "en/a.md\nen/notes/open.md\nnotes/open.md\n");
  const auto hidden = [](const std::string& path, const std::string& target) {
    return path + ":1:1: error: this symbolic link leads to " + target +
           ", which is not published; it is not followed [symlink-hidden]\n";
  };
  CHECK(got.findings == hidden("en/config.md", ".git/config.md") + hidden("en/dot", ".git") +
                            hidden("en/draft.md", "drafts/d.md") + hidden("en/env.txt", ".env") +
                            hidden("en/own.md", "site.yaml") + hidden("en/twice.md", "drafts/d.md"));
}

TEST_CASE("source tree: folders 64 deep are read, deeper ones are named") {
  ContentFolder folder;
  std::string path;
  for (int i = 0; i < 63; ++i) path += "d/";
  folder.write(path + "d/a.md", "x").write(path + "d/e/b.md", "x");
  const Walked got = walk(folder);
  CHECK(got.paths == path + "d/a.md\n");
  CHECK(got.findings == path +
                            "d/e:1:1: error: this folder lies in more than 64 others; it is left out "
                            "[folder-too-deep]\n");
}

TEST_CASE("source tree: folders that link to each other end") {
  ContentFolder folder;
  for (const std::string a : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    folder.write(a + "/" + a + ".md", "x");
    for (const std::string b : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
      if (a != b) fs::create_directory_symlink("../" + b, folder.path() / a / ("to-" + b));
    }
  }
  CHECK(walk(folder).findings.find("[symlink-loop]") != std::string::npos);
}

TEST_CASE("source tree: a pipe and a file without read permission are named, not waited for") {
  ContentFolder folder;
  REQUIRE(::mkfifo((folder.path() / "pipe.md").c_str(), 0600) == 0);
  fs::create_symlink("pipe.md", folder.path() / "link.md");
  CHECK(walk(folder).findings ==
        "link.md:1:1: error: this is not a plain file [unreadable-file]\n"
        "pipe.md:1:1: error: this is not a plain file [unreadable-file]\n");
  if (::geteuid() == 0) return;  // root may read everything
  fs::remove(folder.path() / "pipe.md");
  folder.write("locked.md", "x");
  fs::permissions(folder.path() / "locked.md", fs::perms::none);
  CHECK(walk(folder).findings.find("locked.md:1:1: error: cannot read") == 0);
}

TEST_CASE("source tree: no such folder is an error with a hint") {
  const RuleSet rules(true);
  CHECK_THROWS_WITH_AS(read_source_tree("/no/such/folder", {}, rules), "/no/such/folder is not a folder",
                       kb::Error);
}
