#include "kb/store/codec.h"

#include <nlohmann/json.hpp>
#include <type_traits>

#include "kb/model/article.h"
#include "kb/model/date.h"
#include "kb/model/error.h"

// Conversions of standard types, where nlohmann-json looks for them.
namespace nlohmann {

template <>
struct adl_serializer<std::chrono::sys_days> {
  static void to_json(json& out, const std::chrono::sys_days& date) { out = kb::format_date(date); }
  static void from_json(const json& in, std::chrono::sys_days& date) {
    date = kb::parse_date(in.get_ref<const std::string&>()).value();
  }
};

template <>
struct adl_serializer<std::chrono::sys_seconds> {
  static void to_json(json& out, const std::chrono::sys_seconds& time) { out = kb::format_time(time); }
  static void from_json(const json& in, std::chrono::sys_seconds& time) {
    time = kb::parse_time(in.get_ref<const std::string&>()).value();
  }
};

template <typename Duration>
struct adl_serializer<std::optional<std::chrono::sys_time<Duration>>> {
  using Time = std::chrono::sys_time<Duration>;
  static void to_json(json& out, const std::optional<Time>& time) { out = time ? json(*time) : json(); }
  static void from_json(const json& in, std::optional<Time>& time) {
    time = in.is_null() ? std::nullopt : std::optional(in.get<Time>());
  }
};

template <>
struct adl_serializer<std::chrono::minutes> {
  static void to_json(json& out, const std::chrono::minutes& minutes) { out = minutes.count(); }
  static void from_json(const json& in, std::chrono::minutes& minutes) {
    minutes = std::chrono::minutes{in.get<std::chrono::minutes::rep>()};
  }
};

template <kb::Named Enum>
struct adl_serializer<Enum, void> {
  static void to_json(json& out, Enum value) { out = kb::to_string(value); }
  static void from_json(const json& in, Enum& value) {
    const auto& name = in.get_ref<const std::string&>();
    value = name.empty() ? Enum::none : kb::parse_name<Enum>(name).value();
  }
};

}  // namespace nlohmann

namespace kb {

using nlohmann::json;

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Tab, anchor, begin, end)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Section, anchor, heading, level, heading_html, html, text, tabs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Correction, date, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Article, id, lang, url, title, description, questions, keywords, tags,
                                   type, category, products, is_folder, weight, featured, unlisted, updated,
                                   corrections, steps, minutes, sections, markdown)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Card, id, lang, url, title, description, category, products, type,
                                   is_folder, weight, featured, unlisted, updated, corrected, first_section,
                                   sections)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Redirect, from, to)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StoredSection, anchor, heading, text, tabs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StoredSuggestion, kind, anchor, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Category, id, name, description, icon)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(OpenHours, days, from, to)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Channel, kind, label, value, languages, time_zone, open,
                                                closed, reply_time, words)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ContactForm, enabled, order_number, file)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Notice, kind, title, text, updated, until, article,
                                                categories, everywhere)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Pin, query, lang, article)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SynonymRule, from, to)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SiteTheme, accent, logo, logo_width, logo_height, icon,
                                                share_image, header_image, font, radius, density, style)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SiteLink, label, url)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SiteLinks, header, footer)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Site, title, description, base_url, languages, categories, products,
                                   contact, contact_form, helpful_counts, links, notices, pins, synonyms,
                                   widget_origins, image_hosts, security_contact, security_expires, theme)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(FileEntry, size, sha256)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Manifest, format, program, revision, built, drafts, articles, sections,
                                   next_change, files)

namespace {

// The indexer lets only valid UTF-8 through. Names of files may be anything, and must not throw here.
std::string dump(const json& data, int indent = -1) {
  return data.dump(indent, ' ', false, json::error_handler_t::replace);
}

// Fields that came without a new format: an index from before has none of these.
template <typename T>
void add_later_fields(json& data) {
  if constexpr (std::is_same_v<T, std::vector<Card>>) {
    if (data.is_array())
      for (json& card : data) add_later_fields<Card>(card);
  }
  if (!data.is_object()) return;
  if constexpr (std::is_same_v<T, Site>) {
    for (const char* list : {"image_hosts", "products"}) data.emplace(list, json::array());
    for (const char* map : {"links", "contact_form"}) data.emplace(map, json::object());
    data.emplace("helpful_counts", 0);
  } else if constexpr (std::is_same_v<T, StoredSection>) {
    data.emplace("tabs", json::array());
  } else if constexpr (std::is_same_v<T, Card>) {
    data.emplace("products", json::array());
  } else if constexpr (std::is_same_v<T, Article>) {
    for (const char* number : {"steps", "minutes"}) data.emplace(number, 0);
    data.emplace("products", json::array());
    if (data.contains("sections"))
      for (json& section : data["sections"]) add_later_fields<StoredSection>(section);
  }
}

template <typename T>
T decode(std::string_view text, const char* what) try {
  json data = json::parse(text);
  add_later_fields<T>(data);
  T decoded = data.get<T>();
  if constexpr (std::is_same_v<T, Manifest>) {
    decoded.model = data.value("model", "");
    decoded.memory = data.value("memory", "");
  }
  return decoded;
} catch (const std::exception&) {  // nlohmann's, or bad_optional_access of a date or type that is none
  throw Error(std::string("the index holds an unreadable ") + what, "build the content again");
}

}  // namespace

std::string encode(const Article& article) { return dump(article); }
std::string encode(const Site& site) { return dump(site); }
std::string encode(const StoredSection& section) { return dump(section); }
std::string encode(const StoredSuggestion& suggestion) { return dump(suggestion); }
std::string encode(const std::vector<Card>& cards) { return dump(cards); }
std::string encode(const std::vector<Redirect>& redirects) { return dump(redirects); }
std::string encode(const Manifest& manifest) {
  json data = manifest;
  if (!manifest.model.empty()) data["model"] = manifest.model;
  if (!manifest.memory.empty()) data["memory"] = manifest.memory;
  return dump(data, 1) + "\n";
}

Article decode_article(std::string_view text) { return decode<Article>(text, "article"); }
Site decode_site(std::string_view text) { return decode<Site>(text, "site"); }
StoredSection decode_section(std::string_view text) { return decode<StoredSection>(text, "section"); }
StoredSuggestion decode_suggestion(std::string_view text) {
  return decode<StoredSuggestion>(text, "suggestion");
}
std::vector<Card> decode_cards(std::string_view text) { return decode<std::vector<Card>>(text, "catalogue"); }
std::vector<Redirect> decode_redirects(std::string_view text) {
  return decode<std::vector<Redirect>>(text, "list of redirects");
}
Manifest decode_manifest(std::string_view text) { return decode<Manifest>(text, "manifest"); }

std::optional<std::int64_t> decode_format(std::string_view manifest) {
  const json data = json::parse(manifest, nullptr, false);
  if (!data.is_object() || !data.value("format", json()).is_number_integer()) return std::nullopt;
  return data["format"].get<std::int64_t>();
}

}  // namespace kb
