#include "kb/dictionary/aligned_texts.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kb {

namespace {

using Texts = std::vector<std::string>;

std::string joined(const Texts& texts) {
  std::string all;
  for (const std::string& text : texts) all.append(all.empty() ? "" : "\n").append(text);
  return all;
}

Texts lines_of(std::string_view text) {
  Texts lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!line.empty()) lines.emplace_back(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return lines;
}

// A sentence ends with a mark and a blank, or with the full stop of Chinese and Japanese.
Texts sentences_of(std::string_view line) {
  Texts sentences;
  while (!line.empty()) {
    std::size_t end = line.size();
    for (const std::string_view mark : {". ", "? ", "! ", ": ", "。"}) {
      const std::size_t at = line.find(mark);
      if (at != std::string_view::npos) end = std::min(end, at + mark.size());
    }
    sentences.emplace_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return sentences;
}

void pair(std::string first, std::string second, std::vector<AlignedText>& out) {
  if (!first.empty() && !second.empty()) out.push_back({std::move(first), std::move(second)});
}

void pair_lines(std::string_view first, std::string_view second, std::vector<AlignedText>& out) {
  const Texts a = sentences_of(first);
  const Texts b = sentences_of(second);
  if (a.size() != b.size()) return pair(std::string(first), std::string(second), out);
  for (std::size_t i = 0; i < a.size(); ++i) pair(a[i], b[i], out);
}

void pair_all(const Texts& first, const Texts& second, std::vector<AlignedText>& out) {
  if (first.size() != second.size()) return pair(joined(first), joined(second), out);
  for (std::size_t i = 0; i < first.size(); ++i) pair_lines(first[i], second[i], out);
}

std::string body_of(const Article& article) {
  std::string body;
  for (const Section& section : article.sections) body += section.heading + "\n" + section.text + "\n";
  return body;
}

}  // namespace

std::vector<AlignedText> aligned_texts(const Article& first, const Article& second) {
  std::vector<AlignedText> out;
  pair(first.title, second.title, out);
  pair_lines(first.description, second.description, out);
  pair_all(first.questions, second.questions, out);
  pair(joined(first.keywords), joined(second.keywords), out);
  if (first.sections.size() != second.sections.size()) {
    pair(body_of(first), body_of(second), out);
    return out;
  }
  for (std::size_t i = 0; i < first.sections.size(); ++i) {
    pair(first.sections[i].heading, second.sections[i].heading, out);
    pair_all(lines_of(first.sections[i].text), lines_of(second.sections[i].text), out);
  }
  return out;
}

}  // namespace kb
