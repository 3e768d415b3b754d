// Whatever is typed, a search costs no more than a few of an ordinary long one. The queries are the dearest
// we know.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "kb/query/limits.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

// The dearest we know cost up to 3.5 times as much as an ordinary long query; what has no bound costs
// hundreds.
constexpr double kMostCost = 8;

// Repeats `part` as often as a query has room for.
std::string filled(std::string_view part, std::string_view before = "", std::string_view after = "") {
  std::string text(before);
  while (text.size() + part.size() + after.size() <= kMaxQueryBytes) text += part;
  return text + std::string(after);
}

// Different words, the commonest first, until the query is full.
std::string word(std::size_t i) {
  return "w" + std::string(1, static_cast<char>('a' + i % 26)) + "o" +
         std::string(1, static_cast<char>('a' + i / 26 % 26));
}

std::string different_words(std::string_view before, std::string_view after) {
  std::string text;
  for (std::size_t i = 0; text.size() + 16 < kMaxQueryBytes; ++i)
    text += std::string(before) + word(i) + std::string(after);
  return text;
}

std::string different_codes() {
  std::string text;
  for (std::size_t i = 0; text.size() + 16 < kMaxQueryBytes; ++i)
    text += word(i) + std::to_string(100 + i) + "x " + std::to_string(3000 + i) + " ";
  return text;
}

// Articles in which every common word stands often, in any order: what makes phrases, pairs and stop words
// dear.
class CostFixture : public SearchFixture {
 public:
  CostFixture() {
    site.languages = {"en", "ja"};
    SynonymRule rule{{word(0)}, {}};
    for (std::size_t i = 0; i < 200; ++i) rule.to.push_back(word(i) + " " + word(i + 1));
    site.synonyms["en"] = {rule};
    constexpr std::size_t kArticles = 150;
    unsigned seed = 1;
    const auto next = [&](std::size_t below) {
      return (seed = seed * 1103515245U + 12345U) / 65536U % below;
    };
    for (std::size_t n = 0; n < kArticles; ++n) {
      std::string text;
      std::string japanese;
      for (int i = 0; i < 400; ++i) {
        constexpr std::array<std::string_view, 6> kStops{"the ", "it ", "is ", "of ", "to ", "and "};
        text += i % 2 == 0 ? std::string(kStops[next(kStops.size())]) : word(next(260)) + " ";
        japanese += i % 2 == 0 ? "注" : "文";
      }
      for (std::size_t i = 0; i < 20; ++i)
        text += "E-" + std::to_string(3000 + i * n) + " " + word(i) + "100x ";
      for (int i = 0; i < 150; ++i) text += "the it ";  // what a phrase of stop words is found in
      add("a/" + std::to_string(n), "The " + word(n), text);
      add("a/" + std::to_string(n), "注文", japanese, "ja");
    }
  }

  // How many times the processor time of an ordinary long query `text` costs: both are measured in turns, and
  // the least of each counts, since another load on the machine slows whatever runs beside it.
  double cost(const std::string& text, const std::string& lang = "en") {
    double least = 1e9;
    double least_ordinary = 1e9;
    for (int i = 0; i < 3; ++i) {
      least_ordinary = std::min(least_ordinary, seconds(ordinary_, "en"));
      least = std::min(least, seconds(text, lang));
    }
    return least / least_ordinary;
  }

 private:
  std::string ordinary_ = [] {
    std::string text;
    for (std::size_t i = 0; i < kMaxQueryWords; ++i) text += word(i) + " ";
    return text;
  }();

  double seconds(const std::string& text, const std::string& lang) {
    const double before = now();
    search(snapshot(), query_for(text, lang));
    return now() - before;
  }

  static double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  }
};

std::vector<std::string> dear_english() {
  return {
      filled("the ", "\"", "\""),                  // a phrase of stop words
      filled("it is the of to and ", "\"", "\""),  // of several
      filled("the it ", "\"waoa ", "\""),          // and one word that is none
      filled("\"the\" "),                          // many phrases
      filled("\"the waoa\" "),                     // the same one many times
      different_words("\"the ", "\" "),            // many different ones
      different_words("", " "),                    // many common words
      "\"" + different_words("", " ") + "\"",      // as a phrase
      different_words("the ", " "),                // stop words among them
      "waoa " + different_words("-", " "),         // many excluded words
      filled("-the ", "waoa "),                    // one of them many times
      filled("waoa "),                             // one word with many synonyms, many times
      different_words("waoa ", " "),               // and others between
      filled("the "),                              // stop words alone
      filled("wa "),                               // the beginning of many words, many times
      filled("w", "waoa "),                        // one long word, unfinished
      filled("waoax wboax "),                      // words to be corrected
      different_words("", "x "),                   // different ones
      different_words("", ""),                     // one word of many known ones
      filled("wa1 "),                              // codes
      filled("1234 w 5 "),                         // numbers, to be joined with what stands beside them
      filled("1,5 "),                              // amounts
      filled("-> %! "),                            // symbols
      filled("--waoa "),                           // signs before words
      different_codes(),                           // different ones
      filled("a b c d e f g h ", "\"", "\""),      // letters
      different_words("\"", "\" "),                // phrases of one word
  };
}

TEST_CASE_FIXTURE(CostFixture, "query cost: the dearest queries cost no more than a few ordinary long ones") {
  snapshot();
  CHECK(dear_english().size() >= 20);
  for (const std::string& text : dear_english()) {
    CAPTURE(text);
    CHECK(text.size() <= kMaxQueryBytes);
    CHECK(cost(text) <= kMostCost);
  }
  for (const std::string_view sentence :
       {"waoa wboa wcoa wdoa weoa wfoa. ", "the waoa. ", "waoax wboax. ", "E-1 ", "x\n", "w", "ﷺ", "é",
        "a\u0301", "l'", "waoa.", "注文", "注 "}) {
    CAPTURE(sentence);
    std::string text;
    while (text.size() + sentence.size() <= kMaxTextBytes) text += sentence;
    CHECK(cost(text) <= kMostCost);
  }
  for (const std::string& text :
       {filled("注文"), filled("注文", "\"", "\""), filled("\"注文\" "), filled("注", "\"", "\"")}) {
    CAPTURE(text);
    CHECK(cost(text, "ja") <= kMostCost);
  }
}

}  // namespace
}  // namespace kb
