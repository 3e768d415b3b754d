// What the fault tests share: the two programs, a small content folder, and ways to let a program fail.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/http/client.h"
#include "tests/http/process.h"
#include "tests/unit/kb/fixture.h"

namespace faults {

using Command = std::vector<std::string>;

// True with FIRSTLINE_LONG=1, as tools/faults --long sets it: all cases instead of a sample of them.
bool is_long();

Command operator+(Command a, const Command& b);  // one behind the other

struct Ended {
  int code = 0;  // 128 + the signal that ended it
  std::string out;
  std::string err;
};

Ended run_to_end(const Command& command);

// Runs a command under strace, which makes system calls fail or kills at them. The process that is started is
// the command itself. Only root, or where ptrace is allowed; see can_inject().
Command with_strace(const Command& options, const Command& command);

// Options for it: {"-e", "trace=rename", "-e", "inject=rename:signal=KILL"}.
Command fault_at(const std::string& calls, const std::string& fault);

// False, said once, where a program cannot be traced.
bool can_inject();

// A content folder of a few articles and an image, and an index folder. The title of one article tells the
// generations apart.
struct Site {
  kb::TempFolder folder;
  std::filesystem::path content = folder / "content";
  std::filesystem::path index = folder / "index";

  Site();
  void write_title(const std::string& title) const;
  void add_articles(int count) const;
  Command build_command() const;
  Ended build() const;
  std::string current() const;                 // CURRENT without its newline
  std::vector<std::string> leftovers() const;  // names in the index that no finished build leaves
  void keep() const;                           // the index as it is now
  void restore() const;                        // the index as it was kept
  Ended verify() const;
  bool finds(const std::string& query) const;  // by firstline-indexer search, in what is live
};

// The real daemon on a free port. `before` is put before its command, `after` behind it.
struct Daemon {
  std::filesystem::path log_file;
  std::optional<http_test::Process> process;
  int port = 0;  // 0: it did not start

  Daemon(const Site& site, const Command& before = {}, const Command& after = {});
  std::string log() const { return kb::read_file(log_file); }
};

}  // namespace faults
