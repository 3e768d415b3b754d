#include "kb/meaning/word_pieces.h"

#include <algorithm>
#include <utility>

#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr float kUnknownPenalty = 10;                // below the worst piece, as in SentencePiece
constexpr std::string_view kBlank = "\xE2\x96\x81";  // U+2581

// A word begins with the sign of a blank, the first one too.
std::string with_signs(std::string_view text) {
  std::string out(kBlank);
  for (const char c : compatible(text)) {
    if (c == ' ') {
      out += kBlank;
    } else {
      out += c;
    }
  }
  return out;
}

// The best way to cut everything before a place.
struct BestCut {
  float score = 0;
  std::uint32_t number = WordPieces::kUnknown;  // of the last piece
  std::size_t from = 0;                         // where that begins
};

}  // namespace

void WordPieces::add(std::string text, float score) {
  const auto number = static_cast<std::uint32_t>(count_++);
  if (text.empty()) return;
  longest_ = std::max(longest_, text.size());
  worst_ = std::min(worst_, score);
  pieces_.try_emplace(std::move(text), Piece{score, number});
}

std::vector<std::uint32_t> WordPieces::cut(std::string_view text) const {
  const std::string all = with_signs(text);
  std::vector<BestCut> best(all.size() + 1);
  std::vector<std::size_t> starts;  // of the characters before `end`
  for (std::size_t end = 1; end <= all.size(); ++end) {
    if (!is_continuation(all[end - 1])) starts.push_back(end - 1);
    if (end < all.size() && is_continuation(all[end])) continue;
    best[end] = {best[starts.back()].score + worst_ - kUnknownPenalty, kUnknown, starts.back()};
    for (auto start = starts.rbegin(); start != starts.rend() && end - *start <= longest_; ++start) {
      const auto found = pieces_.find(std::string_view(all).substr(*start, end - *start));
      if (found == pieces_.end()) continue;
      const float score = found->second.score + best[*start].score;
      if (score > best[end].score) best[end] = {score, found->second.number, *start};
    }
  }
  std::vector<std::uint32_t> numbers;
  for (std::size_t at = all.size(); at > 0; at = best[at].from) {
    const bool again = !numbers.empty() && numbers.back() == kUnknown && best[at].number == kUnknown;
    if (!again) numbers.push_back(best[at].number);
  }
  std::reverse(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace kb
