#include "indexer/markdown/markdown.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/dialects/dialects.h"
#include "indexer/inline/inline_dialects.h"
#include "indexer/inline/inline_marks.h"
#include "indexer/markdown/dialect.h"
#include "indexer/markdown/directive_marks.h"
#include "indexer/markdown/link_places.h"
#include "indexer/markdown/links.h"
#include "indexer/markdown/markdown_html.h"
#include "indexer/markdown/markdown_limits.h"
#include "indexer/markdown/markdown_source.h"
#include "indexer/markdown/markdown_tree.h"
#include "indexer/markdown/page_shape.h"
#include "indexer/markdown/players.h"
#include "indexer/markdown/sanitizer.h"
#include "indexer/markdown/section_split.h"
#include "indexer/markdown/step_lists.h"
#include "indexer/markdown/tabs.h"
#include "kb/text/ascii.h"
#include "kb/text/emoji.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxPageBytes = 4U << 20U;
constexpr const char* kTooLarge = "the page is larger than 4 MiB";

bool is_comment(const MarkdownNode& node) {
  return node.type == NodeType::html_block && node.text.find_first_not_of(" \t") == node.text.find("<!--");
}

// Takes the heading out of the tree that is the article's title, if there is one.
std::optional<MarkdownNode> take_title(MarkdownNode& document, const std::string& title) {
  auto& blocks = document.children;
  auto first = blocks.begin();
  while (first != blocks.end() && is_comment(*first)) ++first;
  if (first == blocks.end() || first->type != NodeType::heading || first->number != 1) return std::nullopt;
  const std::string heading_text = kb::with_emoji(kb::on_one_line(plain_text(*first)));
  if (!title.empty() && kb::on_one_line(title) != heading_text) return std::nullopt;
  MarkdownNode heading = std::move(*first);
  blocks.erase(first);
  return heading;
}

void check_comments(const MarkdownNode& node, const SourceText& source, FileFindings& findings) {
  const std::size_t open = node.type == NodeType::html_block ? node.text.rfind("<!--") : std::string::npos;
  if (open != std::string::npos && node.text.find("-->", open) == std::string::npos) {
    const std::string_view before = std::string_view(node.text).substr(0, open);
    const auto lines = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    findings.report(
        "unclosed-comment", source.position(node.line + lines, 1),
        "the comment is not closed by --> before its block ends, so the rest of the page is hidden");
  }
  for (const MarkdownNode& child : node.children) check_comments(child, source, findings);
}

// The HTML may grow on its way: formatting that is left open is opened again in each block.
std::size_t page_size(const std::vector<kb::Section>& sections) {
  std::size_t size = 0;
  for (const kb::Section& section : sections) size += section.heading_html.size() + section.html.size();
  return size;
}

// Of HTML only the tags that give a text its form go: a title may speak of `<head>`.
std::string title_text(const MarkdownNode& node) {
  constexpr std::array<std::string_view, 12> kForms{"b",    "br",   "code",   "em",  "i",   "kbd",
                                                    "mark", "span", "strong", "sub", "sup", "u"};
  if (node.type == NodeType::html_inline) {
    const std::size_t begin = node.text.starts_with("</") ? 2 : 1;
    const std::string name = kb::to_lower(
        std::string_view(node.text).substr(begin, node.text.find_first_of(" />", begin) - begin));
    return std::find(kForms.begin(), kForms.end(), name) == kForms.end() ? node.text : "";
  }
  if (node.children.empty()) return plain_text(node);
  std::string text;
  for (const MarkdownNode& child : node.children) text += title_text(child);
  return text;
}

CompiledMarkdown nothing() {
  CompiledMarkdown compiled;
  compiled.sections.resize(1);
  compiled.refused = true;
  return compiled;
}

class Compiler {
 public:
  Compiler(const SourceText& source, const MarkdownOptions& options, const LinkResolver& resolve,
           FileFindings& findings)
      : source_(&source), options_(&options), links_(resolve, findings), findings_(&findings) {}

  CompiledMarkdown run() {
    if (!check_markdown_limits(*source_, *findings_)) return nothing();
    std::optional<MarkdownNode> document = read_tree();
    if (!document) return nothing();
    const std::optional<MarkdownNode> title = take_title(*document, options_->title);
    locate_links(*document, *source_);
    std::optional<CompiledMarkdown> compiled = make_sections(*document, title);
    if (!compiled) return nothing();
    compiled->markdown = edit(*document, title);
    sanitizing_.unknown.report(*findings_);
    sanitizing_.not_allowed.report(*findings_);
    sanitizing_.no_captions.report(*findings_);
    duplicates_.report(*findings_);
    return std::move(*compiled);
  }

 private:
  std::optional<MarkdownNode> read_tree() {
    const MarkedText marked = mark_directives(*source_);
    std::optional<MarkdownNode> document = parse_markdown(marked.text, *source_, *findings_);
    if (!document) return std::nullopt;
    place_directives(*document, marked, *source_, sanitizing_.unknown);
    apply_dialect(*document, *source_, sanitizing_.unknown);
    check_tabs(*document, *source_, sanitizing_.unknown);
    check_comments(*document, *source_, *findings_);
    return document;
  }

  std::optional<CompiledMarkdown> make_sections(const MarkdownNode& document,
                                                const std::optional<MarkdownNode>& title) {
    const UnsafeHtml unsafe = render_html(document, *source_, options_->alert_titles);
    if (unsafe.html.size() > kMaxPageBytes) return refuse(kTooLarge);
    HtmlNode body = sanitize(unsafe, links_, sanitizing_);
    if (!sanitizing_.limit.empty()) return refuse(sanitizing_.limit);
    settle_players(body);
    CompiledMarkdown compiled;
    HeadingIds ids;
    // A link to the title's heading leads to the top of the page.
    if (title) compiled.anchors.push_back(title->info.empty() ? ids.make(plain_text(*title)) : title->info);
    for (const std::vector<std::string>& on_page : {assign_ids(body, ids, duplicates_), name_tabs(body, ids)})
      compiled.anchors.insert(compiled.anchors.end(), on_page.begin(), on_page.end());
    draw_emoji(body);  // behind the ids, which GitHub makes of the names
    lower_headings(body);
    unwrap_paragraphs(body);
    wrap_tables(body, word(options_->alert_titles, "table"));
    shape_images(body);
    letter_lists(body);
    compiled.effort = effort_of(body);
    compiled.sections = split_sections(body);
    if (page_size(compiled.sections) > kMaxPageBytes) return refuse(kTooLarge);
    compiled.first_heading =
        title ? kb::with_emoji(kb::on_one_line(plain_text(*title))) : first_heading(compiled.sections);
    return compiled;
  }

  std::nullopt_t refuse(const std::string& what) {
    findings_->report("markdown-limit", {options_->first_line, 1}, what);
    return std::nullopt;
  }

  static std::string first_heading(const std::vector<kb::Section>& sections) {
    return sections.size() > 1 ? sections[1].heading : "";
  }

  std::string edit(const MarkdownNode& document, const std::optional<MarkdownNode>& title) const {
    MarkdownEdits edits;
    edits.urls = links_.markdown_urls();
    if (title) {
      edits.title_line = title->line;
      edits.title_end_line = title->end_line;
    }
    return edit_markdown(*source_, document, edits);
  }

  const SourceText* source_;
  const MarkdownOptions* options_;
  Links links_;
  FileFindings* findings_;
  SanitizerFindings sanitizing_;
  RuleFindings duplicates_{"duplicate-anchor"};
};

}  // namespace

std::string plain_title(std::string_view title) {
  constexpr std::string_view kMarks = "*`\\&[<:~^=+";
  constexpr std::string_view kUnderscore = "\uE000";
  if (title.find_first_of(kMarks) == std::string_view::npos) return std::string(title);
  Lines lines = split_lines(kb::on_one_line(title), 1);
  read_inline_marks(lines);
  std::string text = "# ";
  for (const char c : lines.empty() ? std::string() : lines.front().text) {
    if (c == '_')
      text += kUnderscore;  // `__init__` and file_names keep theirs
    else if (c == '#')
      text += "\\#";
    else
      text += c;
  }
  const RuleSet rules(false);
  FileFindings ignored(rules, "");
  const auto document = parse_markdown(text, SourceText(text), ignored);
  if (!document || document->children.size() != 1) return std::string(title);
  std::string plain = title_text(document->children.front());
  for (std::size_t at = plain.find(kUnderscore); at != std::string::npos; at = plain.find(kUnderscore, at))
    plain.replace(at, kUnderscore.size(), "_");
  return kb::with_emoji(plain);
}

CompiledMarkdown compile_markdown(std::string_view text, const MarkdownOptions& options,
                                  const LinkResolver& resolve, FileFindings& findings) {
  DialectFindings dialect;
  Lines lines = options.before;
  std::ranges::move(split_lines(text, options.first_line), std::back_inserter(lines));
  lines = read_films(std::move(lines));
  lines = read_dialects(std::move(lines), options.context, dialect);
  const SourceText source(read_inline_dialects(std::move(lines), options.context, dialect.unknown));
  dialect.unknown.report(findings);
  dialect.undefined.report(findings);
  dialect.missing.report(findings);
  return Compiler(source, options, resolve, findings).run();
}

}  // namespace indexer
