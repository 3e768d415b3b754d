#include "indexer/navigation/unnamed_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "indexer/article/target_finder.h"
#include "indexer/config/tool_files.h"
#include "indexer/findings/finding_list.h"
#include "indexer/navigation/article_files.h"
#include "indexer/navigation/nav_list_reader.h"
#include "indexer/source/article_id.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::string_view kRule = "kept-off-site";

bool is_within(std::string_view path, std::string_view folder) {
  return folder.empty() || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

bool is_first_page(std::string_view path) {
  const std::string name = fold_case(path.substr(path.rfind('/') + 1));
  const std::string_view stem = std::string_view(name).substr(0, name.find('.'));
  return stem == "readme" || stem == "index" || stem == "_index";
}

// A book's list of pages, as the settings beside it say.
struct Book {
  std::string summary;  // path of the list
  std::string folder;   // that holds its articles
  std::string tool;
  std::string first_page;  // which is built without being named; "" when there is none
};

// Books by the path of their list. A file of settings counts for the list that it names only.
class Books {
 public:
  Books(const ContentRoot& root, const DocsFolder& docs, const SourceTree& tree) : root_(root) {
    for (const std::string& path : tree.navigation) {
      if (path.ends_with("SUMMARY.md")) lists_.insert(path);
    }
    for (const SourceFile& file : tree.articles) lists_.insert(file.path);  // a list may have another name
    std::set<std::string, std::less<>> sites{docs.site};
    for (const std::string& path : tree.navigation) {
      std::string_view folder = kb::parent_of(path);
      for (; path.ends_with("SUMMARY.md") && !folder.empty(); folder = kb::parent_of(folder))
        sites.emplace(folder);
    }
    sites.emplace("");
    for (const std::string& site : sites) read_site(site);
  }

  const std::map<std::string, Book>& found() const { return books_; }

 private:
  void read_site(const std::string& site) {
    if (const auto settings = settings_of(site, "book.toml")) {
      const YamlNode* book = settings->find("book");
      add(site, "mdBook", book == nullptr ? "src" : text_of(*book, "src", "src"), "SUMMARY.md", "");
    }
    for (const std::string_view name : {".gitbook.yaml", "book.json"}) {
      const auto settings = settings_of(site, name);
      if (!settings) continue;
      const YamlNode* structure = settings->find("structure");
      const YamlNode none;
      if (structure == nullptr) structure = &none;
      add(site, "GitBook", text_of(*settings, "root", ""), text_of(*structure, "summary", "SUMMARY.md"),
          text_of(*structure, "readme", "README.md"));
    }
  }

  // A map without keys when the file is there and cannot be read.
  std::optional<YamlNode> settings_of(const std::string& site, std::string_view name) const {
    const std::string path = kb::child_of(site, name);
    const auto file = read_tool_file(root_, path);
    if (!file) return std::nullopt;
    return parse_tool_file(path, file->bytes).value_or(YamlNode{});
  }

  static std::string text_of(const YamlNode& map, std::string_view key, std::string_view otherwise) {
    const YamlNode* value = map.find(key);
    const std::string_view text = value == nullptr ? "" : kb::trim(value->text, "/ ");
    return std::string(text.empty() ? otherwise : text);
  }

  void add(const std::string& site, const std::string& tool, const std::string& root,
           const std::string& summary, const std::string& first_page) {
    const std::string folder = join_path(site, root);
    const std::string first = first_page.empty() ? "" : join_path(folder, first_page);
    const std::string path = join_path(folder, summary);
    if (lists_.contains(path)) {
      books_.emplace(path, Book{path, folder, tool, first});
      return;
    }
    if (read_tool_file(root_, kb::child_of(folder, "LANGS.md"))) add_languages(folder, tool);
  }

  // GitBook's LANGS.md: each language is a book in a folder of its own.
  void add_languages(const std::string& folder, const std::string& tool) {
    for (const std::string& path : lists_) {
      const std::string own(kb::parent_of(path));
      if (path.ends_with("/SUMMARY.md") && kb::parent_of(own) == folder)
        books_.emplace(path, Book{path, own, tool, kb::child_of(own, "README.md")});
    }
  }

  const ContentRoot& root_;
  std::set<std::string, std::less<>> lists_;
  std::map<std::string, Book> books_;
};

// The articles that a list names.
struct Named {
  std::set<std::string, std::less<>> articles;
  std::set<std::string, std::less<>> hidden;  // in hidden groups only
  std::size_t lost = 0;                       // entries that lead to nothing

  bool is_in_use() const {
    return lost <= articles.size() && !std::all_of(articles.begin(), articles.end(), is_first_page);
  }
};

void add_named(const std::vector<NavEntry>& entries, const std::string& base, const ArticleFiles& files,
               bool is_hidden, Named& named) {
  for (const NavEntry& entry : entries) {
    const bool hides = is_hidden || entry.is_hidden;
    auto& to = hides ? named.hidden : named.articles;
    if (!entry.target.empty()) {
      const FoundEntry found = files.find(base, entry.target);
      if (found.kind == FoundEntry::Kind::article) to.insert(found.path);
      if (found.kind == FoundEntry::Kind::none) ++named.lost;
      if (found.kind == FoundEntry::Kind::folder) {
        for (const FoundEntry& child : files.children(found.path)) {
          if (is_first_page(child.path)) to.insert(child.path);
        }
      }
    }
    add_named(entry.items, base, files, hides, named);
  }
}

Named named_in(const NavList& list, const ArticleFiles& files) {
  Named named;
  add_named(list.entries, list.base, files, false, named);
  return named;
}

class Marker {
 public:
  Marker(const ContentRoot& root, const RuleSet& rules, SourceTree& tree)
      : root_(root), rules_(rules), tree_(tree), files_(root) {
    for (const SourceFile& file : tree.articles) files_.add(file);
  }

  // Books may lie in one another's folder: what any of them names is built.
  void mark_books(const std::map<std::string, Book>& books) {
    std::set<std::string, std::less<>> named;
    std::vector<const Book*> used;
    for (const auto& [path, book] : books) {
      const auto list = read(path);
      if (!list) continue;
      const Named own = named_in(*list, files_);
      named.insert(own.articles.begin(), own.articles.end());
      if (!book.first_page.empty()) named.insert(book.first_page);
      if (own.is_in_use()) {
        used.push_back(&book);
      } else {
        report_unused(path);
      }
    }
    for (const Book* book : used) {
      const auto unnamed = mark(book->folder, named, &SourceFile::unbuilt);
      report(book->summary, unnamed, fmt::format("this list of what {} builds: not published", book->tool));
    }
  }

  void mark_mintlify(const std::string& path) {
    const auto list = read(path);
    if (!list || list->entries.empty() || list->shows_hidden) return;
    Named named = named_in(*list, files_);
    for (SourceFile& file : tree_.articles) {
      if (named.hidden.contains(file.path) && !named.articles.contains(file.path)) file.unlisted = true;
    }
    if (!named.is_in_use() || list->is_partial) return;
    named.articles.insert(named.hidden.begin(), named.hidden.end());
    for (const std::string_view first : {"index.mdx", "index.md"})  // what the site's own address shows
      named.articles.insert(kb::child_of(list->base, first));
    const auto unnamed = mark(list->base, named.articles, &SourceFile::unlisted);
    report(path, unnamed, "this list of what Mintlify shows: found by address only");
  }

  std::vector<Finding> take() { return std::move(findings_); }

 private:
  std::optional<NavList> read(const std::string& path) const {
    FileFindings ignored(rules_, path);  // the reader of the order reports them
    return read_nav_file(root_, path, ignored);
  }

  std::vector<std::string> mark(const std::string& folder, const std::set<std::string, std::less<>>& named,
                                bool SourceFile::*flag) {
    std::vector<std::string> unnamed;
    for (SourceFile& file : tree_.articles) {
      if (!is_within(file.path, folder) || named.contains(file.path)) continue;
      file.*flag = true;
      unnamed.push_back(file.path);
    }
    return unnamed;
  }

  void report_unused(const std::string& path) {
    indexer::report(
        findings_, rules_, path, kRule, {},
        "this list leads to hardly any article, so those that it does not name are published, too; "
        "complete it or remove it");
  }

  void report(const std::string& path, const std::vector<std::string>& unnamed, const std::string& outcome) {
    if (unnamed.empty()) return;
    const std::string what = unnamed.size() == 1 ? unnamed.front() + " is"
                                                 : fmt::format("{} articles, the first of them {}, are",
                                                               unnamed.size(), unnamed.front());
    indexer::report(
        findings_, rules_, path, kRule, {},
        fmt::format("{} not in {}; to change that, add to the list or name it under `ignore:` in site.yaml",
                    what, outcome));
  }

  const ContentRoot& root_;
  const RuleSet& rules_;
  SourceTree& tree_;
  ArticleFiles files_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> mark_unnamed(const ContentRoot& root, const DocsFolder& docs, const RuleSet& rules,
                                  SourceTree& tree) {
  Marker marker(root, rules, tree);
  const bool is_any = docs.tool.empty();
  if (is_any || docs.tool == "GitBook" || docs.tool == "mdBook")
    marker.mark_books(Books(root, docs, tree).found());
  if (is_any || docs.tool == "Mintlify") {
    for (const std::string& path : tree.navigation) {
      if (path.ends_with("docs.json") || path.ends_with("mint.json")) marker.mark_mintlify(path);
    }
  }
  return marker.take();
}

}  // namespace indexer
