#include "searchd/page_cache.h"

namespace searchd {

namespace {

// Bytes that an entry takes besides its key and body: 352 for the Reply, some 300 for its headers, and 150
// for the nodes of the list and the map. Rounded up.
constexpr std::size_t kEntryOverhead = 1024;
// The largest answers are parts of a sitemap, 7 MB. They fit an eighth of the default 64 MB, and seven of
// them leave room for pages.
constexpr std::size_t kLargestShare = 8;

}  // namespace

std::optional<Reply> PageCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->reply;
}

void PageCache::store(const std::string& key, Reply reply) {
  const std::size_t size = 2 * key.size() + reply.response.body->size() + kEntryOverhead;
  if (size > max_bytes_ / kLargestShare) return;
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;
  entries_.push_front({key, std::move(reply), size});
  by_key_.emplace(key, entries_.begin());
  bytes_ += size;
  while (bytes_ > max_bytes_) drop_oldest();
}

void PageCache::drop_oldest() {
  bytes_ -= entries_.back().bytes;
  by_key_.erase(entries_.back().key);
  entries_.pop_back();
}

std::size_t PageCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace searchd
