// A file that comes with a message: what it is by its bytes, and a name under which it can be handed on.
// Neither its name nor the type that the browser claims is believed. Nobody looks for viruses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace searchd {

inline constexpr std::size_t kMaxFileMegabytes = 5;
inline constexpr std::size_t kMaxFileBytes = kMaxFileMegabytes * 1024 * 1024;
inline constexpr std::size_t kMaxFileName = 100;  // characters

struct FileType {
  std::string_view media_type;  // "image/jpeg"
  // Those that fit, with commas around each: ",jpg,jpeg,". The first is given to files that have none of
  // them.
  std::string_view extensions;
};

// By the first bytes; a plain text is valid UTF-8 without NUL. Null for what we do not take, nothing
// included.
const FileType* file_type_of(std::string_view bytes);

// For the `accept` of the field: "image/png,.png,...".
std::string accepted_file_types();

// "C:\\photos\\me.exe" of a JPEG -> "me.jpg": the last part of the path, without control characters and marks
// that turn the direction of writing, with an extension that fits. `name`: valid UTF-8. "file.jpg" when
// nothing is left.
std::string attachment_name(std::string_view name, const FileType& type);

// The key of the sentence that says why it is not taken; "" when it is.
std::string_view file_problem(std::string_view bytes);

}  // namespace searchd
