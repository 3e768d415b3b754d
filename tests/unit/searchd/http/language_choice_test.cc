#include "searchd/http/language_choice.h"

#include <doctest/doctest.h>

using searchd::choose_language;

TEST_CASE("language choice: the best wish the site can meet, else its first language") {
  const std::vector<std::string> languages{"en", "de", "es"};
  const std::vector<std::pair<std::string, std::string>> cases{{"", "en"},
                                                               {"de", "de"},
                                                               {"de-AT, en;q=0.9", "de"},
                                                               {"fr, es;q=0.3", "es"},
                                                               {"en;q=0.5, es;q=0.6", "es"},
                                                               {"fr", "en"},
                                                               {"*", "en"},
                                                               {"DE", "de"},
                                                               {"de;q=0", "en"},
                                                               {"den", "en"},
                                                               {";q=1,,", "en"},
                                                               {"es_MX", "es"},
                                                               {"en-GB;q=0.8,de;q=0.9", "de"}};
  for (const auto& [accept, lang] : cases) {
    CAPTURE(accept);
    CHECK(choose_language(accept, languages) == lang);
  }
}
