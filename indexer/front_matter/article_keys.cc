#include "indexer/front_matter/article_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/dialects/notes.h"
#include "indexer/front_matter/home_page.h"
#include "indexer/front_matter/visibility.h"
#include "indexer/source/languages.h"
#include "indexer/yaml/yaml_keys.h"
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
  if (*slug == "false" && !entry.value.quoted) {  // Eleventy writes no page then
    reading.meta.draft = true;
    return;
  }
  // Jekyll's `/help/:title` is a pattern, which the page's place fills in.
  const bool is_pattern = slug->find("/:") != std::string::npos || slug->starts_with(':');
  if (is_pattern && permalink_of(*slug).empty()) return;
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
  const bool is_everything =
      path.find('*') != std::string::npos &&
      path.find_first_not_of("*/") == std::string::npos;  // each wrong address of the site
  if (!node.is_scalar() || is_everything || !is_old_path(std::string_view(path).substr(0, path.find('?')))) {
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

// Docusaurus: `last_update: {date: 2026-05-02, author: Mira}`; MkDocs Material: `date: {created:
// 2026-05-02}`, which it publishes on that day.
void read_last_update(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  if (!entry.value.is_map()) return read_updated(fields, entry, reading);
  for (const YamlEntry& inner : entry.value.entries) {
    if (inner.key == "date" || inner.key == "created" || inner.key == "updated")
      read_updated(fields, inner, reading);
    const auto created = inner.key == "created" ? fields.date(inner) : std::nullopt;
    if (created) reading.meta.publish_date = std::max(*created, reading.meta.publish_date.value_or(*created));
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

template <std::vector<std::string> FrontMatter::*field>
void read_words(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  auto texts = fields.texts(entry, YamlFields::Commas::split);
  if (!texts.empty()) reading.meta.*field = std::move(texts);
}

void read_products(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  read_words<&FrontMatter::products>(fields, entry, reading);
  reading.meta.products_at = entry.value.at;
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

void read_public(const YamlFields& fields, const YamlEntry& entry, Reading& reading) {
  read_visibility(fields, entry, reading.meta);
}

// Of names that mean the same, a later one in this table wins.
constexpr YamlKey<Reading> kKeys[] = {
    {"title", read_text<&FrontMatter::title>},
    {"intro", read_text<&FrontMatter::description>},
    {"summary", read_text<&FrontMatter::description>},
    {"description", read_text<&FrontMatter::description>},
    {"search_phrases", read_questions},
    {"questions", read_questions},
    {"labels", read_words<&FrontMatter::keywords>},
    {"keywords", read_words<&FrontMatter::keywords>},
    {"topics", read_words<&FrontMatter::tags>},
    {"tags", read_words<&FrontMatter::tags>},
    {"product", read_products},
    {"products", read_products},
    {"contentType", read_type},
    {"type", read_type},
    {"locale", read_lang},
    {"language", read_lang},
    {"lang", read_lang},
    {"html_url", read_html_url},
    {"permalink", read_slug},
    {"url", read_slug},
    {"slug", read_slug},
    {"redirect_from", read_aliases},
    {"aliases", read_aliases},
    {"retired", read_flag<&FrontMatter::retired>},
    {"nav_order", read_weight},
    {"order", read_weight},
    {"sidebar_position", read_weight},
    {"weight", read_weight},
    {"featured", read_flag<&FrontMatter::featured>},
    {"published", read_public},
    {"draft", read_public},
    {"publishDate", read_public},
    {"publish_date", read_public},
    {"expiryDate", read_public},
    {"expiry_date", read_public},
    {"hidden", read_public},
    {"unlisted", read_public},
    {"date", read_last_update},
    {"last_update", read_last_update},
    {"lastmod", read_updated},
    {"updated", read_updated},
    {"last_reviewed_on", read_last_reviewed},
    {"review_in", read_review_in},
    {"expire_by", read_review_by},
    {"review_by", read_review_by},
    {"owner", read_text<&FrontMatter::owner>},
    {"uid", read_text<&FrontMatter::uid>},
    {"corrections", read_corrections},
};

// Keys of other tools that say how a page looks or where it stands in a menu, which is nothing to us.
constexpr std::string_view kOfLooks =
    " author author_id authors categories category category_id comments comments_disabled cover "
    "coverY created_at custom_edit_url displayed_sidebar edit_url editLink editUrl footer "
    "grand_parent has_children has_toc head hide hide_table_of_contents hide_title home html_body "
    "icon id image jupytext kernelspec lastUpdated layout linkTitle linktitle myst next outline pageClass "
    "pagination_label "
    "pagination_next pagination_prev parent prev section_id sidebar_class_name sidebar_label "
    "sidebarTitle tableOfContents template toc toc_max_heading_level ";

bool is_of_looks(std::string_view key) {
  const bool is_word = key.find(' ') == std::string_view::npos;
  return key.starts_with("ms.") ||
         (is_word && kOfLooks.find(" " + std::string(key) + " ") != std::string_view::npos);
}

constexpr auto key_names() {
  std::array<std::string_view, std::size(kKeys)> names;
  std::transform(std::begin(kKeys), std::end(kKeys), names.begin(), [](const auto& key) { return key.name; });
  return names;
}

void read_others(const YamlNode& root, const YamlFields& fields, Reading& reading) {
  for (const YamlEntry& entry : root.entries) {
    if (entry.key.starts_with("x-") || is_article_key(entry.key)) continue;
    if (!read_other_visibility(fields, entry, reading.meta) && !is_of_looks(entry.key) &&
        !is_home_page_key(entry.key))
      fields.findings().report("unknown-key", entry.at, unknown_key(entry.key, key_names()));
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

}  // namespace

bool is_article_key(std::string_view key) {
  return std::any_of(std::begin(kKeys), std::end(kKeys), [&](const auto& one) { return one.name == key; });
}

FrontMatter read_article_keys(const YamlNode& root, FileFindings& findings) {
  const YamlFields fields("front-matter-value", findings);
  Reading reading;
  read_keys(root, kKeys, fields, reading);
  settle_review(fields, reading);
  reading.meta.is_export = is_of_help_desk(root);
  read_others(root, fields, reading);
  HomePage home = read_home_page(root);
  if (reading.meta.title.empty()) reading.meta.title = std::move(home.title);
  reading.meta.home = std::move(home.lines);
  reading.meta.title = without_notes(reading.meta.title);
  reading.meta.description = without_notes(reading.meta.description);
  for (kb::Correction& one : reading.meta.corrections) one.text = without_notes(one.text);
  if (reading.html_url) reading.meta.aliases.push_back(*reading.html_url);
  return std::move(reading.meta);
}

}  // namespace indexer
