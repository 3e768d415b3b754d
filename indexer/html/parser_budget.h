// The memory and time that one run of a parser may take. cmark-gfm and gumbo are written in C, and some small
// texts make them build gigabytes or search for minutes. They get their memory here: it is handed out in
// order, is freed all at once, and ends with an exception. So whatever a limit on the text misses is a
// finding, not the end of the build.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace indexer {

// What to tell the writer.
inline constexpr const char* kOverBudget =
    "reading this text takes more memory or time than any article needs, shorten or split it";

// Used by one thread. Blocks are zeroed, and the byte before each is readable and zero: cmark-gfm's autolinks
// look there.
class ParserBudget {
 public:
  // Thrown through the parser's frames. It keeps nothing but what is allocated here.
  struct Exceeded {};

  ParserBudget();

  void* allocate(std::size_t size);
  void* grow(void* block, std::size_t size);  // like realloc; nullptr is no block yet

 private:
  struct Free {
    void operator()(std::byte* memory) const;
  };

  void add_chunk(std::size_t size);
  void check_time();

  std::vector<std::unique_ptr<std::byte, Free>> chunks_;
  std::byte* next_ = nullptr;  // in the last chunk
  std::size_t left_ = 0;       // behind it
  std::size_t taken_ = 0;      // by all chunks
  unsigned calls_ = 0;
  std::chrono::nanoseconds deadline_;  // in this thread's CPU time
};

}  // namespace indexer
