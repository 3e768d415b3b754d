// The one exception for a failing environment: a disk, an index, a library. A writer's mistake is a
// finding and a visitor's input never throws, so `main` and the HTTP front are the only catchers.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace kb {

class Error : public std::runtime_error {
 public:
  // `what`: what happened and where. `hint`: what to do next, as a sentence.
  Error(const std::string& what, std::string hint) : std::runtime_error(what), hint_(std::move(hint)) {}
  const std::string& hint() const noexcept { return hint_; }

 private:
  std::string hint_;
};

}  // namespace kb
