#include "service/flat_yaml.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

using namespace service;

TEST_CASE("flat yaml: texts, and one level of keys below") {
  const FlatYaml yaml = parse_flat_yaml("a: one\nb:\n  one: x\n  other: \"y z\"\nempty:\n", "f.yaml");
  CHECK(yaml == FlatYaml{{"a", "one"}, {"b.one", "x"}, {"b.other", "y z"}, {"empty", ""}});
  CHECK(parse_flat_yaml("", "f.yaml").empty());
}

TEST_CASE("flat yaml: what it is not is named with its line") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"a: [1, 2]", "f.yaml:1: expected a text or keys with texts\ncorrect the file"},
      {"ok: 1\na:\n  b:\n    c: 1", "f.yaml:4: expected a text or keys with texts\ncorrect the file"},
      {"a: 1\na: 2", "f.yaml:2: the key a is there twice\ncorrect the file"},
      {"just text", "f.yaml:1: expected a text or keys with texts\ncorrect the file"},
      {"a: \xFF", "f.yaml: not UTF-8\nsave the file as UTF-8"},
  };
  for (const auto& [text, error] : cases) {
    CAPTURE(text);
    CHECK(kb::error_of([&] { parse_flat_yaml(text, "f.yaml"); }) == error);
  }
  CHECK(kb::error_of([] { parse_flat_yaml("a: [1", "f.yaml"); }).starts_with("f.yaml:"));
  CHECK(kb::error_of([] { parse_flat_yaml("a: &a [*a]", "f.yaml"); }).starts_with("f.yaml:"));
}
