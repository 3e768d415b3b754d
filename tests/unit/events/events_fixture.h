// A folder of its own for each test, and a way to look into an events file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "events/database.h"
#include "tests/support/temp_folder.h"

namespace events {

class EventsFixture {
 public:
  std::filesystem::path folder() const { return folder_.path(); }
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
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
      std::ifstream in(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    return bytes;
  }

 private:
  support::TempFolder folder_;
};

}  // namespace events
