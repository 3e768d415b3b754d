#include "indexer/article/page_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "indexer/article/permalinks.h"
#include "indexer/source/glob.h"
#include "indexer/source/no_article.h"
#include "indexer/source/tool_paths.h"
#include "kb/model/date.h"
#include "kb/model/own_addresses.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

std::string file_stem(std::string_view path) {
  const std::string name = fold_case(path.substr(path.rfind('/') + 1));
  return name.substr(0, name.rfind('.'));
}

// Of two files with one id the listed one stands, then the published one, then index.md before _index.md
// before README.md.
int precedence(const Page& page) {
  const std::string stem = file_stem(page.file.path);
  const int name = stem == "index" ? 0 : stem == "_index" ? 1 : 2;
  const int visibility = page.listed() ? 0 : page.published() ? 10 : 20;
  return visibility + (page.id.is_folder ? name : 0);
}

void add_findings(PageList& list, FileFindings& findings) {
  for (Finding& finding : findings.take()) list.findings.push_back(std::move(finding));
}

// A README.md at the top of the content folder tells about the folder; it is no page when languages have
// folders.
bool is_folder_readme(std::string_view path) { return fold_case(path) == "readme.md"; }

class Reader {
 public:
  Reader(const std::vector<SourceFile>& files, const Languages& languages, const RuleSet& rules,
         std::string_view tool)
      : languages_(languages), rules_(rules), ids_(tool) {
    for (const SourceFile& file : files) {
      if (const auto place = local_path(languages, file.path)) ids_.add(place->lang, place->path);
    }
  }

  void read(SourceFile file, PageList& list) {
    FileFindings findings(rules_, file.path);
    const auto place = local_path(languages_, file.path);
    if (!place) {
      if (!is_folder_readme(file.path))
        findings.report("no-language", {}, "the file is in no language folder; it is left out");
      return add_findings(list, findings);
    }
    Page page;
    page.meta = read_front_matter(file.text, findings);
    page.meta.draft =
        page.meta.draft || file.unbuilt || is_in_drafts(file.path) || (file.draft && !page.meta.says_public);
    page.meta.unlisted = page.meta.unlisted || file.unlisted;
    page.file = std::move(file);
    page.lang = language_of(page.meta, *place);
    page.id = ids_.id_of(place->lang, place->path);
    if (ArticleId plain = ids_.plain_id(place->path); plain.id != page.id.id)
      page.meta.aliases.push_back({std::move(plain.id), {}, true});
    if (page.id.is_folder && !page.meta.slug.empty()) {
      findings.report("front-matter-value", page.meta.slug_at,
                      "a folder's page has the folder's URL; it cannot have a slug");
    }
    page.url = article_url(page.lang, page.id, page.meta.slug);
    const std::string_view below_language = std::string_view(page.url).substr(page.lang.size() + 2);
    if (kb::is_own_below_language(below_language)) {
      findings.report("reserved-id", {},
                      fmt::format("{} is a page of Firstline's own; rename the file", page.url));
    } else {
      list.pages.push_back(std::move(page));
    }
    add_findings(list, findings);
  }

 private:
  // A file in no folder of a language may name one itself.
  std::string language_of(const FrontMatter& meta, const LocalPath& place) const {
    if (meta.lang.empty() || place.lang != languages_.rest_lang) return place.lang;
    const auto& codes = languages_.codes;
    const bool is_listed = std::find(codes.begin(), codes.end(), meta.lang) != codes.end();
    return is_listed || !languages_.named ? meta.lang : place.lang;
  }

  const Languages& languages_;
  const RuleSet& rules_;
  ToolIds ids_;
};

// Keeps the first page of each key; the others are reported by `report`.
template <typename Key, typename Report>
void keep_first(std::vector<Page>& pages, Key key, Report report) {
  std::map<std::string, std::string> seen;  // key -> path
  std::vector<Page> kept;
  for (Page& page : pages) {
    const auto [first, added] = seen.emplace(key(page), page.file.path);
    if (added) {
      kept.push_back(std::move(page));
    } else {
      report(page, first->second);
    }
  }
  pages = std::move(kept);
}

void drop_duplicates(PageList& list, const RuleSet& rules) {
  std::sort(list.pages.begin(), list.pages.end(), [](const Page& a, const Page& b) {
    return std::tuple(precedence(a), a.file.path) < std::tuple(precedence(b), b.file.path);
  });
  keep_first(
      list.pages, [](const Page& page) { return page.lang + "/" + page.id.id; },
      [&](const Page& page, const std::string& first) {
        FileFindings findings(rules, page.file.path);
        findings.report("duplicate-id", {},
                        fmt::format("{} has the same id '{}'; rename one of them", first, page.id.id));
        add_findings(list, findings);
      });
  keep_first(
      list.pages, [](const Page& page) { return page.url; },
      [&](const Page& page, const std::string& first) {
        FileFindings findings(rules, page.file.path);
        findings.report(
            "duplicate-url", page.meta.slug_at,
            fmt::format("{} has the same URL {}; give one of them another slug", first, page.url));
        add_findings(list, findings);
      });
  std::sort(list.pages.begin(), list.pages.end(),
            [](const Page& a, const Page& b) { return a.file.path < b.file.path; });
}

// Where a folder's page says something for all below it.
using Cascades = std::map<std::string, std::vector<Cascade>, std::less<>>;  // by folder

// Zola: what lies in a section that is a draft is hidden, too; not in one without a page of its own.
bool is_draft_section(const Page& page) {
  if (!page.meta.draft || !file_stem(page.file.path).starts_with("_index")) return false;
  const YamlTexts texts = front_matter_texts(page.file.text);
  const auto draft = texts.find("draft");
  return draft != texts.end() && draft->second != "false";
}

Cascades cascades_of(const std::vector<Page>& pages, std::string_view tool) {
  Cascades cascades;
  for (const Page& page : pages) {
    std::vector<Cascade> own = page.meta.cascades;
    if (tool == "Zola" && is_draft_section(page)) own.push_back({"", "", true, false, false});
    if (!own.empty()) cascades.emplace(kb::parent_of(page.file.path), std::move(own));
  }
  return cascades;
}

// What is not public yet, although nothing of its own says so.
class KeeperBack {
 public:
  KeeperBack(std::vector<Page>& pages, std::string_view tool, std::chrono::sys_days today, Drafts drafts)
      : pages_(&pages), cascades_(cascades_of(pages, tool)), tool_(tool), today_(today), drafts_(drafts) {}

  void run() {
    for (Page& page : *pages_) {
      if (!cascades_.empty()) inherit(page);
      if (is_tagged_draft(page)) page.meta.draft = true;
      if (tool_ == "Hugo" || is_post(page.file.path)) wait_for_date(page);
      page.visibility = visibility_of(page.meta, today_, drafts_);
    }
  }

 private:
  void inherit(Page& page) const {
    for (std::string_view folder = kb::parent_of(page.file.path);; folder = kb::parent_of(folder)) {
      if (const auto found = cascades_.find(folder); found != cascades_.end()) {
        for (const Cascade& one : found->second) {
          if (!is_meant(one, page)) continue;
          page.meta.draft = page.meta.draft || one.draft;
          page.meta.unlisted = page.meta.unlisted || one.unlisted;
          page.meta.unclear = page.meta.unclear || one.unclear;
        }
      }
      if (folder.empty()) return;
    }
  }

  // Obsidian's writers have no key for it.
  static bool is_tagged_draft(const Page& page) {
    return std::any_of(page.meta.tags.begin(), page.meta.tags.end(), [](const std::string& tag) {
      const std::string lower = kb::to_lower(tag);
      return lower == "draft" || lower == "wip" || lower == "#draft";
    });
  }

  static bool is_meant(const Cascade& cascade, const Page& page) {
    const bool is_lang = cascade.lang.empty() || cascade.lang == page.lang;
    return is_lang && (cascade.glob.empty() || matches_glob(cascade.glob, page.id.id));
  }

  // Hugo publishes no page and Jekyll no post before its date, which may stand in the file's name only.
  static void wait_for_date(Page& page) {
    constexpr std::size_t kDateSize = 10;
    const std::string_view name = std::string_view(page.file.path).substr(page.file.path.rfind('/') + 1);
    const auto date = page.meta.updated ? page.meta.updated : kb::parse_date(name.substr(0, kDateSize));
    if (date) page.meta.publish_date = std::max(*date, page.meta.publish_date.value_or(*date));
  }

  std::vector<Page>* pages_;
  Cascades cascades_;
  std::string_view tool_;
  std::chrono::sys_days today_;
  Drafts drafts_;
};

}  // namespace

PageList read_pages(std::vector<SourceFile> files, const Languages& languages, const RuleSet& rules,
                    std::chrono::sys_days today, Drafts drafts, std::string_view tool) {
  PageList list;
  Reader reader(files, languages, rules, tool);
  for (SourceFile& file : files) reader.read(std::move(file), list);
  KeeperBack(list.pages, tool, today, drafts).run();
  use_permalinks(list.pages, tool);
  drop_duplicates(list, rules);
  return list;
}

}  // namespace indexer
