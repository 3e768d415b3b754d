// The same work on many items, on a few threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace indexer {

// Calls work(i) for each i below count, on at most `jobs` threads. The first exception stops the rest and is
// thrown again here.
template <typename Work>
void parallel_for(std::size_t count, unsigned jobs, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;  // guards failure
  std::exception_ptr failure;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t wanted = std::min<std::size_t>(std::max(jobs, 1U), std::max<std::size_t>(count, 1));
    try {
      for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(run);
    } catch (const std::system_error&) {  // no more threads to be had: fewer do it, too
    }
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace indexer
