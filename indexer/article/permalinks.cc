#include "indexer/article/permalinks.h"

#include <set>

#include "indexer/source/article_id.h"
#include "kb/model/own_addresses.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

// "faq/descale" of "/faq/descale.html", "/faq/descale/" and "/faq/descale/index.html"; "" of "/".
std::string plain_path(std::string_view permalink) {
  for (const std::string_view end : {"index.html", ".html", ".htm", ".md"}) {
    if (permalink.ends_with(end)) permalink.remove_suffix(end.size());
  }
  while (permalink.ends_with('/')) permalink.remove_suffix(1);
  while (permalink.starts_with('/')) permalink.remove_prefix(1);
  return std::string(permalink);
}

// The address that the page asks for; "" when it may have none but its own.
std::string wanted_url(const Page& page) {
  const std::string path = plain_path(page.meta.permalink);
  if (path.empty() || page.id.is_folder) return "";
  // A folder "faq/descale" has the URL "/en/faq/descale/".
  std::string url = category_url(page.lang, id_from_path(path + "/index.md").category);
  url.pop_back();
  const bool is_own = kb::is_own_below_language(std::string_view(url).substr(page.lang.size() + 2));
  return is_own ? "" : url;
}

std::set<std::string> addresses(const std::vector<Page>& pages) {
  std::set<std::string> taken;
  for (const Page& page : pages) {
    if (page.meta.permalink.empty() || page.id.is_folder) taken.insert(page.url);
    for (std::string_view category = page.id.category; !category.empty();
         category = kb::parent_of(category)) {
      std::string url = category_url(page.lang, category);
      url.pop_back();
      taken.insert(std::move(url));
    }
  }
  return taken;
}

void add_alias(Page& page, std::string path) {
  page.meta.aliases.push_back({std::move(path), page.meta.slug_at, true});
}

}  // namespace

void use_permalinks(std::vector<Page>& pages) {
  std::set<std::string> taken = addresses(pages);
  for (Page& page : pages) {
    const std::string& permalink = page.meta.permalink;
    if (plain_path(permalink).empty()) continue;
    const std::string url = wanted_url(page);
    if (!url.empty() && taken.insert(url).second) page.url = url;
    const std::string below_language = permalink.substr(permalink.find_first_not_of('/'));
    add_alias(page, "/" + below_language);
    add_alias(page, below_language);
    add_alias(page, plain_path(permalink));
  }
}

void add_docs_addresses(std::vector<Page>& pages, const std::string& first_language) {
  for (Page& page : pages) {
    const std::string path = page.url.substr(page.lang.size() + 1);
    const std::string language = page.lang == first_language ? "" : "/" + page.lang;
    add_alias(page, kb::percent_decode_leniently(language + "/docs" + path));
  }
}

}  // namespace indexer
