#include "kb/text/language_tag.h"

#include <doctest/doctest.h>

using namespace kb;

TEST_CASE("language tag: the language itself") {
  CHECK(base_language("pt-br") == "pt");
  CHECK(base_language("zh_Hant_TW") == "zh");
  CHECK(base_language("de") == "de");
}

TEST_CASE("language tag: its script, said or known") {
  CHECK(script_of("zh-CN") == "Hans");
  CHECK(script_of("zh-TW") == "Hant");
  CHECK(script_of("zh-Hant") == "Hant");
  CHECK(script_of("de") == "Latn");
  CHECK(script_of("fa") == "Arab");
  CHECK(script_of("no such tag") == "");
}
