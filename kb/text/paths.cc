#include "kb/text/paths.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace kb {

std::string_view parent_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string child_of(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty()) path += '/';
  return path += name;
}

std::string title_from_path(std::string_view path) {
  std::string title(path.substr(path.rfind('/') + 1));
  title.resize(std::min(title.rfind('.'), title.size()));
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (!title.empty()) title[0] = to_upper(title[0]);
  return title;
}

}  // namespace kb
