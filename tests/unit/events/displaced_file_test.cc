// The events file is moved, removed or overwritten under the writer. What was acknowledged must be in the
// file at the path, or where the file was moved to; what cannot be kept must not be acknowledged.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "events/writer.h"
#include "tests/unit/events/events_fixture.h"

namespace events {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr std::chrono::sys_seconds kNow{1'800'000'000s};

// A writer that flushes only when it is told to, and notes why it opened the file again.
struct DisplacedFile : EventsFixture {
  std::vector<std::string> reopened;
  Writer writer{file(),
                {.flush_every = 1h,
                 .busy_timeout = 0ms,
                 .durable_timeout = 0ms,
                 .hurry = 0ms,
                 .on_reopen = [this](std::string_view why) { reopened.emplace_back(why); }}};

  fs::path moved() const { return folder() / "moved.db"; }
  fs::path beside(const char* suffix) const { return file().string() + suffix; }

  std::string vote(const std::string& token) {
    try {
      writer.add_feedback({.time = kNow, .lang = "en", .article_id = "orders/track", .token_hash = token});
      return "stored";
    } catch (const Error& error) {
      return error.what();
    }
  }
  std::string tokens_in(const fs::path& path) const {
    const Database database(path, OpenMode::existing, 0ms);
    Statement row =
        database.prepare("SELECT group_concat(token_hash) FROM (SELECT token_hash FROM feedback ORDER BY 1)");
    row.step();
    return row.text(0);
  }
  std::string tokens() const { return tokens_in(file()); }
};

TEST_CASE_FIXTURE(DisplacedFile,
                  "displaced: a moved file keeps what was written to it, and a new one is made") {
  CHECK(vote("t1") == "stored");
  SUBCASE("without its log") { fs::rename(file(), moved()); }
  SUBCASE("with its log") {
    fs::rename(file(), moved());
    fs::rename(beside("-wal"), moved().string() + "-wal");
    fs::rename(beside("-shm"), moved().string() + "-shm");
  }
  CHECK(vote("t2") == "stored");
  CHECK(tokens() == "t2");
  CHECK(tokens_in(moved()) == "t1");
  CHECK(reopened == std::vector<std::string>{"the file was moved or removed"});
  CHECK(writer.counts().reopened == 1);
}

TEST_CASE_FIXTURE(DisplacedFile,
                  "displaced: a removed file is made again, and the old log is not applied to it") {
  CHECK(vote("t1") == "stored");
  SUBCASE("without its log") { fs::remove(file()); }
  SUBCASE("with its log") {
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(beside(suffix));
  }
  CHECK(vote("t2") == "stored");
  CHECK(tokens() == "t2");
  CHECK(value("PRAGMA integrity_check") == "ok");
  CHECK(writer.counts().reopened == 1);
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: a flush notices it without a vote, and loses no search") {
  CHECK(vote("t1") == "stored");
  fs::rename(file(), moved());
  writer.add_search({.time = kNow, .lang = "en", .query = "refund"});
  writer.flush();
  CHECK(count("searches") == 1);
  CHECK(writer.counts().reopened == 1);
  CHECK(writer.dropped() == 0);
  writer.flush();
  CHECK(writer.counts().reopened == 1);
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: a log that is removed costs nothing") {
  CHECK(vote("t1") == "stored");
  fs::remove(beside("-wal"));
  CHECK(vote("t2") == "stored");
  CHECK(tokens() == "t1,t2");
  CHECK(reopened == std::vector<std::string>{"the file's write-ahead log was moved, removed or replaced"});
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: a file that was moved and linked to is used where it is now") {
  CHECK(vote("t1") == "stored");
  fs::rename(file(), moved());
  fs::create_symlink("moved.db", file());
  CHECK(vote("t2") == "stored");
  CHECK(tokens() == "t1,t2");
  CHECK(tokens_in(moved()) == "t1,t2");
  CHECK(reopened == std::vector<std::string>{"the file was moved, and a symbolic link leads to it"});
}

TEST_CASE("displaced: the log of a file behind a symbolic link is watched beside the file") {
  const EventsFixture fixture;
  const fs::path real = fixture.folder() / "real.db";
  const auto token = [](const char* text) { return Feedback{.time = kNow, .token_hash = text}; };
  { Writer(real).add_feedback(token("t1")); }
  fs::create_symlink("real.db", fixture.file());
  Writer writer(fixture.file(), {.flush_every = 1h});
  CHECK(writer.add_feedback(token("t2")) == AddResult::stored);
  fs::remove(real.string() + "-wal");
  CHECK(writer.add_feedback(token("t3")) == AddResult::stored);
  CHECK(fixture.count("feedback") == 3);
  CHECK(writer.counts().reopened == 1);
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: another events file in its place is used as it is") {
  { Writer(moved()).add_feedback({.time = kNow, .token_hash = "other"}); }
  CHECK(vote("t1") == "stored");
  fs::rename(moved(), file());
  CHECK(vote("t2") == "stored");
  CHECK(tokens() == "other,t2");
  CHECK(value("PRAGMA integrity_check") == "ok");
  CHECK(reopened == std::vector<std::string>{"another file has taken the place of the file"});
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: a backup that is copied over it is used as it is") {
  { Writer(moved()).add_feedback({.time = kNow, .token_hash = "other"}); }
  for (int i = 0; i < 50; ++i) CHECK(vote("t" + std::to_string(i)) == "stored");
  { std::ofstream(file(), std::ios::binary) << std::ifstream(moved(), std::ios::binary).rdbuf(); }
  CHECK(vote("z") == "stored");
  CHECK(value("PRAGMA integrity_check") == "ok");
  CHECK(tokens().ends_with("z"));
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: a copy without a log that is copied over it is used as it is") {
  { Writer(moved()).add_feedback({.time = kNow, .token_hash = "other"}); }
  {
    Database copy(moved(), OpenMode::existing, 0ms);
    copy.execute("PRAGMA journal_mode = DELETE");
  }
  for (int i = 0; i < 50; ++i) CHECK(vote("t" + std::to_string(i)) == "stored");
  writer.flush();
  { std::ofstream(file(), std::ios::binary) << std::ifstream(moved(), std::ios::binary).rdbuf(); }
  CHECK(vote("t50") == "stored");
  CHECK(value("PRAGMA integrity_check") == "ok");
  CHECK(tokens() == "other,t50");
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: an emptied file begins anew") {
  CHECK(vote("t1") == "stored");
  writer.flush();
  fs::resize_file(file(), 0);
  CHECK(vote("t2") == "stored");
  CHECK(tokens() == "t2");
  CHECK(value("PRAGMA integrity_check") == "ok");
  CHECK(reopened == std::vector<std::string>{"something else has overwritten the file"});
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: nothing is acknowledged while the file cannot be used") {
  CHECK(vote("t1") == "stored");
  writer.flush();
  std::string refusal = "events file " + file().string() + ": ";
  SUBCASE("cut short") {
    fs::resize_file(file(), fs::file_size(file()) / 2);
    refusal += "database disk image is malformed";
  }
  SUBCASE("damaged inside") {
    std::fstream damage(file(), std::ios::in | std::ios::out | std::ios::binary);
    damage.seekp(4096);  // the schema's page stays good, the tables' do not
    damage << std::string(fs::file_size(file()) - 4096, '\xFF');
    refusal += "the file is damaged";
  }
  SUBCASE("overwritten with something else") {
    std::ofstream(file()) << "this is not a database, but it is long enough to be taken for one: "
                          << std::string(20'000, 'x');
    refusal += "file is not a database";
  }
  SUBCASE("a text file in its place") {
    std::ofstream(moved()) << std::string(20'000, 'x');
    fs::rename(moved(), file());
    refusal += "file is not a database";
  }
  SUBCASE("a folder in its place") {
    fs::remove(file());
    fs::create_directory(file());
    refusal += "this is no plain file";
  }
  SUBCASE("a pipe in its place") {
    fs::remove(file());
    REQUIRE(::mkfifo(file().c_str(), 0600) == 0);
    refusal += "this is no plain file";
  }
  SUBCASE("its folder gone") {
    fs::rename(folder(), folder().string() + "-away");
    refusal += "unable to open database file";
  }
  CHECK(vote("t2") == refusal);
  CHECK(vote("t3") == refusal);
  writer.add_search({.time = kNow, .lang = "en", .query = "refund"});
  writer.flush();
  CHECK(writer.dropped() == 1);
  CHECK(writer.last_error() == refusal);
  // Once it is out of the way a new one is made.
  if (fs::exists(folder().string() + "-away")) {
    fs::rename(folder().string() + "-away", folder());
  }
  fs::remove_all(file());
  CHECK(vote("t4") == "stored");
  CHECK(tokens() == "t4");
  CHECK(reopened == std::vector<std::string>{"the file can be used again"});
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: another program's deletions are no reason to say anything") {
  CHECK(vote("t1") == "stored");
  {
    Database other = open();
    other.execute("DELETE FROM feedback");
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  CHECK(vote("t2") == "stored");
  CHECK(tokens() == "t2");
  CHECK(reopened.empty());
  CHECK(writer.counts().reopened == 0);
}

TEST_CASE_FIXTURE(DisplacedFile, "displaced: what the log holds goes into the file with the next flush") {
  CHECK(vote("t1") == "stored");
  writer.flush();
  fs::copy_file(file(), moved());
  CHECK(tokens_in(moved()) == "t1");
}

}  // namespace
}  // namespace events
