// What raw HTML in a text does not show, found without a parser: for the Markdown that readers may download.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace indexer {

class HiddenHtml {
 public:
  explicit HiddenHtml(std::string_view text) : text_(text) {}  // outlives this

  // Bytes of what begins at `at` (a `<`) and is not shown: an element with `hidden` or `display: none`, a
  // script, style, template or the like, all with what is inside; `<?...?>`. 0 when it is shown or never
  // closed. Linear in the text for places that go forward.
  std::size_t size_at(std::size_t at);

 private:
  std::size_t element_size(std::size_t at, std::size_t tag_end, const std::string& name);

  std::string_view text_;
  std::string lower_;              // of it, once it is needed
  std::set<std::string> endless_;  // elements that are not closed any more
};

}  // namespace indexer
