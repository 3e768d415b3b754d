// A content folder of its own for a test, and what the indexer says of it.
#pragma once

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/compilation.h"
#include "indexer/output/diagnostic_format.h"
#include "kb/store/file.h"

namespace indexer_test {

inline constexpr std::chrono::sys_days kToday{std::chrono::year{2026} / 11 / 22};

// Removed at the end.
class ContentFolder {
 public:
  ContentFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "firstline-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make a folder for the test");
    path_ = name;
  }
  ~ContentFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ContentFolder(const ContentFolder&) = delete;
  ContentFolder& operator=(const ContentFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  ContentFolder& write(std::string_view file, std::string_view text) {
    std::filesystem::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file, std::ios::binary) << text;
    return *this;
  }

  // Findings as `check` prints them, one line each. Articles without a date are not what most tests are
  // about.
  std::string findings(indexer::Drafts drafts = indexer::Drafts::hide) const {
    indexer::Compilation site = compile(drafts);
    std::erase_if(site.findings, [](const indexer::Diagnostic& d) { return d.rule == "git-dates"; });
    return format_diagnostics(site.findings, indexer::OutputFormat::text, "");
  }

  indexer::Compilation compile(indexer::Drafts drafts = indexer::Drafts::hide) const {
    return indexer::compile_site({path_, 2, kToday, drafts, {}});
  }

 private:
  std::filesystem::path path_;
};

// A folder with a site.yaml, where mistakes are errors.
inline void make_strict(ContentFolder& folder, std::string_view more = "") {
  folder.write("site.yaml", "title: Help\n" + std::string(more));
}

}  // namespace indexer_test
