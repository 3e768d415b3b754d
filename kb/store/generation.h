// Decides which generation is live. Readers never see a half-written one: a build is written aside, sealed,
// verified and renamed, then CURRENT is replaced by rename. See docs/index-format.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kb/store/manifest.h"

namespace kb {

enum class State { live, kept, broken };

struct GenerationInfo {
  std::string name;  // "gen-000042"
  State state = State::kept;
  std::optional<Manifest> manifest;  // absent when broken
  std::string problem;               // why it is broken
};

// The name in CURRENT; nullopt when there is no index here yet. Throws Error when CURRENT is unreadable or
// malformed.
std::optional<std::string> current_generation(const std::filesystem::path& index);

// Names of all complete generations, oldest first, unchecked.
std::vector<std::string> generation_names(const std::filesystem::path& index);

// All generations, oldest first, each checked by sizes. None is live when CURRENT names none of them.
std::vector<GenerationInfo> list_generations(const std::filesystem::path& index);

// Makes an existing generation live after checking its hashes; without a name the one before the live one, or
// the newest when CURRENT names none. Returns the name. Throws Error when there is none or it is broken.
std::string rollback(const std::filesystem::path& index, const std::optional<std::string>& name);

// Keeps every other indexer from writing to the index as long as it lives.
class IndexLock {
 public:
  explicit IndexLock(const std::filesystem::path& index);  // throws Error when another holds it
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int fd_;
};

// Holds the index folder's lock while a generation is written. Creates the folder; refuses one that holds
// files which are not ours, an index of a newer format, and a second indexer at the same time. Removes
// leftovers of a run that died. Without publish() everything written is removed again.
class PendingGeneration {
 public:
  explicit PendingGeneration(std::filesystem::path index);
  ~PendingGeneration();
  PendingGeneration(const PendingGeneration&) = delete;
  PendingGeneration& operator=(const PendingGeneration&) = delete;

  // INDEX/gen-000043.tmp, empty at first; INDEX/gen-000043 from publish() on.
  const std::filesystem::path& dir() const { return dir_; }
  // Hashes, verifies and fsyncs everything; nothing is live yet.
  void seal(Manifest manifest);
  // Switches CURRENT and removes all but the last `keep` generations, as far as they can be removed. Returns
  // the new name. Throws Error; what was live still is then, unless only the disk's word is missing that it
  // lasts.
  std::string publish(int keep = 3);

 private:
  std::filesystem::path index_;
  IndexLock lock_;
  std::string name_;
  std::filesystem::path dir_;
  bool published_ = false;
};

}  // namespace kb
