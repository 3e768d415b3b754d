#include "indexer/source/source_lines.h"

#include "indexer/source/file_text.h"
#include "indexer/source/source_tree.h"
#include "kb/store/file.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMaxBytes = 4U << 20U;

bool is_own_file(const fs::path& content, const std::string& path) {
  fs::path at = content;
  for (const fs::path& part : fs::path(path)) {
    at /= part;
    if (fs::is_symlink(at)) return false;
  }
  return is_inside(content, at) && fs::file_size(at) <= kMaxBytes;
}

std::optional<SourceText> read_text(const fs::path& content, const std::string& path) {
  if (!is_own_file(content, path)) return std::nullopt;
  const RuleSet rules(false);
  Diagnostics unreported(rules, path);  // the build has said it already
  auto text = to_file_text(kb::read_file(content / path), unreported);
  return text ? std::optional<SourceText>(std::in_place, std::move(*text), 1) : std::nullopt;
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
