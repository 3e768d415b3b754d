// Notes events down without slowing a request. Feedback is on the disk before the visitor is
// thanked; everything else waits in memory for at most a second and may be dropped, counted.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "events/database.h"
#include "events/database_files.h"
#include "events/event.h"
#include "events/insert.h"
#include "events/writer_counts.h"

namespace events {

struct WriterOptions {
  std::size_t queue_limit = 10'000;     // events; about 4 MB
  std::size_t clicks_per_flush = 100;   // of those that are no firsts: anybody can make them, by plain GETs
  std::int64_t max_bytes = 1LL << 30U;  // of the file; 0: no limit
  std::chrono::milliseconds flush_every{1000};
  std::chrono::milliseconds busy_timeout{5000};    // a flush waits so long for a lock on the file
  std::chrono::milliseconds durable_timeout{250};  // a vote does; a visitor and a thread wait with it
  std::chrono::milliseconds hurry{2000};           // after such a wait in vain no vote waits for so long
  // Told why the file was opened again. Any thread may call it.
  std::function<void(std::string_view why)> on_reopen = [](std::string_view) {};
};

enum class AddResult { stored, duplicate };

// Every function may be called from any thread.
//
// Before every flush and every vote the writer checks that the file at its path is still the one it has open.
// When the file was moved, removed, replaced or overwritten, the writer opens or makes the one at the path.
// What is still in the old log goes into the old file only.
class Writer {
 public:
  // Makes the file if there is none. Throws Error.
  explicit Writer(const std::filesystem::path& file, WriterOptions options = {});
  // Writes what is queued.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // When they return, the event is on the disk and was read back from the file at the path. A token that was
  // used before makes a duplicate, which changes nothing, except that a vote without a reason and a comment
  // gets those of a second one with its token. They wait for the disk, and up to durable_timeout
  // for a lock; see also WriterOptions::hurry, which keeps most threads free. Throw Error.
  AddResult add_feedback(const Feedback& feedback);
  AddResult add_request(const ArticleRequest& request);

  // Queued: these wait neither for the disk nor for a lock on the file, and do not report failure.
  void add_search(Search search);
  void add_click(Click click);
  void add_contact(Contact contact);

  // Writes what is queued now, in one transaction. Whatever cannot be written is dropped.
  void flush();

  WriterCounts counts() const;
  std::uint64_t dropped() const { return counts().dropped; }
  // Why events were lost the last time; empty if none were.
  std::string last_error() const;

 private:
  template <typename Event>
  AddResult add_durably(const Event& event);
  template <typename Event>
  void require_read_back(const Event& event, std::chrono::milliseconds timeout) const;
  bool in_place();
  void mend();
  void open();
  void reopen(std::string_view why);
  void close();
  void store_queue();
  void tidy();
  void enqueue(QueuedEvent event);
  std::vector<QueuedEvent> take_queue();
  void drop(std::size_t count, const std::string& why);

  const WriterOptions options_;

  // Taken in this order. Both are held to change what is open.
  std::mutex database_mutex_;
  std::mutex durable_mutex_;  // another connection, so that nobody waits for a flush
  DatabaseFiles files_;       // changed under both, read under either
  std::optional<Database> database_;
  std::optional<Database> durable_;  // none, like database_, while the file cannot be opened
  std::chrono::steady_clock::time_point hurry_until_;
  std::atomic<bool> has_written_ = false;  // since the last checkpoint

  mutable std::mutex queue_mutex_;  // taken last, held only to move things in memory; guards what follows
  std::vector<QueuedEvent> queue_;
  std::size_t clicks_ = 0;  // in the queue that are no firsts
  WriterCounts counts_;
  std::string last_error_;

  std::condition_variable_any stopping_;
  std::jthread flusher_;
};

}  // namespace events
