#include "kb/store/vocabulary.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <tuple>

#include "kb/text/ascii.h"
#include "kb/text/edit_distance.h"
#include "kb/text/nearest_name.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"

namespace kb {

namespace {

std::uint32_t letter_classes(std::string_view word) {
  std::uint32_t set = 0;
  for (const char32_t c : to_code_points(word)) set |= 1U << (c & 31U);
  return set;
}

}  // namespace

Vocabulary::Vocabulary(const std::map<std::string, std::uint32_t>& counts) {
  words_.reserve(counts.size());
  for (const auto& [text, articles] : counts) words_.push_back({text, articles, letter_classes(text)});
}

std::string Vocabulary::encode() const {
  std::string out;
  for (const Word& word : words_) out += word.text + ' ' + std::to_string(word.articles) + '\n';
  return out;
}

Vocabulary Vocabulary::decode(std::string_view text) {
  Vocabulary vocabulary;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto blank = line.rfind(' ');
    if (blank != std::string_view::npos) {
      Word word{std::string(line.substr(0, blank)), 0, letter_classes(line.substr(0, blank))};
      std::from_chars(line.data() + blank + 1, line.data() + line.size(), word.articles);
      vocabulary.words_.push_back(std::move(word));
    }
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return vocabulary;
}

const Vocabulary::Word* Vocabulary::find(std::string_view word) const {
  const auto at = std::lower_bound(words_.begin(), words_.end(), word,
                                   [](const Word& w, std::string_view wanted) { return w.text < wanted; });
  return at != words_.end() && at->text == word ? &*at : nullptr;
}

std::span<const Vocabulary::Word> Vocabulary::with_prefix(std::string_view prefix) const {
  const auto first = std::lower_bound(words_.begin(), words_.end(), prefix,
                                      [](const Word& w, std::string_view wanted) { return w.text < wanted; });
  const auto last =
      std::partition_point(first, words_.end(), [&](const Word& w) { return w.text.starts_with(prefix); });
  return {first, last};
}

std::vector<const Vocabulary::Word*> Vocabulary::with_number(std::string_view number,
                                                             std::size_t most_letters) const {
  std::vector<const Word*> words;
  const std::uint32_t classes = letter_classes(number);
  for (const Word& word : words_) {
    if ((word.letters & classes) != classes) continue;
    if (word.text.size() <= number.size() || word.text.size() > number.size() + most_letters) continue;
    const std::size_t at = word.text.find(number);
    if (at == std::string::npos) continue;
    const std::string around = word.text.substr(0, at) + word.text.substr(at + number.size());
    const bool letters =
        std::none_of(around.begin(), around.end(), [](char c) { return is_digit(c) || c == '.'; });
    if (letters && (at == 0 || at + number.size() == word.text.size())) words.push_back(&word);
  }
  return words;
}

std::vector<const Vocabulary::Word*> Vocabulary::with_ending(std::string_view ending) const {
  std::vector<const Word*> words;
  for (const Word& word : words_) {
    if (word.text.size() > ending.size() && word.text.ends_with(ending)) words.push_back(&word);
  }
  return words;
}

std::vector<const Vocabulary::Word*> Vocabulary::nearest(std::string_view word, int max_distance,
                                                         std::size_t limit) const {
  const std::u32string wanted = to_code_points(word);
  const std::uint32_t classes = letter_classes(word);
  const auto slack = static_cast<std::size_t>(max_distance);
  std::vector<std::pair<int, const Word*>> found;
  for (const Word& candidate : words_) {
    // One edit adds at most one letter class and takes away at most one.
    if (std::popcount(candidate.letters ^ classes) > 2 * max_distance) continue;
    if (candidate.text.size() > word.size() + 4 * slack || word.size() > candidate.text.size() + 4 * slack)
      continue;
    if (has_digit(candidate.text)) continue;
    const int distance = edit_distance(wanted, to_code_points(candidate.text), max_distance);
    if (distance <= max_distance) found.emplace_back(distance, &candidate);
  }
  const auto order = [](const auto& a, const auto& b) {
    return std::tuple(a.first, b.second->articles, a.second->text) <
           std::tuple(b.first, a.second->articles, b.second->text);
  };
  std::sort(found.begin(), found.end(), order);
  std::vector<const Word*> words;
  for (const auto& [distance, candidate] : found) {
    if (words.size() == limit) break;
    words.push_back(candidate);
  }
  return words;
}

std::vector<const Vocabulary::Word*> Vocabulary::begun_nearly(std::string_view start,
                                                              std::size_t limit) const {
  const std::u32string wanted = to_code_points(start);
  const std::uint32_t classes = letter_classes(start);
  std::vector<const Word*> found;
  for (const Word& candidate : with_prefix(first_characters(start, 1))) {
    if (candidate.articles == 0 || has_digit(candidate.text)) continue;
    if (std::popcount(classes & ~candidate.letters) > 1) continue;  // an edit changes one letter
    const std::u32string text = to_code_points(candidate.text);
    for (std::size_t size = wanted.size() - 1; size <= std::min(wanted.size() + 1, text.size()); ++size) {
      if (edit_distance(wanted, std::u32string_view(text).substr(0, size), 1) > 1) continue;
      found.push_back(&candidate);
      break;
    }
  }
  std::sort(found.begin(), found.end(), [](const Word* a, const Word* b) {
    return a->articles != b->articles ? a->articles > b->articles : a->text < b->text;
  });
  found.resize(std::min(found.size(), limit));
  return found;
}

}  // namespace kb
