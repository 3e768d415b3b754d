// Folders and settings written to hurt the build end in a finding that names what is wrong, within the same
// bounds as articles.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/hostile/bounded_run.h"

namespace {

namespace fs = std::filesystem;

std::string times(std::size_t count, std::string_view unit) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

void check_bounds(const hostile::Outcome& outcome) {
  CHECK(outcome.exit_code <= 1);
  CHECK(outcome.cpu_seconds < hostile::kMaxCpuSeconds);
  CHECK(outcome.resident_mb < hostile::kMaxResidentMb);
}

}  // namespace

TEST_CASE("hostile folders: links that take a long way to each other") {
  const hostile::Folder folder;
  fs::create_directories(folder.path() / "en/z");
  const std::string detour = times(815, "z/../");  // as long as a link may be
  for (int i = 0; i < 38; ++i)
    fs::create_symlink(detour + fmt::format("a{}", i + 1), folder.path() / fmt::format("en/a{}", i));
  fs::create_directories(folder.path() / "en/a38");
  for (int i = 0; i < 200; ++i)
    fs::create_symlink(detour + "a0", folder.path() / fmt::format("en/b{}.md", i));
  const hostile::Outcome outcome = hostile::run_indexer({"check", folder.path().string()});
  check_bounds(outcome);
  CHECK(
      outcome.output.find("en/a0:1:1: warning: this symbolic link leads through more than 4096 names; it is "
                          "not followed (236 times in 236 files) [symlink-loop]") != std::string::npos);
}

TEST_CASE("hostile folders: an article with many images behind a link that takes a long way") {
  hostile::Folder folder;
  fs::create_directories(folder.path() / "en/z");
  fs::create_symlink(times(815, "z/../") + "z", folder.path() / "en/far");
  std::string text = "---\ntitle: Hostile\n---\n\n";
  for (int i = 0; text.size() < 250UL * 1024; ++i) text += fmt::format("![a](far/{}/b.png) ", i);
  folder.write("en/hostile.md", text);
  const hostile::Outcome outcome = hostile::run_indexer({"check", folder.path().string()});
  check_bounds(outcome);
  CHECK(outcome.output.find("en/hostile.md:5:1: ") != std::string::npos);
}

TEST_CASE("hostile folders: patterns to ignore of very many parts") {
  hostile::Folder folder;
  const std::string deep = "en/" + times(60, "a/");
  for (int i = 0; i < 500; ++i) folder.write(deep + fmt::format("{}.md", i), "# a\n");
  std::string most;  // as much as is allowed
  for (int i = 0; i < 16; ++i) most += "- \"" + times(200, "**/a/") + "b\"\n";
  for (const std::string& list : {most, "- \"" + times(150'000, "**/a/") + "b\"\n"}) {
    folder.write("site.yaml", "title: Help\nignore:\n" + list);
    const hostile::Outcome outcome = hostile::run_indexer({"check", folder.path().string()});
    check_bounds(outcome);
    CHECK((outcome.output.find("the limit is 1024") != std::string::npos) == (list.size() > most.size()));
  }
}

TEST_CASE("hostile folders: settings of very many items cost twice the time when they are twice as many") {
  const struct {
    std::string name;
    std::string file;
    std::string before;
    std::string item;  // with its number
    std::string format = "text";
  } cases[] = {
      {"categories", "site.yaml", "title: Help\ncategories:\n", "- {{id: a{}}}\n"},
      {"pins", "site.yaml", "title: Help\npins:\n", "- {{query: a{}, article: b}}\n"},
      {"notices", "site.yaml", "title: Help\nnotices:\n", "- {{kind: incident, title: a, article: b{}}}\n"},
      {"rules", "site.yaml", "title: Help\nrules:\n", "  rule{}: off\n"},
      {"keys", "site.yaml", "title: Help\n", "key{}: a\n"},
      {"synonyms", "synonyms.yaml", "en:\n", "- [a{}, b]\n"},
      {"expectations", "expectations.yaml", "", "- {{query: a{}, article: b}}\n"},
      {"marks of CI commands in JSON", "expectations.yaml", "",
       "- {{query: a{}, article: \"################\"}}\n", "json"},
  };
  constexpr std::size_t kFullSize = 1'000'000;  // a file of settings may have 1 MiB
  for (const auto& wanted : cases) {
    CAPTURE(wanted.name);
    const auto run = [&](std::size_t size) {
      hostile::Folder folder;
      std::string text = wanted.before;
      for (int i = 0; text.size() < size; ++i) text += fmt::format(fmt::runtime(wanted.item), i);
      folder.write("en/a.md", "# A\n").write(wanted.file, text);
      return hostile::run_indexer({"check", folder.path().string(), "--format", wanted.format});
    };
    const hostile::Outcome outcome = run(kFullSize);
    check_bounds(outcome);
    if (outcome.cpu_seconds > hostile::kStableSeconds)
      CHECK(hostile::growth(run, kFullSize) < hostile::kMaxGrowth);
  }
}
