// A program started by a test: its output, its signals, its end.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace http_test {

class Process {
 public:
  // stdout can be read; stderr goes to `log`.
  Process(const std::vector<std::string>& command, const std::string& log);
  ~Process();  // kills what still runs
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t pid() const { return pid_; }
  std::string read_line();  // "" at the end of its output
  void send_signal(int signal) const;
  int wait();  // its exit code; 128 + the signal that ended it

 private:
  pid_t pid_ = -1;
  int output_ = -1;
};

}  // namespace http_test
