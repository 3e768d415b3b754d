#include "searchd/theme/strings.h"

#include <doctest/doctest.h>

using namespace searchd;
using namespace std::chrono;

namespace {

const service::FlatYaml kTexts{{"count.one", "{n} result for {query}"},
                               {"count.other", "{n} results for {query}"},
                               {"hello", "Hello {name}, {unknown} {"},
                               {"plain", "No braces"}};

}  // namespace

TEST_CASE("strings: names are filled in once, what is filled in stays as it is") {
  const Strings strings("en", kTexts);
  CHECK(strings.text("plain") == "No braces");
  CHECK(strings.text("hello", {{"name", "{n} {name}"}}) == "Hello {n} {name}, {unknown} {");
  CHECK(strings.text("not.there") == "not.there");
}

TEST_CASE("strings: a named thing's text has the name in its key") {
  const Strings strings("en", {{"status_known_issue", "Known issue with {what}"}});
  CHECK(strings.named("status", "known-issue", {{"what", "labels"}}) == "Known issue with labels");
  CHECK(strings.named("status", "resolved") == "status_resolved");
  CHECK(strings.named("status", "").empty());
}

TEST_CASE("strings: plural forms and numbers follow the language") {
  const Strings english("en", kTexts);
  CHECK(english.plural("count", 1, {{"query", "x"}}) == "1 result for x");
  CHECK(english.plural("count", 0, {{"query", "{n}"}}) == "0 results for {n}");
  CHECK(english.plural("count", 1234, {{"query", "x"}}) == "1,234 results for x");
  const Strings german("de", kTexts);
  CHECK(german.plural("count", 1234, {{"query", "x"}}) == "1.234 results for x");
  // Arabic has a form for two, which this file lacks: "other" stands in.
  const Strings arabic("ar", {{"count.one", "one"}, {"count.other", "other"}});
  CHECK(arabic.plural("count", 2) == "other");
}

TEST_CASE("strings: dates follow the language") {
  const sys_days day = sys_days{year{2026} / May / 2};
  CHECK(Strings("en", {}).date(day) == "2 May 2026");
  CHECK(Strings("de", {}).date(day) == "2. Mai 2026");
  CHECK(Strings("es", {}).date(day) == "2 de mayo de 2026");
  CHECK(Strings("fr", {}).date(day) == "2 mai 2026");
}

TEST_CASE("strings: hours, days of the week and places follow the language") {
  CHECK(Strings("en", {}).time_of_day(18h) == "18:00");
  CHECK(Strings("de", {}).time_of_day(9h + 5min) == "09:05");
  CHECK(Strings("es", {}).time_of_day(9h) == "9:00");
  CHECK(Strings("en", {}).weekday(0) == "Monday");
  CHECK(Strings("de", {}).weekday(6) == "Sonntag");
  CHECK(Strings("es", {}).weekday(2) == "mi\u00e9rcoles");
  CHECK(Strings("fr", {}).place_of("Europe/London") == "Londres");
  CHECK(Strings("en", {}).place_of("Nowhere/At/All") != "London");
}

TEST_CASE("strings: a plural form counts as one key") {
  CHECK(Strings("en", kTexts).keys() == std::vector<std::string>{"count", "hello", "plain"});
  CHECK(Strings("en", {}).language_name("de") == "German");
}

TEST_CASE("strings: a language runs as its script does") {
  for (const char* lang : {"ar", "he", "fa", "ur", "ckb", "ps", "sd", "ug", "dv", "yi", "az-Arab", "ar-EG"}) {
    CAPTURE(lang);
    CHECK(direction_of(lang) == "rtl");
  }
  for (const char* lang : {"en", "de", "az", "ja", "zh-Hant", "ur-Latn", "xx"}) {
    CAPTURE(lang);
    CHECK(direction_of(lang) == "ltr");
  }
}

TEST_CASE("strings: a language gets the country that most of its speakers live in") {
  const std::vector<std::pair<std::string, std::string>> cases{{"en", "en_US"},    {"de", "de_DE"},
                                                               {"fr", "fr_FR"},    {"pt-BR", "pt_BR"},
                                                               {"en-GB", "en_GB"}, {"ar", "ar_EG"}};
  for (const auto& [lang, locale] : cases) CHECK(locale_with_country(lang) == locale);
}
