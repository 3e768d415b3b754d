// YAML values -> typed values, with one clear message for each that is not what its key wants.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/yaml/yaml_reader.h"

namespace indexer {

// Reads the values of one file; what is wrong is reported under `rule`, and the value is absent. A null value
// is absent without a report: `description:` with nothing behind it means none.
class YamlFields {
 public:
  YamlFields(std::string_view rule, FileFindings& findings) : rule_(rule), findings_(&findings) {}

  std::optional<std::string> text(const YamlEntry& entry) const;
  std::optional<bool> flag(const YamlEntry& entry) const;
  std::optional<int> number(const YamlEntry& entry, int least, int most) const;  // a whole one
  std::optional<double> decimal(const YamlEntry& entry, double least, double most) const;
  std::optional<std::chrono::sys_days> date(const YamlEntry& entry) const;  // the day of a date-time
  // A list of texts; a lone text is a list of one, split at commas when `commas`.
  enum class Commas { keep, split };
  std::vector<std::string> texts(const YamlEntry& entry, Commas commas) const;
  // The entries of a map, or the items of a list; empty and a report when it is something else.
  std::span<const YamlEntry> entries(const YamlEntry& entry) const;
  std::span<const YamlNode> items(const YamlEntry& entry) const;

  // "'weight' must be <what>, not <what it is>"
  void wrong(const YamlEntry& entry, std::string_view what) const;
  void report(Position at, std::string message) const;
  FileFindings& findings() const { return *findings_; }

 private:
  std::string_view rule_;
  FileFindings* findings_;
};

// "1.5"; nullopt when the text is anything else.
std::optional<double> parse_number(std::string_view text);

// "a list", "'abc'" ...: what a value is, for messages.
std::string describe(const YamlNode& node);

// "unknown key 'titel'; did you mean 'title'?"
std::string unknown_key(std::string_view key, std::span<const std::string_view> known);

}  // namespace indexer
