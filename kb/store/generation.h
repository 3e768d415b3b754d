// Decides which generation is live. Readers never see a half-written one: a build is written aside, sealed,
// verified and renamed, then a rename replaces CURRENT. See docs/index-format.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kb/store/descriptor.h"
#include "kb/store/manifest.h"

namespace kb {

enum class State { live, kept, broken };

struct GenerationInfo {
  std::string name;  // "gen-000042"
  State state = State::kept;
  std::optional<Manifest> manifest;  // absent when broken
  std::string problem;               // why it is broken
};

// The folder in an index where smaller copies of images are kept from one build to the next.
inline constexpr const char* kImageCopies = "image-copies";

// Creates the folder where it is missing, and returns its path. Throws Error when that fails, or when it
// holds files that are not ours.
std::filesystem::path create_index(std::filesystem::path index);

// The name in CURRENT; nullopt when there is no index yet. Throws Error when CURRENT cannot be read or names
// no generation.
std::optional<std::string> current_generation(const std::filesystem::path& index);

// Names of all complete generations, oldest first, unchecked.
std::vector<std::string> generation_names(const std::filesystem::path& index);

// All generations, oldest first, their sizes checked. None is live when CURRENT names none of them.
std::vector<GenerationInfo> list_generations(const std::filesystem::path& index);

// Checks the hashes of a generation and makes it live. Without a name it takes the one before the live one,
// or the newest when CURRENT names none. Returns the name. Throws Error when there is no such generation or
// it is broken.
std::string rollback(const std::filesystem::path& index, const std::optional<std::string>& name);

// Keeps every other indexer from writing to the index as long as it lives.
class IndexLock {
 public:
  explicit IndexLock(const std::filesystem::path& index);  // throws Error when another holds it

 private:
  Descriptor file_;  // locked until it is closed
};

// A generation that is being written. It holds the index folder's lock. It creates the folder, and refuses
// one with files that are not ours, an index of a newer format, or a second indexer at work. It removes what
// a run that died left behind. Without publish() everything that was written is removed again.
class PendingGeneration {
 public:
  explicit PendingGeneration(std::filesystem::path index);
  ~PendingGeneration();
  PendingGeneration(const PendingGeneration&) = delete;
  PendingGeneration& operator=(const PendingGeneration&) = delete;

  // INDEX/gen-000043.tmp, empty at first; INDEX/gen-000043 from publish() on.
  const std::filesystem::path& dir() const { return dir_; }
  // Hashes, verifies and fsyncs everything. Nothing is live yet.
  void seal(Manifest manifest);
  // Switches CURRENT, then removes all but the last `keep` generations. One that cannot be removed stays.
  // Returns the new name. Throws Error. The old generation is still live then, unless only the last fsync
  // failed: then the new one is live, but a power cut may undo that. Requires: seal().
  std::string publish(int keep = 3);

 private:
  std::filesystem::path index_;
  IndexLock lock_;
  std::string name_;
  std::filesystem::path dir_;
  bool published_ = false;
};

}  // namespace kb
