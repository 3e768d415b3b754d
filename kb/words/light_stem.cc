#include "kb/words/light_stem.h"

#include <algorithm>
#include <array>
#include <span>

#include "kb/text/utf8.h"

namespace kb {

namespace {

struct Ending {
  std::string_view ending;
  std::string_view becomes;  // what stands in its place
  std::size_t letters;       // that stay before it, at least
};

// The cases of nouns and adjectives after Dolamic and Savoy, "Indexing and stemming approaches for the Czech
// language", Information Processing & Management 45 (2009), in words without accents.
constexpr Ending kCzechCases[] = {
    {"atech", "", 3}, {"etem", "", 3}, {"atum", "", 3}, {"ech", "", 3}, {"ich", "", 3}, {"eho", "", 3},
    {"emi", "", 3},   {"emu", "", 3},  {"ete", "", 3},  {"eti", "", 3}, {"iho", "", 3}, {"imi", "", 3},
    {"imu", "", 3},   {"ach", "", 3},  {"ata", "", 3},  {"aty", "", 3}, {"ych", "", 3}, {"ama", "", 3},
    {"ami", "", 3},   {"ove", "", 3},  {"ovi", "", 3},  {"ymi", "", 3}, {"em", "", 3},  {"es", "", 3},
    {"im", "", 3},    {"um", "", 3},   {"at", "", 3},   {"am", "", 3},  {"os", "", 3},  {"us", "", 3},
    {"ym", "", 3},    {"mi", "", 3},   {"ou", "", 3},   {"a", "", 3},   {"e", "", 3},   {"i", "", 3},
    {"o", "", 3},     {"u", "", 3},    {"y", "", 3},
};
constexpr Ending kCzechOwners[] = {{"ov", "", 4}, {"in", "", 4}, {"uv", "", 4}};
// In the same manner, with the endings of verbs and of the nouns made from them.
constexpr Ending kPolishCases[] = {
    {"owaniem", "owa", 2}, {"owania", "owa", 2},  {"owaniu", "owa", 2}, {"owanie", "owa", 2},
    {"owanych", "owa", 2}, {"owanego", "owa", 2}, {"owany", "owa", 2},  {"owana", "owa", 2},
    {"owane", "owa", 2},   {"owac", "owa", 2},    {"aniem", "a", 3},    {"ania", "a", 3},
    {"aniu", "a", 3},      {"anie", "a", 3},      {"eniem", "", 3},     {"enia", "", 3},
    {"eniu", "", 3},       {"enie", "", 3},       {"iego", "", 3},      {"iemu", "", 3},
    {"iach", "", 3},       {"iami", "", 3},       {"iem", "", 3},       {"ego", "", 3},
    {"emu", "", 3},        {"ymi", "", 3},        {"imi", "", 3},       {"ami", "", 3},
    {"ach", "", 3},        {"owi", "", 3},        {"ych", "", 3},       {"ich", "", 3},
    {"iom", "", 3},        {"iej", "", 3},        {"om", "", 3},        {"ow", "", 3},
    {"em", "", 3},         {"ym", "", 3},         {"im", "", 3},        {"ej", "", 3},
    {"ie", "", 3},         {"ia", "", 3},         {"iu", "", 3},        {"ac", "a", 3},
    {"ic", "", 3},         {"yc", "", 3},         {"a", "", 3},         {"e", "", 3},
    {"i", "", 3},          {"o", "", 3},          {"u", "", 3},         {"y", "", 3},
};
constexpr Ending kUkrainianCases[] = {
    {"уваннями", "ува", 2}, {"уванням", "ува", 2}, {"ування", "ува", 2}, {"уванні", "ува", 2},
    {"увати", "ува", 2},    {"аннями", "а", 3},    {"анням", "а", 3},    {"ання", "а", 3},
    {"анні", "а", 3},       {"ати", "а", 3},       {"ити", "", 3},       {"енням", "", 3},
    {"ення", "", 3},        {"енні", "", 3},       {"ями", "", 3},       {"ами", "", 3},
    {"ові", "", 3},         {"еві", "", 3},        {"єві", "", 3},       {"ого", "", 3},
    {"ому", "", 3},         {"ими", "", 3},        {"іми", "", 3},       {"ою", "", 3},
    {"ею", "", 3},          {"єю", "", 3},         {"ах", "", 3},        {"ях", "", 3},
    {"ом", "", 3},          {"ем", "", 3},         {"єм", "", 3},        {"ам", "", 3},
    {"ям", "", 3},          {"ів", "", 3},         {"іи", "", 3},        {"их", "", 3},
    {"им", "", 3},          {"іх", "", 3},         {"ім", "", 3},        {"еи", "", 3},
    {"ии", "", 3},          {"а", "", 3},          {"е", "", 3},         {"и", "", 3},
    {"і", "", 3},           {"о", "", 3},          {"у", "", 3},         {"ю", "", 3},
    {"я", "", 3},           {"є", "", 3},          {"ь", "", 3},
};

using Step = std::span<const Ending>;

struct Language {
  std::string_view lang;
  std::array<Step, 2> steps;  // one ending of each is cut, the longest
};

constexpr Language kLanguages[] = {
    {"cs", {kCzechCases, kCzechOwners}},
    {"pl", {kPolishCases, {}}},
    {"uk", {kUkrainianCases, {}}},
};

const Language* find(std::string_view lang) {
  const auto* found = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                   [&](const Language& language) { return language.lang == lang; });
  return found == std::end(kLanguages) ? nullptr : found;
}

void cut(std::string& word, Step step) {
  const Ending* best = nullptr;
  for (const Ending& one : step) {
    const bool longer = best == nullptr || one.ending.size() > best->ending.size();
    if (!longer || !word.ends_with(one.ending)) continue;
    if (length(std::string_view(word).substr(0, word.size() - one.ending.size())) >= one.letters) best = &one;
  }
  if (best == nullptr) return;
  word.resize(word.size() - best->ending.size());
  word += best->becomes;
}

}  // namespace

bool has_light_stem(std::string_view lang) { return find(lang) != nullptr; }

std::string light_stem(std::string_view lang, std::string_view folded) {
  std::string word(folded);
  for (const Step step : find(lang)->steps) cut(word, step);
  return word;
}

}  // namespace kb
