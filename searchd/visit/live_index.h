// Decides which generation is served. A broken one never goes live: the old one stays, and the log says why
// once.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "kb/store/snapshot.h"
#include "searchd/metrics/metrics.h"

namespace searchd {

// Whether a generation with drafts may be served.
enum class Preview { off, on };

// Thread-safe. No public function throws: a broken index is logged and counted.
class LiveIndex {
 public:
  LiveIndex(std::filesystem::path index, Preview preview, Metrics& metrics);

  // The snapshot to answer from, or null. It stays valid as long as somebody holds it.
  std::shared_ptr<const kb::Snapshot> current() const;

  // At start: checks manifest and sizes of the live generation and opens it, or else the newest valid one.
  void open_first();
  // Checks all hashes of the open generation. A broken one is replaced by the newest valid one, or by none.
  void verify_hashes();
  // When CURRENT names another generation: checks its hashes, warms it up and switches to it.
  void check_now();

 private:
  using SnapshotPtr = std::shared_ptr<const kb::Snapshot>;

  SnapshotPtr open(const std::string& name, kb::Verify how) const;  // throws Error
  bool try_open(const std::string& name, kb::Verify how);
  bool open_newest_except(const std::string& name, kb::Verify how);
  void go_live(SnapshotPtr snapshot);
  void refuse(const std::string& name, const std::string& why, const std::string& hint);
  std::string live_name() const;

  const std::filesystem::path index_;
  const Preview preview_;
  Metrics& metrics_;

  std::mutex checking_;  // one check at a time; guards refused_ and problem_
  std::string refused_;  // pointer_stamp() of the refused one; tried again only when CURRENT is written again
  std::string problem_;  // the last thing logged

  mutable std::mutex mutex_;  // guards current_; held for a copy only
  SnapshotPtr current_;
};

}  // namespace searchd
