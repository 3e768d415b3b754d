// What the report asks of the events, and how they are deleted.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "events/database.h"

namespace events {

// From `from`, up to but without `until`.
struct Period {
  std::chrono::sys_seconds from{};
  std::chrono::sys_seconds until = std::chrono::sys_seconds::max();
};

// What somebody typed may tell who it was, unless others typed it too: a query is shown only
// when it occurs `min_occurrences` times within the period, in one language.
struct QueryFilter {
  Period period{};
  std::int64_t min_occurrences = 5;
  std::int64_t limit = 100;  // rows
};

struct QueryCount {
  std::string lang{};
  std::string query{};
  std::int64_t searches = 0;
  std::int64_t nothing = 0;    // those that found nothing
  double mean_confidence = 0;  // 0 to 1

  double nothing_rate() const { return static_cast<double>(nothing) / static_cast<double>(searches); }
};

struct ClickCount {
  std::string lang{};
  std::string query{};
  std::string article_id{};
  std::int64_t clicks = 0;
  double mean_rank = 0;  // 1 is the first hit
};

struct RequestCount {
  std::string lang{};
  std::string query{};
  std::int64_t requests = 0;
};

struct ArticleFeedback {
  std::string lang{};
  std::string article_id{};
  std::int64_t helpful = 0;
  std::int64_t unhelpful = 0;
};

struct Comment {
  std::chrono::sys_seconds time{};
  std::string lang{};
  std::string article_id{};
  bool helpful = false;
  std::string reason{};
  std::string comment{};
};

struct ContactCount {
  std::string lang{};
  std::string channel{};    // empty: the page itself
  std::int64_t shown = 0;   // the page showed answers
  std::int64_t opened = 0;  // one of them was opened
  std::int64_t chosen = 0;  // the channel was chosen
};

struct DayCount {
  std::chrono::sys_days day{};  // in UTC
  std::int64_t searches = 0;
  std::int64_t answers = 0;
  std::int64_t nothing = 0;
  std::int64_t clicks = 0;
  std::int64_t feedback = 0;
  std::int64_t contacts = 0;  // contact channels chosen
};

// For one thread at a time; a Writer may work on the same file meanwhile. Every function throws
// Error.
class Reader {
 public:
  // The file must exist and be one of events; an older one is migrated.
  explicit Reader(const std::filesystem::path& file);

  // Most frequent first.
  std::vector<QueryCount> top_queries(const QueryFilter& filter) const;
  std::vector<QueryCount> queries_with_nothing(const QueryFilter& filter) const;
  std::vector<ClickCount> clicked_articles(const QueryFilter& filter) const;
  std::vector<RequestCount> requested_articles(const QueryFilter& filter) const;

  // Most unhelpful votes first.
  std::vector<ArticleFeedback> article_feedback(const Period& period) const;
  // The first of each client and day (UTC) only, as far as that is known; in no order.
  std::vector<ArticleFeedback> first_votes() const;
  // Votes that say more than yes or no, newest first.
  std::vector<Comment> comments(const Period& period) const;
  std::vector<ContactCount> contact_counts(const Period& period) const;
  // Oldest first; days on which nothing happened are absent.
  std::vector<DayCount> days(const Period& period) const;
  // The latest time of any event; nullopt when there is none.
  std::optional<std::chrono::sys_seconds> newest() const;

  // Delete events, and their bytes from the disk. Return how many events went.
  std::int64_t erase_before(std::chrono::sys_seconds time);
  std::int64_t erase_all();

 private:
  Database database_;
};

}  // namespace events
