#include "events/reader.h"

#include <algorithm>

#include "events/schema.h"

namespace events {
namespace {

using std::chrono::sys_seconds;

constexpr std::chrono::milliseconds kBusyTimeout{5000};
constexpr const char* kTables[] = {"searches", "clicks", "contact", "feedback", "requests"};

template <typename ReadRow>
auto collect(Statement& statement, ReadRow read_row) {
  std::vector<decltype(read_row(statement))> rows;
  while (statement.step()) rows.push_back(read_row(statement));
  return rows;
}

Statement select(const Database& database, const Period& period, std::string_view sql) {
  Statement statement = database.prepare(sql);
  statement.bind(period.from, period.until);
  return statement;
}

Statement select(const Database& database, const QueryFilter& filter, std::string_view sql) {
  Statement statement = database.prepare(sql);
  statement.bind(filter.period.from, filter.period.until, filter.min_occurrences, filter.limit);
  return statement;
}

QueryCount query_count(const Statement& row) {
  return {row.text(0), row.text(1), row.integer(2), row.integer(3), row.real(4)};
}

// In steps, each on the disk before the next begins: who votes meanwhile must not wait for all of them.
std::int64_t erase(Database& database, const std::string& condition, sys_seconds time) {
  std::int64_t erased = 0;
  for (const std::string table : kTables) {
    Statement step = database.prepare("DELETE FROM " + table + " WHERE rowid IN (SELECT rowid FROM " + table +
                                      condition + " LIMIT 10000)");
    for (std::int64_t rows = -1; rows != 0; erased += rows) rows = step.run(time);
  }
  if (erased > 0)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)");  // the log still holds what was deleted
  return erased;
}

}  // namespace

Reader::Reader(const std::filesystem::path& file)
    : database_(open_events(file, OpenMode::existing, kBusyTimeout)) {}

std::vector<QueryCount> Reader::top_queries(const QueryFilter& filter) const {
  Statement rows = select(database_, filter, R"sql(
    SELECT lang, query, COUNT(*) AS searches, SUM(outcome = 'nothing'), AVG(confidence)
    FROM searches WHERE time >= ?1 AND time < ?2
    GROUP BY lang, query HAVING searches >= ?3
    ORDER BY searches DESC, lang, query LIMIT ?4)sql");
  return collect(rows, query_count);
}

std::vector<QueryCount> Reader::queries_with_nothing(const QueryFilter& filter) const {
  Statement rows = select(database_, filter, R"sql(
    SELECT lang, query, COUNT(*) AS searches, SUM(outcome = 'nothing') AS failed, AVG(confidence)
    FROM searches WHERE time >= ?1 AND time < ?2
    GROUP BY lang, query HAVING searches >= ?3 AND failed > 0
    ORDER BY failed DESC, lang, query LIMIT ?4)sql");
  return collect(rows, query_count);
}

std::vector<ClickCount> Reader::clicked_articles(const QueryFilter& filter) const {
  Statement rows = select(database_, filter, R"sql(
    SELECT lang, query, article_id, COUNT(*) AS clicks, AVG(rank)
    FROM clicks WHERE time >= ?1 AND time < ?2
    GROUP BY lang, query, article_id HAVING clicks >= ?3
    ORDER BY clicks DESC, lang, query, article_id LIMIT ?4)sql");
  return collect(rows, [](const Statement& row) {
    return ClickCount{row.text(0), row.text(1), row.text(2), row.integer(3), row.real(4)};
  });
}

std::vector<RequestCount> Reader::requested_articles(const QueryFilter& filter) const {
  Statement rows = select(database_, filter, R"sql(
    SELECT lang, query, COUNT(*) AS requests
    FROM requests WHERE time >= ?1 AND time < ?2
    GROUP BY lang, query HAVING requests >= ?3
    ORDER BY requests DESC, lang, query LIMIT ?4)sql");
  return collect(rows, [](const Statement& row) {
    return RequestCount{row.text(0), row.text(1), row.integer(2)};
  });
}

std::vector<ArticleFeedback> Reader::article_feedback(const Period& period) const {
  Statement rows = select(database_, period, R"sql(
    SELECT lang, article_id, SUM(helpful), SUM(NOT helpful) AS unhelpful
    FROM feedback WHERE time >= ?1 AND time < ?2
    GROUP BY lang, article_id ORDER BY unhelpful DESC, lang, article_id)sql");
  return collect(rows, [](const Statement& row) {
    return ArticleFeedback{row.text(0), row.text(1), row.integer(2), row.integer(3)};
  });
}

std::vector<ArticleFeedback> Reader::first_votes() const {
  Statement rows = database_.prepare(R"sql(
    SELECT lang, article_id, SUM(helpful), SUM(NOT helpful)
    FROM feedback WHERE first <> 0 GROUP BY lang, article_id)sql");
  return collect(rows, [](const Statement& row) {
    return ArticleFeedback{row.text(0), row.text(1), row.integer(2), row.integer(3)};
  });
}

std::vector<Comment> Reader::comments(const Period& period) const {
  Statement rows = select(database_, period, R"sql(
    SELECT time, lang, article_id, helpful, reason, comment
    FROM feedback WHERE time >= ?1 AND time < ?2 AND (reason <> '' OR comment <> '')
    ORDER BY time DESC, rowid DESC)sql");
  return collect(rows, [](const Statement& row) {
    return Comment{sys_seconds(std::chrono::seconds(row.integer(0))),
                   row.text(1),
                   row.text(2),
                   row.integer(3) != 0,
                   row.text(4),
                   row.text(5)};
  });
}

std::vector<ContactCount> Reader::contact_counts(const Period& period) const {
  Statement rows = select(database_, period, R"sql(
    SELECT lang, channel, SUM(step = 'shown'), SUM(step = 'opened'), SUM(step = 'chosen')
    FROM contact WHERE time >= ?1 AND time < ?2
    GROUP BY lang, channel ORDER BY lang, channel)sql");
  return collect(rows, [](const Statement& row) {
    return ContactCount{row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4)};
  });
}

std::vector<DayCount> Reader::days(const Period& period) const {
  Statement rows = select(database_, period, R"sql(
    SELECT time / 86400 AS day, SUM(search), SUM(answer), SUM(failed), SUM(click), SUM(vote),
           SUM(contact)
    FROM (
      SELECT time, 1 AS search, outcome = 'answer' AS answer, outcome = 'nothing' AS failed,
             0 AS click, 0 AS vote, 0 AS contact FROM searches
      UNION ALL SELECT time, 0, 0, 0, 1, 0, 0 FROM clicks
      UNION ALL SELECT time, 0, 0, 0, 0, 1, 0 FROM feedback
      UNION ALL SELECT time, 0, 0, 0, 0, 0, 1 FROM contact WHERE step = 'chosen'
    )
    WHERE time >= ?1 AND time < ?2 GROUP BY day ORDER BY day)sql");
  return collect(rows, [](const Statement& row) {
    const std::chrono::sys_days day(std::chrono::days(row.integer(0)));
    return DayCount{
        day, row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5), row.integer(6)};
  });
}

std::optional<sys_seconds> Reader::newest() const {
  std::optional<sys_seconds> newest;
  for (const std::string table : kTables) {
    Statement row = database_.prepare("SELECT time FROM " + table + " ORDER BY time DESC LIMIT 1");
    if (row.step())
      newest = std::max(newest, std::optional(sys_seconds(std::chrono::seconds(row.integer(0)))));
  }
  return newest;
}

std::int64_t Reader::erase_before(sys_seconds time) { return erase(database_, " WHERE time < ?", time); }

std::int64_t Reader::erase_all() { return erase(database_, " WHERE time <= ?", sys_seconds::max()); }

}  // namespace events
