// A content folder as a stranger's pull request may leave it: names, links, pipes and files of any text. The
// build ends, and nothing from outside of the folder or from a dotfile gets into what it makes or says.
//
// A line makes one thing: "f PATH TEXT" a file (\n is a line end), "l PATH TARGET" a link, "p PATH" a pipe.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "indexer/compilation.h"
#include "kb/model/error.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/kb/fixture.h"

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kToken = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";
constexpr int kMostThings = 64;
constexpr std::size_t kMostPath = 200;

std::string_view take(std::string_view& text, char end) {
  const auto at = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

// The fuzzer itself must not write through links, or out of its folder.
bool make_parents(const fs::path& root, const fs::path& path) {
  fs::path at = root;
  for (const fs::path& part : path.parent_path()) {
    at /= part;
    std::error_code error;
    fs::create_directory(at, error);
    if (fs::symlink_status(at, error).type() != fs::file_type::directory) return false;
  }
  return !fs::exists(fs::symlink_status(root / path));
}

void make_file(const fs::path& file, std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_line_end = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    bytes += is_line_end ? '\n' : text[i];
    i += is_line_end ? 1 : 0;
  }
  kb::write_file(file, bytes);
}

void make(const fs::path& root, std::string_view line) {
  const std::string_view kind = take(line, ' ');
  const fs::path path = fs::path(take(line, ' ')).lexically_normal();
  const std::string& name = path.native();
  if (name.empty() || name.size() > kMostPath || path.is_absolute() || name.starts_with("..")) return;
  if (name.find('\0') != std::string::npos || path.filename().empty() || name == ".") return;
  std::error_code error;
  if (!make_parents(root, path)) return;
  if (kind == "f") make_file(root / path, line);
  if (kind == "l" && line.find('\0') == std::string_view::npos) fs::create_symlink(line, root / path, error);
  if (kind == "p") ::mkfifo((root / path).c_str(), 0600);
}

bool tells(const std::string& text) { return text.find(kToken) != std::string::npos; }

void compile(const fs::path& content, const fs::path& out) {
  const auto today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};
  const indexer::Compilation site = indexer::compile_site({content, 1, today, indexer::Drafts::hide, {}});
  for (const auto& finding : site.findings) fuzz::must(!tells(finding.message), "a finding quotes a secret");
  for (const kb::Article& article : site.articles) {
    fuzz::must(!tells(article.title), "a title is a secret");
    for (const kb::Section& section : article.sections)
      fuzz::must(!tells(section.html), "an article is a secret");
  }
  site.assets->write(out);
  for (const auto& asset : fs::directory_iterator(out))
    fuzz::must(!tells(kb::read_file(asset.path())), "an asset is a secret");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::as_text(data, size);
  if (text.find(kToken.substr(0, 8)) != std::string_view::npos) return 0;  // no secret when the input has it
  const kb::TempFolder folder;
  folder.write("outside/token.md", kToken);
  folder.write("content/.git/config", kToken);
  folder.write("content/en/start.md",
               "---\ntitle: Start\nupdated: 2026-01-01\n---\n[a](a.txt) ![b](b.png) [c](d/c)");
  for (int i = 0; i < kMostThings && !text.empty(); ++i) make(folder / "content", take(text, '\n'));
  try {
    compile(folder / "content", folder / "assets");
  } catch (const kb::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  return 0;
}
