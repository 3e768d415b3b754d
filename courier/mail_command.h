// Runs a program with a text on its standard input, and no longer than a while.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "courier/attempt.h"

namespace courier {

// Delivered when it ends with 0. No shell reads the command.
Attempt run_command(const std::vector<std::string>& command, const std::string& input,
                    std::chrono::milliseconds patience = std::chrono::minutes{1});

}  // namespace courier
