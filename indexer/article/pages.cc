#include "indexer/article/pages.h"

#include "indexer/source/file_names.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

// "/en/old" of the alias `old` and "/old" of `/old`, as links are looked up.
std::string alias_key(std::string_view alias, std::string_view lang) {
  std::string path(alias.substr(0, alias.find('?')));
  if (!path.starts_with('/')) path = "/" + std::string(lang) + "/" + path;
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return kb::percent_decode_leniently(path);
}

std::string id_key(std::string_view lang, std::string_view id) {
  return std::string(lang) + "/" + std::string(id);
}

}  // namespace

Visibility visibility_of(const FrontMatter& meta, std::chrono::sys_days today, Drafts drafts) {
  if (meta.retired) return Visibility::retired;
  const Visibility published = meta.unlisted ? Visibility::unlisted : Visibility::listed;
  if (drafts == Drafts::show) return published;
  if (meta.draft) return Visibility::draft;
  if (meta.unclear) return Visibility::unclear;
  if (meta.publish_date && *meta.publish_date > today) return Visibility::not_yet;
  if (meta.expiry_date && *meta.expiry_date <= today) return Visibility::expired;
  return published;
}

std::string_view describe(Visibility visibility) {
  switch (visibility) {
    case Visibility::draft:
      return "is a draft";
    case Visibility::unclear:
      return "has front matter that does not say clearly that it is public";
    case Visibility::unlisted:
      return "is unlisted";
    case Visibility::not_yet:
      return "is not published yet";
    case Visibility::expired:
      return "has expired";
    case Visibility::retired:
      return "is retired";
    case Visibility::listed:
      break;
  }
  return "is public";
}

PageTable::PageTable(const std::vector<Page>& pages, Languages languages) : languages_(std::move(languages)) {
  for (const Page& page : pages) {
    by_path_.emplace(page.file.path, &page);
    by_folded_path_.emplace(folded_path(page.file.path), &page);
    if (!page.published()) continue;
    by_url_.emplace(page.url, &page);
    by_id_.emplace(id_key(page.lang, page.id.id), &page);
    for (const Alias& alias : page.meta.aliases) by_alias_.emplace(alias_key(alias.path, page.lang), &page);
    if (!page.meta.uid.empty()) by_uid_.emplace(page.meta.uid, &page);
    if (!page.listed()) continue;
    std::string_view category = page.id.category;
    for (std::string_view folder = kb::parent_of(page.file.path); !folder.empty();
         folder = kb::parent_of(folder)) {
      if (category.empty()) break;
      folders_.emplace(folder, category_url(page.lang, category));
      folder_urls_.insert(category_url(page.lang, category));
      categories_.emplace(category);
      category = kb::parent_of(category);
    }
  }
  for (const std::string& lang : languages_.codes) folder_urls_.insert(category_url(lang, ""));
  for (const LanguageFolder& one : languages_.folders) {
    if (one.prefix.empty()) folders_.emplace(one.folder, category_url(one.lang, ""));
  }
  if (languages_.rest_lang) folders_.emplace(languages_.base, category_url(*languages_.rest_lang, ""));
}

const Page* PageTable::by_path(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : found->second;
}

const Page* PageTable::by_folded_path(std::string_view path) const {
  const auto found = by_folded_path_.find(folded_path(path));
  return found == by_folded_path_.end() ? nullptr : found->second;
}

const Page* PageTable::by_url(std::string_view url) const {
  const auto found = by_url_.find(url);
  return found == by_url_.end() ? nullptr : found->second;
}

const Page* PageTable::by_id(std::string_view lang, std::string_view id) const {
  const auto found = by_id_.find(id_key(lang, id));
  return found == by_id_.end() ? nullptr : found->second;
}

const Page* PageTable::by_alias(std::string_view path) const {
  const auto found = by_alias_.find(path);
  return found == by_alias_.end() ? nullptr : found->second;
}

const Page* PageTable::by_uid(std::string_view uid) const {
  const auto found = by_uid_.find(uid);
  return found == by_uid_.end() ? nullptr : found->second;
}

std::string PageTable::folder_url(std::string_view path) const {
  const auto found = folders_.find(path);
  return found == folders_.end() ? "" : found->second;
}

bool PageTable::is_folder_url(std::string_view url) const { return folder_urls_.contains(url); }

bool PageTable::has_category(std::string_view id) const { return categories_.contains(id); }

}  // namespace indexer
