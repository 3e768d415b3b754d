#include "kb/memory/memory_file.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "kb/model/error.h"
#include "kb/text/ascii.h"

namespace kb {

namespace {

using nlohmann::ordered_json;

constexpr const char* kVersionKey = "firstline_memory";
constexpr int kMemoryVersion = 1;
constexpr std::size_t kMostLineBytes = 16UL << 10U;
constexpr std::size_t kMostTextBytes = 1024;
constexpr std::int64_t kMostCount = 1'000'000'000;
constexpr std::pair<const char*, std::string MemoryEntry::*> kTexts[] = {
    {"lang", &MemoryEntry::lang}, {"query", &MemoryEntry::query}, {"article", &MemoryEntry::article}};
constexpr std::pair<const char*, std::int64_t MemoryEntry::*> kCounts[] = {
    {"occurrences", &MemoryEntry::occurrences},
    {"clicks", &MemoryEntry::clicks},
    {"helpful", &MemoryEntry::helpful},
    {"unhelpful", &MemoryEntry::unhelpful},
    {"again", &MemoryEntry::again}};
constexpr const char* kWeight = "weight";
constexpr std::size_t kKeys = std::size(kTexts) + std::size(kCounts) + 1;

auto place(const MemoryEntry& entry) { return std::tie(entry.lang, entry.query, entry.article); }

ordered_json to_json(const MemoryEntry& entry) {
  ordered_json line;
  for (const auto& [key, member] : kTexts) line[key] = entry.*member;
  for (const auto& [key, member] : kCounts) line[key] = entry.*member;
  line[kWeight] = static_cast<double>(entry.weight) / kWholeWeight;
  return line;
}

// Each returns what is wrong, or "".
std::string read_text(const ordered_json& line, const char* key, std::string& to) {
  const auto value = line.find(key);
  if (value == line.end() || !value->is_string()) return std::string("'") + key + "' must be a text";
  to = value->get<std::string>();
  if (to.empty() || to.size() > kMostTextBytes)
    return std::string("'") + key + "' must have 1 to " + std::to_string(kMostTextBytes) + " bytes";
  if (std::any_of(to.begin(), to.end(), is_control))
    return std::string("'") + key + "' must not have control characters";
  return "";
}

std::string read_count(const ordered_json& line, const char* key, std::int64_t& to) {
  const auto value = line.find(key);
  const bool counts =
      value != line.end() && value->is_number_integer() && *value >= 0 && *value <= kMostCount;
  if (!counts) return std::string("'") + key + "' must be a whole number, 0 to " + std::to_string(kMostCount);
  to = value->get<std::int64_t>();
  return "";
}

std::string read_weight(const ordered_json& line, int& to) {
  const auto value = line.find(kWeight);
  const double weight = value != line.end() && value->is_number() ? value->get<double>() : -1;
  if (weight < 0 || weight > 1) return "'weight' must be a number, 0 to 1";
  to = static_cast<int>(std::lround(weight * kWholeWeight));
  return "";
}

std::string read_entry(std::string_view text, MemoryEntry& entry) {
  if (text.size() > kMostLineBytes) return "the line is too long";
  const ordered_json line = ordered_json::parse(text, nullptr, false);
  if (!line.is_object()) return "this is no JSON object in UTF-8";
  std::string wrong;
  for (const auto& [key, member] : kTexts)
    if (wrong.empty()) wrong = read_text(line, key, entry.*member);
  for (const auto& [key, member] : kCounts)
    if (wrong.empty()) wrong = read_count(line, key, entry.*member);
  if (wrong.empty()) wrong = read_weight(line, entry.weight);
  if (wrong.empty() && line.size() > kKeys) wrong = "there is a key too many";
  return wrong;
}

bool is_first_line(std::string_view text) {
  const ordered_json line = ordered_json::parse(text.substr(0, kMostLineBytes), nullptr, false);
  return line.is_object() && line.size() == 1 && line.value(kVersionKey, ordered_json()) == kMemoryVersion;
}

std::string_view cut_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line;
}

}  // namespace

int memory_weight(const MemoryEntry& entry) {
  const auto votes = 2 * (entry.helpful + entry.unhelpful);
  const auto helped = static_cast<double>(entry.clicks + 2 * (entry.helpful - entry.unhelpful));
  const auto all = static_cast<double>(entry.occurrences + entry.again + votes);
  if (helped <= 0 || all <= 0) return 0;
  return static_cast<int>(std::lround(std::min(1.0, helped / all) * kWholeWeight));
}

// Stored queries are folded, so nothing else has such brackets.
std::string words_of_query(std::string_view query) {
  if (query.find('<') == std::string_view::npos) return std::string(query);
  std::string words;
  std::size_t count = 0;
  std::istringstream rest{std::string(query)};
  for (std::string word; rest >> word;) {
    if (word.front() == '<' && word.back() == '>') continue;
    words += (count++ == 0 ? "" : " ");
    words += word;
  }
  return count < 2 ? "" : words;
}

std::string encode_memory(std::vector<MemoryEntry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const MemoryEntry& a, const MemoryEntry& b) { return place(a) < place(b); });
  std::string out = ordered_json{{kVersionKey, kMemoryVersion}}.dump() + "\n";
  for (const MemoryEntry& entry : entries)
    out += to_json(entry).dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  return out;
}

std::vector<MemoryEntry> parse_memory(std::string_view text, const std::string& name,
                                      bool (*is_language)(std::string_view code)) {
  std::size_t number = 1;
  const auto refuse = [&](const std::string& wrong) {
    throw Error(name + ":" + std::to_string(number) + ": " + wrong,
                "write the memory again with firstline-indexer learn");
  };
  if (!is_first_line(cut_line(text)))
    refuse(std::string("this is no memory: the first line must be {\"") + kVersionKey +
           "\":" + std::to_string(kMemoryVersion) + "}");
  std::vector<MemoryEntry> entries;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  while (!text.empty()) {
    const std::string_view line = cut_line(text);
    ++number;
    MemoryEntry entry;
    if (const std::string wrong = read_entry(line, entry); !wrong.empty()) refuse(wrong);
    if (is_language != nullptr && !is_language(entry.lang)) refuse("'" + entry.lang + "' is no language");
    if (!seen.insert(place(entry)).second) refuse("the same query and article stand above");
    if (entries.size() == kMostMemoryEntries)
      refuse("there are more than " + std::to_string(kMostMemoryEntries) + " entries");
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace kb
