// Cuts text into the word pieces that a model of meaning knows: of all ways to cut it, the one whose pieces
// have the best sum of scores (a unigram tokenizer, Kudo 2018, as SentencePiece has it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kb {

class WordPieces {
 public:
  // Number 0 stands for what no piece covers.
  static constexpr std::uint32_t kUnknown = 0;

  // Pieces are numbered in the order they are added. "" takes a number and is never found. The text is valid
  // UTF-8; a blank in it is U+2581.
  void add(std::string text, float score);

  std::size_t size() const { return count_; }

  // The numbers of the pieces of valid UTF-8. Unknown characters in a row are one.
  std::vector<std::uint32_t> cut(std::string_view text) const;

 private:
  struct Piece {
    float score = 0;
    std::uint32_t number = 0;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::unordered_map<std::string, Piece, Hash, std::equal_to<>> pieces_;
  std::size_t count_ = 0;
  std::size_t longest_ = 1;  // bytes
  float worst_ = 0;          // score
};

}  // namespace kb
