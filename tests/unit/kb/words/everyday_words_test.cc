#include "kb/words/everyday_words.h"

#include <doctest/doctest.h>

#include "kb/text/text.h"

namespace kb {
namespace {

TEST_CASE("everyday words: names are known in every language, words in theirs") {
  struct Example {
    std::string_view lang;
    std::string_view typed;
    bool known;
  };
  for (const auto& [lang, typed, known] : {
           Example{"en", "iPhone", true},
           Example{"en", "iPhones", true},
           Example{"de", "iPhone", true},
           Example{"xx", "WhatsApp", true},
           Example{"en", "scam", true},
           Example{"en-us", "scams", true},
           Example{"de", "scam", false},
           Example{"es", "contacto", true},
           Example{"de", "Öffnungszeiten", true},
           Example{"fr", "arnaque", true},
           Example{"it", "truffa", true},
           Example{"en", "pasword", false},
           Example{"en", "iphonne", false},
           Example{"en", "s", false},
           Example{"en", "", false},
       }) {
    CAPTURE(typed);
    CHECK(is_everyday_word(lang, fold(typed)) == known);
  }
}

}  // namespace
}  // namespace kb
