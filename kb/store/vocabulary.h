// Every word of one language's articles, in memory: the words that search completes and corrects to. They are
// folded but not stemmed. Immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

class Vocabulary {
 public:
  struct Word {
    std::string text;
    std::uint32_t articles = 0;  // how many have it
    std::uint32_t letters = 0;   // which of 32 letter classes it has: a cheap bound on edit distance
  };

  Vocabulary() = default;
  explicit Vocabulary(const std::map<std::string, std::uint32_t>& counts);

  // As stored in the generation: a line "word count" for each, sorted by word.
  std::string encode() const;
  static Vocabulary decode(std::string_view text);

  const Word* find(std::string_view word) const;
  // All words that begin with `prefix`, in order.
  std::span<const Word> with_prefix(std::string_view prefix) const;
  // The words that are this number with letters before or behind it, `most_letters` at most.
  std::vector<const Word*> with_number(std::string_view number, std::size_t most_letters) const;
  // The words that end with `ending` and have more before it.
  std::vector<const Word*> with_ending(std::string_view ending) const;
  // At most `limit` words that begin nearly like `start`: one edit away, with the same first letter. Those in
  // most articles first.
  std::vector<const Word*> begun_nearly(std::string_view start, std::size_t limit) const;
  // At most `limit` words within `max_distance` of `word` (see edit_distance), nearest first, equally near
  // ones by the number of articles. Words with digits are never among them.
  std::vector<const Word*> nearest(std::string_view word, int max_distance, std::size_t limit) const;

 private:
  std::vector<Word> words_;
};

}  // namespace kb
