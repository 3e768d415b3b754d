// SQLite as the rest of this room sees it: values in, rows out, failures thrown.
// Only database.cc talks to SQLite's C API.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace events {

// The events file cannot be used. hint() tells the operator what to do about it.
class Error : public std::runtime_error {
 public:
  Error(const std::string& message, std::string hint);
  const std::string& hint() const noexcept { return hint_; }

 private:
  std::string hint_;
};

// What is in the file is no database, or none any more.
class DamagedError : public Error {
 public:
  using Error::Error;
};

// A prepared statement. Must not outlive its database. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement(sqlite3& connection, std::string_view sql);

  // Starts over with these parameters. Throws Error.
  template <typename... Values>
  void bind(const Values&... values) {
    reset();
    int parameter = 0;
    (bind_one(++parameter, values), ...);
  }

  // Moves to the next row; false when there is none. Throws Error.
  bool step();

  // Runs an INSERT or DELETE and returns how many rows it changed. Throws Error.
  template <typename... Values>
  std::int64_t run(const Values&... values) {
    bind(values...);
    step();
    return changed_rows();
  }

  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const noexcept;
  };

  void reset();
  std::int64_t changed_rows() const;
  void check(int code) const;
  void bind_integer(int parameter, std::int64_t value);
  void bind_one(int parameter, double value);
  void bind_one(int parameter, std::string_view value);
  void bind_one(int parameter, std::chrono::sys_seconds value) {
    bind_integer(parameter, value.time_since_epoch().count());
  }
  void bind_one(int parameter, std::integral auto value) { bind_integer(parameter, value); }

  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

enum class OpenMode {
  create,
  existing,
  as_is,      // existing, and its journal mode is not changed
  read_only,  // existing, and nothing of it is changed; a log that lies beside the file is read as well
};

// One connection, for one thread at a time. A commit is on the disk when it returns, and deleted rows are
// overwritten with zeros. What takes or runs SQL throws Error.
class Database {
 public:
  // Waits up to busy_timeout for another process's lock, here and later. Throws Error.
  Database(const std::filesystem::path& file, OpenMode mode, std::chrono::milliseconds busy_timeout);

  Statement prepare(std::string_view sql) const { return Statement(*handle_, sql); }
  void execute(const std::string& sql);
  void set_busy_timeout(std::chrono::milliseconds timeout);
  // When this is the last connection, closing it does not write the log into the file.
  void keep_log_on_close();

 private:
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* handle) const noexcept;
  };

  std::unique_ptr<sqlite3, Close> handle_;
};

// Holds the write lock from construction. Rolls back unless committed. Both throw Error.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Database& database_;
};

}  // namespace events
