#include "kb/memory/memory_file.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

MemoryEntry entry(std::string lang, std::string query, std::string article) {
  MemoryEntry made{std::move(lang), std::move(query), std::move(article), 10, 6, 1, 0, 2, 0};
  made.weight = memory_weight(made);
  return made;
}

constexpr const char* kFirstLine = "{\"firstline_memory\":1}\n";
constexpr const char* kLine =
    "{\"lang\":\"en\",\"query\":\"late\",\"article\":\"a\",\"occurrences\":10,\"clicks\":6,\"helpful\":1,"
    "\"unhelpful\":0,\"again\":2,\"weight\":0.571}\n";

std::string with(const std::string& from, const std::string& to) {
  std::string line = kLine;
  return kFirstLine + line.replace(line.find(from), from.size(), to);
}

std::string refusal(const std::string& text) {
  return error_of([&] { parse_memory(text, "memory.jsonl"); });
}

TEST_CASE("memory file: a line for each entry, in an order of its own") {
  const std::vector<MemoryEntry> entries{entry("en", "late", "b"), entry("en", "late", "a"),
                                         entry("de", "zu spät", "a")};
  const std::string text = encode_memory(entries);
  CHECK(text.starts_with(std::string(kFirstLine) + "{\"lang\":\"de\",\"query\":\"zu spät\","));
  CHECK(text.find(kLine) != std::string::npos);
  CHECK(parse_memory(text, "m") == std::vector<MemoryEntry>{entries[2], entries[1], entries[0]});
  CHECK(encode_memory(parse_memory(text, "m")) == text);
  CHECK(encode_memory({}) == kFirstLine);
  CHECK(parse_memory(kFirstLine, "m").empty());
}

TEST_CASE("memory file: a broken line names itself") {
  const std::string again = "\nwrite the memory again with firstline-indexer learn";
  const std::string first =
      "memory.jsonl:1: this is no memory: the first line must be {\"firstline_memory\":1}" + again;
  CHECK(refusal("") == first);
  CHECK(refusal("{\"firstline_memory\":2}\n") == first);
  CHECK(refusal("{\"firstline_memory\":1,\"more\":2}\n") == first);
  CHECK(refusal(kLine) == first);
  const std::string at = "memory.jsonl:2: ";
  CHECK(refusal(std::string(kFirstLine) + "\n") == at + "this is no JSON object in UTF-8" + again);
  CHECK(refusal(std::string(kFirstLine) + "[1]\n") == at + "this is no JSON object in UTF-8" + again);
  CHECK(refusal(with("late", "\xff")) == at + "this is no JSON object in UTF-8" + again);
  CHECK(refusal(with("\"late\"", "3")) == at + "'query' must be a text" + again);
  CHECK(refusal(with("\"lang\":\"en\",", "")) == at + "'lang' must be a text" + again);
  CHECK(refusal(with("late", "")) == at + "'query' must have 1 to 1024 bytes" + again);
  CHECK(refusal(with("late", std::string(1025, 'x'))) == at + "'query' must have 1 to 1024 bytes" + again);
  CHECK(refusal(with("late", "la\\u0000te")) == at + "'query' must not have control characters" + again);
  CHECK(refusal(with("\"a\"", "\"a\\n\"")) == at + "'article' must not have control characters" + again);
  CHECK(error_of([] {
          parse_memory(std::string(kFirstLine) + kLine, "m", [](std::string_view) { return false; });
        }) == "m:2: 'en' is no language" + again);
  CHECK(refusal(with("late", std::string(20000, 'x'))) == at + "the line is too long" + again);
  CHECK(refusal(with(":10", ":-1")) == at + "'occurrences' must be a whole number, 0 to 1000000000" + again);
  CHECK(refusal(with(":6,", ":1.5,")) == at + "'clicks' must be a whole number, 0 to 1000000000" + again);
  CHECK(refusal(with("0.571", "1.001")) == at + "'weight' must be a number, 0 to 1" + again);
  CHECK(refusal(with("0.571", "\"1\"")) == at + "'weight' must be a number, 0 to 1" + again);
  CHECK(refusal(with("0.571", "1,\"x\":2")) == at + "there is a key too many" + again);
  CHECK(refusal(std::string(kFirstLine) + kLine + kLine) ==
        "memory.jsonl:3: the same query and article stand above" + again);
}

TEST_CASE("memory file: what stands for something personal is no word of a query") {
  CHECK(words_of_query("order lost") == "order lost");
  CHECK(words_of_query("refund") == "refund");
  CHECK(words_of_query("<email> order lost <number>") == "order lost");
  CHECK(words_of_query("order <token> lost") == "order lost");
  CHECK(words_of_query("<email> order <number>") == "");
  CHECK(words_of_query("<email>") == "");
  CHECK(words_of_query("") == "");
}

TEST_CASE("memory file: a weight is the part of those who searched whom the article helped") {
  const auto weight = [](MemoryEntry one) { return memory_weight(one); };
  CHECK(weight({"en", "q", "a", 10, 10, 0, 0, 0, 0}) == 1000);
  CHECK(weight({"en", "q", "a", 10, 5, 0, 0, 0, 0}) == 500);
  CHECK(weight({"en", "q", "a", 10, 5, 5, 0, 0, 0}) == 750);
  CHECK(weight({"en", "q", "a", 10, 5, 0, 1, 0, 0}) == 250);
  CHECK(weight({"en", "q", "a", 10, 5, 0, 5, 0, 0}) == 0);
  CHECK(weight({"en", "q", "a", 10, 5, 0, 0, 10, 0}) == 250);
  CHECK(weight({"en", "q", "a", 5, 50, 0, 0, 0, 0}) == 1000);
  CHECK(weight({"en", "q", "a", 0, 0, 0, 0, 0, 0}) == 0);
}

}  // namespace
}  // namespace kb
