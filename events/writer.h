// Notes events down without slowing a request. Feedback is on the disk before the visitor is
// thanked; everything else waits in memory for at most a second and may be dropped, counted.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "events/database.h"
#include "events/event.h"

namespace events {

struct WriterOptions {
  std::size_t queue_limit = 10'000;  // events; about 4 MB
  std::chrono::milliseconds flush_every{1000};
  std::chrono::milliseconds busy_timeout{5000};
  std::chrono::milliseconds durable_timeout{250};  // somebody waits for these, and holds a thread
  std::chrono::milliseconds hurry{2000};           // after they waited in vain the next do not wait
};

enum class AddResult { stored, duplicate };

// Every function may be called from any thread. Scrubs free text itself.
class Writer {
 public:
  // Makes the file if there is none. Throws Error.
  explicit Writer(const std::filesystem::path& file, WriterOptions options = {});
  // Writes what is queued.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Durable when they return; a second use of the same token is a duplicate and changes nothing.
  // They may wait for the disk, and durable_timeout for a lock on the file; when that was in vain the next do
  // not wait for two seconds, so that few threads stand still. Throw Error.
  AddResult add_feedback(const Feedback& feedback);
  AddResult add_request(const ArticleRequest& request);

  // Queued: these wait neither for the disk nor for a lock on the file, and do not report failure.
  void add_search(Search search);
  void add_click(Click click);
  void add_contact(Contact contact);

  // Writes what is queued now, in one transaction. Whatever cannot be written is dropped.
  void flush();

  // Events lost since the start: to a full queue or a failing database.
  std::uint64_t dropped() const { return dropped_; }
  // Why events were lost the last time; empty if none were.
  std::string last_error() const;

 private:
  using Event = std::variant<Search, Click, Contact>;

  template <typename Insert>
  AddResult add_durably(const Insert& insert);
  void enqueue(Event event);
  std::vector<Event> take_queue();
  void drop(std::size_t count, const std::string& why);
  static std::size_t store(Database& database, const std::vector<Event>& batch);

  const WriterOptions options_;
  std::atomic<std::uint64_t> dropped_ = 0;

  std::mutex database_mutex_;  // taken before queue_mutex_
  Database database_;

  std::mutex durable_mutex_;  // its own connection, so that nobody waits for a flush
  Database durable_;
  std::chrono::steady_clock::time_point hurry_until_;

  mutable std::mutex queue_mutex_;  // held only to move things in memory
  std::vector<Event> queue_;
  std::string last_error_;

  std::condition_variable_any stopping_;
  std::jthread flusher_;
};

}  // namespace events
