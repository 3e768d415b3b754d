#include "kb/dictionary/dictionary.h"

#include <algorithm>
#include <utility>

#include "kb/model/error.h"

namespace kb {

namespace {

[[noreturn]] void bad_dictionary() {
  throw Error("the index holds an unreadable dictionary", "build the content again");
}

// Fields are never empty.
std::string cut_text(std::string_view& rest, char end) {
  const std::string_view field = rest.substr(0, rest.find(end));
  if (field.empty()) bad_dictionary();
  rest.remove_prefix(std::min(field.size() + 1, rest.size()));
  return std::string(field);
}

}  // namespace

const std::vector<std::string>& Dictionary::translations(std::string_view lang,
                                                         const std::string& term) const {
  static const std::vector<std::string> none;
  const auto language = languages_.find(lang);
  if (language == languages_.end()) return none;
  const auto found = language->second.find(term);
  return found == language->second.end() ? none : found->second;
}

void Dictionary::add(const std::string& lang, Translations translations) {
  if (!translations.empty()) languages_[lang] = std::move(translations);
}

std::string Dictionary::encode() const {
  std::string out;
  for (const auto& [lang, translations] : languages_) {
    std::map<std::string_view, const std::vector<std::string>*> sorted;
    for (const auto& [term, others] : translations) sorted.emplace(term, &others);
    for (const auto& [term, others] : sorted) {
      out.append(lang).append("\t").append(term);
      for (std::size_t i = 0; i < others->size(); ++i) out.append(i == 0 ? "\t" : " ").append((*others)[i]);
      out += '\n';
    }
  }
  return out;
}

Dictionary Dictionary::decode(std::string_view text) {
  if (!text.empty() && text.back() != '\n') bad_dictionary();
  Dictionary dictionary;
  while (!text.empty()) {
    const std::string whole = cut_text(text, '\n');
    std::string_view line = whole;
    const std::string lang = cut_text(line, '\t');
    std::vector<std::string>& others = dictionary.languages_[lang][cut_text(line, '\t')];
    if (!others.empty()) bad_dictionary();
    do others.push_back(cut_text(line, ' '));
    while (!line.empty());
    if (others.size() > kMostTranslations) bad_dictionary();
  }
  return dictionary;
}

}  // namespace kb
