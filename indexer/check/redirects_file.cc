#include "indexer/check/redirects_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "indexer/article/target_finder.h"
#include "indexer/config/tool_files.h"
#include "indexer/findings/finding_list.h"
#include "indexer/front_matter/front_matter.h"
#include "indexer/navigation/script_reader.h"
#include "indexer/source/article_id.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

constexpr std::size_t kMost = 10'000;

// A file of articles has the address that its tool gave it: "a/b" of "a/b.md" and of "a/b/index.md".
std::string address_of(std::string_view path) {
  if (path.ends_with(".md") || path.ends_with(".mdx")) return "/" + id_from_path(path).id;
  return (path.starts_with('/') ? "" : "/") + std::string(path);
}

bool is_plain(std::string_view path) { return !path.empty() && path.find(':') == std::string_view::npos; }

class ToolRedirects {
 public:
  // `old/page: new/page.md`
  void add_map(const YamlNode* map) {
    if (map == nullptr) return;
    for (const YamlEntry& entry : map->entries) add(entry.key, entry.value, entry.at.line);
  }

  // `{from: '/old', to: '/new'}`; several may lead to one.
  void add_list(const YamlNode* list, std::string_view from, std::string_view to) {
    if (list == nullptr) return;
    for (const YamlNode& item : list->items) {
      const YamlNode* old = item.find(from);
      const YamlNode* target = item.find(to);
      if (old == nullptr || target == nullptr) continue;
      add(old->text, *target, item.at.line);
      for (const YamlNode& one : old->items) add(one.text, *target, item.at.line);
    }
  }

  std::vector<OldAddress> take() { return std::move(found_); }

 private:
  void add(std::string_view from, const YamlNode& to, int line) {
    const bool is_pattern = from.find('*') != std::string_view::npos && from.find('*') + 1 < from.size();
    const bool is_followed = is_plain(from) && is_plain(to.text) && !is_pattern;
    if (!from.empty() && !to.text.empty() && found_.size() < kMost)
      found_.push_back({is_followed ? address_of(from) : std::string(from), to.text, line, is_followed});
  }

  std::vector<OldAddress> found_;
};

// The list behind `redirects:` in what sets Docusaurus' plugin up.
std::optional<YamlNode> plugin_list(std::string_view script) {
  const std::size_t plugin = script.find("plugin-client-redirects");
  const std::size_t key = plugin == std::string_view::npos ? plugin : script.find("redirects:", plugin);
  const std::size_t begin = key == std::string_view::npos ? key : script.find_first_not_of(" \t\n", key + 10);
  if (begin == std::string_view::npos || script[begin] != '[') return std::nullopt;
  int depth = 0;
  for (std::size_t at = begin; at < script.size(); ++at) {
    if (script[at] == '[') ++depth;
    if (script[at] != ']' || --depth > 0) continue;
    const RuleSet rules(false);
    FileFindings ignored(rules, "");
    // Lines above it keep the places of what is in it.
    const auto lines = static_cast<std::size_t>(
        std::count(script.begin(), script.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    return read_json(std::string(lines, '\n').append(script.substr(begin, at + 1 - begin)), ignored);
  }
  return std::nullopt;
}

// By its address, with or without its language.
const Page* page_at(std::string_view to, const DocsFolder& docs, const PageTable& table) {
  to = to.substr(0, to.find_first_of("?#"));
  if (const Page* page = table.by_path(join_path(docs.docs, to))) return page->published() ? page : nullptr;
  constexpr std::string_view kDocs = "/docs/";  // where Docusaurus has them
  if (docs.tool == "Docusaurus" && to.starts_with(kDocs)) to.remove_prefix(kDocs.size() - 1);
  if (!to.starts_with('/')) return page_at("/" + std::string(to), docs, table);
  std::string path = join_path("", kb::percent_decode_leniently(to.substr(1)));
  if (path.ends_with(".html")) path.resize(path.size() - 5);
  const std::string url = kb::encode_path("/" + path);
  if (const Page* page = table.by_url(url)) return page;
  const std::string id = id_from_path(path + "/index.md").category;
  for (const std::string& lang : table.languages().codes) {
    if (const Page* page = table.by_id(lang, id)) return page;
    if (const Page* page = table.by_url("/" + lang + url)) return page;
  }
  return nullptr;
}

// By its address below a site of Microsoft Learn, "/product/area/a": what comes before the folders that are
// here is unknown. The last part alone must lie in the folder of `from`.
const Page* page_below_prefix(std::string_view to, std::string_view from, const DocsFolder& docs,
                              const PageTable& table) {
  if (const Page* page = page_at(to, docs, table)) return page;
  std::string_view rest = to;
  while (rest.find('/', 1) != std::string_view::npos) {
    rest.remove_prefix(rest.find('/', 1));
    const bool is_last = rest.find('/', 1) == std::string_view::npos;
    const std::string path =
        is_last ? std::string(kb::parent_of(from)) + std::string(rest) : std::string(rest);
    if (const Page* page = page_at(path, docs, table)) return page;
  }
  return nullptr;
}

constexpr std::string_view kOpenPublishing = ".openpublishing.redirection.json";

}  // namespace

std::vector<OldAddress> read_redirects_file(std::string_view text) {
  std::vector<OldAddress> found;
  std::istringstream lines{std::string(text)};
  int number = 0;
  for (std::string line; std::getline(lines, line) && found.size() < kMost;) {
    ++number;
    std::istringstream words(line);
    std::string from;
    std::string to;
    words >> from;
    // Parameters stand between the two: `/store id=:id /item`.
    std::string query;
    while (words >> to && to.find('=') != std::string::npos && to.front() != '/')
      query += (query.empty() ? "?" : "&") + to;
    std::string status;
    words >> status;
    const bool is_redirect = status.empty() || status.front() == '3';
    const bool is_one = !from.starts_with('#') && !to.empty();
    const bool is_path = from.starts_with('/') && to.starts_with('/');
    const bool is_followed = is_path && is_plain(from) && is_plain(to) && is_plain(query + "?");
    if (is_redirect && is_one) found.push_back({from + query, to, number, is_followed});
  }
  return found;
}

std::vector<OldAddress> read_tool_redirects(std::string_view name, std::string text) {
  ToolRedirects redirects;
  if (name.starts_with("docusaurus.")) {
    const auto list = plugin_list(text);
    if (list) redirects.add_list(&*list, "from", "to");
    return redirects.take();
  }
  const auto settings = parse_tool_file(name, std::move(text));
  if (!settings) return {};
  if (const YamlNode* found = settings->find("redirects")) {
    redirects.add_map(found);
    redirects.add_list(found, "source", "destination");
  }
  if (const YamlNode* found = settings->find("redirections")) {
    for (const std::string_view from : {"source_path", "source_path_from_root"})
      redirects.add_list(found, from, "redirect_url");
  }
  if (const YamlNode* plugins = settings->find("plugins")) {
    for (const YamlNode& plugin : plugins->items) {
      const YamlNode* own = plugin.find("redirects");
      if (own != nullptr) redirects.add_map(own->find("redirect_maps"));
    }
  }
  return redirects.take();
}

namespace {

void report_not_followed(const std::vector<OldAddress>& list, const RuleSet& rules, const std::string& path,
                         std::vector<Finding>& findings) {
  const auto is_meant = [](const OldAddress& old) { return !old.is_followed; };
  const auto first = std::find_if(list.begin(), list.end(), is_meant);
  if (first == list.end()) return;
  report(
      findings, rules, path, "redirect-elsewhere", {first->line, 1},
      fmt::format("{} not followed, the first of them from {} to {}: only old addresses of articles redirect "
                  "here; set others up in the server before Firstline",
                  std::count_if(first, list.end(), is_meant), first->from, first->to));
}

// A page that only sends to another one: DocFX' `redirect_url`, Jekyll's `redirect_to`. It is no article, its
// address leads on.
void follow_stubs(const DocsFolder& docs, const RuleSet& rules, const PageTable& table,
                  std::vector<Page>& pages, std::vector<Finding>& findings) {
  for (const Page& page : pages) {
    if (!page.meta.draft || page.published() || page.file.text.find("redirect_") == std::string::npos)
      continue;
    const YamlTexts texts = front_matter_texts(page.file.text);
    for (const std::string_view key : {"redirect_url", "redirect_to"}) {
      const auto found = texts.find(std::string(key));
      if (found == texts.end() || found->second.empty()) continue;
      const std::string& to = found->second;
      const std::string_view folder = kb::parent_of(page.file.path);
      const std::string path = to.starts_with('/') ? to : "/" + join_path(kb::parent_of(page.id.id), to);
      const Page* target = is_plain(to) ? page_below_prefix(path, page.id.id, docs, table) : nullptr;
      if (target == nullptr && is_plain(to)) target = table.by_path(join_path(folder, to));
      if (target == nullptr || !target->published() || target == &page) {
        report(findings, rules, page.file.path, "redirect-elsewhere", {},
               fmt::format("'{}: {}' leads to no article here; the page is not published", key, to));
      } else {
        pages[static_cast<std::size_t>(target - pages.data())].meta.aliases.push_back({page.url, {}, true});
      }
    }
  }
}

}  // namespace

void add_redirects_files(const ContentRoot& root, const DocsFolder& docs, const RuleSet& rules,
                         const PageTable& table, std::vector<Page>& pages, std::vector<Finding>& findings) {
  for (const std::string_view name :
       {std::string_view("_redirects"), std::string_view("static/_redirects"),
        std::string_view("public/_redirects"), std::string_view("docs.json"), std::string_view("mint.json"),
        std::string_view(".gitbook.yaml"), std::string_view("mkdocs.yml"),
        std::string_view("docusaurus.config.js"), std::string_view("docusaurus.config.ts"),
        kOpenPublishing}) {
    const std::string path = kb::child_of(docs.site, name);
    std::string text = tool_file_text(root, path);
    auto list =
        name.ends_with("_redirects") ? read_redirects_file(text) : read_tool_redirects(name, std::move(text));
    const auto find = [&](const OldAddress& old) {
      return name == kOpenPublishing ? page_below_prefix(old.to, old.from, docs, table)
                                     : page_at(old.to, docs, table);
    };
    if (name == kOpenPublishing) {  // most of them lead to other sites of the same server
      for (OldAddress& old : list) old.is_followed = old.is_followed && find(old) != nullptr;
    }
    report_not_followed(list, rules, path, findings);
    for (const OldAddress& old : list) {
      if (!old.is_followed) continue;
      const Page* target = find(old);
      if (target == nullptr) {
        report(findings, rules, path, "missing-link-from-root", {old.line, 1},
               fmt::format("there is no article for {}, so {} leads nowhere", old.to, old.from));
      } else {
        pages[static_cast<std::size_t>(target - pages.data())].meta.aliases.push_back(
            {old.from, {old.line, 1}, true});
      }
    }
  }
  follow_stubs(docs, rules, table, pages, findings);
}

}  // namespace indexer
