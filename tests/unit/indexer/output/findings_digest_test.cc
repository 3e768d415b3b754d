#include "indexer/output/findings_digest.h"

#include <doctest/doctest.h>

using namespace indexer;

namespace {

Finding finding(std::string path, Level level, std::string rule, std::string message) {
  return {std::move(path), {}, level, std::move(message), std::move(rule)};
}

std::string lines(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& one : findings) out += one.path + " " + one.rule + " " + one.message + "\n";
  return out;
}

}  // namespace

TEST_CASE("digest: warnings that say the same are one, errors are not") {
  const std::vector<Finding> all{finding("a.md", Level::warning, "unknown-syntax", "Liquid tags"),
                                 finding("a.md", Level::warning, "unknown-key", "x"),
                                 finding("b.md", Level::warning, "unknown-syntax", "Liquid tags"),
                                 finding("b.md", Level::error, "missing-link", "y"),
                                 finding("b.md", Level::warning, "unknown-syntax", "Liquid tags (3 times)"),
                                 finding("c.md", Level::error, "missing-link", "y")};
  CHECK(lines(digest(all, 0)) ==
        "a.md unknown-syntax Liquid tags (5 times in 2 files)\n"
        "a.md unknown-key x\n"
        "b.md missing-link y\n"
        "c.md missing-link y\n");
}

TEST_CASE("digest: a cut list has all errors that fit and something of every rule") {
  std::vector<Finding> all;
  for (int i = 0; i < 100; ++i)
    all.push_back(finding("a.md", Level::warning, "unknown-key", std::to_string(i)));
  all.push_back(finding("b.md", Level::warning, "link-case", "x"));
  for (int i = 0; i < 3; ++i) all.push_back(finding("c.md", Level::error, "missing-link", std::to_string(i)));
  const auto kept = digest(all, 6);
  CHECK(lines(kept) ==
        "a.md unknown-key 0\na.md unknown-key 1\nb.md link-case x\nc.md missing-link 0\nc.md missing-link 1\n"
        "c.md missing-link 2\n");
  CHECK(digest(all, 2).size() == 2);
  CHECK(digest(all, 0).size() == 104);
  CHECK(rule_counts(all, kept) ==
        "\nrule          errors  warnings   files\n"
        "link-case          0         1       1\n"
        "missing-link       3         0       1\n"
        "unknown-key        0       100       1\n");
  CHECK(rule_counts(kept, kept).empty());
}
