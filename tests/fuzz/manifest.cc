// A manifest that fits its hash but was not written by us: read, or refused with a message of ours.
#include "kb/store/manifest.h"

#include "kb/store/sha256.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/kb/fixture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kb::TempFolder folder;
  const std::string_view text = fuzz::as_text(data, size);
  kb::write_file(folder / "manifest.json", text);
  kb::write_file(folder / "manifest.sha256", kb::sha256(text) + "\n");
  try {
    kb::has_newer_format(folder.path());
    const kb::Manifest manifest = kb::verify(folder.path(), kb::Verify::hashes);
    fuzz::must(manifest.format == kb::kFormatVersion, "only our format is read");
    fuzz::must(manifest.files.empty(), "files that are not there are missed");
  } catch (const kb::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  return 0;
}
