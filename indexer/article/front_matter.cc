#include "indexer/article/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/article/front_matter_block.h"
#include "indexer/article/visibility_keys.h"
#include "indexer/dialects/notes.h"
#include "indexer/source/languages.h"
#include "indexer/yaml/toml_reader.h"
#include "indexer/yaml/yaml_fields.h"
#include "kb/text/ascii.h"
#include "kb/text/nearest_name.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

using std::chrono::sys_days;

constexpr double kMaxWeight = 1'000'000;

// What is known only when all keys are read.
struct Reading {
  FrontMatter meta;
  std::optional<sys_days> last_reviewed;
  std::string review_in;
  const YamlEntry* review_in_entry = nullptr;
  std::optional<Alias> html_url;
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

// A path of several parts or from the root, also of a whole address: "/faq/a" of
// "https://shop.example/faq/a?b". "" when it is none that can be asked for.
std::string permalink_of(std::string_view text) {
  if (const std::size_t scheme = text.find("://"); scheme != std::string_view::npos) {
    text.remove_prefix(std::min(text.find('/', scheme + 3), text.size()));
  }
  text = text.substr(0, text.find_first_of("?#"));
  const bool is_path = text.find('/') < text.size() - 1;
  return is_path && is_old_path(text) ? std::string(text) : "";
}

void read_slug(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  auto slug = fields.text(entry);
  if (!slug || slug->empty()) return;
  // Jekyll's `/:categories/:title` is a pattern of places, not one.
  if (slug->find("/:") != std::string::npos || slug->starts_with(':')) return;
  reading.meta.slug_at = entry.value.at;
  if (const std::string path = permalink_of(*slug); !path.empty()) {
    reading.meta.permalink = path;
    return;
  }
  while (slug->ends_with('/')) slug->pop_back();
  if (slug->find_first_of("/?#%") != std::string::npos || *slug == "." || *slug == "..") {
    fields.report(entry.value.at,
                  fmt::format("'{}' is the last part of the article's URL, without / ? # %; not '{}'",
                              entry.key, *slug));
    return;
  }
  reading.meta.slug = *slug;
}

void read_alias(const YamlFields& fields, const YamlEntry& entry, const YamlNode& node, Reading& reading) {
  const std::string& path = node.text;
  if (!node.is_scalar() || !is_old_path(std::string_view(path).substr(0, path.find('?')))) {
    fields.report(node.at,
                  fmt::format("'{}' lists old paths such as /hc/articles/123 or old-folder/old-name; not {}",
                              entry.key, describe(node)));
    return;
  }
  reading.meta.aliases.push_back({path, node.at});
}

// Exports: where the article was.
void read_html_url(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  const std::string path = permalink_of(fields.text(entry).value_or(""));
  if (!path.empty()) reading.html_url = Alias{path, entry.value.at, true};
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

template <bool FrontMatter::*field>
void read_flag(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (const auto flag = fields.flag(entry)) reading.meta.*field = *flag;
}

bool begins_with_digit(const YamlNode& node) {
  return node.is_scalar() && !node.text.empty() && kb::is_digit(node.text.front());
}

// Several keys may speak of it: what any of them hides is hidden.
void hide_if(std::optional<bool> hidden, bool& field, FrontMatter& meta) {
  meta.unclear = meta.unclear || !hidden;
  field = field || hidden.value_or(false);
}

void read_publish_date(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta) {
  const auto date = fields.date(entry);
  meta.unclear = meta.unclear || !date;
  if (date) meta.publish_date = std::max(*date, meta.publish_date.value_or(*date));
}

void read_expiry_date(const YamlFields& fields, const YamlEntry& entry, FrontMatter& meta) {
  const auto date = fields.date(entry);
  meta.unclear = meta.unclear || !date;
  if (date) meta.expiry_date = std::min(*date, meta.expiry_date.value_or(*date));
}

std::optional<bool> negated(std::optional<bool> flag) { return flag ? std::optional(!*flag) : std::nullopt; }

void read_visibility(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  FrontMatter& meta = reading.meta;
  if (entry.value.is_null()) return;
  switch (visibility_key(entry.key)) {
    case VisibilityKey::draft:
      return hide_if(fields.flag(entry), meta.draft, meta);
    case VisibilityKey::published:
      if (begins_with_digit(entry.value) && entry.value.text.size() > 1)
        return read_publish_date(fields, entry, meta);
      return hide_if(negated(fields.flag(entry)), meta.draft, meta);
    case VisibilityKey::unlisted:
      return hide_if(fields.flag(entry), meta.unlisted, meta);
    case VisibilityKey::listed:
      return hide_if(negated(fields.flag(entry)), meta.unlisted, meta);
    case VisibilityKey::publish_date:
      return read_publish_date(fields, entry, meta);
    case VisibilityKey::expiry_date:
      return read_expiry_date(fields, entry, meta);
    case VisibilityKey::status:
      meta.draft = meta.draft || (entry.value.is_scalar() && is_hidden_status(entry.value.text));
      for (const YamlNode& item : entry.value.items) meta.draft = meta.draft || is_hidden_status(item.text);
      return;
    case VisibilityKey::none:
      return;
  }
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

void read_lang(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  const auto name = fields.text(entry);
  if (!name || name->empty()) return;
  if (const auto code = language_code(*name)) {
    reading.meta.lang = *code;
  } else {
    fields.wrong(entry, "a language such as en or pt-BR");
  }
}

void read_weight(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (const auto weight = fields.decimal(entry, -kMaxWeight, kMaxWeight)) reading.meta.weight = weight;
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
    Key{"locale", read_lang},
    Key{"language", read_lang},
    Key{"lang", read_lang},
    Key{"html_url", read_html_url},
    Key{"permalink", read_slug},
    Key{"url", read_slug},
    Key{"slug", read_slug},
    Key{"redirect_from", read_aliases},
    Key{"aliases", read_aliases},
    Key{"retired", read_flag<&FrontMatter::retired>},
    Key{"nav_order", read_weight},
    Key{"order", read_weight},
    Key{"sidebar_position", read_weight},
    Key{"weight", read_weight},
    Key{"featured", read_flag<&FrontMatter::featured>},
    Key{"published", read_visibility},
    Key{"draft", read_visibility},
    Key{"publishDate", read_visibility},
    Key{"publish_date", read_visibility},
    Key{"expiryDate", read_visibility},
    Key{"expiry_date", read_visibility},
    Key{"hidden", read_visibility},
    Key{"unlisted", read_visibility},
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

const auto& key_names() {
  static const auto names = [] {
    std::array<std::string_view, kKeys.size()> all;
    std::transform(kKeys.begin(), kKeys.end(), all.begin(), [](const Key& key) { return key.name; });
    return all;
  }();
  return names;
}

bool is_known(const YamlEntry& entry) {
  const auto& names = key_names();
  return std::find(names.begin(), names.end(), entry.key) != names.end();
}

void read_others(const YamlNode& root, const YamlFields& fields, Reading& reading) {
  for (const YamlEntry& entry : root.entries) {
    if (entry.key.starts_with("x-") || is_known(entry)) continue;
    if (visibility_key(entry.key) != VisibilityKey::none) {
      read_visibility(fields, entry, reading);
    } else if (entry.key == "params" && entry.value.is_map()) {  // Hugo
      for (const YamlEntry& inner : entry.value.entries) read_visibility(fields, inner, reading);
    } else {
      // `draft:true` is a key of that name for YAML.
      const bool is_joined = visibility_key(entry.key.substr(0, entry.key.find(':'))) != VisibilityKey::none;
      reading.meta.unclear = reading.meta.unclear || is_joined || is_nearly_visibility_key(entry.key);
      fields.findings().report("unknown-key", entry.at, unknown_key(entry.key, key_names()));
    }
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

FrontMatter read_keys(const YamlNode& root, FileFindings& findings) {
  const YamlFields fields("front-matter-value", findings);
  Reading reading;
  for (const Key& key : kKeys) {
    for (const YamlEntry& entry : root.entries) {
      if (entry.key == key.name) key.read(fields, entry, reading);
    }
  }
  settle_review(fields, reading);
  read_others(root, fields, reading);
  reading.meta.title = without_notes(reading.meta.title);
  reading.meta.description = without_notes(reading.meta.description);
  for (kb::Correction& one : reading.meta.corrections) one.text = without_notes(one.text);
  if (reading.html_url) reading.meta.aliases.push_back(*reading.html_url);
  return std::move(reading.meta);
}

std::optional<YamlNode> read_block(const FrontMatterBlock& block, FileFindings& findings) {
  using Format = FrontMatterBlock::Format;
  switch (block.format) {
    case Format::toml:
      return read_toml(block.text, block.line, kFrontMatterSyntax, findings);
    case Format::json: {  // a kind of YAML, but for tabs
      std::string text(block.text);
      std::replace(text.begin(), text.end(), '\t', ' ');
      return read_yaml(text, block.line, kFrontMatterSyntax, findings);
    }
    case Format::yaml:
      return read_yaml(block.text, block.line, kFrontMatterSyntax, findings);
    case Format::none:
    case Format::unusable:
      break;
  }
  return std::nullopt;
}

bool has_known_key(const YamlNode& root) {
  return std::any_of(root.entries.begin(), root.entries.end(), [](const YamlEntry& entry) {
    return is_known(entry) || visibility_key(entry.key) != VisibilityKey::none;
  });
}

void keep_back(FrontMatter& meta, std::string_view key, std::string_view why, FileFindings& findings) {
  meta.unclear = true;
  findings.report(kFrontMatterSyntax, {1, 1}, fmt::format("'{}' {}, so the article is not public", key, why));
}

// The keys of a block that was read as a map; false when it is none and stays in the text.
bool read_map(const FrontMatterBlock& block, const YamlNode& root, FrontMatter& meta,
              FileFindings& findings) {
  if (!root.is_map() && !root.is_null()) {
    if (!block.is_late && block.format != FrontMatterBlock::Format::json) {
      findings.report(kFrontMatterSyntax, root.at,
                      fmt::format("the front matter must be `key: value` lines, not {}", describe(root)));
    }
    return false;
  }
  if ((block.is_late || block.format == FrontMatterBlock::Format::json) && !has_known_key(root)) return false;
  if (root.is_map()) meta = read_keys(root, findings);
  if (block.is_late) {
    findings.report("front-matter-place", {block.line, 1},
                    "the front matter does not begin on line 1, so other tools show it as text; move it up");
  }
  if (const auto key = repeated_visibility_key(block.text)) keep_back(meta, *key, "is there twice", findings);
  return true;
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, FileFindings& findings) {
  const FrontMatterBlock block = find_front_matter(text, findings);
  FrontMatter meta;
  const auto root = read_block(block, findings);
  if (root && !read_map(block, *root, meta, findings)) return meta;
  if (!root) {
    const bool is_there = block.format != FrontMatterBlock::Format::none;
    if (const auto key = visibility_key_in(block.text)) {
      keep_back(meta, *key,
                is_there ? "stands in front matter that cannot be read" : "stands in no front matter",
                findings);
    }
  }
  meta.body_offset = block.body_offset;
  meta.body_line = block.body_line;
  return meta;
}

YamlTexts front_matter_texts(std::string_view text) {
  const RuleSet rules(false);
  FileFindings ignored(rules, "");
  YamlTexts texts;
  if (const auto root = read_block(find_front_matter(text, ignored), ignored)) add_texts(*root, "", texts);
  return texts;
}

}  // namespace indexer
