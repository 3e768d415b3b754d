#include "indexer/article/permalink_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "indexer/source/article_id.h"
#include "kb/model/date.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

using std::chrono::sys_days;

constexpr std::size_t kNamedDateSize = 10;  // 2026-05-02

bool is_name_part(char c) { return kb::is_alnum(c) || c == '_'; }

// What the parts of a pattern stand for.
class Parts {
 public:
  Parts(const Page& page, std::string_view tool) : page_(page), is_hugo_(tool == "Hugo") {
    const std::string_view path = page.file.path;
    stem_ = path.substr(path.rfind('/') + 1);
    stem_ = stem_.substr(0, stem_.find('.'));
    named_date_ = kb::parse_date(stem_.substr(0, kNamedDateSize));
    if (named_date_ && stem_.size() > kNamedDateSize + 1) stem_.remove_prefix(kNamedDateSize + 1);
  }

  std::optional<std::string> value(std::string_view name) const {
    if (name == "output_ext") return ".html";
    if (name == "title") return is_hugo_ ? of_text(page_.meta.title) : slug_or(stem_);
    if (name == "slug") return slug_or(is_hugo_ && !page_.meta.title.empty() ? page_.meta.title : stem_);
    if (name == "slugorfilename" || name == "slugorcontentbasename") return slug_or(stem_);
    if (name == "name" || name == "basename" || name == "filename" || name == "contentbasename")
      return of_text(stem_);
    if (name == "path" || name == "sections" || name == "section") return of_folders(name);
    return of_date(name);
  }

 private:
  static std::optional<std::string> of_text(std::string_view text) {
    std::string part = id_part(text);
    return part.empty() ? std::nullopt : std::optional(std::move(part));
  }

  std::optional<std::string> slug_or(std::string_view text) const {
    return of_text(page_.meta.slug.empty() ? text : std::string_view(page_.meta.slug));
  }

  // Jekyll's path is the one in its collection, `_faq/a/b.md` -> a/b; Hugo's sections are folders.
  std::optional<std::string> of_folders(std::string_view name) const {
    const std::string& id = page_.id.id;
    const std::size_t first = id.find('/');
    if (name == "section")
      return first == std::string::npos ? std::nullopt : std::optional(id.substr(0, first));
    if (name == "sections") return std::string(kb::parent_of(id));
    const bool is_in_collection =
        page_.file.path.find("/_") != std::string::npos || page_.file.path.starts_with('_');
    return is_in_collection && first != std::string::npos ? id.substr(first + 1) : id;
  }

  std::optional<std::string> of_date(std::string_view name) const {
    const auto date = named_date_ ? named_date_ : page_.meta.updated;
    if (!date) return std::nullopt;
    const std::chrono::year_month_day day(*date);
    const int year = static_cast<int>(day.year());
    const auto month = static_cast<unsigned>(day.month());
    const auto of_month = static_cast<unsigned>(day.day());
    if (name == "year") return fmt::format("{:04}", year);
    if (name == "short_year") return fmt::format("{:02}", year % 100);
    if (name == "month") return fmt::format("{:02}", month);
    if (name == "i_month") return fmt::format("{}", month);
    if (name == "day") return fmt::format("{:02}", of_month);
    if (name == "i_day") return fmt::format("{}", of_month);
    return std::nullopt;
  }

  const Page& page_;
  bool is_hugo_;
  std::string_view stem_;  // of the file's name, without a date before it
  std::optional<sys_days> named_date_;
};

}  // namespace

std::string permalink_of_pattern(std::string_view pattern, const Page& page, std::string_view tool) {
  const Parts parts(page, tool);
  std::string out;
  while (!pattern.empty()) {
    if (pattern.front() != ':') {
      out += pattern.front();
      pattern.remove_prefix(1);
      continue;
    }
    const auto end = std::find_if_not(pattern.begin() + 1, pattern.end(), is_name_part);
    const auto size = static_cast<std::size_t>(end - pattern.begin());
    const auto value = parts.value(pattern.substr(1, size - 1));
    if (!value) return "";
    out += *value;
    pattern.remove_prefix(size);
    if (value->empty() && pattern.starts_with('/')) pattern.remove_prefix(1);  // no sections
  }
  return out;
}

}  // namespace indexer
