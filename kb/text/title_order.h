// The order in which readers of a language look for a title: letters as their alphabet has them, whatever the
// case, and 2 before 10.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kb {

class TitleOrder {
 public:
  // A language without rules of its own takes those of all; without ICU's data titles are in order of their
  // bytes.
  explicit TitleOrder(const std::string& lang);
  ~TitleOrder();

  // Keys compare byte by byte as their titles do.
  std::string key(std::string_view title) const;

 private:
  struct Rules;  // ICU's
  std::unique_ptr<Rules> rules_;
};

}  // namespace kb
