#include "indexer/article/article_context.h"

#include <memory>

#include "indexer/dialects/notes.h"
#include "indexer/myst/myst_notes.h"
#include "indexer/templates/variables.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

// What the front matter says; read when the first text asks for it.
class PageValues {
 public:
  explicit PageValues(const Page& page) : page_(&page) {}

  std::optional<std::string> find(std::string_view key) {
    if (key == "title") return written_title(*page_);
    if (!texts_) texts_ = front_matter_texts(page_->file.text);
    const auto found = texts_->find(kb::to_lower(key));
    return found == texts_->end() ? std::nullopt : std::optional(found->second);
  }

 private:
  const Page* page_;
  std::optional<YamlTexts> texts_;
};

}  // namespace

std::string written_title(const Page& page) {
  constexpr std::size_t kFarthest = 16'384;  // a title stands at the beginning
  if (!page.meta.title.empty()) return page.meta.title;
  Lines lines =
      split_lines(std::string_view(page.file.text).substr(page.meta.body_offset).substr(0, kFarthest), 1);
  RuleFindings ignored("unknown-syntax");
  DialectContext any;
  any.is_sphinx = true;
  remove_myst_notes(lines, any);
  remove_notes(lines, ignored);
  mark_kinds(lines);
  for (const Line& line : lines) {
    if (line.kind == LineKind::text && line.text.starts_with("# "))
      return kb::on_one_line(std::string_view(line.text).substr(2));
  }
  return kb::title_from_path(page.file.path);
}

DialectContext article_context(const Page& page, const IncludeFiles* includes, const SiteData* data) {
  static constexpr std::string_view kPage = "page.";
  DialectContext context;
  context.path = page.file.path;
  if (includes != nullptr) context.read = [includes](std::string_view path) { return includes->read(path); };
  context.value = [&page, data, values = std::make_shared<PageValues>(page)](
                      std::string_view name) -> std::optional<std::string> {
    if (name.starts_with(kPage)) return values->find(name.substr(kPage.size()));
    return data != nullptr ? data->value(name, page.file.path) : std::nullopt;
  };
  return context;
}

void fill_front_matter(Page& page, const SiteData& data) {
  DialectContext context;
  context.value = [&](std::string_view name) { return data.value(name, page.file.path); };
  const auto fill = [&](std::string& text) {
    if (text.find('{') != std::string::npos) text = fill_variables(text, context);
  };
  fill(page.meta.title);
  fill(page.meta.description);
  for (std::string& question : page.meta.questions) fill(question);
  for (std::string& keyword : page.meta.keywords) fill(keyword);
}

}  // namespace indexer
