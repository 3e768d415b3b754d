#include "indexer/check/redirects.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/findings/finding_list.h"
#include "indexer/source/article_id.h"
#include "kb/model/own_addresses.h"
#include "kb/store/redirect_table.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

// "/en/orders/" and "/en/orders" are the same address.
std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string alias_path(const Page& page, const Alias& alias) {
  const std::string path = alias.path.starts_with('/') ? alias.path : "/" + page.lang + "/" + alias.path;
  const std::size_t query = std::min(path.find('?'), path.size());
  return without_slash(kb::encode_path(kb::percent_decode_leniently(path.substr(0, query)))) +
         path.substr(query);
}

class Collector {
 public:
  Collector(const PageTable& table, std::string base_path, const RuleSet& rules)
      : table_(table), base_path_(std::move(base_path)), rules_(rules) {}

  void retire(const Page& page) {
    taken_[without_slash(page.url)] = page.file.path;
    redirects_.list.push_back({page.url, ""});
  }

  void add(const Page& page, const Alias& alias) {
    const std::string from = alias_path(page, alias);
    const std::string_view below = below_base(alias, from);
    if (!below.empty() && below == without_slash(page.url)) {
      return report(page, alias, "alias-loop", fmt::format("'{}' is the article's own URL", alias.path));
    }
    if (const std::string owner = owner_of(below); !owner.empty()) {
      return report(page, alias, "alias-hides-article",
                    fmt::format("'{}' is the URL of {}", alias.path, owner));
    }
    const auto [first, added] = aliases_.emplace(from, page.file.path);
    if (!added) {
      return report(page, alias, "duplicate-alias",
                    fmt::format("'{}' is an alias of {}, too", alias.path, first->second));
    }
    redirects_.list.push_back({from, page.url});
    if (!kb::is_redirect_pattern(from)) redirects_.list.push_back({from + "/", page.url});
  }

  Redirects take() { return std::move(redirects_); }

 private:
  // The alias below base_url, where it could hide a page. "" when it is outside base_url.
  std::string_view below_base(const Alias& alias, std::string_view from) const {
    if (!alias.path.starts_with('/')) return from;
    if (base_path_.empty()) return from;
    if (from == base_path_) return "/";
    return from.starts_with(base_path_ + "/") ? from.substr(base_path_.size()) : std::string_view{};
  }

  // What already has this address, or "".
  std::string owner_of(std::string_view below) const {
    if (below.empty()) return "";
    const std::string path(below);
    for (const std::string& url : {path, path + "/"}) {
      if (const Page* page = table_.by_url(url)) return page->file.path;
    }
    if (const auto retired = taken_.find(path); retired != taken_.end())
      return retired->second + ", which is retired";
    if (table_.is_folder_url(path + "/")) return "a category";
    const auto& languages = table_.languages().codes;
    const bool own = kb::is_own_address(path) ||
                     std::any_of(languages.begin(), languages.end(), [&](const std::string& lang) {
                       const std::string home = "/" + lang + "/";
                       return path.starts_with(home) &&
                              kb::is_own_below_language(std::string_view(path).substr(home.size()));
                     });
    return own ? "a page of Firstline's own" : "";
  }

  void report(const Page& page, const Alias& alias, std::string_view rule, std::string message) {
    if (alias.is_derived) return;
    indexer::report(redirects_.findings, rules_, page.file.path, rule, alias.at, std::move(message));
  }

  const PageTable& table_;
  std::string base_path_;
  const RuleSet& rules_;
  std::map<std::string, std::string> taken_;    // URL of a retired article -> its path
  std::map<std::string, std::string> aliases_;  // alias -> path of the article that has it
  Redirects redirects_;
};

}  // namespace

Redirects collect_redirects(const std::vector<Page>& pages, const PageTable& table,
                            const std::string& base_path, const RuleSet& rules) {
  Collector collector(table, base_path, rules);
  for (const Page& page : pages) {
    if (page.visibility == Visibility::retired) collector.retire(page);
  }
  for (const Page& page : pages) {
    if (!page.published()) continue;
    for (const Alias& alias : page.meta.aliases) {
      if (!alias.is_derived) collector.add(page, alias);
    }
  }
  for (const Page& page : pages) {
    for (const Alias& alias : page.meta.aliases) {
      if (alias.is_derived && page.published()) collector.add(page, alias);
    }
  }
  return collector.take();
}

}  // namespace indexer
