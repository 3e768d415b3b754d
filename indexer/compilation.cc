#include "indexer/compilation.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>

#include "indexer/article/article_compiler.h"
#include "indexer/article/article_context.h"
#include "indexer/article/kept_back.h"
#include "indexer/article/page_reader.h"
#include "indexer/article/permalinks.h"
#include "indexer/article/products.h"
#include "indexer/check/redirects.h"
#include "indexer/check/redirects_file.h"
#include "indexer/check/site_check.h"
#include "indexer/config/site_config.h"
#include "indexer/config/tool_hidden.h"
#include "indexer/findings/finding_list.h"
#include "indexer/memory/accepted_questions.h"
#include "indexer/navigation/directory_data.h"
#include "indexer/navigation/docs_parts.h"
#include "indexer/navigation/hidden_in_folder.h"
#include "indexer/navigation/navigation.h"
#include "indexer/navigation/order_numbers.h"
#include "indexer/navigation/placement.h"
#include "indexer/navigation/unnamed_pages.h"
#include "indexer/navigation/vault.h"
#include "indexer/source/git_dates.h"
#include "indexer/source/no_article.h"
#include "indexer/source/parallel.h"
#include "indexer/source/source_tree.h"
#include "indexer/source/tool_paths.h"
#include "indexer/source/unread_formats.h"
#include "indexer/theme/theme_files.h"
#include "kb/store/free_memory.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

using std::chrono::sys_days;

std::optional<sys_days> next_change(const std::vector<Page>& pages, sys_days today) {
  std::optional<sys_days> next;
  for (const Page& page : pages) {
    if (page.meta.draft || page.meta.unclear || page.meta.retired) continue;
    for (const auto& date : {page.meta.publish_date, page.meta.expiry_date}) {
      if (date && *date > today && (!next || *date < *next)) next = date;
    }
  }
  return next;
}

std::vector<const Page*> pages_that_are(bool (Page::*kind)() const, const std::vector<Page>& pages) {
  std::vector<const Page*> chosen;
  for (const Page& page : pages) {
    if ((page.*kind)()) chosen.push_back(&page);
  }
  return chosen;
}

std::vector<std::string> undated_files(const std::vector<const Page*>& pages) {
  std::vector<std::string> files;
  for (const Page* page : pages) {
    if (!page->meta.updated) files.push_back(page->file.path);
  }
  return files;
}

std::optional<sys_days> commit_date(const GitHistory& history, const Page& page) {
  const auto found = history.dates.find(page.file.path);
  return found == history.dates.end() ? std::nullopt : std::optional(found->second);
}

constexpr std::size_t kReturnMemoryEvery = 1000;  // pages

// Frees the texts of pages on its way: all of them beside all articles are more than a large build needs.
std::vector<CompiledArticle> compile_pages(std::vector<Page>& all, LinkScope& targets, const RuleSet& rules,
                                           const GitHistory& history, const CompileOptions& options) {
  std::vector<Page*> pages;
  for (Page& page : all) {
    if (page.published()) pages.push_back(&page);
  }
  std::vector<CompiledArticle> compiled(pages.size());
  std::mutex mutex;  // guards done and the progress callback
  std::size_t done = 0;
  parallel_for(pages.size(), options.jobs, [&](std::size_t i) {
    compiled[i] = compile_article(*pages[i], targets, rules, commit_date(history, *pages[i]));
    // Without a title of its own others look for it in the text.
    if (!pages[i]->meta.title.empty()) pages[i]->file.text = std::string();
    const std::lock_guard lock(mutex);
    if (++done % kReturnMemoryEvery == 0) kb::return_free_memory();
    if (options.progress) options.progress("Compiling", done, pages.size());
  });
  return compiled;
}

FileNames file_names(const std::vector<Page>& pages, std::vector<std::string> others) {
  for (const Page& page : pages) others.push_back(page.file.path);
  return FileNames(others);
}

void report_dates(const std::vector<const Page*>& pages, const GitHistory& history, const RuleSet& rules,
                  Compilation& out) {
  const std::size_t undated = undated_files(pages).size();
  if (undated == 0 || history.problem.empty()) return;
  report(out.findings, rules, ".", "git-dates", {},
         fmt::format("{} of {} articles have no date, since {}", undated, pages.size(), history.problem));
}

// The order of pages is known before they are compiled; their titles, which name categories, after that.
Placement place(const CompileOptions& options, const SiteConfig& config, SourceTree& tree,
                std::string_view tool, std::vector<Page>& pages, Compilation& out) {
  Navigation navigation = read_navigation(options.content, std::move(tree.navigation), pages, config.rules);
  append(out.findings, std::move(navigation.findings));
  if (has_order_numbers(tool)) add_order_numbers(pages, navigation);
  Placement placement(navigation, pages, out.site.languages);
  placement.place_pages(pages);
  return placement;
}

Compilation begin(const SiteConfig& config, const SourceTree& tree, const CompileOptions& options) {
  Compilation out;
  out.site = config.site;
  const bool has_copies = config.resize_images && !options.index.empty();
  out.assets = std::make_unique<AssetStore>(
      options.content, config.ignore, has_copies ? std::make_unique<ImageCopier>(options.index) : nullptr);
  if (config.resize_images && !std::filesystem::exists(kImageProgram)) {
    report(out.findings, config.rules, "site.yaml", "image-not-resized", {},
           "images are served as they are, since vipsthumbnail is missing: install libvips-tools");
  }
  append(out.findings, config.findings);
  append(out.findings, tree.findings);
  return out;
}

void finish(std::vector<CompiledArticle> compiled, const SiteConfig& config, Compilation& out) {
  for (CompiledArticle& one : compiled) {
    append(out.findings, std::move(one.findings));
    if (!one.refused) out.articles.push_back(std::move(one.article));
  }
  if (out.articles_by_language().empty()) {
    report(out.findings, config.rules, ".", "no-articles", {},
           "there is no article to publish in this folder");
  }
  sort(out.findings);
}

void report_without_page(const ToolHidden& hidden, const DocsFolder& docs, const RuleSet& rules,
                         SourceTree& tree) {
  const auto is_meant = [&](const SourceFile& file) { return hidden.is_without_page(file.path); };
  const auto first = std::find_if(tree.articles.begin(), tree.articles.end(), is_meant);
  if (first == tree.articles.end()) return;
  report(
      tree.findings, rules, kb::child_of(docs.site, "_config.yml"), "kept-off-site", {},
      fmt::format("of collections without `output: true` Jekyll builds no pages: {} not published, the first "
                  "of them is {}",
                  std::count_if(first, tree.articles.end(), is_meant), first->path));
}

// Takes out what the tool that builds the site does not publish, and marks its drafts.
void leave_out(const ContentRoot& root, const DocsFolder& docs, const RuleSet& rules, SourceTree& tree) {
  tree.left_out += drop_outside(docs, tree.articles);
  if (docs.tool == "Docusaurus" || docs.tool == "Starlight") {  // which publish nothing of `_folders`
    tree.left_out += std::erase_if(
        tree.articles, [](const SourceFile& file) { return file.path.find("/_") != std::string::npos; });
  } else {
    tree.left_out += drop_old_versions(tree.articles);
  }
  if (docs.tool == "Hugo" || docs.tool == "Zola") tree.left_out += drop_bundle_resources(tree.articles);
  const ToolHidden hidden(root, docs);
  report_without_page(hidden, docs, rules, tree);
  tree.left_out +=
      std::erase_if(tree.articles, [&](const SourceFile& file) { return hidden.is_left_out(file.path); });
  for (SourceFile& file : tree.articles) file.draft = hidden.is_draft(file.path);
  tree.left_out += keep_back_notes(root, docs, tree.articles);
  mark_by_directory_data(root, tree);
  append(tree.findings, mark_unnamed(root, docs, rules, tree));
  append(tree.findings, mark_hidden(root, docs, rules, tree));
  append(tree.findings, report_unread_formats(docs, rules, tree.other_files));
}

}  // namespace

std::map<std::string, int> Compilation::articles_by_language() const {
  std::map<std::string, int> counts;
  for (const kb::Article& article : articles) {
    if (!article.unlisted) ++counts[article.lang];
  }
  return counts;
}

Compilation compile_site(const CompileOptions& options) {
  const SiteConfig config = read_site_config(options.content);
  SourceTree tree = read_source_tree(options.content, config.ignore, config.rules);
  const ContentRoot root(options.content);
  DocsFolder docs = config.docs.empty() ? find_docs_folder(root, tree) : named_docs_folder(config.docs);
  if (!config.versions.empty()) docs.versions = config.versions;
  add_docs_parts(root, docs);
  leave_out(root, docs, config.rules, tree);
  Compilation out = begin(config, tree, options);
  Languages languages = find_languages(config.languages, tree.articles, docs);
  out.languages = config.languages.empty() ? describe(languages) : "";
  out.docs = describe(docs);

  PageList list =
      read_pages(std::move(tree.articles), languages, config.rules, options.today, options.drafts, docs.tool);
  append(out.findings, std::move(list.findings));
  add_pattern_addresses(root, docs, list.pages);
  if (docs.tool == "Docusaurus") add_docs_addresses(list.pages, languages.codes.front());
  const SiteData data(options.content, config.ignore);
  for (Page& page : list.pages) fill_front_matter(page, data);
  for (const Page& page : list.pages) languages.add(page.lang);
  out.site.languages = languages.codes;
  out.learned = read_learned(options.content);
  append(out.findings, std::move(out.learned.findings));
  append(out.findings,
         add_accepted_questions(out.learned, config.rules, languages.codes.front(), list.pages));
  append(out.findings, name_products(list.pages, config.rules, out.site));
  const Placement placement = place(options, config, tree, docs.tool, list.pages, out);
  const PageTable table(list.pages, languages);
  const std::vector<const Page*> published = pages_that_are(&Page::published, list.pages);
  const GitHistory history = read_git_history(options.content, undated_files(published));
  out.revision = history.revision;
  out.kept_back = kept_back_text(list.pages, tree.left_out);
  report_dates(published, history, config.rules, out);
  add_theme_files(config, root, *out.assets, out.site.theme, out.findings);

  const FileNames names = file_names(list.pages, std::move(tree.other_files));
  const IncludeFiles includes(options.content, config.ignore, options.today, options.drafts);
  LinkScope targets{table,
                    *out.assets,
                    names,
                    kb::base_path(config.site),
                    find_site_prefixes(published, table),
                    config.external_paths,
                    &includes,
                    &data,
                    config.site.image_hosts,
                    docs.tool == "Sphinx"};
  std::vector<CompiledArticle> compiled = compile_pages(list.pages, targets, config.rules, history, options);
  Expectations expectations = read_expectations(options.content);
  append(out.findings, std::move(expectations.findings));
  append(out.findings, check_site({config, list.pages, table, compiled, expectations.list, options.today}));
  out.checks =
      search_checks(config.rules, std::move(expectations.list), pages_that_are(&Page::listed, list.pages));
  add_redirects_files(root, docs, config.rules, table, list.pages, out.findings);
  Redirects redirects = collect_redirects(list.pages, table, targets.base_path, config.rules);
  append(out.findings, std::move(redirects.findings));
  out.redirects = std::move(redirects.list);
  if (options.drafts == Drafts::hide) out.next_change = next_change(list.pages, options.today);
  finish(std::move(compiled), config, out);
  placement.name_categories(out.articles, out.site);
  return out;
}

}  // namespace indexer
