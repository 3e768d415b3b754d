#include "indexer/article/permalinks.h"

#include <algorithm>
#include <set>

#include "indexer/source/article_id.h"
#include "indexer/source/languages.h"
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

// `/de/faq/a` of a page in German is its path with the language before it.
std::string_view without_language(std::string_view path, std::string_view lang) {
  const std::size_t slash = path.find('/');
  return slash != std::string_view::npos && language_code(path.substr(0, slash)) == lang
             ? path.substr(slash + 1)
             : path;
}

// The address that the page asks for; "" when it may have none but its own.
std::string wanted_url(const Page& page) {
  const std::string plain = plain_path(page.meta.permalink);
  const std::string path(without_language(plain, page.lang));
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

// "/guide/start" of "/01-guide/2_start": the numbers order files, and Docusaurus has them in no address.
std::string without_numbers(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/', 1), path.size());
    std::string_view part = path.substr(1, end - 1);
    const std::size_t digits = std::min(part.find_first_not_of("0123456789"), part.size());
    if (digits > 0 && digits + 1 < part.size() && (part[digits] == '-' || part[digits] == '_'))
      part.remove_prefix(digits + 1);
    out.append("/").append(part);
    path.remove_prefix(end);
  }
  return out;
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
    if (const std::string plain = without_numbers(path); plain != path) {
      for (const std::string_view folder : {"/docs", ""})
        add_alias(page, kb::percent_decode_leniently(language + std::string(folder) + plain));
    }
  }
}

}  // namespace indexer
