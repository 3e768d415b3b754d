#include "indexer/yaml/yaml_fields.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <utility>

#include "kb/model/date.h"
#include "kb/text/ascii.h"
#include "kb/text/nearest_name.h"
#include "kb/text/utf8.h"

namespace indexer {

namespace {

// YAML 1.1's words for booleans that writers use.
std::optional<bool> parse_flag(std::string_view text) {
  const std::string word = kb::to_lower(text);
  for (const auto yes : {"true", "yes", "on", "y", "1"}) {
    if (word == yes) return true;
  }
  for (const auto no : {"false", "no", "off", "n", "0"}) {
    if (word == no) return false;
  }
  return std::nullopt;
}

void add_split(std::string_view text, std::vector<std::string>& out) {
  while (true) {
    const auto comma = text.find(',');
    std::string part = kb::on_one_line(text.substr(0, comma));
    if (!part.empty()) out.push_back(std::move(part));
    if (comma == std::string_view::npos) return;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  const bool is_number = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
  return is_number ? std::optional(value) : std::nullopt;
}

std::string describe(const YamlNode& node) {
  if (node.is_null()) return "nothing";
  if (node.is_list()) return "a list";
  if (node.is_map()) return "a map";
  constexpr std::size_t kShown = 40;
  if (node.text.size() <= kShown) return fmt::format("'{}'", node.text);
  return fmt::format("'{}...'", kb::first_bytes(node.text, kShown));
}

std::string unknown_key(std::string_view key, std::span<const std::string_view> known) {
  const std::string_view near = kb::nearest_name(key, known);
  return near.empty() ? fmt::format("unknown key '{}'", key)
                      : fmt::format("unknown key '{}'; did you mean '{}'?", key, near);
}

void YamlFields::report(Position at, std::string message) const {
  findings_->report(rule_, at, std::move(message));
}

void YamlFields::wrong(const YamlEntry& entry, std::string_view what) const {
  const Position at = entry.value.is_null() ? entry.at : entry.value.at;
  report(at, fmt::format("'{}' must be {}, not {}", entry.key, what, describe(entry.value)));
}

std::optional<std::string> YamlFields::text(const YamlEntry& entry) const {
  if (entry.value.is_null()) return std::nullopt;
  if (entry.value.is_scalar()) return kb::on_one_line(entry.value.text);
  wrong(entry, "a text");
  return std::nullopt;
}

std::optional<bool> YamlFields::flag(const YamlEntry& entry) const {
  if (entry.value.is_null()) return std::nullopt;
  const auto value = entry.value.is_scalar() ? parse_flag(entry.value.text) : std::nullopt;
  if (!value) wrong(entry, "true or false");
  return value;
}

std::optional<int> YamlFields::number(const YamlEntry& entry, int least, int most) const {
  if (entry.value.is_null()) return std::nullopt;
  const std::string& text = entry.value.text;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = entry.value.is_scalar() && error == std::errc{} && end == text.data() + text.size();
  if (whole && value >= least && value <= most) return value;
  wrong(entry, fmt::format("a whole number from {} to {}", least, most));
  return std::nullopt;
}

std::optional<double> YamlFields::decimal(const YamlEntry& entry, double least, double most) const {
  if (entry.value.is_null()) return std::nullopt;
  const auto value = entry.value.is_scalar() ? parse_number(entry.value.text) : std::nullopt;
  if (value && *value >= least && *value <= most) return value;
  wrong(entry, fmt::format("a number from {} to {}", least, most));
  return std::nullopt;
}

std::optional<std::chrono::sys_days> YamlFields::date(const YamlEntry& entry) const {
  if (entry.value.is_null()) return std::nullopt;
  const std::string& text = entry.value.text;
  const bool dated = text.size() == 10 || (text.size() > 10 && (text[10] == 'T' || text[10] == ' '));
  const auto value = entry.value.is_scalar() && dated ? kb::parse_date(text.substr(0, 10)) : std::nullopt;
  if (!value) wrong(entry, "a date such as 2026-05-02");
  return value;
}

std::vector<std::string> YamlFields::texts(const YamlEntry& entry, Commas commas) const {
  std::vector<std::string> out;
  const YamlNode& value = entry.value;
  if (value.is_null()) return out;
  if (value.is_map()) wrong(entry, "a list of texts");
  if (value.is_scalar() && commas == Commas::split) add_split(value.text, out);
  const auto add = [&](std::string_view text) {
    if (std::string line = kb::on_one_line(text); !line.empty()) out.push_back(std::move(line));
  };
  if (value.is_scalar() && commas == Commas::keep) add(value.text);
  for (const YamlNode& item : value.items) {
    if (!item.is_scalar()) {
      report(item.at, fmt::format("'{}' must be a list of texts; this is {}", entry.key, describe(item)));
    } else {
      add(item.text);
    }
  }
  return out;
}

std::span<const YamlEntry> YamlFields::entries(const YamlEntry& entry) const {
  if (!entry.value.is_map() && !entry.value.is_null()) wrong(entry, "a map of keys and values");
  return entry.value.entries;
}

std::span<const YamlNode> YamlFields::items(const YamlEntry& entry) const {
  if (!entry.value.is_list() && !entry.value.is_null()) wrong(entry, "a list");
  return entry.value.items;
}

}  // namespace indexer
