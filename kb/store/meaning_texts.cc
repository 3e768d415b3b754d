#include "kb/store/meaning_texts.h"

#include <string_view>

#include "kb/text/utf8.h"

namespace kb {

namespace {

constexpr std::size_t kMostTexts = 64;
constexpr std::size_t kLongestText = 320;  // bytes; about 50 words

void add_text(std::vector<std::string>& texts, std::string_view text) {
  if (text.empty() || texts.size() == kMostTexts) return;
  texts.emplace_back(first_bytes(text, kLongestText));
}

}  // namespace

std::vector<std::string> meaning_texts(const Article& article) {
  std::vector<std::string> texts;
  add_text(texts, article.title);
  for (const std::string& question : article.questions) add_text(texts, question);
  for (const Section& section : article.sections) {
    const bool both = !section.heading.empty() && !section.text.empty();
    add_text(texts, section.heading + (both ? ". " : "") + section.text);
  }
  return texts;
}

}  // namespace kb
