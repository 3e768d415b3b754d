#include "indexer/source/git_dates.h"

#include <doctest/doctest.h>

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
  const auto history = read_git_history(folder.path() / "help");
  CHECK(history.problem.empty());
  CHECK(history.revision.size() == 40);
  CHECK(date_of(history, "a.md") == "2026-03-01");
  CHECK(date_of(history, "ü b.md") == "2026-01-01");
  CHECK(date_of(history, "new.md") == "none");
  CHECK(date_of(history, "other.md") == "none");
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
  const auto history = read_git_history(clone.path() / "shallow");
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
