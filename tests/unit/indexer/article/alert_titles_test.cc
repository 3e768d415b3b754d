#include "indexer/article/alert_titles.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace indexer;

TEST_CASE("alert titles: the language's own words, a region's and a script's before them") {
  CHECK(alert_titles("de").at("note") == "Hinweis");
  CHECK(alert_titles("de-AT").at("note") == "Hinweis");
  CHECK(alert_titles("pt").at("todo") == "Por fazer");
  CHECK(alert_titles("pt-BR").at("todo") == "A fazer");
  CHECK(alert_titles("zh").at("info") == "\u4fe1\u606f");
  CHECK(alert_titles("zh-TW").at("info") == "\u8cc7\u8a0a");
  CHECK(alert_titles("zh-Hant-HK").at("info") == "\u8cc7\u8a0a");
  CHECK(alert_titles("en").empty());
  CHECK(alert_titles("tlh").empty());
}

TEST_CASE("alert titles: every language whose pages have words has these") {
  for (const auto& file : std::filesystem::directory_iterator(FIRSTLINE_SOURCE_DIR "/templates/strings")) {
    const std::string lang = file.path().stem();
    if (lang == "en") continue;  // absent are English
    CAPTURE(lang);
    CHECK(alert_titles(lang).size() == alert_titles("de").size());
    for (const auto& [name, words] : alert_titles(lang)) CHECK(!words.empty());
  }
}
