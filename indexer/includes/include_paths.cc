#include "indexer/includes/include_paths.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "kb/text/ascii.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

namespace fs = std::filesystem;

constexpr int kMostFolders = 8;  // that a file lies in, from the innermost

// Where each tool keeps what is included, from the top of its own folder.
std::vector<std::string_view> folders_of(IncludePlace place) {
  switch (place) {
    case IncludePlace::liquid:
      return {"_includes", "includes", ""};
    case IncludePlace::hugo:
      return {"", "content", "includes"};
    case IncludePlace::snippets:
      return {"", "docs", "snippets", "includes"};
    case IncludePlace::mdx:
      return {"", "snippets", "src", "docs"};
    case IncludePlace::plain:
      break;
  }
  return {""};
}

class Paths {
 public:
  void add(std::string_view folder, std::string_view path) {
    std::string joined = (fs::path(folder) / fs::path(path)).lexically_normal().generic_string();
    const bool leads_out = joined.starts_with("..") || joined.starts_with('/');
    if (leads_out || std::find(paths_.begin(), paths_.end(), joined) != paths_.end()) return;
    paths_.push_back(std::move(joined));
  }

  // Below each folder that the file lies in.
  void add_above(std::string_view file, IncludePlace place, std::string_view path) {
    std::string_view folder = kb::parent_of(file);
    for (int i = 0; i < kMostFolders; ++i) {
      for (const std::string_view own : folders_of(place)) add((fs::path(folder) / own).string(), path);
      if (folder.empty()) return;
      folder = kb::parent_of(folder);
    }
  }

  std::vector<std::string> take() { return std::move(paths_); }

 private:
  std::vector<std::string> paths_;
};

// Takes off what stands for the top of the tool's folder.
bool take_root(std::string_view& target) {
  for (const std::string_view root : {"@site/", "@/", "~/", "/"}) {
    if (!target.starts_with(root)) continue;
    target.remove_prefix(root.size());
    return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> include_paths(const IncludeTag& tag, std::string_view file,
                                       std::string_view article) {
  const std::string decoded = kb::percent_decode_leniently(tag.target);
  std::string_view target = decoded;
  Paths paths;
  if (target.empty() || target.find("://") != std::string_view::npos) return {};
  const bool is_from_root = take_root(target);
  if (target.starts_with("./") || target.starts_with("../")) {
    paths.add(kb::parent_of(file), target);
    paths.add(kb::parent_of(article), target);
    return paths.take();
  }
  if (!is_from_root && tag.place != IncludePlace::liquid) paths.add(kb::parent_of(file), target);
  paths.add_above(file, tag.place, target);
  // The content folder may be the tool's folder `docs`, which the path names.
  const std::size_t slash = target.find('/');
  if (slash != std::string_view::npos) paths.add_above(file, IncludePlace::plain, target.substr(slash + 1));
  return paths.take();
}

bool is_markdown_name(std::string_view path) {
  const std::string name = kb::to_lower(path);
  constexpr std::array<std::string_view, 3> kExtensions{".md", ".mdx", ".markdown"};
  return std::any_of(kExtensions.begin(), kExtensions.end(),
                     [&](std::string_view extension) { return name.ends_with(extension); });
}

bool is_template(const IncludeTag& tag) {
  const std::string_view name = std::string_view(tag.target).substr(tag.target.rfind('/') + 1);
  if (name.find('{') != std::string_view::npos || name.ends_with(".html")) return true;
  const bool is_text =
      name.ends_with(".txt") || is_markdown_name(name) || name.find('.') == std::string_view::npos;
  return tag.place == IncludePlace::liquid && !is_text;
}

}  // namespace indexer
