#include "indexer/source/source_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "indexer/findings/finding_list.h"
#include "indexer/source/article_id.h"
#include "indexer/source/file_text.h"
#include "indexer/source/glob.h"
#include "indexer/source/no_article.h"
#include "kb/model/error.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

// Folders behind symbolic links that are followed at most: links among n folders make n! paths.
constexpr int kMaxLinkedFolders = 1000;

constexpr std::array<std::string_view, 14> kNavigationNames{
    "SUMMARY.md",      "mkdocs.yml",  ".pages",      "_category_.json", "_category_.yml",
    "_category_.yaml", "sidebars.js", "sidebars.ts", "sidebars.json",   "docs.json",
    "mint.json",       "toc.yml",     "_toc.yml",    "myst.yml"};

// A file or folder under the name that it is published by, and where it really lies: not the same behind a
// link.
struct Place {
  std::string name;
  std::string real;
  ContentKind kind = ContentKind::folder;
};

class Walk {
 public:
  Walk(const std::filesystem::path& root, const std::vector<std::string>& ignore, const RuleSet& rules)
      : root_(root), ignore_(ignore), rules_(rules) {}

  void folder(const Place& at);
  SourceTree take() { return std::move(tree_); }

 private:
  bool is_named_dotfile(const Place& at) const;
  void entry(Place at);
  bool follow(Place& at, FileFindings& findings);
  bool enter(const Place& at, FileFindings& findings);
  void file(const Place& at);
  void report(const Place& at, std::string_view rule, std::string message) {
    indexer::report(tree_.findings, rules_, at.name, rule, {}, std::move(message));
  }

  ContentRoot root_;
  const std::vector<std::string>& ignore_;
  const RuleSet& rules_;
  std::vector<std::string> chain_;  // real paths of the folders we are in, to notice a circle of links
  int linked_folders_ = 0;
  SourceTree tree_;
};

void Walk::folder(const Place& at) {
  if (chain_.size() > kMaxFolderDepth) {
    return report(at, "folder-too-deep",
                  fmt::format("this folder lies in more than {} others; it is left out", kMaxFolderDepth));
  }
  chain_.push_back(at.real);
  try {
    for (const ContentEntry& found : root_.list(at.real))
      entry({kb::child_of(at.name, found.name), kb::child_of(at.real, found.name), found.kind});
  } catch (const kb::Error& error) {
    report(at, "unreadable-file", error.what());
  }
  chain_.pop_back();
}

// Dotfiles are ignored, but one of these may say in which order the articles stand.
bool Walk::is_named_dotfile(const Place& at) const {
  const std::string name = at.name.substr(at.name.rfind('/') + 1);
  if (at.kind != ContentKind::file || !name.starts_with('.') || !is_navigation(name)) return false;
  return std::none_of(ignore_.begin(), ignore_.end(),
                      [&](const std::string& glob) { return matches_glob(glob, at.name); });
}

void Walk::entry(Place at) {
  if (is_named_dotfile(at)) tree_.navigation.push_back(at.name);
  if (is_ignored(at.name, ignore_) || is_ignored(at.real, ignore_)) return;
  if (at.kind == ContentKind::link) {
    FileFindings findings(rules_, at.name);
    const bool followed = follow(at, findings);
    append(tree_.findings, findings.take());
    if (!followed) return;
  }
  if (at.kind == ContentKind::folder) return folder(at);
  if (is_navigation(at.name)) tree_.navigation.push_back(at.name);
  if (is_article(at.name) && is_no_article(at.name)) {
    ++tree_.left_out;
    return;
  }
  if (is_article(at.name)) return file(at);
  if (at.kind == ContentKind::file) tree_.other_files.push_back(std::move(at.name));
}

bool Walk::follow(Place& at, FileFindings& findings) {
  const ContentTarget target = root_.resolve(at.real);
  if (target.problem == ContentTarget::Problem::missing && is_article(at.name))
    findings.report("unreadable-file", {}, "this symbolic link leads to nothing");
  if (report_bad_link(target, findings) || report_hidden_link(target.path, ignore_, findings)) return false;
  at.real = target.path;
  at.kind = root_.kind(target.path);
  return at.kind != ContentKind::folder || enter(at, findings);
}

bool Walk::enter(const Place& at, FileFindings& findings) {
  if (std::find(chain_.begin(), chain_.end(), at.real) != chain_.end()) {
    findings.report("symlink-loop", {}, "this symbolic link leads back to a folder it lies in");
    return false;
  }
  if (++linked_folders_ == kMaxLinkedFolders) {
    findings.report("symlink-loop", {},
                    fmt::format("more than {} linked folders; the rest is not followed", kMaxLinkedFolders));
  }
  return linked_folders_ < kMaxLinkedFolders;
}

void Walk::file(const Place& at) {
  FileFindings findings(rules_, at.name);
  try {
    ContentBytes file = root_.read(at.real, kMaxArticleBytes);
    if (file.size > kMaxArticleBytes) {
      findings.report("article-too-big", {},
                      fmt::format("the article has {} KiB, the limit is {}; split it",
                                  (file.size + 1023) / 1024, kMaxArticleBytes / 1024));
    } else if (auto text = to_file_text(std::move(file.bytes), findings)) {
      if (file.size > kLongArticleBytes)
        findings.report("long-article", {},
                        fmt::format("the article has {} KiB; split it", file.size / 1024));
      if (text->find_first_not_of(" \t\n") == std::string::npos) {
        findings.report("empty-file", {}, "the file is empty");
      } else {
        tree_.articles.push_back({findings.path(), std::move(*text)});
      }
    }
  } catch (const kb::Error& error) {
    findings.report("unreadable-file", {}, error.what());
  }
  append(tree_.findings, findings.take());
}

}  // namespace

bool is_article(std::string_view path) {
  const std::string extension = fold_case(std::filesystem::path(path).extension().string());
  return extension == ".md" || extension == ".markdown" || extension == ".mdx";
}

bool is_navigation(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::find(kNavigationNames.begin(), kNavigationNames.end(), name) != kNavigationNames.end();
}

SourceTree read_source_tree(const std::filesystem::path& root, const std::vector<std::string>& ignore,
                            const RuleSet& rules) {
  Walk walk(root, ignore, rules);
  walk.folder({});
  SourceTree tree = walk.take();
  std::sort(tree.articles.begin(), tree.articles.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  std::sort(tree.navigation.begin(), tree.navigation.end());
  sort(tree.findings);
  return tree;
}

}  // namespace indexer
