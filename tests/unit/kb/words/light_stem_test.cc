#include "kb/words/light_stem.h"

#include <doctest/doctest.h>

#include <vector>

#include "kb/text/text.h"

namespace kb {
namespace {

TEST_CASE("light stem: the forms of a word have one stem") {
  struct Word {
    std::string_view lang;
    std::vector<std::string_view> forms;
  };
  for (const auto& [lang, forms] : {
           Word{"cs", {"heslo", "hesla", "heslu", "heslem", "hesly", "heslech"}},
           Word{"cs", {"tiskárna", "tiskárny", "tiskárnou", "tiskárnách", "tiskárnám"}},
           Word{"cs", {"nový", "nového", "novému", "novým", "nových", "nové"}},
           Word{"pl", {"drukarka", "drukarki", "drukarkę", "drukarką", "drukarkami", "drukarkach"}},
           Word{"pl", {"plik", "pliku", "pliki", "plików", "plikami", "plikach", "plikiem"}},
           Word{"pl", {"instalować", "instalowanie", "instalowania", "instalowany"}},
           Word{"uk", {"пароль", "пароля", "паролі", "паролем", "паролів", "паролями"}},
           Word{"uk", {"новий", "нового", "новому", "новим", "нових", "нова"}},
           Word{"uk", {"друкування", "друкуванням", "друкувати"}},
       }) {
    for (const std::string_view form : forms) {
      CAPTURE(form);
      CHECK(light_stem(lang, fold(form)) == light_stem(lang, fold(forms.front())));
    }
  }
}

TEST_CASE("light stem: short words stay, and other languages have none") {
  for (const std::string_view word : {"", "a", "dva", "tom", "pes", "les"}) {
    CAPTURE(word);
    CHECK(light_stem("cs", word) == word);
  }
  for (const std::string_view lang : {"cs", "pl", "uk"}) CHECK(has_light_stem(lang));
  for (const std::string_view lang : {"", "en", "ru", "sk"}) CHECK_FALSE(has_light_stem(lang));
}

}  // namespace
}  // namespace kb
