// How far a build is, on a terminal; nothing anywhere else.
#pragma once

#include <cstddef>
#include <string_view>

namespace indexer {

class ProgressBar {
 public:
  ProgressBar();  // looks whether stderr is a terminal
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::string_view doing, std::size_t done, std::size_t total);
  void clear();

 private:
  bool terminal_;
  bool drawn_ = false;
  int percent_ = -1;
};

// Whether a standard stream is a terminal that may be coloured (NO_COLOR is not set).
bool is_colour_terminal(int fd);

}  // namespace indexer
