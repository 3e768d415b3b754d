// What came of an attempt to deliver a message.
#pragma once

#include <chrono>
#include <string>

namespace courier {

struct Attempt {
  bool delivered = false;
  std::string problem = {};             // why not; never has text of the message
  std::chrono::seconds retry_after{0};  // what the other side asks for
};

}  // namespace courier
