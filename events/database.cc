#include "events/database.h"

#include <sqlite3.h>

#include <cstdint>
#include <thread>
#include <utility>

namespace events {
namespace {

std::string hint_for(int code) {
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program is writing to it; try again when it has finished";
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return "check that the disk works and has free space";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "move the file aside; a new one is made then";
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return "check the path, and that this user may write to the file and its folder";
    default:
      return "check that no other program changes the file";
  }
}

[[noreturn]] void fail(sqlite3* connection, std::string_view file) {
  const int code = sqlite3_errcode(connection);
  const std::string message = "events file " + std::string(file) + ": " + sqlite3_errmsg(connection);
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) throw DamagedError(message, hint_for(code));
  throw Error(message, hint_for(code));
}

[[noreturn]] void fail(sqlite3* connection) { fail(connection, sqlite3_db_filename(connection, "main")); }

// SQLite's own handler soon looks only ten times a second, and so may never meet the short moments in which a
// busy file is free.
int look_again(void* timeout, int looks) {
  constexpr std::chrono::milliseconds kBetween{2};
  if (looks * kBetween >= std::chrono::milliseconds(reinterpret_cast<std::intptr_t>(timeout))) return 0;
  std::this_thread::sleep_for(kBetween);
  return 1;
}

// As a URI. Without a log beside it nobody writes to the file, so it is read without locks: it may lie where
// nobody may write, as backups do.
std::string read_only_uri(const std::filesystem::path& file) {
  std::error_code missing;
  std::filesystem::path real = std::filesystem::canonical(file, missing);
  if (missing) real = std::filesystem::absolute(file);
  std::string uri = "file://";
  for (const char c : real.native()) {
    if (c == '%') {
      uri += "%25";
    } else if (c == '?') {
      uri += "%3f";
    } else if (c == '#') {
      uri += "%23";
    } else {
      uri += c;
    }
  }
  const bool live = std::filesystem::exists(real.native() + "-wal", missing);
  return uri + (live ? "?mode=ro" : "?mode=ro&immutable=1");
}

int flags_of(OpenMode mode) {
  if (mode == OpenMode::read_only) return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  return SQLITE_OPEN_READWRITE | (mode == OpenMode::create ? SQLITE_OPEN_CREATE : 0);
}

}  // namespace

Error::Error(const std::string& message, std::string hint)
    : std::runtime_error(message), hint_(std::move(hint)) {}

Statement::Statement(sqlite3& connection, std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  const int code =
      sqlite3_prepare_v2(&connection, sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(&connection);
}

void Statement::Finalize::operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) fail(sqlite3_db_handle(handle_.get()));
  return code == SQLITE_ROW;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(handle_.get(), column);
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return bytes ? std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)) : "";
}

// The code it returns is that of the last step, which has thrown already.
void Statement::reset() { sqlite3_reset(handle_.get()); }

std::int64_t Statement::changed_rows() const { return sqlite3_changes64(sqlite3_db_handle(handle_.get())); }

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(handle_.get()));
}

void Statement::bind_integer(int parameter, std::int64_t value) {
  check(sqlite3_bind_int64(handle_.get(), parameter, value));
}

void Statement::bind_one(int parameter, double value) {
  check(sqlite3_bind_double(handle_.get(), parameter, value));
}

// SQLite takes a null pointer for NULL, and an empty view may hold one.
void Statement::bind_one(int parameter, std::string_view value) {
  check(sqlite3_bind_text64(handle_.get(), parameter, value.empty() ? "" : value.data(), value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
}

Database::Database(const std::filesystem::path& file, OpenMode mode, std::chrono::milliseconds busy_timeout) {
  const std::string name = mode == OpenMode::read_only ? read_only_uri(file) : file.native();
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags_of(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(handle, file.native());

  set_busy_timeout(busy_timeout);
  if (mode == OpenMode::as_is || mode == OpenMode::read_only) return;
  execute(
      "PRAGMA journal_mode = WAL;"
      "PRAGMA synchronous = FULL;"
      "PRAGMA foreign_keys = ON;"
      "PRAGMA secure_delete = ON;");
}

void Database::Close::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }

void Database::set_busy_timeout(std::chrono::milliseconds timeout) {
  sqlite3_busy_handler(handle_.get(), look_again, reinterpret_cast<void*>(std::intptr_t{timeout.count()}));
}

void Database::keep_log_on_close() {
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(handle_.get());
  }
}

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

// Fails when SQLite has rolled back by itself, as it does on a full disk: nothing to do then.
Transaction::~Transaction() {
  if (!sqlite3_get_autocommit(database_.handle_.get())) {
    sqlite3_exec(database_.handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() { database_.execute("COMMIT"); }

}  // namespace events
