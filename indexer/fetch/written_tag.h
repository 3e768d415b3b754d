// A tag taken apart as it is written, so that a value can be replaced where it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

enum class WrittenStyle { element, shortcode, directive };

struct WrittenAttribute {
  std::string name;       // in lower case; "" of a value that stands alone
  std::size_t begin = 0;  // of the value in the text, without quotes or braces
  std::size_t end = 0;
  bool is_code = false;  // of more than one string: `sources={{light: "a.png"}}`
};

struct WrittenTag {
  WrittenStyle style = WrittenStyle::element;
  std::string name;           // in lower case; of Jekyll's include the file's, without folder and .html
  bool is_component = false;  // `<Name`, `<my-name`: none of HTML's own
  std::vector<WrittenAttribute> attributes;
  std::size_t end = 0;  // behind the tag
};

// The tag `<name ...>`, `{{< name ... >}}`, `{{% name ... %}}`, `{% name ... %}` or `:::name ... :::` that
// begins at `at`. nullopt when there is none, when it closes one, or when its end is not near.
std::optional<WrittenTag> read_written_tag(std::string_view text, std::size_t at, bool is_quoted);

}  // namespace indexer
