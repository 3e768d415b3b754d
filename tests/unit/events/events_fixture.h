// A folder of its own for each test, and a way to look into an events file.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "events/database.h"

namespace events {

class EventsFixture {
 public:
  EventsFixture() {
    std::string pattern = std::filesystem::temp_directory_path() / "events-XXXXXX";
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
  }
  ~EventsFixture() { std::filesystem::remove_all(folder_); }
  EventsFixture(const EventsFixture&) = delete;
  EventsFixture& operator=(const EventsFixture&) = delete;

  std::filesystem::path folder() const { return folder_; }
  std::filesystem::path file() const { return folder_ / "events.db"; }

  Database open() const { return Database(file(), OpenMode::create, std::chrono::milliseconds(0)); }

  std::string value(const std::string& sql) const {
    const Database database = open();
    Statement row = database.prepare(sql);
    return row.step() ? row.text(0) : "no row";
  }

  std::int64_t count(const std::string& table) const {
    return std::stoll(value("SELECT COUNT(*) FROM " + table));
  }

  // The bytes of every file in the folder, the write-ahead log's included.
  std::string bytes_on_disk() const {
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      std::ifstream in(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    return bytes;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace events
