// The articles of the hostile corpus: a small pattern each, repeated to any size.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hostile {

struct ArticleInput {
  std::string name;
  std::function<std::string(std::size_t bytes)> make;  // about so many bytes
  std::string finding;  // a part of what must be reported at full size; "": any
};

const std::vector<ArticleInput>& article_inputs();

}  // namespace hostile
