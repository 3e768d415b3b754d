#include "events/insert.h"

namespace events {
namespace {

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::answer:
      return "answer";
    case Outcome::hits:
      return "hits";
    case Outcome::nothing:
      return "nothing";
  }
  return "";
}

std::string_view name_of(ContactStep step) {
  switch (step) {
    case ContactStep::shown:
      return "shown";
    case ContactStep::opened:
      return "opened";
    case ContactStep::chosen:
      return "chosen";
  }
  return "";
}

std::string_view name_of(Source source) { return source == Source::page ? "page" : "api"; }

// OR IGNORE: an event the schema refuses, such as a confidence that is not a number, must not
// cost the others of its batch.
struct Inserter {
  explicit Inserter(const Database& database)
      : search(database.prepare("INSERT OR IGNORE INTO searches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
        click(database.prepare("INSERT OR IGNORE INTO clicks VALUES (?, ?, ?, ?, ?, ?)")),
        contact(database.prepare("INSERT OR IGNORE INTO contact VALUES (?, ?, ?, ?, ?)")) {}

  std::int64_t operator()(const Search& e) {
    return search.run(e.time, e.lang, e.query.text(), e.result_count, e.confidence, name_of(e.outcome),
                      name_of(e.source), e.served_from_cache, e.from_query.text(), e.first);
  }
  std::int64_t operator()(const Click& e) {
    return click.run(e.time, e.lang, e.query.text(), e.article_id, e.rank, e.first);
  }
  std::int64_t operator()(const Contact& e) {
    return contact.run(e.time, e.lang, name_of(e.step), e.channel, e.article_id);
  }

  Statement search;
  Statement click;
  Statement contact;
};

bool has_token(const Database& database, std::string_view table, std::string_view token_hash) {
  Statement row = database.prepare("SELECT 1 FROM " + std::string(table) + " WHERE token_hash = ?");
  row.bind(token_hash);
  return row.step();
}

}  // namespace

std::size_t insert(Database& database, const std::vector<QueuedEvent>& batch) {
  Transaction transaction(database);
  Inserter inserter(database);
  std::int64_t rows = 0;
  for (const QueuedEvent& event : batch) rows += std::visit(inserter, event);
  transaction.commit();
  return static_cast<std::size_t>(rows);
}

bool insert(const Database& database, const Feedback& feedback) {
  Statement insert = database.prepare(
      "INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (token_hash) DO UPDATE "
      "SET helpful = excluded.helpful, reason = excluded.reason, comment = excluded.comment "
      "WHERE reason = '' AND comment = '' AND article_id = excluded.article_id");
  return insert.run(feedback.time, feedback.lang, feedback.article_id, feedback.helpful,
                    feedback.reason.text(), feedback.comment.text(), feedback.token_hash,
                    feedback.query.text(), feedback.first) > 0;
}

bool insert(const Database& database, const ArticleRequest& request) {
  Statement insert =
      database.prepare("INSERT INTO requests VALUES (?, ?, ?, ?) ON CONFLICT (token_hash) DO NOTHING");
  return insert.run(request.time, request.lang, request.query.text(), request.token_hash) > 0;
}

bool holds(const Database& database, const Feedback& feedback) {
  return has_token(database, "feedback", feedback.token_hash);
}

bool holds(const Database& database, const ArticleRequest& request) {
  return has_token(database, "requests", request.token_hash);
}

}  // namespace events
