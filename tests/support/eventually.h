// Waits for what another thread or process is about to do.
#pragma once

#include <chrono>
#include <thread>

namespace support {

// True as soon as the condition holds; false after ten seconds.
bool eventually(const auto& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

}  // namespace support
