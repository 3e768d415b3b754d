#include "indexer/options.h"

#include <doctest/doctest.h>

#include <vector>

using namespace indexer;

namespace {

ParsedOptions parse(std::vector<const char*> words) {
  words.insert(words.begin(), "firstline-indexer");
  return parse_options(static_cast<int>(words.size()), words.data());
}

}  // namespace

TEST_CASE("options: build") {
  const auto parsed = parse({"build", "content", "--index", "out", "--jobs", "3", "--strict", "--force",
                             "--drafts", "--format", "sarif"});
  REQUIRE(parsed.options);
  CHECK(parsed.options->command == Command::build);
  CHECK(parsed.options->content == "content");
  CHECK(parsed.options->index == "out");
  CHECK(parsed.options->jobs == 3);
  CHECK(parsed.options->strict);
  CHECK(parsed.options->guard == Guard::force);
  CHECK(parsed.options->drafts == Drafts::show);
  CHECK(parsed.options->format == OutputFormat::sarif);
}

TEST_CASE("options: expect") {
  const auto parsed = parse({"expect", "content", "--index", "out", "--strict", "--format", "json"});
  REQUIRE(parsed.options);
  CHECK(parsed.options->command == Command::expect);
  CHECK(parsed.options->index == "out");
  CHECK(parsed.options->strict);
  CHECK(parsed.options->format == OutputFormat::json);
}

TEST_CASE("options: --why explains, too") {
  CHECK_FALSE(parse({"search", "index", "x"}).options->explain);
  CHECK(parse({"search", "index", "x", "--explain"}).options->explain);
  const auto parsed = parse({"search", "index", "x", "--why", "a/b"});
  REQUIRE(parsed.options);
  CHECK(parsed.options->explain);
  CHECK(parsed.options->why == "a/b");
}

TEST_CASE("options: events are pruned or erased") {
  const auto pruned = parse({"events", "e.db", "--prune", "90"});
  REQUIRE(pruned.options);
  CHECK(pruned.options->command == Command::erase_events);
  CHECK(pruned.options->events == "e.db");
  CHECK(pruned.options->keep == std::chrono::days(90));
  CHECK_FALSE(parse({"events", "e.db", "--erase"}).options->keep);
}

TEST_CASE("options: a wrong line is exit 2") {
  const std::vector<std::vector<const char*>> lines{
      {},
      {"bild"},
      {"build"},
      {"build", "content"},
      {"build", "content", "--index", "x", "--jobs", "0"},
      {"check"},
      {"check", "content", "--format", "xml"},
      {"search", "index", "x", "--limit", "900"},
      {"search", "index", "x", "--explain", "--json"},
      {"search", "index", "x", "--why", "a", "--json"},
      {"expect", "content"},
      {"events", "--erase"},
      {"events", "e.db"},
      {"events", "e.db", "--erase", "--prune", "90"},
      {"events", "e.db", "--prune"},
      {"events", "e.db", "--prune", "-1"},
  };
  for (const auto& line : lines) {
    const auto parsed = parse(line);
    CHECK_FALSE(parsed.options);
    CHECK(parsed.exit_code == 2);
  }
}

TEST_CASE("options: help and version are exit 0") {
  CHECK(parse({"--version"}).exit_code == 0);
  CHECK(parse({"build", "--help"}).exit_code == 0);
  CHECK_FALSE(parse({"--help"}).options);
}

TEST_CASE("options: learn reads one or more files of events") {
  const auto parsed = parse({"learn", "--events", "a.db", "b.db", "--out", "memory"});
  REQUIRE(parsed.options);
  CHECK(parsed.options->command == Command::learn);
  CHECK(parsed.options->learn_from == std::vector<std::filesystem::path>{"a.db", "b.db"});
  CHECK(parsed.options->memory == "memory");
  CHECK(parsed.options->clients == 5);
  CHECK(parse({"learn", "--events", "a.db", "--out", "m", "--clients", "2"}).options->clients == 2);
  CHECK(parse({"learn", "--events", "a.db", "--out", "m", "--clients", "1"}).exit_code == 2);
  CHECK(parse({"learn", "--out", "memory"}).exit_code == 2);
  CHECK(parse({"learn", "--events", "a.db"}).exit_code == 2);
  CHECK(parse({"build", "content", "--index", "out", "--memory", "m"}).options->memory == "m");
}
