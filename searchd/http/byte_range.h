// Parts of a file, as players ask for them (RFC 9110, 14).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace searchd {

struct ByteRange {
  enum class Kind { whole, part, outside } kind = Kind::whole;
  std::size_t first = 0;  // of a part
  std::size_t last = 0;   // is in it, too
};

// What a Range header asks of a body of `size` bytes. Whole: what is no range of bytes, and several ranges at
// once, which nobody who plays a film needs. Outside: nothing of it is there (416).
ByteRange read_byte_range(std::string_view range, std::size_t size);

// "bytes 0-1/12", and "bytes */12" for a range outside.
std::string content_range(const ByteRange& range, std::size_t size);

}  // namespace searchd
