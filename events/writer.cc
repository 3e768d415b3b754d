#include "events/writer.h"

#include <utility>

#include "events/schema.h"
#include "events/scrub.h"

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
      : search(database.prepare("INSERT OR IGNORE INTO searches VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
        click(database.prepare("INSERT OR IGNORE INTO clicks VALUES (?, ?, ?, ?, ?)")),
        contact(database.prepare("INSERT OR IGNORE INTO contact VALUES (?, ?, ?, ?, ?)")) {}

  std::int64_t operator()(const Search& e) {
    return search.run(e.time, e.lang, e.query, e.result_count, e.confidence, name_of(e.outcome),
                      name_of(e.source), e.served_from_cache);
  }
  std::int64_t operator()(const Click& e) { return click.run(e.time, e.lang, e.query, e.article_id, e.rank); }
  std::int64_t operator()(const Contact& e) {
    return contact.run(e.time, e.lang, name_of(e.step), e.channel, e.article_id);
  }

  Statement search;
  Statement click;
  Statement contact;
};

AddResult result_of(std::int64_t rows) { return rows == 0 ? AddResult::duplicate : AddResult::stored; }

}  // namespace

Writer::Writer(const std::filesystem::path& file, WriterOptions options)
    : options_(options),
      database_(open_events(file, OpenMode::create, options.busy_timeout)),
      durable_(file, OpenMode::existing, options.durable_timeout) {
  flusher_ = std::jthread([this](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      std::unique_lock lock(queue_mutex_);
      stopping_.wait_for(lock, stop, options_.flush_every, [] { return false; });
      lock.unlock();
      flush();
    }
  });
}

Writer::~Writer() {
  flusher_.request_stop();
  flusher_.join();
  flush();
}

template <typename Insert>
AddResult Writer::add_durably(const Insert& insert) {
  const std::lock_guard lock(durable_mutex_);
  const bool hurry = std::chrono::steady_clock::now() < hurry_until_;
  durable_.set_busy_timeout(hurry ? std::chrono::milliseconds(0) : options_.durable_timeout);
  try {
    return result_of(insert(durable_));
  } catch (const Error&) {
    // Who did not wait may just have met a flush; that is no reason for the next not to wait either.
    if (!hurry) hurry_until_ = std::chrono::steady_clock::now() + options_.hurry;
    throw;
  }
}

AddResult Writer::add_feedback(const Feedback& feedback) {
  return add_durably([&](const Database& database) {
    Statement insert = database.prepare(
        "INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (token_hash) DO NOTHING");
    return insert.run(feedback.time, feedback.lang, feedback.article_id, feedback.helpful,
                      scrub(feedback.reason), scrub(feedback.comment, kMaxCommentBytes), feedback.token_hash);
  });
}

AddResult Writer::add_request(const ArticleRequest& request) {
  return add_durably([&](const Database& database) {
    Statement insert =
        database.prepare("INSERT INTO requests VALUES (?, ?, ?, ?) ON CONFLICT (token_hash) DO NOTHING");
    return insert.run(request.time, request.lang, scrub(request.query, kMaxRequestBytes), request.token_hash);
  });
}

void Writer::add_search(Search search) {
  search.query = scrub(search.query);
  enqueue(std::move(search));
}

void Writer::add_click(Click click) {
  click.query = scrub(click.query);
  enqueue(std::move(click));
}

void Writer::add_contact(Contact contact) { enqueue(std::move(contact)); }

void Writer::flush() {
  const std::lock_guard lock(database_mutex_);
  const std::vector<Event> batch = take_queue();
  if (batch.empty()) return;
  try {
    const std::size_t stored = store(database_, batch);
    if (stored < batch.size()) drop(batch.size() - stored, "an event does not fit its table");
  } catch (const Error& error) {
    drop(batch.size(), error.what());
  }
}

std::string Writer::last_error() const {
  const std::lock_guard lock(queue_mutex_);
  return last_error_;
}

void Writer::enqueue(Event event) {
  const std::lock_guard lock(queue_mutex_);
  if (queue_.size() < options_.queue_limit) {
    queue_.push_back(std::move(event));
  } else {
    ++dropped_;
    last_error_ = "more came at once than could be written";
  }
}

std::vector<Writer::Event> Writer::take_queue() {
  const std::lock_guard lock(queue_mutex_);
  return std::exchange(queue_, {});
}

void Writer::drop(std::size_t count, const std::string& why) {
  dropped_ += count;
  const std::lock_guard lock(queue_mutex_);
  last_error_ = why;
}

std::size_t Writer::store(Database& database, const std::vector<Event>& batch) {
  Transaction transaction(database);
  Inserter inserter(database);
  std::int64_t rows = 0;
  for (const Event& event : batch) rows += std::visit(inserter, event);
  transaction.commit();
  return static_cast<std::size_t>(rows);
}

}  // namespace events
