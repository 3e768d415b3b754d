// Runs firstline-indexer on a hostile folder, and says what it cost. The child cannot take the machine down:
// it is ended after 20 s of CPU time or at 4 GiB of address space.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hostile {

inline constexpr double kMaxCpuSeconds = 2.0;
inline constexpr double kMaxResidentMb = 256.0;
inline constexpr double kMaxGrowth = 2.5;
inline constexpr double kStableSeconds =
    0.4;  // in less, what the program itself costs and chance count too much

struct Outcome {
  int exit_code = 0;   // 128 + the signal that ended it
  std::string output;  // stdout and stderr
  double cpu_seconds = 0;
  double resident_mb = 0;  // at its peak
};

Outcome run_indexer(const std::vector<std::string>& arguments);

// How many times the CPU time of half the size the whole has; the best of three, since other programs
// disturb.
double growth(const std::function<Outcome(std::size_t size)>& run, std::size_t size);

// Removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Makes the folders on the way to the file.
  Folder& write(std::string_view file, std::string_view text);

 private:
  std::filesystem::path path_;
};

}  // namespace hostile
