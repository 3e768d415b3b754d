// A repository that git did not make: a .git with any HEAD and refs, and objects of any content. Its history
// is read or refused, never worse. The parts stand apart by lines "%%": HEAD, packed-refs, commondir, then
// objects, each with its kind before a line end. Object number n is named n, in 40 digits.
#include <fmt/format.h>
#include <zlib.h>

#include <vector>

#include "indexer/source/git_log.h"
#include "indexer/source/git_repository.h"
#include "kb/model/error.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/kb/fixture.h"

namespace {

constexpr std::size_t kMostObjects = 30;

std::vector<std::string_view> split(std::string_view text) {
  constexpr std::string_view kMark = "\n%%\n";
  std::vector<std::string_view> parts;
  while (parts.size() < kMostObjects) {
    const auto end = text.find(kMark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + kMark.size());
  }
  return parts;
}

std::string deflated(const std::string& bytes) {
  uLongf size = ::compressBound(bytes.size());
  std::string out(size, '\0');
  ::compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
             bytes.size());
  out.resize(size);
  return out;
}

void write_object(const kb::TempFolder& folder, std::size_t number, std::string_view part) {
  const auto line = std::min(part.find('\n'), part.size());
  const std::string_view content = part.substr(std::min(line + 1, part.size()));
  const std::string name = fmt::format("{:040}", number);
  folder.write(
      ".git/objects/" + name.substr(0, 2) + "/" + name.substr(2),
      deflated(fmt::format("{} {}", part.substr(0, line), content.size()) + '\0' + std::string(content)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kb::TempFolder folder;
  const auto parts = split(fuzz::as_text(data, size));
  folder.write("docs/a.md", "x");
  folder.write(".git/HEAD", parts[0]);
  if (parts.size() > 1) folder.write(".git/packed-refs", parts[1]);
  if (parts.size() > 2 && !parts[2].empty()) folder.write(".git/commondir", parts[2]);
  for (std::size_t i = 3; i < parts.size(); ++i) write_object(folder, i - 3, parts[i]);
  const auto repository = indexer::find_git_repository(folder / "docs");
  fuzz::must(repository.has_value(), "the nearest .git is found");
  fuzz::must(repository->below == "docs", "and the folder's place in it");
  if (repository->head.empty()) return 0;
  fuzz::must(repository->head.size() == 40, "a hash, or nothing");
  const std::vector<std::string> files{"a.md", "b/c.md", "b/d/e.md"};
  try {
    fuzz::must(indexer::last_commits(*repository, files).size() == files.size(), "a date for each");
  } catch (const kb::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  return 0;
}
