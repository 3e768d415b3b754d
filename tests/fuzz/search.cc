// What a visitor may type, over a real index: searching, suggesting and explaining never throw, stay within
// limits, and agree with each other.
#include <algorithm>

#include "kb/search/explain.h"
#include "kb/search/search.h"
#include "kb/text/utf8.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/kb/fixture.h"

namespace {

const kb::Snapshot& snapshot() {
  static const auto opened = [] {
    static kb::IndexFixture fixture;
    fixture.site.languages = {"en", "de", "ja"};
    fixture.site.synonyms["en"].push_back({{"parcel"}, {"package", "box of goods"}});
    auto& track =
        fixture.add("orders/track-my-order", "Track my order", "Open your account to see the parcel.");
    track.questions = {"Where is my parcel?", "What does E1042 mean?"};
    track.sections.push_back(
        kb::make_section("late", "When it is late", "A late parcel arrives the next day."));
    fixture.add("account/reset-password", "Reset your password",
                "Choose a new password. O'Neill's re-entry.");
    fixture.add("account/cafe", "Our caf\xC3\xA9", "Open from 9:00 to 17.30, +49 30 1234.");
    fixture.add("orders/verfolgen", "Bestellung verfolgen", "Im Konto \xC3\xBC\x62\x65r das Paket.", "de");
    fixture.add("orders/track", "\xE6\xB3\xA8\xE6\x96\x87\xE3\x82\x92\xE8\xBF\xBD\xE8\xB7\xA1",
                "\xE8\x8D\xB7\xE7\x89\xA9\xE3\x81\xAF\xE3\x81\xA9\xE3\x81\x93", "ja");
    return fixture.open();
  }();
  return *opened;
}

void check(const kb::SearchQuery& query) {
  const kb::SearchResult result = kb::search(snapshot(), query);
  fuzz::must(result.confidence >= 0 && result.confidence <= 1, "confidence is a probability");
  fuzz::must(static_cast<int>(result.hits.size()) <= query.limit, "no more hits than asked for");
  const auto counted =
      std::count_if(result.hits.begin(), result.hits.end(), [](const auto& hit) { return !hit.nearest; });
  fuzz::must(counted <= result.total, "hits are counted");
  for (const kb::Hit& hit : result.hits) {
    for (const auto& part : hit.snippet) fuzz::must(kb::is_valid_utf8(part.text), "a snippet is UTF-8");
  }
  kb::explain(snapshot(), query, "");
  const auto suggestions = kb::suggest(snapshot(), query.lang, query.text, 8);
  fuzz::must(suggestions.size() <= 8, "no more suggestions than asked for");
}

}  // namespace

// The first byte chooses the language and the options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > kb::kMaxTextBytes) return 0;
  kb::SearchQuery query;
  query.text = fuzz::as_text(data + 1, size - 1);
  if (!kb::is_valid_utf8(query.text) || query.text.find('\0') != query.text.npos) return 0;
  const auto& languages = snapshot().site().languages;
  query.lang = languages[data[0] % languages.size()];
  query.exact = (data[0] & 0x10) != 0;
  query.filter.category = (data[0] & 0x20) != 0 ? "orders" : "";
  query.limit = (data[0] & 0x40) != 0 ? 1 : 10;
  check(query);
  return 0;
}
