// A content folder of its own for a test, and what the indexer says of it.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/compilation.h"
#include "indexer/output/finding_format.h"
#include "kb/store/file.h"
#include "tests/support/temp_folder.h"

namespace indexer_test {

inline constexpr std::chrono::sys_days kToday{std::chrono::year{2026} / 11 / 22};

class ContentFolder {
 public:
  const std::filesystem::path& path() const { return folder_.path(); }

  ContentFolder& write(std::string_view file, std::string_view text) {
    folder_.write(file, text);
    return *this;
  }

  // RuleFindings as `check` prints them, one line each. Articles without a date are not what most tests are
  // about.
  std::string findings(indexer::Drafts drafts = indexer::Drafts::hide) const {
    indexer::Compilation site = compile(drafts);
    std::erase_if(site.findings, [](const indexer::Finding& d) { return d.rule == "git-dates"; });
    return format_findings(site.findings, indexer::OutputFormat::text, "");
  }

  indexer::Compilation compile(indexer::Drafts drafts = indexer::Drafts::hide) const {
    return indexer::compile_site({path(), 2, kToday, drafts, {}});
  }

 private:
  support::TempFolder folder_;
};

// A folder with a site.yaml, where mistakes are errors.
inline void make_strict(ContentFolder& folder, std::string_view more = "") {
  folder.write("site.yaml", "title: Help\n" + std::string(more));
}

}  // namespace indexer_test
