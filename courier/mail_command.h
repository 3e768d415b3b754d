// Runs a program with a text on its standard input, and no longer than a while.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "courier/attempt.h"

namespace courier {

// A minute, and for a mail with a file a millisecond more for each 32 bytes: whoever takes it may have a slow
// line.
std::chrono::milliseconds patience_for(std::size_t bytes);

// Delivered when it ends with 0. No shell reads the command.
Attempt run_command(const std::vector<std::string>& command, const std::string& input,
                    std::chrono::milliseconds patience);

}  // namespace courier
