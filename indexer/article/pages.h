// Every article by its place, known before any text is compiled: what a link can lead to.
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/front_matter/front_matter.h"
#include "indexer/source/article_id.h"
#include "indexer/source/languages.h"
#include "indexer/source/source_tree.h"

namespace indexer {

// An unlisted article is published, but found by its address only.
enum class Visibility { listed, unlisted, draft, unclear, not_yet, expired, retired };

// One file that is or would be an article.
struct Page {
  SourceFile file;
  FrontMatter meta;
  std::string lang;
  ArticleId id;
  std::string url;
  Visibility visibility = Visibility::listed;
  bool listed() const { return visibility == Visibility::listed; }
  bool published() const { return listed() || visibility == Visibility::unlisted; }
  int weight = 0;                // see place_pages
  std::string navigation_title;  // when neither front matter nor text has one
};

enum class Drafts { hide, show };

// With Drafts::show all but retired articles are published: a preview shows what is to come.
Visibility visibility_of(const FrontMatter& meta, std::chrono::sys_days today, Drafts drafts);

// "is a draft", "has expired" ...: for messages.
std::string_view describe(Visibility visibility);

// Finds pages by path, URL, id. Refers to the pages given, which must outlive it.
class PageTable {
 public:
  PageTable(const std::vector<Page>& pages, Languages languages);

  // nullptr when there is none. Paths are relative to the content folder.
  const Page* by_path(std::string_view path) const;
  const Page* by_folded_path(std::string_view path) const;              // see folded_path
  const Page* by_url(std::string_view url) const;                       // published ones
  const Page* by_id(std::string_view lang, std::string_view id) const;  // published ones
  // By an old address, "/faq/a"; with the language where the alias is below it.
  const Page* by_alias(std::string_view path) const;
  const Page* by_uid(std::string_view uid) const;  // published ones
  // URL of the category that a folder is, "" when no listed article lies in or below it.
  std::string folder_url(std::string_view path) const;
  bool is_folder_url(std::string_view url) const;
  bool has_category(std::string_view id) const;  // in any language
  const Languages& languages() const { return languages_; }

 private:
  using Map = std::map<std::string, const Page*, std::less<>>;
  Languages languages_;
  Map by_path_;
  Map by_folded_path_;
  Map by_url_;
  Map by_id_;
  Map by_uid_;
  Map by_alias_;
  std::map<std::string, std::string, std::less<>> folders_;  // path -> URL
  std::set<std::string, std::less<>> folder_urls_;
  std::set<std::string, std::less<>> categories_;  // ids
};

}  // namespace indexer
