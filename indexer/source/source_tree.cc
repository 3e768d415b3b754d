#include "indexer/source/source_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "indexer/source/article_id.h"
#include "indexer/source/file_text.h"
#include "indexer/source/glob.h"
#include "kb/model/error.h"
#include "kb/store/file.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

// Folders behind symbolic links that are followed at most: links among n folders make n! paths.
constexpr int kMaxLinkedFolders = 1000;

bool is_article(const fs::path& path) {
  const std::string extension = fold_case(path.extension().string());
  return extension == ".md" || extension == ".markdown" || extension == ".mdx";
}

bool is_below(const fs::path& folder, const fs::path& path) {
  const auto [end, at] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

class Walk {
 public:
  Walk(const fs::path& root, const std::vector<std::string>& ignore, const RuleSet& rules)
      : root_(fs::canonical(root)), ignore_(ignore), rules_(rules) {}

  void folder(const fs::path& dir, std::vector<fs::path> chain);
  SourceTree take() { return std::move(tree_); }
  const fs::path& root() const { return root_; }

 private:
  void entry(const fs::directory_entry& entry, const std::vector<fs::path>& chain);
  bool follow(const fs::directory_entry& entry, const std::vector<fs::path>& chain);
  void file(const fs::path& path);
  std::string name_of(const fs::path& path) const { return path.lexically_relative(root_).generic_string(); }
  void report(const fs::path& path, std::string_view rule, std::string message) {
    Diagnostics diags(rules_, name_of(path));
    diags.report(rule, {}, std::move(message));
    keep(diags);
  }
  void keep(Diagnostics& diags) {
    for (Diagnostic& finding : diags.take()) tree_.findings.push_back(std::move(finding));
  }

  fs::path root_;
  const std::vector<std::string>& ignore_;
  const RuleSet& rules_;
  int linked_folders_ = 0;
  SourceTree tree_;
};

// `chain`: the real paths of the folders we are in, to notice a circle of links.
void Walk::folder(const fs::path& dir, std::vector<fs::path> chain) {
  std::error_code error;
  chain.push_back(fs::canonical(dir, error));
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator at(dir, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) entries.push_back(*at);
  if (error) return report(dir, "unreadable-file", "the folder cannot be read: " + error.message());
  for (const auto& found : entries) entry(found, chain);
}

void Walk::entry(const fs::directory_entry& entry, const std::vector<fs::path>& chain) {
  const fs::path& path = entry.path();
  if (is_ignored(name_of(path), ignore_)) return;
  std::error_code error;
  if (entry.is_symlink(error) && !follow(entry, chain)) return;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return folder(path, chain);
  if (!is_article(path)) return;
  if (!fs::is_regular_file(status)) return report(path, "unreadable-file", "this is not a plain file");
  file(path);
}

bool Walk::follow(const fs::directory_entry& entry, const std::vector<fs::path>& chain) {
  std::error_code error;
  const fs::path target = fs::canonical(entry.path(), error);
  if (error == std::errc::too_many_symbolic_link_levels) {
    report(entry.path(), "symlink-loop", "this symbolic link leads in a circle");
    return false;
  }
  if (error) {
    if (is_article(entry.path()))
      report(entry.path(), "unreadable-file", "this symbolic link leads to nothing");
    return false;
  }
  if (!is_below(root_, target)) {
    report(entry.path(), "symlink-outside",
           "this symbolic link leads out of the content folder; it is not followed");
    return false;
  }
  if (!fs::is_directory(target)) return true;
  const bool circle = std::find(chain.begin(), chain.end(), target) != chain.end();
  if (circle) report(entry.path(), "symlink-loop", "this symbolic link leads back to a folder it lies in");
  if (circle) return false;
  if (++linked_folders_ == kMaxLinkedFolders) {
    report(entry.path(), "symlink-loop",
           fmt::format("more than {} linked folders; the rest is not followed", kMaxLinkedFolders));
  }
  return linked_folders_ < kMaxLinkedFolders;
}

void Walk::file(const fs::path& path) {
  Diagnostics diags(rules_, name_of(path));
  try {
    const auto size = fs::file_size(path);
    if (size > kMaxArticleBytes) {
      diags.report("article-too-big", {},
                   fmt::format("the article has {} KiB, the limit is {}; split it", (size + 1023) / 1024,
                               kMaxArticleBytes / 1024));
    } else if (auto text = to_file_text(kb::read_file(path), diags)) {
      if (text->find_first_not_of(" \t\n") == std::string::npos) {
        diags.report("empty-file", {}, "the file is empty");
      } else {
        tree_.articles.push_back({diags.path(), std::move(*text)});
      }
    }
  } catch (const kb::Error& error) {
    diags.report("unreadable-file", {}, error.what());
  } catch (const fs::filesystem_error& error) {
    diags.report("unreadable-file", {}, error.code().message());
  }
  keep(diags);
}

}  // namespace

SourceTree read_source_tree(const fs::path& root, const std::vector<std::string>& ignore,
                            const RuleSet& rules) {
  std::error_code error;
  if (!fs::is_directory(root, error)) {
    throw kb::Error(root.string() + " is not a folder", "name the folder that holds your Markdown files");
  }
  if (fs::directory_iterator(root, error); error) {
    throw kb::Error("cannot read the folder " + root.string() + ": " + error.message(),
                    "check its permissions");
  }
  Walk walk(root, ignore, rules);
  walk.folder(walk.root(), {});
  SourceTree tree = walk.take();
  std::sort(tree.articles.begin(), tree.articles.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  sort(tree.findings);
  return tree;
}

bool is_inside(const fs::path& root, const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return !error && fs::is_regular_file(real, error) && is_below(fs::canonical(root, error), real);
}

bool is_ignored(std::string_view path, const std::vector<std::string>& ignore) {
  if (path.starts_with('.') || path.find("/.") != std::string_view::npos) return true;
  if (matches_glob("node_modules", path)) return true;
  return std::any_of(ignore.begin(), ignore.end(),
                     [&](const std::string& glob) { return matches_glob(glob, path); });
}

}  // namespace indexer
