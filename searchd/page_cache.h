// Keeps finished answers in memory, so that a page is made and compressed once. Keys name the edition, so
// nothing is ever invalidated: what nobody asks for any more is dropped.
#pragma once

#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "searchd/visit/reply.h"

namespace searchd {

// Bounded by bytes. The least recently used answers are dropped first. Thread-safe.
class PageCache {
 public:
  explicit PageCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  std::optional<Reply> find(const std::string& key);
  // Does not keep an answer that would take more than an eighth of the room.
  void store(const std::string& key, Reply reply);
  std::size_t bytes() const;

 private:
  struct Entry {
    std::string key;
    Reply reply;
    std::size_t bytes = 0;
  };
  using Entries = std::list<Entry>;

  void drop_oldest();

  const std::size_t max_bytes_;
  mutable std::mutex mutex_;  // guards all below
  Entries entries_;           // most recently used first
  std::unordered_map<std::string, Entries::iterator> by_key_;
  std::size_t bytes_ = 0;
};

}  // namespace searchd
