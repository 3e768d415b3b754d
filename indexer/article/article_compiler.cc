#include "indexer/article/article_compiler.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "indexer/article/alert_titles.h"
#include "indexer/article/article_context.h"
#include "indexer/article/target_finder.h"
#include "indexer/markdown/markdown.h"
#include "indexer/myst/myst_roles.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

// `{{ page.title }}`, which nothing here fills in.
bool is_only_tags(std::string_view heading) {
  bool is_tag = false;
  while (heading.starts_with("{{") || heading.starts_with("{%")) {
    const std::size_t end = std::min(heading.find("}}"), heading.find("%}"));
    if (end == std::string_view::npos) return false;
    const std::size_t next = heading.find_first_not_of(" }", end + 2);
    heading.remove_prefix(std::min(next, heading.size()));
    is_tag = true;
  }
  return is_tag && heading.empty();
}

std::string title_of(const Page& page, const CompiledMarkdown& body) {
  if (!page.meta.title.empty()) return plain_title(page.meta.title);
  if (!body.first_heading.empty() && !is_only_tags(body.first_heading)) return body.first_heading;
  return page.navigation_title.empty() ? kb::title_from_path(page.file.path) : page.navigation_title;
}

// Titles of the published articles that targets lead to; each is looked up once.
class Titles {
 public:
  Titles(const LinkScope& targets, const Page& page)
      : is_sphinx_(targets.is_sphinx), finder_(targets, page) {}

  std::optional<std::string> find(std::string_view target) {
    const std::string path = kb::percent_decode_leniently(target.substr(0, target.find_first_of("?#")));
    if (path.empty() || path.find(':') != std::string::npos) return std::nullopt;
    const auto [known, is_new] = known_.try_emplace(path);
    if (is_new) known->second = look_up(path);
    return known->second;
  }

 private:
  std::optional<std::string> look_up(const std::string& path) const {
    const FoundTarget found = path.starts_with('/') ? finder_.from_root(path.substr(1), Wanted::article)
                                                    : finder_.relative(path, Wanted::article);
    if (found.page == nullptr || !found.page->published()) return std::nullopt;
    Lines title = split_lines(written_title(*found.page), 1);
    RuleFindings ignored("unknown-syntax");
    DialectContext context;
    context.is_sphinx = is_sphinx_;
    read_myst_roles(title, context, ignored);
    return plain_title(title.empty() ? "" : kb::trim(title.front().text));
  }

  bool is_sphinx_;
  TargetFinder finder_;
  std::map<std::string, std::optional<std::string>> known_;
};

CompiledMarkdown compile_body(const Page& page, const LinkScope& targets, ArticleLinks& links,
                              FileFindings& findings) {
  MarkdownOptions options;
  options.context = article_context(page, targets.includes, targets.data);
  options.context.find = [&](std::string_view name) {
    return targets.names.find(name, kb::parent_of(page.file.path));
  };
  options.context.by_uid = [&](std::string_view uid) -> std::optional<NamedArticle> {
    const Page* found = targets.pages.by_uid(uid);
    return found == nullptr ? std::nullopt
                            : std::optional(NamedArticle{found->file.path, plain_title(found->meta.title)});
  };
  options.context.is_sphinx = targets.is_sphinx;
  Titles titles(targets, page);
  options.context.title = [&](std::string_view target) { return titles.find(target); };
  options.first_line = page.meta.body_line;
  options.before = page.meta.home;
  options.title = plain_title(page.meta.title);
  options.alert_titles = alert_titles(page.lang);
  const auto resolve = [&](LinkKind kind, std::string_view target, Position at) {
    return links.resolve(kind, target, at);
  };
  return compile_markdown(std::string_view(page.file.text).substr(page.meta.body_offset), options, resolve,
                          findings);
}

// Readers take in about 240 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). 20 seconds to do
// a step are our own guess.
void set_effort(kb::Article& article, const Effort& effort) {
  constexpr double kWordsAMinute = 240;
  constexpr double kStepsAMinute = 3;
  const double minutes =
      static_cast<double>(effort.words) / kWordsAMinute + static_cast<double>(effort.steps) / kStepsAMinute;
  if (effort.steps == 0) return;
  article.steps = static_cast<int>(effort.steps);
  article.minutes = std::max(1, static_cast<int>(std::lround(minutes)));
}

}  // namespace

CompiledArticle compile_article(const Page& page, LinkScope& targets, const RuleSet& rules,
                                std::optional<std::chrono::sys_days> committed) {
  FileFindings findings(rules, page.file.path);
  ArticleLinks links(targets, page, findings);
  CompiledMarkdown body = compile_body(page, targets, links, findings);
  CompiledArticle out;
  out.page = &page;
  out.refused = body.refused;
  kb::Article& article = out.article;
  article.id = page.id.id;
  article.lang = page.lang;
  article.url = page.url;
  article.title = title_of(page, body);
  article.description = plain_title(page.meta.description);
  article.questions = page.meta.questions;
  article.keywords = page.meta.keywords;
  article.tags = page.meta.tags;
  article.type = page.meta.type;
  article.products = page.meta.products;
  article.category = page.id.category;
  article.is_folder = page.id.is_folder;
  article.weight = page.weight;
  article.featured = page.meta.featured;
  article.unlisted = !page.listed();
  article.updated = page.meta.updated ? page.meta.updated : committed;
  article.corrections = page.meta.corrections;
  if (article.type == kb::ArticleType::howto) set_effort(article, body.effort);
  article.sections = std::move(body.sections);
  article.markdown = std::move(body.markdown);
  out.anchors = std::move(body.anchors);
  out.uses = links.take_anchor_uses();
  out.findings = findings.take();
  return out;
}

}  // namespace indexer
