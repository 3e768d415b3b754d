#include "events/writer.h"

#include <utility>

#include "events/schema.h"
#include "events/size_limit.h"

namespace events {
namespace {

constexpr std::string_view kOverwritten = "something else has overwritten the file";

// Only we write the log into the file, so that we know when the file changes.
Database without_automatic_checkpoints(Database database) {
  database.execute("PRAGMA wal_autocheckpoint = 0");
  return database;
}

std::string first_text(const Database& database, std::string_view sql) {
  Statement row = database.prepare(sql);
  return row.step() ? row.text(0) : "";
}

// As another program sees the file. One that keeps no write-ahead log is not the one that we have opened.
// Throws Error when the file cannot be examined.
bool is_sound(const std::filesystem::path& file, std::chrono::milliseconds timeout) {
  try {
    const Database database(file, OpenMode::as_is, timeout);
    return first_text(database, "PRAGMA journal_mode") == "wal" &&
           first_text(database, "PRAGMA quick_check(1)") == "ok";
  } catch (const DamagedError&) {
    return false;
  }
}

Error error_at(const std::filesystem::path& file, std::string_view what, std::string_view hint) {
  return {"events file " + file.native() + ": " + std::string(what), std::string(hint)};
}

}  // namespace

Writer::Writer(const std::filesystem::path& file, WriterOptions options)
    : options_(std::move(options)), files_(file) {
  open();
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

// Requires: both mutexes, except in the constructor.
void Writer::open() {
  files_.require_plain_file();
  Database database = open_events(files_.path(), OpenMode::create, options_.busy_timeout);
  Database durable(files_.path(), OpenMode::existing, options_.durable_timeout);
  database_ = without_automatic_checkpoints(std::move(database));
  durable_ = without_automatic_checkpoints(std::move(durable));
  files_.remember();
}

void Writer::close() {
  durable_.reset();
  database_.reset();
}

// Requires: both mutexes, and that nothing is open.
void Writer::reopen(std::string_view why) {
  open();
  if (!is_sound(files_.path(), options_.busy_timeout)) {
    database_->keep_log_on_close();
    durable_->keep_log_on_close();
    close();
    throw error_at(files_.path(), "the file is damaged", "move the file aside; a new one is made then");
  }
  {
    const std::lock_guard lock(queue_mutex_);
    ++counts_.reopened;
  }
  options_.on_reopen(why);
}

// Opens what lies at the path now, unless it is open already.
void Writer::mend() {
  const std::scoped_lock lock(database_mutex_, durable_mutex_);
  if (!database_) return reopen("the file can be used again");
  if (const std::string why = files_.displaced(); !why.empty()) {
    try {
      database_->execute("PRAGMA wal_checkpoint(TRUNCATE)");  // into the file that is open
    } catch (const Error& error) {
      drop(0, error.what());
    }
    close();
    files_.remove_log();
    return reopen(why);
  }
  if (!files_.rewritten()) return;
  // Most likely another program deleted events. The file is opened again all the same: what the connections
  // remember of it may be wrong.
  if (is_sound(files_.path(), options_.busy_timeout)) {
    close();
    return open();
  }
  database_->keep_log_on_close();
  durable_->keep_log_on_close();
  close();
  files_.remove_log();
  reopen(kOverwritten);
}

bool Writer::in_place() {
  const std::lock_guard lock(durable_mutex_);
  return durable_ && files_.displaced().empty() && !files_.rewritten();
}

// Through a connection of its own, which opens what lies at the path now.
template <typename Event>
void Writer::require_read_back(const Event& event, std::chrono::milliseconds timeout) const {
  if (files_.displaced().empty() && holds(Database(files_.path(), OpenMode::existing, timeout), event))
    return;
  throw error_at(files_.path(), "what was written cannot be read back",
                 "check that no other program changes the file");
}

template <typename Event>
AddResult Writer::add_durably(const Event& event) {
  if (!in_place()) mend();
  const std::lock_guard lock(durable_mutex_);
  if (!durable_) throw error_at(files_.path(), "the file cannot be opened", "look at the log for the reason");
  const bool hurry = std::chrono::steady_clock::now() < hurry_until_;
  const auto timeout = hurry ? std::chrono::milliseconds(0) : options_.durable_timeout;
  durable_->set_busy_timeout(timeout);
  try {
    const bool is_new = insert(*durable_, event);
    has_written_ = true;
    require_read_back(event, timeout);
    return is_new ? AddResult::stored : AddResult::duplicate;
  } catch (const Error&) {
    // A vote that did not wait may just have met a flush, so it is no reason for the next to hurry.
    if (!hurry) hurry_until_ = std::chrono::steady_clock::now() + options_.hurry;
    throw;
  }
}

AddResult Writer::add_feedback(const Feedback& feedback) { return add_durably(feedback); }

AddResult Writer::add_request(const ArticleRequest& request) { return add_durably(request); }

void Writer::add_search(Search search) { enqueue(std::move(search)); }

void Writer::add_click(Click click) { enqueue(std::move(click)); }

void Writer::add_contact(Contact contact) { enqueue(std::move(contact)); }

void Writer::flush() {
  try {
    mend();
    store_queue();
    tidy();
  } catch (const Error& error) {
    drop(take_queue().size(), error.what());
  }
}

void Writer::store_queue() {
  const std::lock_guard lock(database_mutex_);
  const std::vector<QueuedEvent> batch = take_queue();
  if (batch.empty() || !database_) return;
  try {
    const std::size_t stored = insert(*database_, batch);
    has_written_ = true;
    if (stored < batch.size()) drop(batch.size() - stored, "an event does not fit its table");
  } catch (const Error& error) {
    drop(batch.size(), error.what());
  }
}

// After the events, so that none of them waits for this.
void Writer::tidy() {
  const std::lock_guard lock(database_mutex_);
  if (!database_ || !has_written_) return;
  const auto erased = options_.max_bytes > 0 ? erase_oldest(*database_, options_.max_bytes) : 0;
  {
    const std::lock_guard queue_lock(queue_mutex_);
    counts_.erased += static_cast<std::uint64_t>(erased);
  }
  const std::lock_guard durable_lock(durable_mutex_);
  has_written_ = false;
  database_->execute("PRAGMA wal_checkpoint(PASSIVE)");
  files_.remember_content();
}

WriterCounts Writer::counts() const {
  const std::lock_guard lock(queue_mutex_);
  return counts_;
}

std::string Writer::last_error() const {
  const std::lock_guard lock(queue_mutex_);
  return last_error_;
}

void Writer::enqueue(QueuedEvent event) {
  const std::lock_guard lock(queue_mutex_);
  const Click* click = std::get_if<Click>(&event);
  const bool is_repeated = click != nullptr && click->first == 0;
  if (is_repeated && clicks_ == options_.clicks_per_flush) {
    ++counts_.clicks_dropped;
  } else if (queue_.size() < options_.queue_limit) {
    queue_.push_back(std::move(event));
    if (is_repeated) ++clicks_;
  } else {
    ++counts_.dropped;
    last_error_ = "more came at once than could be written";
  }
}

std::vector<QueuedEvent> Writer::take_queue() {
  const std::lock_guard lock(queue_mutex_);
  clicks_ = 0;
  return std::exchange(queue_, {});
}

void Writer::drop(std::size_t count, const std::string& why) {
  const std::lock_guard lock(queue_mutex_);
  counts_.dropped += count;
  last_error_ = why;
}

}  // namespace events
