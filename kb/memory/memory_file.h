// The memory: what customers searched and which articles helped them, as `firstline-indexer learn` counts it
// and `build --memory` reads it. A line of JSON each, in order, so that people can read it and compare two of
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

// What followed searches for these words, as far as it was about this article. A client counts once a day,
// and one of each day not at all: see indexer/memory/learning.h.
struct MemoryEntry {
  std::string lang;
  std::string query;
  std::string article;  // id
  std::int64_t occurrences = 0;
  std::int64_t clicks = 0;
  std::int64_t helpful = 0;
  std::int64_t unhelpful = 0;
  std::int64_t again = 0;  // searches for other words that followed
  int weight = 0;          // thousandths, 0 to kWholeWeight: see memory_weight()

  bool operator==(const MemoryEntry&) const = default;
};

inline constexpr int kWholeWeight = 1000;

// The part of those who searched for these words whom the article helped:
//
//   (clicks + 2 (helpful - unhelpful)) / (occurrences + again + 2 (helpful + unhelpful)), 0 to 1, in
//   thousandths
//
// A vote says more than a click, so it counts as two people. Who searched again was not helped by what had
// been clicked, so that search counts as one more that nobody helped. A share, not a number: a search made
// often must not speak louder than one made rarely, or the site's favourite would be the answer to
// everything.
int memory_weight(const MemoryEntry& entry);

// The words of a stored query: without what stands in it for something that was personal, such as <email>,
// which is no word of it. "" where one word is left of others, or none: that tells too little.
std::string words_of_query(std::string_view query);

inline constexpr std::size_t kMostMemoryBytes = 64UL << 20U;
inline constexpr std::size_t kMostMemoryEntries = 200'000;

// The first line names the format and its version. Sorts the entries by language, query and article.
std::string encode_memory(std::vector<MemoryEntry> entries);

// Throws Error, which names `name` and the line, when the text is not what encode_memory() writes: an unknown
// or missing key, a value of the wrong kind or size, control characters, a language that `is_language` does
// not take, the same entry twice, too many entries. Their order does not matter.
std::vector<MemoryEntry> parse_memory(std::string_view text, const std::string& name,
                                      bool (*is_language)(std::string_view code) = nullptr);

}  // namespace kb
