#include "indexer/commands.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "events/reader.h"
#include "events/writer.h"
#include "indexer/publication.h"
#include "kb/model/error.h"
#include "kb/search/search.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

// What a command prints.
class Output {
 public:
  Output() : file_(std::tmpfile()) {}
  ~Output() { std::fclose(file_); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::FILE* file() const { return file_; }
  std::string text() const {
    std::fflush(file_);
    std::rewind(file_);
    std::string out(1 << 20, '\0');
    out.resize(std::fread(out.data(), 1, out.size(), file_));
    return out;
  }

 private:
  std::FILE* file_;
};

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

enum class To { pipe, terminal };

Ran run_line(std::initializer_list<std::string> words, To to = To::pipe) {
  std::vector<const char*> argv{"firstline-indexer"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  const ParsedOptions parsed = parse_options(static_cast<int>(argv.size()), argv.data());
  REQUIRE(parsed.options);
  const Output out;
  const Output err;
  Environment environment;
  environment.out = out.file();
  environment.err = err.file();
  environment.now = indexer_test::kToday;
  environment.terminal = to == To::terminal;
  const int code = run(*parsed.options, environment);
  return {code, out.text(), err.text()};
}

}  // namespace

TEST_CASE("commands: a clock that is behind the live generation is pointed out") {
  ContentFolder content;
  content.write("site.yaml", "rules: {git-dates: off}\n").write("en/a.md", "# A\n\nText.\n");
  ContentFolder index;
  const std::chrono::sys_seconds ahead = std::chrono::sys_days(std::chrono::year(2100) / 1 / 1);
  publish(content.compile(), {index.path(), ahead, Drafts::hide, Guard::keep, {}});
  const Ran built = run_line({"build", content.path(), "--index", index.path()});
  CHECK(built.code == 0);
  CHECK(built.err ==
        "Published gen-000002: 1 article in en\n"
        "  The clock says 2026-11-22T00:00:00Z, but the generation before was built 2100-01-01T00:00:00Z: "
        "check "
        "the clock, it decides which articles are public\n");
  CHECK(run_line({"build", content.path(), "--index", index.path()}).err ==
        "Published gen-000003: 1 article in en\n");
}

TEST_CASE("commands: the JSON of a search names no contact, even for a pin to one") {
  ContentFolder content;
  content.write("site.yaml",
                "contact: [{kind: phone, label: Call us, value: '+49 30 23125 321'}]\n"
                "pins: [{query: angry, article: contact}]\n");
  content.write("en/a.md", "# Angry birds\n\nText.\n");
  ContentFolder index;
  CHECK(run_line({"build", content.path(), "--index", index.path()}).code == 0);
  const auto found = nlohmann::json::parse(run_line({"search", index.path(), "angry", "--json"}).out);
  CHECK(found["hits"][0]["id"] == "a");
  CHECK(found["contact"].is_null());
}

TEST_CASE("commands: build publishes and sums up") {
  ContentFolder content;
  content.write("site.yaml", "languages: [en, de]\nrules: {git-dates: off}\n");
  content.write("en/a.md", "# Reset your password\n\nText.\n").write("de/a.md", "# A\n\nText.\n");
  content.write("en/b.md", "# B\n\n![x](https://example.org/x.png)\n");
  ContentFolder index;
  const Ran built = run_line({"build", content.path(), "--index", index.path()});
  CHECK(built.code == 0);
  CHECK(built.out ==
        content.path().string() +
            "/en/b.md:3:1: warning: the image https://example.org/x.png is on another server; it becomes "
            "a link [remote-image]\n");
  CHECK(built.err == "Published gen-000001: 2 articles in en, 1 in de; 1 warning\n");
  CHECK(run_line({"verify", index.path()}).out.starts_with("gen-000001  ok  "));
  CHECK(run_line({"generations", index.path()}).out ==
        "gen-000001  live    2026-11-22T00:00:00Z  1 article in de, 2 in en\n");
  const Ran found = run_line({"search", index.path(), "password", "--json"});
  CHECK(nlohmann::json::parse(found.out)["hits"][0]["id"] == "a");
  CHECK(run_line({"search", index.path(), "password"}).out.starts_with(" 1. Reset your password"));
  CHECK_THROWS_WITH_AS(run_line({"search", index.path(), "x", "--lang", "fr"}),
                       "the index has no language 'fr'", kb::Error);
  CHECK(run_line({"search", index.path(), std::string(kb::kMaxTextBytes, 'a')}).code == 0);
  CHECK_THROWS_WITH_AS(run_line({"search", index.path(), std::string(kb::kMaxTextBytes + 1, 'a')}),
                       "the query has 65537 bytes; at most 65536 are searched", kb::Error);
}

TEST_CASE(
    "commands: on a terminal a finding comes with its line, in a pipe and in other formats it does not") {
  ContentFolder content;
  content.write("site.yaml", "rules: {git-dates: off}\n").write("a.md", "# A\n\n\tx\n\nSee 日本 [x](b.md)\n");
  const std::string line =
      content.path().string() + "/a.md:5:8: error: there is no article b.md [missing-link]\n";
  CHECK(run_line({"check", content.path()}).out == line);
  CHECK(run_line({"check", content.path()}, To::terminal).out ==
        line + "    5 | See 日本 [x](b.md)\n      |          ^\n");
  CHECK(run_line({"check", content.path(), "--format", "github"}, To::terminal)
            .out.starts_with("::error file="));
}

TEST_CASE("commands: errors publish nothing, and so do warnings with --strict") {
  ContentFolder content;
  content.write("site.yaml", "rules: {git-dates: off}\n").write("a.md", "# A\n\n[x](b.md)\n");
  ContentFolder index;
  const Ran broken = run_line({"build", content.path(), "--index", index.path()});
  CHECK(broken.code == 1);
  CHECK(broken.err == "Nothing published; 1 error. What was live before is still live.\n");
  CHECK(std::filesystem::is_empty(index.path()));
  content.write("site.yaml", "rules: {git-dates: off, missing-link: warn}\n");
  CHECK(run_line({"check", content.path()}).code == 0);
  CHECK(run_line({"check", content.path(), "--strict"}).code == 1);
  CHECK(run_line({"build", content.path(), "--index", index.path(), "--strict"}).code == 1);
  CHECK(std::filesystem::is_empty(index.path()));
}

TEST_CASE("commands: check prints in the format asked for") {
  ContentFolder content;
  content.write("site.yaml", "rules: {git-dates: off}\n").write("a.md", "# A\n\n[x](b.md)\n");
  CHECK(run_line({"check", content.path(), "--format", "github"}).out.starts_with("::error file="));
  CHECK(nlohmann::json::parse(run_line({"check", content.path(), "--format", "sarif"}).out)["version"] ==
        "2.1.0");
  CHECK(run_line({"check", content.path()}).err == "Checked 1 article in en: 1 error\n");
}

TEST_CASE("commands: check --explain tells what a rule means") {
  const Ran told = run_line({"check", "--explain", "link-case"});
  CHECK(told.code == 0);
  CHECK(told.out.starts_with("link-case: warning with site.yaml, warning without\n"));
  CHECK_THROWS_WITH_AS(run_line({"check", "--explain", "nope"}), "there is no rule 'nope'", kb::Error);
}

TEST_CASE("commands: build says which search forbids publishing, and --force overrides it") {
  ContentFolder content;
  content.write("site.yaml", "rules: {git-dates: off, no-language: off}\n");
  content.write("en/a.md", "# Reset your password").write("en/b.md", "# Track a parcel");
  content.write("expectations.yaml", "- {query: parcel, article: a}\n");
  ContentFolder index;
  const Ran built = run_line({"build", content.path(), "--index", index.path()});
  CHECK(built.code == 1);
  CHECK(built.out.starts_with(content.path().string() +
                              "/expectations.yaml:1:3: error: \"parcel\" should find a first, but it is not "
                              "found: b is first with "));
  CHECK(built.err == "Nothing published; 1 error. What was live before is still live.\n");
  const Ran forced = run_line({"build", content.path(), "--index", index.path(), "--force"});
  CHECK(forced.code == 0);
  CHECK(forced.out == built.out);
  CHECK(forced.err == "Published gen-000001: 2 articles in en; 1 error\n");
  const Ran json = run_line({"build", content.path(), "--index", index.path(), "--format", "json"});
  CHECK(nlohmann::json::accept(json.out));
}

TEST_CASE("commands: expect searches the live generation") {
  ContentFolder content;
  content.write("site.yaml", "rules: {git-dates: off}\n");
  content.write("en/a.md", "# Reset your password").write("en/b.md", "# Track a parcel\n\n[x](gone.md)\n");
  content.write("expectations.yaml", "- {query: parcel, article: b}\n");
  ContentFolder index;
  CHECK_THROWS_AS(run_line({"expect", content.path(), "--index", index.path()}), kb::Error);
  content.write("en/gone.md", "# Gone");
  run_line({"build", content.path(), "--index", index.path()});
  std::filesystem::remove(content.path() / "en/gone.md");
  const Ran good = run_line({"expect", content.path(), "--index", index.path()});
  CHECK(good.out == "");
  CHECK(good.err == "Searched gen-000001: nothing to report\n");
  CHECK(good.code == 0);

  content.write("expectations.yaml", "- {query: parcel, nothing: true}\n");
  const Ran bad = run_line({"expect", content.path(), "--index", index.path()});
  CHECK(bad.out.find("\"parcel\" should find nothing, but b is first of 1, ") != std::string::npos);
  CHECK(bad.err == "Searched gen-000001: 1 error\n");
  CHECK(bad.code == 1);

  content.write("expectations.yaml", "- {query: parcel, article: nowhere}\n");
  CHECK(run_line({"expect", content.path(), "--index", index.path(), "--format", "text"}).out ==
        content.path().string() +
            "/expectations.yaml:1:3: error: 'nowhere' is no article in en [expectation-to-nothing]\n");
}

TEST_CASE("commands: search --explain and --why say where the scores come from") {
  ContentFolder content;
  content.write("a.md", "# Reset your password").write("b.md", "# Track a parcel");
  ContentFolder index;
  run_line({"build", content.path(), "--index", index.path()});
  const Ran plain = run_line({"search", index.path(), "the pasword", "--explain"});
  CHECK(
      plain.out.starts_with("the: the in 0 articles; a stop word, counts in titles and questions, and in the "
                            "text of the best 30\n"
                            "pasword: password in 1 article; corrected to password\n\n 1. a  "));
  CHECK(
      plain.out.ends_with("\n"
                          "text: title, question, keyword, description, heading, text\n"
                          "head: title, question, keyword\n"
                          "letters: title, description, question, heading, text\n"));
  CHECK(plain.out.find("Why") == std::string::npos);
  const Ran why = run_line({"search", index.path(), "the pasword", "--why", "b"});
  CHECK(why.out == plain.out +
                       "\nWhy it is not higher:\n"
                       "    b  0.00 = text 0.00 + head 0.00 + pairs 0.00 + letters 0.00\n"
                       "    text: none\n"
                       "    head: none\n"
                       "    no hit: it has no word that counts\n"
                       "    lacks: pasword\n");
  CHECK_THROWS_WITH_AS(run_line({"search", index.path(), "x", "--why", "c"}),
                       "the index has no article 'c' in en", kb::Error);
}

TEST_CASE("commands: rollback goes back") {
  ContentFolder content;
  content.write("a.md", "# A");
  ContentFolder index;
  run_line({"build", content.path(), "--index", index.path()});
  run_line({"build", content.path(), "--index", index.path()});
  CHECK(run_line({"rollback", index.path()}).err == "gen-000001 is live now\n");
  CHECK(run_line({"rollback", index.path(), "gen-000002"}).err == "gen-000002 is live now\n");
}

TEST_CASE("commands: an index that is not there is an error with the next step") {
  const ContentFolder index;
  for (const std::string command : {"verify", "generations", "rollback"}) {
    CHECK_THROWS_WITH_AS(run_line({command, index.path()}),
                         ("there is no index in " + index.path().string()).c_str(), kb::Error);
  }
}

TEST_CASE("commands: new begins a draft and never replaces a file") {
  ContentFolder content;
  const Ran made = run_line({"new", content.path(), "en/orders/track-my-order"});
  CHECK(made.out == (content.path() / "en/orders/track-my-order.md").string() + "\n");
  const Compilation site = content.compile(Drafts::show);
  CHECK(site.findings.empty());
  CHECK(site.articles[0].title == "Track my order");
  CHECK_THROWS_AS(run_line({"new", content.path(), "en/orders/track-my-order"}), kb::Error);
  CHECK_THROWS_AS(run_line({"new", content.path(), "../out"}), kb::Error);
}

TEST_CASE("commands: events are deleted by age, or all") {
  ContentFolder folder;
  const std::string file = (folder.path() / "events.db").string();
  {
    events::Writer writer(file);
    for (const int days : {0, 10, 20, 30})
      writer.add_search({.time = indexer_test::kToday - std::chrono::days(days), .lang = "en"});
  }
  CHECK(run_line({"events", file, "--prune", "20"}).err == "Deleted 1 event from " + file + "\n");
  CHECK(run_line({"events", file, "--prune", "15"}).err == "Deleted 1 event from " + file + "\n");
  CHECK(run_line({"events", file, "--erase"}).err == "Deleted 2 events from " + file + "\n");
  CHECK(events::Reader(file).days({}).empty());
  CHECK_THROWS_AS(run_line({"events", (folder.path() / "none.db").string(), "--erase"}), events::Error);
}

TEST_CASE("commands: what was learned from events goes into the next build, and explain shows it") {
  ContentFolder folder;
  const std::string file = (folder.path() / "events.db").string();
  const std::string memory = (folder.path() / "memory.jsonl").string();
  {
    events::Writer writer(file);
    for (int i = 0; i < 6; ++i) {
      writer.add_search(
          {.time = indexer_test::kToday, .lang = "en", .query = "parcel never came", .first = 7});
      writer.add_click({.time = indexer_test::kToday,
                        .lang = "en",
                        .query = "parcel never came",
                        .article_id = "late",
                        .rank = 1,
                        .first = 7});
    }
  }
  CHECK(run_line({"learn", "--events", file, "--out", memory}).err ==
        "Learned 1 choice after 1 search from 1 file\n");
  ContentFolder content;
  content.write("en/late.md", "# Late\n\nA parcel.\n").write("en/track.md", "# Track a parcel\n\nText.\n");
  const ContentFolder index;
  const Ran built = run_line({"build", content.path(), "--index", index.path(), "--memory", memory});
  CHECK(built.err.find("  Memory: 1 past choice\n") != std::string::npos);
  const Ran told = run_line({"search", index.path(), "parcel came ", "--explain"});
  CHECK(told.out.find("    learned from: parcel never came (1.00)\n") != std::string::npos);
  CHECK(told.out.find(" + learned ") != std::string::npos);
  run_line({"events", file, "--erase"});
  CHECK(run_line({"learn", "--events", file, "--out", memory}).err ==
        "Learned 0 choices after 0 searches from 1 file\n");
  CHECK(kb::read_file(memory) == "{\"firstline_memory\":1}\n");
  CHECK_THROWS_AS(run_line({"learn", "--events", memory, "--out", memory}), kb::Error);
  const std::string link = (folder.path() / "link").string();
  std::filesystem::create_symlink(file, link);
  const std::string events = kb::read_file(file);
  CHECK_THROWS_WITH_AS(run_line({"learn", "--events", file, "--out", link}),
                       (link + " is one of the files of events").c_str(), kb::Error);
  CHECK(kb::read_file(file) == events);
  CHECK_THROWS_AS(run_line({"learn", "--events", file, "--out", "/nowhere/memory"}), kb::Error);
}
