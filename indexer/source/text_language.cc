#include "indexer/source/text_language.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <utility>
#include <vector>

#include "kb/text/language_tag.h"

namespace indexer {

namespace {

// Articles, pronouns, prepositions and auxiliary verbs that texts of help centres hold; words that only one
// language of a group of relatives has come first.
struct Words {
  std::string_view lang;
  std::string_view words;
};
constexpr std::array kWords{
    Words{"en",
          "the and of to is you your this that for with are can not if it be will when from have on or how"},
    Words{"de",
          "der die das und ist sie nicht mit ein eine den dem für auf wenn können oder zu wird bei werden "
          "auch ihre im"},
    Words{"fr",
          "le la les des et est vous votre pour dans une un pas sur que avec si ce cette vos ou du au être"},
    Words{"es",
          "el la los las de y es para en una un su que con por se puede del si no como este esta al más"},
    Words{"it",
          "il la di e che per è un una non con del della gli le si sono puoi questo nel alla se come più "
          "anche"},
    Words{"pt", "o a os as de e é para um uma em que não com do da você se seu sua no na por pode ao mais"},
    Words{"gl", "o a os as de e é para unha un en que non con do da se o seu súa no na por pode ao máis"},
    Words{"ca",
          "el la els les de i és per a un una que no amb del si el seu aquest aquesta més podeu com dels"},
    Words{"nl",
          "de het een en van is u je niet met voor op dat die in te zijn kunt als of uw aan wordt kan om"},
    Words{"af",
          "die en van is nie jy jou met vir op dat in te kan as of hierdie wat om het sal aan word ons"},
    Words{"sv",
          "och att det är du för en ett på med inte som av till kan om den din har ditt eller från när vi"},
    Words{"da",
          "og at det er du for en et på med ikke som af til kan hvis den din har dit eller fra når vi jeg"},
    Words{"nb",
          "og at det er du for en et på med ikke som av til kan hvis den din har ditt eller fra når vi jeg"},
    Words{"fi",
          "ja on ei se että voit jos kun tai sen ovat tämä olet voi mutta myös joka kuin sinun ole tämän"},
    Words{"is", "og að er ekki þú það til á í við sem um en ef með fyrir frá þinn eða getur þetta hann var"},
    Words{"pl", "i w nie na się jest do że z to jak lub aby o dla po od możesz przez oraz jeśli tego ten są"},
    Words{"cs", "a v na se je že z to pro si nebo jak do o po od pokud můžete jsou tento které není by také"},
    Words{"sk", "a v na sa je že z to pre si alebo ako do o po od ak môžete sú tento ktoré nie by tiež"},
    Words{"sl", "in v na se je da z za to ki so lahko ali če pri ne od po kot tudi vaš ni bo si"},
    Words{"hr", "i u na se je da za od su ako ili s to ne kako što možete nije vaš kada koji biti ovaj će"},
    Words{"hu", "a az és hogy nem is egy van ha meg de ez azt vagy akkor már csak kell lehet mint ön"},
    Words{"ro", "și de la în este nu un o pe pentru cu să că din sau dacă puteți care sunt ale al mai acest"},
    Words{"tr",
          "ve bir bu için ile da de olarak daha değil ne var veya sonra gibi ise çok olan kadar nasıl bunu"},
    Words{"vi", "và của là bạn có không cho để trong một các này được với khi đến từ hoặc nếu những thể"},
    Words{"id",
          "yang dan di untuk dengan anda ini dari tidak ke pada akan atau dapat jika adalah itu bisa oleh "
          "saya"},
    Words{"ms",
          "yang dan di untuk dengan anda ini daripada tidak ke pada akan atau boleh jika ialah itu oleh saya "
          "awak"},
    Words{"fil", "ang ng sa mga at na ay para kung hindi ito ka mo iyong o may kapag lang siya namin"},
    Words{"et", "ja on ei see et kui ka või mis oma saate teie ning selle ole aga siis kuidas oli"},
    Words{"lv", "un ir ar uz no ka par ja vai lai kā jūs nav šo pēc kas jūsu var bet ko"},
    Words{"lt", "ir yra su į iš kad ar jei arba kaip jūs nuo per tai už bus galite jūsų ne bet"},
    Words{"eu", "eta da ez bat du dira izan ere edo baina hau dute zure bezala egin behar zaitezke baduzu"},
    Words{"sq", "dhe të në një për me nuk është që nga ose si ju kjo mund do më së"},
    Words{"ga", "agus an na ar le is do sa ag go bhfuil níl sé mar tá seo nó ach féidir"},
    Words{"cy", "yn y a i o ar yr mae am eich ac ei gan chi neu nid gyda os hyn"},
    Words{"ru", "и в не на что с как для это вы или по если из от к вам его при можно ваш чтобы"},
    Words{"uk", "і в не на що з як для це ви або по якщо із від до вам його при можна ваш щоб та"},
    Words{"be", "і ў не на што з як для гэта вы або па калі ад да вам яго пры можна ваш каб"},
    Words{"bg", "и в не на че с как за това вие или по ако от към ви при може вашия да се"},
    Words{"sr", "и у не на да се за је су од ако или са то како што можете није ваш када"},
    Words{"mk", "и во не на дека се за е од ако или со тоа како што можете вашиот да кога"},
    Words{"kk", "және бұл үшін мен емес бар деп бір немесе болады сіз осы керек егер"},
};

std::map<std::string, std::vector<std::string_view>> languages_by_word() {
  std::map<std::string, std::vector<std::string_view>> found;
  for (const Words& row : kWords) {
    std::istringstream in{std::string(row.words)};
    for (std::string word; in >> word;) {
      auto& languages = found[word];
      if (languages.empty() || languages.back() != row.lang) languages.push_back(row.lang);
    }
  }
  return found;
}

// The language of a script that (nearly) only one is written in; "" for Latin, Cyrillic and the like.
std::string_view language_of(UScriptCode script) {
  switch (script) {
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return "ja";
    case USCRIPT_HAN:
      return "zh";
    case USCRIPT_HANGUL:
      return "ko";
    case USCRIPT_ARABIC:
      return "ar";
    case USCRIPT_HEBREW:
      return "he";
    case USCRIPT_THAI:
      return "th";
    case USCRIPT_GREEK:
      return "el";
    case USCRIPT_DEVANAGARI:
      return "hi";
    case USCRIPT_BENGALI:
      return "bn";
    case USCRIPT_TAMIL:
      return "ta";
    case USCRIPT_TELUGU:
      return "te";
    case USCRIPT_GEORGIAN:
      return "ka";
    case USCRIPT_ARMENIAN:
      return "hy";
    default:
      return "";
  }
}

// Letters that Persian and Urdu have and Arabic has not.
bool is_persian(char32_t c) {
  return c == U'پ' || c == U'چ' || c == U'ژ' || c == U'گ' || c == U'ی' || c == U'ک';
}

constexpr double kScript = 0.3;  // of the letters; the rest are names and terms in Latin

bool begins_fence(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t>"), line.size());
  return line.substr(begin).starts_with("```") || line.substr(begin).starts_with("~~~");
}

// What is written alike, or by another name.
std::string_view same_as(std::string_view lang) {
  constexpr std::array<std::array<std::string_view, 2>, 8> kSame{{{"no", "nb"},
                                                                  {"nn", "nb"},
                                                                  {"bs", "hr"},
                                                                  {"tl", "fil"},
                                                                  {"ur", "fa"},
                                                                  {"mr", "hi"},
                                                                  {"ne", "hi"},
                                                                  {"yue", "zh"}}};
  for (const auto& [name, other] : kSame) {
    if (name == lang) return other;
  }
  return lang;
}

}  // namespace

void TextLanguage::add_letter(char32_t letter) {
  ++letters_;
  UErrorCode status = U_ZERO_ERROR;
  const std::string_view lang =
      is_persian(letter) ? "fa" : language_of(uscript_getScript(static_cast<UChar32>(letter), &status));
  if (!lang.empty()) ++own_letters_[std::string(lang)];
}

void TextLanguage::add_word(const std::string& word) {
  static const auto known = languages_by_word();
  if (word.empty()) return;
  ++words_;
  const auto found = known.find(word);
  if (found == known.end()) return;
  for (const std::string_view lang : found->second) {
    ++own_words_[std::string(lang)];
    different_[std::string(lang)].insert(word);
  }
}

void TextLanguage::add(std::string_view markdown) {
  bool in_code = false;
  bool in_front_matter = markdown.starts_with("---\n") || markdown.starts_with("+++\n");
  for (bool is_first = true; !markdown.empty() && letters_ < kMostLetters; is_first = false) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    const std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (in_front_matter) {
      in_front_matter = is_first || (line != "---" && line != "+++");
      continue;
    }
    if (begins_fence(line)) in_code = !in_code;
    if (in_code || begins_fence(line)) continue;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(line.data());
    std::string word;
    char closing = 0;  // of a code span, tag or address that we are in
    for (int32_t at = 0; at < static_cast<int32_t>(line.size());) {
      UChar32 c = 0;
      const int32_t begin = at;
      U8_NEXT(bytes, at, static_cast<int32_t>(line.size()), c);
      if (closing != 0) {
        if (c == closing) closing = 0;
        continue;
      }
      if (c > 0 && (u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0)) {
        add_letter(static_cast<char32_t>(c));
        icu::UnicodeString(u_tolower(c)).toUTF8String(word);
        continue;
      }
      add_word(word);
      word.clear();
      if (c == '`') closing = '`';
      if (c == '<') closing = '>';
      if (c == '(' && begin > 0 && line[static_cast<std::size_t>(begin) - 1] == ']') closing = ')';
    }
    add_word(word);
  }
}

std::map<std::string, double> TextLanguage::shares() const {
  constexpr int kFewestLetters = 12;
  constexpr int kFewestWords = 12;
  constexpr std::size_t kFewestDifferent = 4;
  std::map<std::string, double> found;
  if (letters_ >= kFewestLetters) {
    for (const auto& [lang, count] : own_letters_) found[lang] = static_cast<double>(count) / letters_;
    // Japanese is kana among Han; Persian a few letters among Arabic ones.
    if (found["ja"] > found["zh"] / 10) found["ja"] = found["ja"] + std::exchange(found["zh"], 0);
    if (found["fa"] > found["ar"] / 20) found["fa"] = found["fa"] + std::exchange(found["ar"], 0);
    std::erase_if(found, [](const auto& one) { return one.second < kScript; });
    if (!found.empty()) return found;
  }
  if (words_ < kFewestWords) return {};
  for (const auto& [lang, count] : own_words_) {
    // A few letters that are words somewhere prove nothing.
    if (different_.at(lang).size() >= kFewestDifferent) found[lang] = static_cast<double>(count) / words_;
  }
  return found;
}

namespace {

constexpr double kSpoken = 0.1;  // a language's common words are at least so many of all words

std::pair<std::string, double> best(const std::map<std::string, double>& shares, std::string_view but = "") {
  std::pair<std::string, double> found;
  for (const auto& [lang, share] : shares) {
    if (lang != but && share > found.second) found = {lang, share};
  }
  return found;
}

}  // namespace

std::string TextLanguage::likely() const {
  constexpr double kClear = 1.1;
  const auto all = shares();
  const auto first = best(all);
  if (first.second < kSpoken || first.second < kClear * best(all, first.first).second) return "";
  return first.first;
}

TextLanguage::Answer TextLanguage::is(std::string_view code) const {
  constexpr double kNear = 0.8;  // relatives share most of their common words
  constexpr double kFar = 0.6;
  const auto all = shares();
  const auto first = best(all);
  if (first.second < kSpoken) return Answer::unsure;
  const auto own = all.find(std::string(same_as(kb::base_language(code))));
  const double share = own == all.end() ? 0 : own->second;
  if (share >= kSpoken && share >= kNear * first.second) return Answer::yes;
  const bool is_listed = std::any_of(kWords.begin(), kWords.end(), [&](const Words& row) {
    return row.lang == same_as(kb::base_language(code));
  });
  // Of a language that we have no words for nothing can be said, unless its text is plainly English.
  if (share == 0 && !is_listed && first.first != "en") return Answer::unsure;
  return share < kFar * first.second ? Answer::no : Answer::unsure;
}

}  // namespace indexer
