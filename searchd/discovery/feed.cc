#include "searchd/discovery/feed.h"

#include <algorithm>
#include <chrono>

#include "kb/model/article.h"
#include "kb/model/date.h"
#include "kb/store/sha256.h"
#include "searchd/discovery/file_reply.h"

namespace searchd {

namespace {

constexpr std::size_t kNewest = 30;  // articles, and as many corrections
constexpr std::size_t kIdDigits = 12;

struct Entry {
  std::string id;   // must never change, or feed readers show the entry again
  std::string url;  // absolute
  std::string title;
  std::string summary;
  std::string kind;
  std::chrono::sys_seconds updated;
};
using Entries = std::vector<Entry>;
using Date = std::optional<std::chrono::sys_days>;

// The cards that have this date, newest first, at most kNewest.
std::vector<const kb::Card*> newest(const kb::Catalogue& catalogue, Date kb::Card::*date) {
  std::vector<const kb::Card*> cards;
  for (const kb::Card& card : catalogue.cards()) {
    if (card.*date) cards.push_back(&card);
  }
  const std::size_t shown = std::min(cards.size(), kNewest);
  std::partial_sort(cards.begin(), cards.begin() + static_cast<std::ptrdiff_t>(shown), cards.end(),
                    [&](const auto* a, const auto* b) {
                      return a->*date != b->*date ? a->*date > b->*date : a->id < b->id;
                    });
  cards.resize(shown);
  return cards;
}

void add_articles(const Visit& visit, Entries& entries) {
  for (const kb::Card* card : newest(visit.catalogue(), &kb::Card::updated)) {
    const std::string url = visit.edition.absolute(card->url);
    entries.push_back({url, url, card->title, card->description, "article", *card->updated});
  }
}

void add_corrections(const Visit& visit, Entries& entries) {
  Entries all;
  for (const kb::Card* card : newest(visit.catalogue(), &kb::Card::corrected)) {
    const auto article = visit.snapshot().article(card->lang, card->id);
    const std::string url = visit.edition.absolute(card->url);
    const std::string title = visit.strings().text("feed_correction", {{"title", card->title}});
    for (const kb::Correction& correction : article ? article->corrections : std::vector<kb::Correction>{}) {
      const std::string id = url + "#corrected-" + kb::sha256(correction.text).substr(0, kIdDigits);
      all.push_back({id, url, title, correction.text, "correction", correction.date});
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.updated > b.updated; });
  all.resize(std::min(all.size(), kNewest));
  entries.insert(entries.end(), all.begin(), all.end());
}

// A notice gets a new entry when it is resolved, so that feed readers announce that.
void add_notices(const Visit& visit, Entries& entries) {
  const std::string fallback = visit.edition.site().languages.front();
  const std::string home = visit.edition.absolute("/" + visit.lang + "/");
  const std::string status = visit.edition.absolute("/" + visit.lang + "/status");
  for (const kb::Notice& notice : visit.edition.notices()) {
    const kb::Card* card = visit.catalogue().find(notice.article);
    const std::string kind(kb::to_string(notice.kind));
    const bool is_dated = notice.updated != std::chrono::sys_seconds{};
    const std::string what = kind + "\n" + std::string(kb::local(notice.title, fallback));
    const std::string title =
        visit.strings().text("feed_notice", {{"kind", visit.strings().named("notice", kind)},
                                             {"title", kb::local(notice.title, visit.lang, fallback)}});
    entries.push_back({home + "#notice-" + kb::sha256(what).substr(0, kIdDigits),
                       card ? visit.edition.absolute(card->url) : status, title,
                       std::string(kb::local(notice.text, visit.lang, fallback)), kind,
                       is_dated ? notice.updated : visit.snapshot().manifest().built});
  }
}

View entry_view(const Entry& entry) {
  View view;
  view.set("id", entry.id);
  view.set("url", entry.url);
  view.set("title", entry.title);
  view.set("summary", entry.summary);
  view.set("kind", entry.kind);
  view.set("updated", kb::format_time(entry.updated));
  return view;
}

// `page` and `name`: the page that it follows and the feed itself, below the language.
Reply feed_reply(const Visit& visit, std::string_view page, std::string_view name, std::string_view title,
                 Entries entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.updated > b.updated; });
  const std::string below = "/" + visit.lang + "/";
  const auto built = visit.snapshot().manifest().built;
  View view;
  view.set("lang", visit.lang);
  view.set("title", title);
  view.set("page_url", visit.edition.absolute(below + std::string(page)));
  view.set("feed_url", visit.edition.absolute(below + std::string(name)));
  view.set("updated", kb::format_time(entries.empty() ? built : entries.front().updated));
  view.set("entries", views_of(entries, entry_view));
  return file_reply(visit, "feed.atom", "application/atom+xml; charset=utf-8", view);
}

}  // namespace

Reply feed(const Visit& visit) {
  Entries entries;
  add_articles(visit, entries);
  add_corrections(visit, entries);
  add_notices(visit, entries);
  return feed_reply(visit, "", "feed.atom", kb::local(visit.edition.site().title, visit.lang),
                    std::move(entries));
}

Reply status_feed(const Visit& visit) {
  Entries entries;
  add_notices(visit, entries);
  const std::string title =
      visit.strings().text("page_title", {{"page", visit.strings().text("status_title")},
                                          {"site", kb::local(visit.edition.site().title, visit.lang)}});
  return feed_reply(visit, "status", "status.atom", title, std::move(entries));
}

}  // namespace searchd
