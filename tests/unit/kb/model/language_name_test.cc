#include "kb/model/language_name.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

TEST_CASE("language name: a language calls itself by its own name in its own script") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"pt-BR", "Portugu\u00eas (Brasil)"},
      {"ar", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629"},
      {"zh-Hans", "\u4e2d\u6587\uff08\u7b80\u4f53\uff09"},
      {"cs", "\u010ce\u0161tina"},
      {"id", "Indonesia"}};
  for (const auto& [lang, name] : cases) CHECK(kb::own_language_name(lang) == name);
}
