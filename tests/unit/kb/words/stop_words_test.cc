#include "kb/words/stop_words.h"

#include <doctest/doctest.h>

#include <utility>

#include "kb/text/text.h"

namespace kb {
namespace {

TEST_CASE("stop words: each language has its own, found as the words are folded") {
  for (const auto& [lang, word] : {
           std::pair{"en", "The"},
           std::pair{"en", "a"},
           std::pair{"en", "with"},
           std::pair{"de", "für"},
           std::pair{"de", "zur"},
           std::pair{"fr", "à"},
           std::pair{"fr", "être"},
           std::pair{"es", "más"},
           std::pair{"it", "più"},
           std::pair{"pt", "você"},
           std::pair{"nl", "het"},
           std::pair{"sv", "för"},
           std::pair{"da", "når"},
           std::pair{"no", "på"},
           std::pair{"nb", "på"},
           std::pair{"fi", "että"},
       }) {
    CAPTURE(lang);
    CAPTURE(word);
    CHECK(is_stop_word(lang, fold(word)));
  }
}

TEST_CASE("stop words: words that say something are none") {
  for (const auto& [lang, word] : {
           std::pair{"en", "order"},
           std::pair{"en", "not"},
           std::pair{"pt", "nao"},
           std::pair{"en", ""},
           std::pair{"en", " "},
           std::pair{"en", "a an"},
           std::pair{"de", "the"},
           std::pair{"fr", "commande"},
       }) {
    CAPTURE(word);
    CHECK_FALSE(is_stop_word(lang, word));
  }
}

TEST_CASE("stop words: in Chinese, pairs of characters that are both too common") {
  for (const std::string_view pair : {"什么", "多少", "的"}) CHECK(is_stop_word("zh", pair));
  for (const std::string_view pair : {"退款", "的退", "a"}) CHECK_FALSE(is_stop_word("zh-hant", pair));
}

TEST_CASE("stop words: a language without a list has none, a regional one has its language's") {
  CHECK_FALSE(is_stop_word("ja", "the"));
  CHECK_FALSE(is_stop_word("", "the"));
  CHECK(is_stop_word("en-us", "the"));
  CHECK(is_stop_word("pt-br", "voce"));
}

}  // namespace
}  // namespace kb
