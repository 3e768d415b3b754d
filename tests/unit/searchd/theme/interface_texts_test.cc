// What must hold in every file of templates/strings, whoever wrote it.
#include <doctest/doctest.h>
#include <unicode/plurrule.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "kb/model/language_name.h"
#include "kb/search/contact_words.h"
#include "kb/store/file.h"
#include "kb/text/text.h"
#include "searchd/theme/theme.h"

using namespace searchd;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(FIRSTLINE_SOURCE_DIR) / "templates/strings";
constexpr std::size_t kMostBytes = 1024UL * 1024;

std::map<std::string, service::FlatYaml> all_texts() {
  std::map<std::string, service::FlatYaml> all;
  for (const auto& entry : fs::directory_iterator(kFolder))
    all.emplace(entry.path().stem(), service::read_flat_yaml(entry.path()));
  return all;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::istringstream stream(kb::read_file(file, kMostBytes));
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// "{n} results for {query}" -> "{n}", "{query}".
std::multiset<std::string> placeholders(std::string_view text) {
  std::multiset<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
    names.emplace(text.substr(open, text.find('}', open) + 1 - open));
  return names;
}

// The text as its words, each with a blank around.
std::string spaced_words(std::string_view text) {
  std::string words = " ";
  for (const kb::Token& token : kb::tokenize(text, kb::Bigrams::index)) words += token.text + " ";
  return words;
}

std::set<std::string> forms_of(const service::FlatYaml& texts, const std::string& key) {
  std::set<std::string> forms;
  for (const auto& [name, text] : texts) {
    if (name.starts_with(key + ".")) forms.insert(name.substr(key.size() + 1));
  }
  return forms;
}

struct PluralForms {
  std::set<std::string> known;
  std::set<std::string> needed;  // by the numbers that a page may show
};

PluralForms plural_forms(const std::string& lang) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(lang.c_str(), error));
  const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(error));
  PluralForms forms{{}, {"other"}};
  while (const char* keyword = keywords->next(nullptr, error)) forms.known.insert(keyword);
  for (int n = 0; n <= 1000; ++n) {
    std::string form;
    forms.needed.insert(rules->select(n).toUTF8String(form));
  }
  return forms;
}

// Texts for customers, without what they type themselves.
bool is_shown(const std::string& key) {
  return !key.starts_with("contact_words") && !key.starts_with("contact_small_words");
}

}  // namespace

TEST_CASE("interface texts: there are many languages, and each has every text") {
  const auto theme = Theme::load(kFolder.parent_path());  // refuses a file that lacks a key
  const auto all = all_texts();
  CHECK(all.size() >= 28);
  for (const auto& [lang, texts] : all) {
    for (const auto& [key, text] : texts) {
      CAPTURE(lang);
      CAPTURE(key);
      CHECK_FALSE(text.empty());
      CHECK(text.find('<') == std::string::npos);
    }
  }
}

TEST_CASE("interface texts: each fills in what the English one does") {
  const auto all = all_texts();
  const service::FlatYaml& english = all.at("en");
  for (const auto& [lang, texts] : all) {
    for (const auto& [key, text] : texts) {
      CAPTURE(lang);
      CAPTURE(key);
      const auto dot = key.find('.');
      const auto expected =
          placeholders(english.at(dot == std::string::npos ? key : key.substr(0, dot) + ".other"));
      auto found = placeholders(text);
      // "One article", "two articles" need no number.
      if (key.ends_with(".zero") || key.ends_with(".one") || key.ends_with(".two")) found.insert("{n}");
      if (found.count("{n}") > expected.count("{n}")) found.erase(found.find("{n}"));
      CHECK(found == expected);
    }
  }
}

TEST_CASE("interface texts: numbers have the forms of the language") {
  for (const auto& [lang, texts] : all_texts()) {
    const PluralForms forms = plural_forms(lang);
    for (const char* key : {"results_count", "articles_count", "suggestions_count"}) {
      CAPTURE(lang);
      CAPTURE(key);
      const std::set<std::string> given = forms_of(texts, key);
      CHECK(std::includes(given.begin(), given.end(), forms.needed.begin(), forms.needed.end()));
      CHECK(std::includes(forms.known.begin(), forms.known.end(), given.begin(), given.end()));
    }
  }
}

TEST_CASE("interface texts: customers are addressed in one way") {
  std::map<std::string, std::vector<std::string>> other_forms;
  for (const std::string& line :
       lines_of(fs::path(FIRSTLINE_SOURCE_DIR) / "tests/unit/searchd/theme/other_address.txt")) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line.substr(line.find(':') + 1));
    auto& list = other_forms[line.substr(0, line.find(':'))];
    for (std::string word; words >> word;) list.push_back(word);
  }
  for (const auto& [lang, texts] : all_texts()) {
    CAPTURE(lang);
    CHECK(lines_of(kFolder / (lang + ".yaml")).at(1).starts_with("# Address: "));
    if (lang != "en") CHECK(other_forms.contains(lang));
    for (const auto& [key, text] : texts) {
      CAPTURE(key);
      const std::string words = is_shown(key) ? spaced_words(text) : "";
      for (const std::string& form : other_forms[lang]) {
        CAPTURE(form);
        CHECK(words.find(spaced_words(form)) == std::string::npos);
      }
    }
  }
}

TEST_CASE("interface texts: a language is named as it calls itself") {
  // ICU writes "Chinese, simplified" the other way round, and the written standards of Norwegian in full.
  const std::set<std::string> named_otherwise{"zh-Hans", "zh-Hant"};
  for (const auto& [lang, texts] : all_texts()) {
    CAPTURE(lang);
    if (!named_otherwise.contains(lang))
      CHECK(kb::fold(texts.at("language_name")) == kb::fold(kb::own_language_name(lang)));
  }
}

TEST_CASE("interface texts: the words of customers who want a human are understood") {
  for (const auto& [lang, texts] : all_texts()) {
    const kb::ContactWords words(lang, texts.at("contact_words"), texts.at("contact_small_words"));
    const std::string& asking = texts.at("contact_words");
    const std::string first = asking.substr(0, asking.find(','));
    CAPTURE(lang);
    CAPTURE(first);
    CHECK(words.typed(first) == kb::ContactWords::Typed::asked);
  }
}
