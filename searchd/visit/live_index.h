// Which generation is served. A bad one never goes live: the old one stays, and the log says why, once.
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

// Any thread may call anything. Nothing here throws: a broken index is logged and counted.
class LiveIndex {
 public:
  LiveIndex(std::filesystem::path index, Preview preview, Metrics& metrics);

  // What requests are answered from; null when there is none. Stays valid as long as somebody holds it.
  std::shared_ptr<const kb::Snapshot> current() const;

  // At start: opens the live generation after checking its manifest and sizes, else the newest valid one.
  void open_first();
  // Checks all hashes of what open_first() opened; a bad one is replaced by the newest valid one, or by none.
  void verify_hashes();
  // Switches if CURRENT names another generation, after checking its hashes and warming it up.
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
  std::string refused_;  // pointer_stamp() of what was refused: not tried again until CURRENT is written anew
  std::string problem_;  // the last thing logged

  mutable std::mutex mutex_;  // guards current_; held for a copy only
  SnapshotPtr current_;
};

}  // namespace searchd
