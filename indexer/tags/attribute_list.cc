#include "indexer/tags/attribute_list.h"

#include <algorithm>
#include <utility>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestList = 500;

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80U || kb::is_alnum(c) || c == '-' || c == '_' || c == '.' ||
           c == ':';
  });
}

class ListReader {
 public:
  explicit ListReader(std::string_view text) : text_(text.substr(0, kLongestList)) {}

  std::optional<AttributeList> read() {
    at_ = 1;
    has_colon_ = take(':');
    bool has_one = false;
    while (at_ < text_.size()) {
      at_ = std::min(text_.find_first_not_of(kb::kBlanks, at_), text_.size());
      if (take('}')) {
        list_.size = at_;
        return has_one ? std::optional(std::move(list_)) : std::nullopt;
      }
      if (!one()) return std::nullopt;
      has_one = true;
    }
    return std::nullopt;
  }

 private:
  bool take(char c) {
    const bool is_here = at_ < text_.size() && text_[at_] == c;
    if (is_here) ++at_;
    return is_here;
  }

  std::string_view word(std::string_view end) {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(end, at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }

  bool one() {
    if (take('#')) {
      const std::string_view id = word(" \t}");
      list_.id = id;
      return is_id(id);
    }
    if (take('.')) return is_id(word(" \t}"));
    const std::string_view key = word(" \t}=\"'{");
    if (!take('=')) return has_colon_ && is_id(key);
    return is_id(key) && value(key);
  }

  bool value(std::string_view key) {
    const char quote = at_ < text_.size() ? text_[at_] : ' ';
    const bool is_quoted = quote == '"' || quote == '\'';
    if (is_quoted) ++at_;
    const std::string_view found = word(is_quoted ? std::string_view(&quote, 1) : " \t}{");
    if (key == "width") list_.width = pixels(found);
    if (key == "height") list_.height = pixels(found);
    if (key == "id") list_.id = is_id(found) ? found : "";
    return !is_quoted || take(quote);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool has_colon_ = false;  // Kramdown's form, which may hold names of other lists
  AttributeList list_;
};

}  // namespace

std::string pixels(std::string_view value) {
  if (value.ends_with("px")) value.remove_suffix(2);
  const bool is_number =
      !value.empty() && value.size() <= 5 && std::all_of(value.begin(), value.end(), kb::is_digit);
  return is_number && value.find_first_not_of('0') != std::string_view::npos ? std::string(value) : "";
}

std::optional<AttributeList> read_attribute_list(std::string_view text) { return ListReader(text).read(); }

}  // namespace indexer
