#include "events/outcomes.h"

#include <map>
#include <set>
#include <utility>

#include "events/schema.h"

namespace events {
namespace {

constexpr std::chrono::milliseconds kReadTimeout{5000};

// Rows have no number that lasts (VACUUM gives new ones). But `first` is random for each day and server, so
// what is equal in two files up to the second is the same, and stands in one file as often as in the other.
constexpr const char* kEvents = R"sql(
  SELECT 'search', lang, query, '', time, first, COUNT(*) FROM searches
  WHERE time >= ?1 AND time < ?2 AND first <> 0 GROUP BY lang, query, time, first
  UNION ALL SELECT 'again', lang, from_query, '', time, first, COUNT(*) FROM searches
  WHERE time >= ?1 AND time < ?2 AND first <> 0 AND from_query <> '' GROUP BY lang, from_query, time, first
  UNION ALL SELECT 'click', lang, query, article_id, time, first, COUNT(*) FROM clicks
  WHERE time >= ?1 AND time < ?2 AND first <> 0 GROUP BY lang, query, article_id, time, first
  UNION ALL SELECT CASE WHEN helpful THEN 'yes' ELSE 'no' END, lang, query, article_id, time, first, COUNT(*)
  FROM feedback WHERE time >= ?1 AND time < ?2 AND first <> 0 AND query <> ''
  GROUP BY lang, query, article_id, time, first, helpful <> 0)sql";

constexpr const char* kScratchTables = R"sql(
  PRAGMA journal_mode = OFF;
  PRAGMA cache_size = -65536;  -- KiB
  CREATE TABLE events (kind, lang, query, article, time, first, n,
    PRIMARY KEY (kind, lang, query, article, time, first)) WITHOUT ROWID;
  CREATE TABLE memories (day, first, server, PRIMARY KEY (day, first)) WITHOUT ROWID;
  CREATE TABLE sums (kind, lang, query, article, clients, beyond, busiest,
    PRIMARY KEY (kind, lang, query, article)) WITHOUT ROWID;)sql";

// Of two memories of a server on one day both may know the same client.
constexpr const char* kSums = R"sql(
  INSERT INTO sums
  WITH known AS (
    SELECT kind, lang, query, article, day, server, SUM(n) AS clients
    FROM events JOIN memories ON day = time / 86400 AND memories.first = events.first
    GROUP BY kind, lang, query, article, day, server, events.first),
  servers AS (
    SELECT kind, lang, query, article, day, MAX(clients) AS clients FROM known
    GROUP BY kind, lang, query, article, day, server),
  days AS (
    SELECT kind, lang, query, article, SUM(clients) AS clients, SUM(clients - 1) AS beyond FROM servers
    GROUP BY kind, lang, query, article, day)
  SELECT kind, lang, query, article, SUM(clients), SUM(beyond), MAX(beyond) FROM days
  GROUP BY kind, lang, query, article)sql";

constexpr const char* kOutcomes = R"sql(
  SELECT asked.lang, asked.query, opened.article, asked.clients, asked.beyond, opened.clients, opened.beyond,
         yes.clients, yes.beyond, no.clients, no.beyond, again.clients, again.beyond
  FROM sums AS asked JOIN sums AS opened ON opened.lang = asked.lang AND opened.query = asked.query
  LEFT JOIN sums AS yes ON yes.kind = 'yes' AND yes.lang = asked.lang AND yes.query = asked.query
                       AND yes.article = opened.article
  LEFT JOIN sums AS no ON no.kind = 'no' AND no.lang = asked.lang AND no.query = asked.query
                      AND no.article = opened.article
  LEFT JOIN sums AS again ON again.kind = 'again' AND again.lang = asked.lang AND again.query = asked.query
  WHERE asked.kind = 'search' AND asked.clients >= ?1 AND asked.busiest >= ?2
    AND opened.kind = 'click' AND opened.busiest >= ?2
  ORDER BY asked.beyond DESC, asked.lang, asked.query, opened.article LIMIT ?3)sql";

using Memory = std::pair<std::int64_t, std::int64_t>;  // day, and its number

// Which memories are of one server: those that one file knows.
class Servers {
 public:
  void add(const std::set<Memory>& of_one_file) {
    const int server = ++last_;
    std::set<int> same;
    for (const Memory& memory : of_one_file)
      if (const auto known = servers_.find(memory); known != servers_.end()) same.insert(known->second);
    for (auto& [memory, known] : servers_)
      if (same.contains(known)) known = server;
    for (const Memory& memory : of_one_file) servers_[memory] = server;
  }
  const std::map<Memory, int>& list() const { return servers_; }

 private:
  std::map<Memory, int> servers_;
  int last_ = 0;
};

// Returns the memories that the file's events are of.
std::set<Memory> copy_events(const std::filesystem::path& file, const Period& period, Statement& insert) {
  const Database database = open_events_to_read(file, kReadTimeout);
  Statement row = database.prepare(kEvents);
  row.bind(period.from, period.until);
  std::set<Memory> memories;
  while (row.step()) {
    const std::int64_t time = row.integer(4);
    const std::int64_t first = row.integer(5);
    insert.run(row.text(0), row.text(1), row.text(2), row.text(3), time, first, row.integer(6));
    memories.emplace(time / 86400, first);
  }
  return memories;
}

SearchOutcome outcome_of(const Statement& row) {
  const auto tally = [&](int column) {
    return SearchOutcome::Tally{row.integer(column), row.integer(column + 1)};
  };
  return {row.text(0), row.text(1), row.text(2), tally(3), tally(5), tally(7), tally(9), tally(11)};
}

}  // namespace

std::vector<SearchOutcome> search_outcomes(const std::vector<std::filesystem::path>& files,
                                           const OutcomeFilter& filter) {
  // Without a name: SQLite's for a database that goes when it is closed.
  Database all("", OpenMode::as_is, kReadTimeout);
  all.execute(kScratchTables);
  Transaction transaction(all);
  Statement insert = all.prepare(
      "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET n = MAX(n, excluded.n)");
  Servers servers;
  for (const std::filesystem::path& file : files) servers.add(copy_events(file, filter.period, insert));
  Statement memory = all.prepare("INSERT INTO memories VALUES (?, ?, ?)");
  for (const auto& [place, server] : servers.list()) memory.run(place.first, place.second, server);
  all.execute(kSums);
  transaction.commit();

  Statement row = all.prepare(kOutcomes);
  row.bind(filter.min_searches, filter.min_clients - 1, filter.limit);
  std::vector<SearchOutcome> outcomes;
  while (row.step()) outcomes.push_back(outcome_of(row));
  return outcomes;
}

}  // namespace events
