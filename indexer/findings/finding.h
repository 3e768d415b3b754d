// What is wrong with the content, as data. Rules decide what is an error; code only says what it saw.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

enum class Level { off, warning, error };

// A place in a file, both from 1; columns count characters (code points).
struct Position {
  int line = 1;
  int column = 1;
};

struct Finding {
  std::string path;  // relative to the content folder, with /
  Position at;
  Level level = Level::error;
  std::string message;  // one sentence without a full stop, says what to do where it can
  std::string rule;
};

struct Rule {
  std::string_view name;         // "missing-link"
  Level lenient;                 // in a folder without site.yaml
  Level strict;                  // with site.yaml
  std::string_view explanation;  // a paragraph for --explain: what, why, how to fix
  bool fixed = false;            // site.yaml cannot lower it: there would be nothing to publish
};

// Every rule there is, sorted by name.
std::span<const Rule> all_rules();
const Rule* find_rule(std::string_view name);

// The level of each rule in this run.
class RuleSet {
 public:
  explicit RuleSet(bool strict) : strict_(strict) {}
  void set(std::string_view rule, Level level) { levels_[std::string(rule)] = level; }
  Level level(std::string_view rule) const;  // rule must be one of all_rules()

 private:
  bool strict_;
  std::map<std::string, Level, std::less<>> levels_;
};

// What is listed of one file. A generated one may have hundreds of thousands, which nobody reads.
inline constexpr std::size_t kMostFindings = 1000;

// Collects what is wrong with one file. Not thread-safe: one per file, merged afterwards.
class FileFindings {
 public:
  FileFindings(const RuleSet& rules, std::string path) : rules_(&rules), path_(std::move(path)) {}

  // Nothing is recorded when the rule is off. Behind kMostFindings one stands for all that follow, an error
  // if one of them is.
  void report(std::string_view rule, Position at, std::string message);
  const std::string& path() const { return path_; }
  const std::vector<Finding>& list() const { return list_; }
  std::vector<Finding> take() { return std::move(list_); }
  bool has_errors() const;

 private:
  const RuleSet* rules_;
  std::string path_;
  std::vector<Finding> list_;
};

// `strict`: warnings count, too.
bool has_errors(const std::vector<Finding>& list, bool strict);

// By path, line, column, rule.
void sort(std::vector<Finding>& list);

}  // namespace indexer
