#include "indexer/article/include_files.h"

#include "indexer/front_matter/front_matter.h"
#include "indexer/source/no_article.h"
#include "indexer/source/public_file.h"

namespace indexer {

std::optional<std::string> IncludeFiles::read(std::string_view path) const {
  auto file = read_public_file(root_, path, ignore_, kMaxIncludeBytes);
  if (!file || is_in_drafts(file->path)) return std::nullopt;
  if (!is_article(file->path)) return std::move(file->text);
  const RuleSet rules(false);
  FileFindings ignored(rules, file->path);
  const FrontMatter meta = read_front_matter(file->text, ignored);
  const bool is_partial = is_no_article(file->path) || is_in_include_folder(file->path);
  const Visibility visibility = visibility_of(meta, today_, drafts_);
  const bool is_public =
      visibility == Visibility::listed || (is_partial && visibility == Visibility::unlisted);
  if (!is_public) return std::nullopt;
  return file->text.substr(meta.body_offset);
}

}  // namespace indexer
