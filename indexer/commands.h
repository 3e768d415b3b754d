// Runs the subcommands and prints their results.
#pragma once

#include <chrono>
#include <cstdio>

#include "indexer/options.h"

namespace indexer {

// What a command writes to, and what time it is.
struct Environment {
  std::FILE* out = stdout;
  std::FILE* err = stderr;
  std::chrono::sys_seconds now;
  bool colour = false;    // on `out`
  bool terminal = false;  // `out` is one: findings come with the line they mean
};

// Returns the exit code: 0 when done, 1 for errors in the content. Throws kb::Error or events::Error for 2.
int run(const Options& options, const Environment& environment);

}  // namespace indexer
