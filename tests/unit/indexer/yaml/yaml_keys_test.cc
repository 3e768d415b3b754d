#include "indexer/yaml/yaml_keys.h"

#include <doctest/doctest.h>

#include "indexer/output/finding_format.h"

using namespace indexer;

namespace {

struct Thing {
  std::string name;
  bool shown = false;
  std::vector<std::string> words;
};

constexpr YamlKey<Thing> kKeys[] = {
    {"label", read_member<&Thing::name>},  // an older word for "name", which wins
    {"name", read_member<&Thing::name>},
    {"shown", read_member<&Thing::shown>},
    {"words", read_member<&Thing::words>},
};

struct Reading {
  Thing thing;
  std::string findings;
};

Reading read(std::string_view text) {
  const RuleSet rules(true);
  FileFindings findings(rules, "a.yaml");
  const auto map = read_yaml(text, 1, "config-syntax", findings);
  Reading reading;
  read_keys(*map, kKeys, YamlFields("config-value", findings), reading.thing);
  report_unknown_keys(*map, kKeys, "config-key", findings, "x-");
  reading.findings = format_findings(findings.take(), OutputFormat::text, "");
  return reading;
}

}  // namespace

TEST_CASE(
    "yaml keys: each is read into its member; of names that mean the same the later in the table wins") {
  const Reading all = read("name: a\nlabel: b\nshown: yes\nwords: [c, \"d, e\"]\nx-own: f\n");
  CHECK(all.thing.name == "a");
  CHECK(all.thing.shown);
  CHECK(all.thing.words == std::vector<std::string>{"c", "d, e"});
  CHECK(all.findings.empty());
  CHECK(read("label: b").thing.name == "b");
}

TEST_CASE("yaml keys: a key that is none is named with the nearest that is one") {
  CHECK(read("nam: a\nq: b\nshown: c").findings ==
        "a.yaml:3:8: error: 'shown' must be true or false, not 'c' [config-value]\n"
        "a.yaml:1:1: error: unknown key 'nam'; did you mean 'name'? [config-key]\n"
        "a.yaml:2:1: error: unknown key 'q' [config-key]\n");
}
