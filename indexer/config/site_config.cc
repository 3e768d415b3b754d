#include "indexer/config/site_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "indexer/config/config_file.h"
#include "indexer/config/contact_config.h"
#include "indexer/config/image_config.h"
#include "indexer/config/link_config.h"
#include "indexer/config/notice_config.h"
#include "indexer/config/synonyms_config.h"
#include "indexer/findings/finding_list.h"
#include "indexer/source/article_id.h"
#include "indexer/source/content_root.h"
#include "indexer/source/glob.h"
#include "indexer/source/languages.h"
#include "kb/model/date.h"
#include "kb/model/web_address.h"
#include "kb/text/nearest_name.h"
#include "kb/text/percent.h"
#include "kb/text/utf8.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr int kLeastVotes = 5;  // fewer tell who voted
constexpr int kMostVotes = 1'000'000;

// "https://Shop.Example/help/" -> "https://shop.example/help"; nothing when no page can have such an address.
std::optional<std::string> base_url(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  const auto address = kb::parse_web_address(text);
  if (!address || address->path.find_first_of("?#@\\\"'<> ") != std::string::npos) return std::nullopt;
  if (address->path.find("//") != std::string::npos || kb::encode_path(address->path) != address->path)
    return std::nullopt;
  return address->origin() + address->path;
}

void read_base_url(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  const std::string text = fields.text(entry).value_or("");
  if (text.empty()) return;
  const auto url = base_url(text);
  if (!url) return fields.wrong(entry, "an address such as https://shop.example/help");
  config.site.base_url = *url;
}

void read_languages(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  for (const std::string& code : fields.texts(entry, YamlFields::Commas::split)) {
    if (!is_language_code(code)) {
      fields.report(entry.value.at, fmt::format("'{}' is not a language code such as en or pt-BR", code));
    } else if (std::find(config.languages.begin(), config.languages.end(), code) != config.languages.end()) {
      fields.report(entry.value.at, fmt::format("the language '{}' is named twice", code));
    } else {
      config.languages.push_back(code);
    }
  }
}

// Categories and products are written alike.
std::vector<kb::Category> read_named(const YamlFields& fields, const YamlEntry& entry, const char* what,
                                     std::vector<Position>& places) {
  static constexpr YamlKey<kb::Category> kKeys[] = {
      {"id", [](const YamlFields& f, const YamlEntry& e,
                kb::Category& to) { to.id = category_id(f.text(e).value_or("")); }},
      {"name", read_member<&kb::Category::name>},
      {"description", read_member<&kb::Category::description>},
      {"icon", read_member<&kb::Category::icon>},
  };
  std::vector<kb::Category> list;
  std::set<std::string> ids;
  for (const YamlNode& item : fields.items(entry)) {
    kb::Category one;
    read_config_keys(item, kKeys, fields, one);
    if (one.id.empty()) fields.report(item.at, what);
    if (!ids.insert(one.id).second) fields.report(item.at, fmt::format("'{}' is here twice", one.id));
    list.push_back(std::move(one));
    places.push_back(item.at);
  }
  return list;
}

void read_categories(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  config.site.categories =
      read_named(fields, entry, "a category needs an 'id', the path of its folder", config.categories_at);
}

void read_products(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  config.site.products =
      read_named(fields, entry, "a product needs an 'id', which articles name it by", config.products_at);
}

void read_contact(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  for (const YamlNode& item : fields.items(entry)) config.site.contact.push_back(read_channel(fields, item));
}

void read_contact_form(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  static constexpr YamlKey<SiteConfig> kKeys[] = {
      {"enabled", [](const YamlFields& f, const YamlEntry& e,
                     SiteConfig& to) { to.site.contact_form.enabled = f.flag(e).value_or(false); }},
      {"order_number", [](const YamlFields& f, const YamlEntry& e,
                          SiteConfig& to) { to.site.contact_form.order_number = f.flag(e).value_or(false); }},
      {"file", [](const YamlFields& f, const YamlEntry& e,
                  SiteConfig& to) { to.site.contact_form.file = f.flag(e).value_or(false); }},
  };
  read_config_keys(entry.value, kKeys, fields, config);
}

void read_pins(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  static constexpr YamlKey<kb::Pin> kKeys[] = {
      {"query", read_member<&kb::Pin::query>},
      {"lang", read_member<&kb::Pin::lang>},
      {"article", read_member<&kb::Pin::article>},
  };
  for (const YamlNode& item : fields.items(entry)) {
    kb::Pin pin;
    read_config_keys(item, kKeys, fields, pin);
    if (pin.query.empty() || pin.article.empty())
      fields.report(item.at, "a pin needs a query and an article");
    config.site.pins.push_back(std::move(pin));
    config.pins_at.push_back(item.at);
  }
}

std::optional<Level> parse_level(std::string_view text) {
  if (text == "off" || text == "false") return Level::off;
  if (text == "warn" || text == "warning") return Level::warning;
  if (text == "error") return Level::error;
  return std::nullopt;
}

void read_rule(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  std::vector<std::string_view> names;
  for (const Rule& rule : all_rules()) names.push_back(rule.name);
  if (!find_rule(entry.key)) {
    const auto near = kb::nearest_name(entry.key, names);
    const std::string hint = near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
    return fields.report(entry.at, fmt::format("'{}' is not a rule{}", entry.key, hint));
  }
  const auto level = parse_level(entry.value.text);
  if (!level) return fields.wrong(entry, "off, warn or error");
  if (find_rule(entry.key)->fixed && *level != Level::error) {
    return fields.report(
        entry.at, fmt::format("'{}' is always an error: there would be nothing to publish", entry.key));
  }
  config.rules.set(entry.key, *level);
}

void read_rules(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  for (const YamlEntry& rule : fields.entries(entry)) read_rule(fields, rule, config);
}

template <std::vector<std::string> SiteConfig::*field>
void read_patterns(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  std::size_t bytes = 0;
  for (std::string& pattern : fields.texts(entry, YamlFields::Commas::keep)) {
    bytes += pattern.size();
    if (pattern.size() > kMaxGlobBytes) {
      fields.report(entry.value.at,
                    fmt::format("the pattern '{}...' has {} bytes, the limit is {}; shorten it with * or **",
                                kb::first_bytes(pattern, 40), pattern.size(), kMaxGlobBytes));
    } else if (bytes > kMaxGlobsBytes) {
      return fields.report(
          entry.value.at,
          fmt::format("the patterns have more than {} bytes together; shorten the list with * or **",
                      kMaxGlobsBytes));
    } else {
      (config.*field).push_back(std::move(pattern));
    }
  }
}

void read_widget(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  static constexpr YamlKey<SiteConfig> kKeys[] = {
      {"origins", [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) {
         for (const std::string& text : f.texts(e, YamlFields::Commas::split)) {
           if (const auto origin = kb::parse_origin(text)) {
             to.site.widget_origins.push_back(origin->origin());
           } else {
             f.report(e.value.at, fmt::format("'{}' is not an origin such as https://shop.example", text));
           }
         }
       }}};
  read_config_keys(entry.value, kKeys, fields, config);
}

void read_security_contact(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  config.site.security_contact = fields.text(entry).value_or("");
  const std::string& contact = config.site.security_contact;
  if (!contact.starts_with("mailto:") && !contact.starts_with("https://")) {
    fields.wrong(entry, "an address that begins with mailto: or https://");
  }
}

void read_security_expires(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  if (const auto time = kb::parse_time(entry.value.text)) {
    config.site.security_expires = kb::format_time(*time);
  } else if (const auto date = fields.date(entry)) {
    config.site.security_expires = kb::format_time(*date);
  }
}

void read_security(const YamlFields& fields, const YamlEntry& entry, SiteConfig& config) {
  static constexpr YamlKey<SiteConfig> kKeys[] = {{"contact", read_security_contact},
                                                  {"expires", read_security_expires}};
  read_config_keys(entry.value, kKeys, fields, config);
}

constexpr YamlKey<SiteConfig> kKeys[] = {
    {"title",
     [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) { read_value(f, e, to.site.title); }},
    {"description",
     [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) { read_value(f, e, to.site.description); }},
    {"base_url", read_base_url},
    {"languages", read_languages},
    {"categories", read_categories},
    {"products", read_products},
    {"contact", read_contact},
    {"contact_form", read_contact_form},
    {"links",
     [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) { read_links(f, e, to.site.links); }},
    {"helpful_counts",
     [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) {
       if (const auto least = f.number(e, kLeastVotes, kMostVotes)) to.site.helpful_counts = *least;
     }},
    {"theme", [](const YamlFields& f, const YamlEntry& e,
                 SiteConfig& to) { read_theme(f, e, to.site.theme, to.theme); }},
    {"notices", [](const YamlFields& f, const YamlEntry& e,
                   SiteConfig& to) { read_notices(f, e, to.site.notices, to.notices_at); }},
    {"pins", read_pins},
    {"rules", read_rules},
    {"docs", [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) { read_value(f, e, to.docs); }},
    {"versions",
     [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) { read_value(f, e, to.versions); }},
    {"ignore", read_patterns<&SiteConfig::ignore>},
    {"external_paths", read_patterns<&SiteConfig::external_paths>},
    {"widget", read_widget},
    {"images",
     [](const YamlFields& f, const YamlEntry& e, SiteConfig& to) {
       read_images(f, e, {to.site.image_hosts, to.resize_images});
     }},
    {"security", read_security},
};

void read_site(const fs::path& root, SiteConfig& config) {
  const RuleSet rules(true);
  FileFindings findings(rules, "site.yaml");
  const auto node = read_config_file(root, findings);
  if (node) read_config_keys(*node, kKeys, YamlFields("config-value", findings), config);
  append(config.findings, findings.take());
}

void read_synonyms_file(const fs::path& root, SiteConfig& config) {
  const RuleSet rules(true);
  FileFindings findings(rules, "synonyms.yaml");
  const auto node = read_config_file(root, findings);
  if (node) config.site.synonyms = read_synonyms(*node, YamlFields("config-value", findings));
  append(config.findings, findings.take());
}

}  // namespace

SiteConfig read_site_config(const fs::path& root) {
  SiteConfig config;
  config.has_site_yaml = ContentRoot(root).resolve("site.yaml").problem != ContentTarget::Problem::missing;
  config.rules = RuleSet(config.has_site_yaml);
  read_site(root, config);
  read_synonyms_file(root, config);
  if (config.site.title.empty()) config.site.title[""] = "Help";
  return config;
}

}  // namespace indexer
