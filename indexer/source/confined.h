// Runs work on bytes that strangers made in a child process of its own: if it hangs, crashes or wants all
// memory, only the child ends.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace indexer {

struct Limits {
  std::chrono::milliseconds time;
  std::size_t memory;  // bytes on top of what the process has when the child begins
};

// What `work` returns; nullopt when it threw, crashed or exceeded a limit. No program is started.
// Requires: no other thread runs.
std::optional<std::string> run_confined(const Limits& limits, const std::function<std::string()>& work);

}  // namespace indexer
