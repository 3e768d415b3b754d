#include "indexer/source/source_lines.h"

#include "indexer/source/content_root.h"
#include "indexer/source/file_text.h"

namespace indexer {

namespace {

constexpr std::uintmax_t kMaxBytes = 4U << 20U;

std::optional<SourceText> read_text(const std::filesystem::path& content, const std::string& path) {
  ContentBytes file = ContentRoot(content).read(path, kMaxBytes);
  if (file.size > kMaxBytes) return std::nullopt;
  const RuleSet rules(false);
  FileFindings unreported(rules, path);  // the build has said it already
  auto text = to_file_text(std::move(file.bytes), unreported);
  return text ? std::optional<SourceText>(std::in_place, std::move(*text)) : std::nullopt;
}

}  // namespace

std::optional<std::string> SourceLines::line(const std::string& path, int number) try {
  if (path != path_) {
    path_ = path;
    text_ = read_text(content_, path);
  }
  if (!text_ || number < 1 || number > text_->line_count()) return std::nullopt;
  return std::string(text_->line(number));
} catch (const std::exception&) {
  text_.reset();  // a file that went away or cannot be read has no lines to show
  return std::nullopt;
}

}  // namespace indexer
