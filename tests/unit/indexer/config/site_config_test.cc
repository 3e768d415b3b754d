#include "indexer/config/site_config.h"

#include <doctest/doctest.h>

#include "kb/model/date.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

std::string complaint(std::string_view site_yaml) {
  ContentFolder folder;
  folder.write("site.yaml", site_yaml);
  return format_findings(read_site_config(folder.path()).findings, OutputFormat::text, "");
}

}  // namespace

TEST_CASE("site config: everything") {
  ContentFolder folder;
  folder.write("site.yaml", R"(title: {en: Help, de: Hilfe}
description: Answers
base_url: https://shop.example/help/
languages: [en, de]
categories:
  - {id: Store Support/Shipping, name: {en: Shipping}, description: x, icon: cart}
contact:
  - kind: phone
    label: Call us
    value: "+44 20 7946 0321"
    languages: [en]
    hours:
      time_zone: Europe/London
      open:
        - {days: mon-fri, from: "09:00", to: "18:00"}
        - {days: "sat,sun", from: "10:00", to: "24:00"}
      closed: [2026-12-25, 2026-12-26]
    reply_time: {en: Soon}
    words: {en: "branch, ring the shop"}
helpful_counts: 20
theme: {accent: "#123abc", logo: logo.svg}
notices:
  - {kind: incident, title: {en: Down}, text: Sorry, updated: 2026-11-18T09:30:00Z, article: a, categories: [Orders]}
pins:
  - {query: refund, lang: en, article: a}
rules: {missing-link: off, review-overdue: error}
ignore: ["drafts/**"]
external_paths: [/shop/**]
widget: {origins: [https://shop.example]}
security: {contact: "mailto:security@shop.example", expires: 2027-01-01}
)");
  const SiteConfig config = read_site_config(folder.path());
  CHECK(format_findings(config.findings, OutputFormat::text, "").empty());
  const kb::Site& site = config.site;
  CHECK(kb::local(site.title, "de") == "Hilfe");
  CHECK(kb::local(site.description, "de") == "Answers");
  CHECK(site.base_url == "https://shop.example/help");
  CHECK(config.languages == std::vector<std::string>{"en", "de"});
  CHECK(site.categories[0].id == "store-support/shipping");
  const kb::Channel& phone = site.contact[0];
  CHECK(kb::local(phone.words, "en") == "branch, ring the shop");
  CHECK(phone.time_zone == "Europe/London");
  CHECK(phone.open[0].days == 0b0011111U);
  CHECK(phone.open[0].from == std::chrono::hours{9});
  CHECK(phone.open[1].days == 0b1100000U);
  CHECK(phone.open[1].to == std::chrono::hours{24});
  REQUIRE(phone.closed.size() == 2);
  CHECK(kb::format_date(phone.closed[1]) == "2026-12-26");
  CHECK(site.helpful_counts == 20);
  CHECK(site.theme.accent == "#123abc");
  CHECK(config.theme.logo.path == "logo.svg");
  CHECK(site.notices[0].categories[0] == "orders");
  CHECK(site.pins[0].article == "a");
  CHECK(config.rules.level("missing-link") == Level::off);
  CHECK(config.rules.level("review-overdue") == Level::error);
  CHECK(config.rules.level("missing-image") == Level::error);
  CHECK(config.ignore == std::vector<std::string>{"drafts/**"});
  CHECK(config.external_paths == std::vector<std::string>{"/shop/**"});
  CHECK(site.widget_origins[0] == "https://shop.example");
  CHECK(site.security_expires == "2027-01-01T00:00:00Z");
}

TEST_CASE("site config: a folder without one is lenient and has a title") {
  ContentFolder folder;
  const SiteConfig config = read_site_config(folder.path());
  CHECK(config.findings.empty());
  CHECK_FALSE(config.has_site_yaml);
  CHECK(config.rules.level("missing-link") == Level::warning);
  CHECK(kb::local(config.site.title, "en") == "Help");
}

TEST_CASE("site config: addresses are kept as browsers spell them") {
  ContentFolder folder;
  folder.write("site.yaml", R"(base_url: HTTPS://Shop.Example:443/Help/
widget: {origins: ["https://Shop.Example", "https://[0:0::1]:3000", "http://localhost:3000"]}
)");
  const SiteConfig config = read_site_config(folder.path());
  CHECK(format_findings(config.findings, OutputFormat::text, "").empty());
  CHECK(config.site.base_url == "https://shop.example/Help");
  CHECK(config.site.widget_origins ==
        std::vector<std::string>{"https://shop.example", "https://[::1]:3000", "http://localhost:3000"});
}

TEST_CASE("site config: what is wrong is named with its place") {
  const struct {
    std::string_view yaml;
    std::string_view complaint;
  } cases[] = {
      {"titel: x", "1:1: error: unknown key 'titel'; did you mean 'title'? [config-key]"},
      {"[a]", "1:1: error: this must be a map of keys and values, not a list [config-value]"},
      {"title: a: b",
       "1:9: error: not valid YAML: put the text in quotes if it contains ': ' [config-syntax]"},
      {"title: {xx: a}", "1:9: error: 'xx' is not a language code such as en or pt-BR [config-value]"},
      {"base_url: shop.example",
       "1:11: error: 'base_url' must be an address such as https://shop.example/help, not 'shop.example' "
       "[config-value]"},
      {"base_url: https://shop.example/a?b",
       "1:11: error: 'base_url' must be an address such as https://shop.example/help, not "
       "'https://shop.example/a?b' "
       "[config-value]"},
      {"languages: [en, english]",
       "1:12: error: 'english' is not a language code such as en or pt-BR [config-value]"},
      {"languages: [en, en]", "1:12: error: the language 'en' is named twice [config-value]"},
      {"theme: {accent: teal}",
       "1:17: error: 'accent' must be a colour such as \"#0f766e\", in quotes, not 'teal' [config-value]"},
      {"theme: {colour: x}", "1:9: error: unknown key 'colour' [config-key]"},
      {"contact: [{kind: fax, value: x}]",
       "1:18: error: 'kind' must be one of phone, email, chat, social, not 'fax' [config-value]"},
      {"contact: [{kind: email, value: nobody}]",
       "1:11: error: a contact needs a kind and a value that fits it: a phone number, an email address, or "
       "for chat "
       "and social an http(s) address [config-value]"},
      {"contact: [{value: 'https://chat.shop.example'}]",
       "1:11: error: a contact needs a kind and a value that fits it: a phone number, an email address, or "
       "for chat and social an http(s) address [config-value]"},
      {"pins: [{query: x}]", "1:8: error: a pin needs a query and an article [config-value]"},
      {"rules: {mising-link: off}",
       "1:9: error: 'mising-link' is not a rule; did you mean 'missing-link'? [config-value]"},
      {"rules: {table-too-wide: warn}",
       "1:9: error: 'table-too-wide' is always an error: there would be nothing to publish [config-value]"},
      {"rules: {missing-link: loud}",
       "1:23: error: 'missing-link' must be off, warn or error, not 'loud' [config-value]"},
      {"widget: {origins: ['https://*.a.example']}",
       "1:19: error: 'https://*.a.example' is not an origin such as https://shop.example [config-value]"},
      {"widget: {origins: ['https://a.example;sandbox']}",
       "1:19: error: 'https://a.example;sandbox' is not an origin such as https://shop.example "
       "[config-value]"},
      {"widget: {origins: [https://a.example/x]}",
       "1:19: error: 'https://a.example/x' is not an origin such as https://shop.example [config-value]"},
      {"security: {contact: me}",
       "1:21: error: 'contact' must be an address that begins with mailto: or https://, not 'me' "
       "[config-value]"},
      {"title: a\ntitle: b",
       "2:1: error: 'title' is here a second time; only the first counts [duplicate-key]"},
  };
  for (const auto& [yaml, expected] : cases) {
    CAPTURE(yaml);
    const std::string got = complaint(yaml);
    CHECK(got.substr(0, got.find('\n')) == "site.yaml:" + std::string(expected));
  }
}

TEST_CASE("site config: opening hours") {
  const auto hours = [](const std::string& zone, const std::string& open) {
    return complaint("contact:\n  - kind: phone\n    value: '12345'\n    hours:\n      time_zone: " + zone +
                     "\n      open: [" + open + "]\n");
  };
  CHECK(hours("Europe/Berlin", "{days: fri-mon, from: '09:00', to: '18:00'}").empty());
  CHECK(hours("Europe/Nowhere", "{days: mon, from: '09:00', to: '18:00'}") ==
        "site.yaml:5:18: error: 'time_zone' must be a time zone such as Europe/Berlin, not 'Europe/Nowhere' "
        "[config-value]\n");
  CHECK(hours("Europe/Berlin", "{days: someday, from: '09:00', to: '18:00'}")
            .starts_with("site.yaml:6:21: error: 'someday' is not a day; write mon-fri, sat or mon,wed "
                         "[config-value]\n"));
  CHECK(hours("Europe/Berlin", "{days: mon, from: 9am, to: '18:00'}") ==
        "site.yaml:6:32: error: 'from' must be a time such as \"09:00\", not '9am' [config-value]\n");
  CHECK(hours("Europe/Berlin", "{days: mon, from: '22:00', to: '02:00'}") ==
        "site.yaml:6:14: error: opening hours need days, and a 'from' that is before 'to'; split them at "
        "midnight "
        "[config-value]\n");
  CHECK(
      hours("Europe/Berlin", "{days: mon, from: '09:00', to: '18:00'}]\n      closed: [Christmas") ==
      "site.yaml:7:16: error: 'closed' must be a date such as 2026-05-02, not 'Christmas' [config-value]\n");
}

TEST_CASE("site config: a form for messages, off unless it is switched on, and without a target") {
  ContentFolder folder;
  CHECK_FALSE(read_site_config(folder.path()).site.contact_form.enabled);
  folder.write("site.yaml", "contact_form: {enabled: true}\n");
  CHECK(read_site_config(folder.path()).site.contact_form == kb::ContactForm{true, false});
  folder.write("site.yaml", "contact_form:\n  enabled: true\n  order_number: true\n");
  CHECK(read_site_config(folder.path()).site.contact_form == kb::ContactForm{true, true});
  folder.write("site.yaml", "contact_form: {enabled: true, file: true}\n");
  CHECK(read_site_config(folder.path()).site.contact_form == kb::ContactForm{true, false, true});
  CHECK(complaint("contact_form: {webhook: https://evil.example}\n") ==
        "site.yaml:1:16: error: unknown key 'webhook' [config-key]\n");
}

TEST_CASE("synonyms: groups and one-way rules") {
  ContentFolder folder;
  folder.write("synonyms.yaml", "en:\n  - [wifi, wlan]\n  - {from: telly, to: [tv, television]}\n");
  const SiteConfig config = read_site_config(folder.path());
  CHECK(config.findings.empty());
  const auto& rules = config.site.synonyms.at("en");
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].from == rules[0].to);
  CHECK(rules[1].from == std::vector<std::string>{"telly"});
  CHECK(rules[1].to == std::vector<std::string>{"tv", "television"});
}

TEST_CASE("site.yaml: patterns to ignore are bounded, since each is compared with every file") {
  ContentFolder folder;
  folder.write("site.yaml",
               "ignore: [\"" + std::string(1024, 'a') + "\", \"" + std::string(1025, 'b') + "\"]\n");
  SiteConfig config = read_site_config(folder.path());
  CHECK(config.ignore == std::vector<std::string>{std::string(1024, 'a')});
  CHECK(format_findings(config.findings, OutputFormat::text, "") ==
        "site.yaml:1:9: error: the pattern '" + std::string(40, 'b') +
            "...' has 1025 bytes, the limit is 1024; shorten it with * or ** "
            "[config-value]\n");
  std::string list;
  for (int i = 0; i < 17; ++i) list += "- " + std::string(1000, 'a') + "\n";
  folder.write("site.yaml", "ignore:\n" + list);
  config = read_site_config(folder.path());
  CHECK(config.ignore.size() == 16);
  CHECK(
      format_findings(config.findings, OutputFormat::text, "") ==
      "site.yaml:2:1: error: the patterns have more than 16384 bytes together; shorten the list with * or ** "
      "[config-value]\n");
}

TEST_CASE("synonyms: what is wrong is named with its place") {
  ContentFolder folder;
  folder.write("synonyms.yaml", "en:\n  - [alone]\n  - {from: telly}\n  - word\nxx: []\n");
  CHECK(format_findings(read_site_config(folder.path()).findings, OutputFormat::text, "") ==
        "synonyms.yaml:2:5: error: a group of synonyms needs at least two [config-value]\n"
        "synonyms.yaml:3:5: error: a one-way synonym needs 'from' and 'to': {from: telly, to: [tv]} "
        "[config-value]\n"
        "synonyms.yaml:4:5: error: this must be a list of words, or {from: telly, to: [tv]} [config-value]\n"
        "synonyms.yaml:5:1: error: 'xx' is not a language code such as en or pt-BR [config-value]\n");
}
