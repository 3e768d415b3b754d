#include "kb/words/common_words.h"

#include <doctest/doctest.h>

#include "kb/text/text.h"

namespace kb {
namespace {

TEST_CASE("common words: those that fill letters, by language, with the stop words") {
  struct Example {
    std::string_view lang;
    std::string_view typed;
    bool common;
  };
  for (const auto& [lang, typed, common] : {
           Example{"en", "yesterday", true},
           Example{"en-us", "Grateful", true},
           Example{"en", "the", true},
           Example{"en", "parcel", false},
           Example{"en", "refund", false},
           Example{"en", "E1042", false},
           Example{"en", "gestern", false},
           Example{"de", "gestern", true},
           Example{"de", "für", true},
           Example{"de", "Rückerstattung", false},
           Example{"es", "mañana", true},
           Example{"fr", "espère", true},
           Example{"it", "perché", true},
           Example{"pt-br", "obrigado", true},
           Example{"nl", "bedankt", true},
           Example{"sv", "och", true},
           Example{"xx", "yesterday", false},
           Example{"en", "", false},
       }) {
    CAPTURE(lang);
    CAPTURE(typed);
    CHECK(is_common_word(lang, fold(typed)) == common);
  }
}

}  // namespace
}  // namespace kb
