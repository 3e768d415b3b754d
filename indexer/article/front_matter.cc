#include "indexer/article/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/article/front_matter_block.h"
#include "indexer/yaml/yaml_fields.h"
#include "kb/text/nearest_name.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

using std::chrono::sys_days;

constexpr int kMaxWeight = 1'000'000;

// What is known only when all keys are read.
struct Reading {
  FrontMatter meta;
  std::optional<sys_days> last_reviewed;
  std::string review_in;
  const YamlEntry* review_in_entry = nullptr;
};

using ReadKey = void (*)(const YamlFields&, const YamlEntry&, Reading&);

void read_type(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  constexpr auto kTypes = names_of(kb::ArticleType::none);
  const auto name = fields.text(entry);
  if (!name) return;
  if (const auto type = kb::parse_name<kb::ArticleType>(*name)) {
    reading.meta.type = *type;
    return;
  }
  const std::string_view near = kb::nearest_name(*name, kTypes);
  fields.report(entry.value.at,
                fmt::format("'{}' is not a type; {}", *name,
                            near.empty() ? fmt::format("use one of {}", fmt::join(kTypes, ", "))
                                         : fmt::format("did you mean '{}'?", near)));
}

void read_slug(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  const auto slug = fields.text(entry);
  if (!slug || slug->empty()) return;
  if (slug->find_first_of("/?#%") != std::string::npos || *slug == "." || *slug == "..") {
    fields.report(entry.value.at,
                  fmt::format("'{}' is the last part of the article's URL, without / ? # %; not '{}'",
                              entry.key, *slug));
    return;
  }
  reading.meta.slug = *slug;
  reading.meta.slug_at = entry.value.at;
}

// Whether a browser can ask for the path: it resolves "." and "..", and the daemon refuses what is not UTF-8.
bool is_old_path(std::string_view path) {
  if (path.empty() || path.find_first_of("?#") != std::string_view::npos ||
      path.find("//") != std::string_view::npos) {
    return false;
  }
  const auto decoded = kb::percent_decode(kb::encode_path(kb::percent_decode_leniently(path)));
  if (!decoded) return false;
  const std::string parts = "/" + *decoded + "/";
  return parts.find("/./") == std::string::npos && parts.find("/../") == std::string::npos;
}

void read_alias(const YamlFields& fields, const YamlEntry& entry, const YamlNode& node, Reading& reading) {
  const std::string& path = node.text;
  if (!node.is_scalar() || !is_old_path(path)) {
    fields.report(node.at,
                  fmt::format("'{}' lists old paths such as /hc/articles/123 or old-folder/old-name; not {}",
                              entry.key, describe(node)));
    return;
  }
  reading.meta.aliases.push_back({path, node.at});
}

void read_aliases(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (entry.value.is_null()) return;
  reading.meta.aliases.clear();
  if (!entry.value.is_list()) return read_alias(fields, entry, entry.value, reading);
  for (const YamlNode& item : entry.value.items) read_alias(fields, entry, item, reading);
}

void read_updated(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (const auto date = fields.date(entry)) reading.meta.updated = date;
}

// Docusaurus: `last_update: {date: 2026-05-02, author: Mira}`.
void read_last_update(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (!entry.value.is_map()) return read_updated(fields, entry, reading);
  for (const YamlEntry& inner : entry.value.entries) {
    if (inner.key == "date") read_updated(fields, inner, reading);
  }
}

void read_review_by(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (const auto date = fields.date(entry)) reading.meta.review_by = date;
  reading.meta.review_at = entry.at;
}

void read_review_in(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  reading.review_in = fields.text(entry).value_or("");
  reading.review_in_entry = &entry;
}

void read_correction(const YamlFields& fields, const YamlNode& item, Reading& reading) {
  kb::Correction correction;
  bool dated = false;
  for (const YamlEntry& entry : item.entries) {
    if (entry.key == "date") {
      const auto date = fields.date(entry);
      dated = date.has_value();
      correction.date = date.value_or(sys_days{});
    } else if (entry.key == "text") {
      correction.text = fields.text(entry).value_or("");
    } else {
      fields.report(entry.at, fmt::format("a correction has a date and a text; '{}' is neither", entry.key));
    }
  }
  if (dated && !correction.text.empty()) {
    reading.meta.corrections.push_back(std::move(correction));
  } else {
    fields.report(item.at, "a correction needs a date and a text: {date: 2026-05-02, text: what was wrong}");
  }
}

void read_corrections(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  for (const YamlNode& item : fields.items(entry)) read_correction(fields, item, reading);
  std::stable_sort(reading.meta.corrections.begin(), reading.meta.corrections.end(),
                   [](const auto& a, const auto& b) { return a.date > b.date; });
}

template <std::string FrontMatter::*field>
void read_text(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (auto text = fields.text(entry)) reading.meta.*field = std::move(*text);
}

template <bool FrontMatter::*field, bool meaning = true>
void read_flag(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (const auto flag = fields.flag(entry)) reading.meta.*field = *flag == meaning;
}

template <std::optional<sys_days> FrontMatter::*field>
void read_date(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (const auto date = fields.date(entry)) reading.meta.*field = date;
}

template <std::vector<std::string> FrontMatter::*field>
void read_words(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  auto texts = fields.texts(entry, YamlFields::Commas::split);
  if (!texts.empty()) reading.meta.*field = std::move(texts);
}

void read_questions(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  auto questions = fields.texts(entry, YamlFields::Commas::keep);
  if (questions.empty()) return;
  reading.meta.questions = std::move(questions);
  reading.meta.questions_at = entry.at;
}

void read_weight(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (const auto weight = fields.number(entry, -kMaxWeight, kMaxWeight)) reading.meta.weight = *weight;
}

void read_last_reviewed(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  reading.last_reviewed = fields.date(entry);
}

struct Key {
  std::string_view name;
  ReadKey read;
};

// Of names that mean the same, a later one in this table wins.
constexpr std::array kKeys{
    Key{"title", read_text<&FrontMatter::title>},
    Key{"intro", read_text<&FrontMatter::description>},
    Key{"summary", read_text<&FrontMatter::description>},
    Key{"description", read_text<&FrontMatter::description>},
    Key{"search_phrases", read_questions},
    Key{"questions", read_questions},
    Key{"labels", read_words<&FrontMatter::keywords>},
    Key{"keywords", read_words<&FrontMatter::keywords>},
    Key{"topics", read_words<&FrontMatter::tags>},
    Key{"tags", read_words<&FrontMatter::tags>},
    Key{"contentType", read_type},
    Key{"type", read_type},
    Key{"permalink", read_slug},
    Key{"url", read_slug},
    Key{"slug", read_slug},
    Key{"redirect_from", read_aliases},
    Key{"aliases", read_aliases},
    Key{"retired", read_flag<&FrontMatter::retired>},
    Key{"order", read_weight},
    Key{"sidebar_position", read_weight},
    Key{"weight", read_weight},
    Key{"featured", read_flag<&FrontMatter::featured>},
    Key{"published", read_flag<&FrontMatter::draft, false>},
    Key{"draft", read_flag<&FrontMatter::draft>},
    Key{"publishDate", read_date<&FrontMatter::publish_date>},
    Key{"publish_date", read_date<&FrontMatter::publish_date>},
    Key{"expiryDate", read_date<&FrontMatter::expiry_date>},
    Key{"expiry_date", read_date<&FrontMatter::expiry_date>},
    Key{"hidden", read_flag<&FrontMatter::unlisted>},
    Key{"unlisted", read_flag<&FrontMatter::unlisted>},
    Key{"date", read_updated},
    Key{"last_update", read_last_update},
    Key{"lastmod", read_updated},
    Key{"updated", read_updated},
    Key{"last_reviewed_on", read_last_reviewed},
    Key{"review_in", read_review_in},
    Key{"expire_by", read_review_by},
    Key{"review_by", read_review_by},
    Key{"owner", read_text<&FrontMatter::owner>},
    Key{"corrections", read_corrections},
};

void report_unknown(const YamlNode& root, Diagnostics& diags) {
  static const auto names = [] {
    std::array<std::string_view, kKeys.size()> all;
    std::transform(kKeys.begin(), kKeys.end(), all.begin(), [](const Key& key) { return key.name; });
    return all;
  }();
  for (const YamlEntry& entry : root.entries) {
    if (entry.key.starts_with("x-") || std::find(names.begin(), names.end(), entry.key) != names.end())
      continue;
    diags.report("unknown-key", entry.at, unknown_key(entry.key, names));
  }
}

// "6 months" after `from`; nullopt when the text is something else.
std::optional<sys_days> after(sys_days from, std::string_view text) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || count < 0 || count > 1000) return std::nullopt;
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (unit == "day") return from + std::chrono::days{count};
  if (unit == "week") return from + std::chrono::weeks{count};
  std::chrono::year_month_day date{from};
  if (unit == "month") date += std::chrono::months{count};
  if (unit == "year") date += std::chrono::years{count};
  if (unit != "month" && unit != "year") return std::nullopt;
  return date.ok() ? sys_days{date} : sys_days{date.year() / date.month() / std::chrono::last};
}

void settle_review(const YamlFields& fields, Reading& reading) {
  const YamlEntry* entry = reading.review_in_entry;
  if (!entry || reading.review_in.empty()) return;
  const auto due = after(reading.last_reviewed.value_or(sys_days{}), reading.review_in);
  if (!due) return fields.wrong(*entry, "a time such as '6 months'");
  if (!reading.last_reviewed || reading.meta.review_by) return;
  reading.meta.review_by = due;
  reading.meta.review_at = entry->at;
}

FrontMatter read_keys(const YamlNode& root, Diagnostics& diags) {
  const YamlFields fields("front-matter-value", diags);
  Reading reading;
  for (const Key& key : kKeys) {
    for (const YamlEntry& entry : root.entries) {
      if (entry.key == key.name) key.read(fields, entry, reading);
    }
  }
  settle_review(fields, reading);
  report_unknown(root, diags);
  return std::move(reading.meta);
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, Diagnostics& diags) {
  const FrontMatterBlock block = find_front_matter(text, diags);
  FrontMatter meta;
  if (block.yaml) {
    const auto root = read_yaml(*block.yaml, 2, kFrontMatterSyntax, diags);
    const bool is_map = root && root->is_map();
    if (is_map) meta = read_keys(*root, diags);
    if (root && !is_map && !root->is_null()) {
      diags.report(kFrontMatterSyntax, root->at,
                   fmt::format("the front matter must be `key: value` lines, not {}", describe(*root)));
      return meta;
    }
  }
  meta.body_offset = block.body_offset;
  meta.body_line = block.body_line;
  return meta;
}

}  // namespace indexer
