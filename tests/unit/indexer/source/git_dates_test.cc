#include "indexer/source/git_dates.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>

#include "kb/model/date.h"
#include "tests/unit/indexer/content_folder.h"

using indexer::read_git_history;
using indexer_test::ContentFolder;

namespace {

void git(const std::filesystem::path& folder, const std::string& arguments) {
  const std::string quiet = " >/dev/null 2>&1";
  const std::string command = "git -C '" + folder.string() +
                              "' -c user.name=Mira -c user.email=mira@example.org " + arguments + quiet;
  REQUIRE(std::system(command.c_str()) == 0);
}

void commit(const std::filesystem::path& folder, const std::string& date) {
  git(folder, "add -A");
  ::setenv("GIT_COMMITTER_DATE", (date + "T12:00:00Z").c_str(), 1);
  git(folder, "commit -m change");
  ::unsetenv("GIT_COMMITTER_DATE");
}

// What git prints.
std::string ask_git(const std::filesystem::path& folder, const std::string& arguments) {
  const auto file = folder / ".git/answer";
  REQUIRE(std::system(
              ("git -C '" + folder.string() + "' " + arguments + " > '" + file.string() + "'").c_str()) == 0);
  std::string text = kb::read_file(file);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// Settings with which git runs `marker`'s script as soon as it misses an object; and a HEAD that it misses.
std::string hostile_config(const std::filesystem::path& marker) {
  return "[core]\nrepositoryformatversion = 1\nbare = true\nsshCommand = touch " + marker.string() +
         "; false\nfsmonitor = touch " + marker.string() + "\n[extensions]\npartialClone = evil\n" +
         "[remote \"evil\"]\npromisor = true\nurl = ssh://git@invalid.example/x\n" +
         "[include]\npath = /dev/zero\n";
}

constexpr std::string_view kNoSuchCommit = "1234567890123456789012345678901234567890";
constexpr std::string_view kNoRepository = "the content folder is not in a git repository with commits";
constexpr std::string_view kUnreadable =
    "the git history cannot be read: it is incomplete, damaged or too big";

std::string date_of(const indexer::GitHistory& history, std::string_view path) {
  const auto found = history.dates.find(path);
  return found == history.dates.end() ? "none" : kb::format_date(found->second);
}

}  // namespace

TEST_CASE("git dates: the last commit of each file, paths below the content folder") {
  ContentFolder folder;
  folder.write("help/a.md", "1").write("help/ü b.md", "1").write("other.md", "1");
  git(folder.path(), "init");
  commit(folder.path(), "2026-01-01");
  folder.write("help/a.md", "2");
  commit(folder.path(), "2026-03-01");
  folder.write("help/new.md", "1");
  const auto history = read_git_history(folder.path() / "help", {"a.md", "ü b.md", "new.md", "gone/x.md"});
  CHECK(history.problem.empty());
  CHECK(history.revision.size() == 40);
  CHECK(date_of(history, "a.md") == "2026-03-01");
  CHECK(date_of(history, "ü b.md") == "2026-01-01");
  CHECK(date_of(history, "new.md") == "none");
  CHECK(date_of(history, "gone/x.md") == "none");
}

TEST_CASE("git dates: none in a shallow clone") {
  ContentFolder folder;
  folder.write("a.md", "1");
  git(folder.path(), "init");
  commit(folder.path(), "2026-01-01");
  folder.write("a.md", "2");
  commit(folder.path(), "2026-02-01");
  ContentFolder clone;
  git(clone.path(), "clone --depth 1 'file://" + folder.path().string() + "' shallow");
  const auto history = read_git_history(clone.path() / "shallow", {"a.md"});
  CHECK(history.dates.empty());
  CHECK(history.problem == "the git repository is a shallow clone");
  CHECK(history.revision.size() == 40);
}

TEST_CASE("git dates: one warning without git, none when every article has a date") {
  ContentFolder folder;
  folder.write("a.md", "# A").write("b.md", "---\nupdated: 2026-01-01\n---\nB");
  const auto findings = folder.compile().findings;
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message ==
        "1 of 2 articles have no date, since the content folder is not in a git repository with commits");
  CHECK(findings[0].rule == "git-dates");
  folder.write("a.md", "---\nupdated: 2026-01-01\n---\nA");
  CHECK(folder.compile().findings.empty());
}

TEST_CASE("git dates: a content folder that looks like a repository is none, and runs nothing") {
  ContentFolder folder;
  const auto marker = folder.path() / "ran";
  folder.write("a.md", "# A").write("HEAD", kNoSuchCommit).write("config", hostile_config(marker));
  folder.write("objects/x", "").write("refs/x", "");
  CHECK(read_git_history(folder.path(), {"a.md"}).problem == kNoRepository);
  CHECK_FALSE(std::filesystem::exists(marker));
}

TEST_CASE("git dates: the settings of a repository are not read") {
  ContentFolder folder;
  const auto marker = folder.path() / "ran";
  folder.write("a.md", "# A");
  git(folder.path(), "init");
  commit(folder.path(), "2026-01-01");
  folder.write(".git/config", hostile_config(marker));
  CHECK(date_of(read_git_history(folder.path(), {"a.md"}), "a.md") == "2026-01-01");
  folder.write(".git/HEAD", kNoSuchCommit);
  CHECK(read_git_history(folder.path(), {"a.md"}).problem == kUnreadable);
  CHECK_FALSE(std::filesystem::exists(marker));
}

TEST_CASE("git dates: variables of the environment name no other repository") {
  ContentFolder other;
  other.write("a.md", "1");
  git(other.path(), "init");
  commit(other.path(), "2026-01-01");
  ContentFolder folder;
  folder.write("a.md", "1");
  ::setenv("GIT_DIR", (other.path() / ".git").c_str(), 1);
  const auto history = read_git_history(folder.path(), {"a.md"});
  ::unsetenv("GIT_DIR");
  CHECK(history.problem == kNoRepository);
}

TEST_CASE("git dates: in a worktree and in a submodule, whose .git is a file") {
  ContentFolder folder;
  folder.write("main/a.md", "1");
  const auto main = folder.path() / "main";
  git(main, "init");
  commit(main, "2026-01-01");
  git(main, "worktree add ../side");
  git(main, "-c protocol.file.allow=always submodule add '" + main.string() + "' part");
  for (const char* place : {"side", "main/part"}) {
    CAPTURE(place);
    CHECK(date_of(read_git_history(folder.path() / place, {"a.md"}), "a.md") == "2026-01-01");
  }
}

TEST_CASE("git dates: as git log says, over merges, renames, reverts and packed objects") {
  ContentFolder folder;
  const auto& path = folder.path();
  folder.write("docs/a.md", "1").write("docs/b/c.md", "1").write("docs/b/d.md", "1").write("e.md", "1");
  git(path, "init -b main");
  commit(path, "2026-01-01");
  git(path, "checkout -b side");
  folder.write("docs/a.md", "side");
  commit(path, "2026-01-05");
  git(path, "checkout main");
  folder.write("docs/b/c.md", "2");
  commit(path, "2026-01-03");
  git(path, "merge --no-ff side");
  git(path, "checkout -b dropped");
  folder.write("docs/b/d.md", "dropped");
  commit(path, "2026-02-01");
  git(path, "checkout main");
  folder.write("e.md", "2");
  commit(path, "2026-02-02");
  git(path, "merge -s ours dropped");
  git(path, "mv docs/b/c.md docs/b/moved.md");
  commit(path, "2026-02-03");
  git(path, "gc");
  const std::vector<std::string> files{"a.md", "b/d.md", "b/moved.md", "b/c.md"};
  const auto history = read_git_history(path / "docs", files);
  for (const std::string& file : files) {
    CAPTURE(file);
    const std::string date = ask_git(path, "log -1 --no-renames --format=%cs -- docs/" + file);
    CHECK(date_of(history, file) == (file == "b/c.md" ? "none" : date));
  }
  CHECK(history.revision == ask_git(path, "rev-parse HEAD"));
}

TEST_CASE("git dates: objects that lie in another repository are not looked for there") {
  ContentFolder folder;
  folder.write("one/a.md", "1");
  git(folder.path() / "one", "init");
  commit(folder.path() / "one", "2026-01-01");
  git(folder.path(), "clone --shared one two");
  CHECK(read_git_history(folder.path() / "two", {"a.md"}).problem == kUnreadable);
}

TEST_CASE("git dates: a repository with links among its objects or refs is not read") {
  for (const char* moved :
       {"objects", "objects/pack", "objects/{}", "objects/{}/{}", "refs", "refs/heads/main"}) {
    CAPTURE(moved);
    ContentFolder folder;
    folder.write("a.md", "# A\n");
    git(folder.path(), "init -b main");
    commit(folder.path(), "2026-01-02");
    REQUIRE(date_of(read_git_history(folder.path(), {"a.md"}), "a.md") == "2026-01-02");
    const std::string head = ask_git(folder.path(), "rev-parse HEAD");
    const auto at =
        folder.path() / ".git" / fmt::format(fmt::runtime(moved), head.substr(0, 2), head.substr(2));
    const ContentFolder outside;
    std::filesystem::rename(at, outside.path() / "moved");
    std::filesystem::create_symlink(outside.path() / "moved", at);
    const auto history = read_git_history(folder.path(), {"a.md"});
    CHECK(history.problem ==
          "there are symbolic links among the git repository's objects or refs, which are not followed");
    CHECK(history.dates.empty());
    CHECK(history.revision.empty());
  }
}

TEST_CASE("git dates: a .git that makes no sense is no repository") {
  ContentFolder outside;
  outside.write("secret", "ref: refs/heads/x");
  struct Case {
    std::string_view file;
    std::string text;
  };
  const Case cases[] = {
      {".git", ""},
      {".git", "gitdir: /no/such/place"},
      {".git", "gitdir: .git"},
      {".git/HEAD", "ref: refs/../../../secret"},
      {".git/HEAD", "ref: refs/heads/none"},
      {".git/HEAD", "ref: " + outside.path().string()},
      {".git/HEAD", "not a hash"},
      {".git/HEAD", std::string(100000, 'a')},
      {".git/HEAD", "12345678901234567890123456789012345678901234567890123456789012"},
  };
  for (const auto& [file, text] : cases) {
    CAPTURE(text);
    ContentFolder folder;
    folder.write(file, text);
    const auto history = read_git_history(folder.path(), {"a.md"});
    CHECK(history.problem == kNoRepository);
    CHECK(history.revision.empty());
  }
}

TEST_CASE("git dates: a pipe in place of HEAD is not waited for") {
  ContentFolder folder;
  std::filesystem::create_directory(folder.path() / ".git");
  REQUIRE(::mkfifo((folder.path() / ".git/HEAD").c_str(), 0600) == 0);
  CHECK(read_git_history(folder.path(), {"a.md"}).problem == kNoRepository);
}
