#include "searchd/discovery/sitemap.h"

#include "kb/model/date.h"
#include "searchd/discovery/file_reply.h"
#include "searchd/pages/error_page.h"
#include "searchd/visit/search_params.h"

namespace searchd {

namespace {

constexpr std::size_t kElements = 60;  // bytes of the tags around an address, at most
constexpr int kMostParts = 100'000;
constexpr std::string_view kType = "application/xml";

// About the size of the page's entry in the file.
std::size_t bytes_of(const SitePage& page, std::string_view root) {
  std::size_t bytes = root.size() + page.url.size() + kElements;
  if (page.translations.size() < 2) return bytes;
  for (const auto& [lang, url] : page.translations) bytes += root.size() + url.size() + kElements;
  return bytes + root.size() + page.url.size() + kElements;  // x-default
}

View alternate(const Visit& visit, std::string_view lang, std::string_view url) {
  View view;
  view.set("lang", lang);
  view.set("url", visit.edition.absolute(url));
  return view;
}

// Empty for a page in one language only. x-default is for speakers of all other languages.
std::vector<View> alternates(const Visit& visit, const Translations& translations) {
  std::vector<View> list;
  if (translations.size() < 2) return list;
  for (const auto& [lang, url] : translations) list.push_back(alternate(visit, lang, url));
  list.push_back(alternate(visit, "x-default", translations.front().second));
  return list;
}

View page_view(const Visit& visit, const SitePage& page) {
  View view;
  view.set("url", visit.edition.absolute(page.url));
  view.set("updated", page.updated ? kb::format_date(*page.updated) : "");
  view.set("alternates", alternates(visit, page.translations));
  return view;
}

Reply part_reply(const Visit& visit, const std::vector<SitePage>& pages, std::size_t first,
                 std::size_t count) {
  std::vector<View> list;
  list.reserve(count);
  for (std::size_t i = first; i < first + count; ++i) list.push_back(page_view(visit, pages[i]));
  View view;
  view.set("pages", std::move(list));
  return file_reply(visit, "sitemap.xml", kType, view);
}

Reply index_reply(const Visit& visit, std::size_t parts) {
  std::vector<View> list;
  for (std::size_t number = 1; number <= parts; ++number) {
    View view;
    view.set("url", visit.edition.absolute("/sitemap-" + std::to_string(number) + ".xml"));
    list.push_back(std::move(view));
  }
  View view;
  view.set("parts", std::move(list));
  return file_reply(visit, "sitemap_index.xml", kType, view);
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> sitemap_parts(const std::vector<SitePage>& pages,
                                                               std::string_view root,
                                                               const SitemapLimits& limits) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::size_t more = bytes_of(pages[i], root);
    if (parts.empty() || parts.back().second == limits.pages || bytes + more > limits.bytes) {
      parts.emplace_back(i, 0);
      bytes = 0;
    }
    ++parts.back().second;
    bytes += more;
  }
  return parts;
}

Reply sitemap(const Visit& visit) {
  const auto pages = site_pages(visit.snapshot());
  const auto parts = sitemap_parts(pages, visit.edition.absolute(""));
  return parts.size() == 1 ? part_reply(visit, pages, 0, pages.size()) : index_reply(visit, parts.size());
}

Reply sitemap_part(const Visit& visit) {
  const std::string number = visit.rest.substr(0, visit.rest.find('.'));
  const auto part = static_cast<std::size_t>(clamped_number(number, 0, 0, kMostParts));
  if (part == 0 || visit.rest != std::to_string(part) + ".xml") return error_page(visit, 404);
  const auto pages = site_pages(visit.snapshot());
  const auto parts = sitemap_parts(pages, visit.edition.absolute(""));
  if (parts.size() < 2 || part > parts.size()) return error_page(visit, 404);
  return part_reply(visit, pages, parts[part - 1].first, parts[part - 1].second);
}

}  // namespace searchd
