// The memory that a build is given, and past searches as a generation keeps them: read, or refused with a
// message of ours. What was read is written as it can be read again, and may be searched.
#include "kb/memory/memory_file.h"

#include "kb/dictionary/dictionary.h"
#include "kb/memory/past_searches.h"
#include "kb/model/error.h"
#include "tests/fuzz/fuzz.h"

namespace {

void search(const kb::PastSearches& past) {
  double all = 0;
  for (const kb::PastVote& vote : past.votes({"parcel", "late", "a"})) all += vote.share;
  fuzz::must(all < 1, "votes are parts of a whole");
}

}  // namespace

// What stands after a line "%%" is memory.txt of a generation. The whole is read as a dictionary.txt, too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, size);
  const auto cut = std::min(text.find("\n%%\n"), text.size());
  try {
    const auto entries = kb::parse_memory(text.substr(0, cut), "memory");
    const std::string written = kb::encode_memory(entries);
    fuzz::must(kb::encode_memory(kb::parse_memory(written, "memory")) == written, "what is written is read");
    search(kb::remember(
        entries, "en", [](std::string_view word) { return std::string(word); },
        [](const std::string& id) { return static_cast<unsigned>(id.size() % 4); }));
  } catch (const kb::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  try {
    search(kb::PastSearches::decode(text.substr(std::min(cut + 4, text.size())), 3));
  } catch (const kb::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  try {
    const auto dictionary = kb::Dictionary::decode(text);
    const std::string written = dictionary.encode();
    fuzz::must(kb::Dictionary::decode(written).encode() == written, "what is written is read");
  } catch (const kb::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  return 0;
}
