// A folder of messages that wait to be handed on: one file each, which nobody but its owner can read. What is
// put here survives a power cut; what is taken away is gone. Several programs may use one folder.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "outbox/message.h"

namespace outbox {

inline constexpr std::chrono::days kMaxAge{7};  // of a message that nobody could deliver
// Of all that waits, in bytes; beyond it messages with a file are refused, those without are not.
inline constexpr std::uintmax_t kMaxWaiting = 512UL * 1024 * 1024;

// Since the folder was made.
struct Counts {
  std::uint64_t delivered = 0;
  std::uint64_t expired = 0;  // removed undelivered

  bool operator==(const Counts&) const = default;
};

// Any thread.
class Outbox {
 public:
  enum class Put { stored, already, full };

  struct Entry {
    std::string id;
    std::chrono::sys_seconds time;  // when it was put here
    std::uintmax_t bytes = 0;
  };

  // Makes the folder if it is not there. Throws kb::Error when it cannot be used, or others may look into it.
  explicit Outbox(std::filesystem::path folder, std::size_t max_messages = 1000,
                  std::uintmax_t max_waiting = kMaxWaiting);

  // On the disk when it says `stored`; throws kb::Error when the disk fails. Requires: the id is hex digits.
  Put put(const Message& message) const;
  std::vector<Entry> list() const;  // the oldest first
  std::string read(const std::string& id) const;
  void remove(const std::string& id) const;
  // Removes what is older than kMaxAge, leftovers of a crash included; returns the number of messages.
  std::size_t expire(std::chrono::sys_seconds now) const;

  Counts counts() const;
  void set_counts(const Counts& counts) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path file_of(const std::string& id) const;
  bool has_room(const Message& message, std::size_t bytes) const;

  const std::filesystem::path folder_;
  const std::size_t max_messages_;
  const std::uintmax_t max_waiting_;
};

}  // namespace outbox
