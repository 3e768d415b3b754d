// What site.yaml and synonyms.yaml say about the whole site, typed and checked.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/model/enum_names.h"

namespace kb {

using LocalText = std::map<std::string, std::string, std::less<>>;  // language -> text

// The text in `lang` ("pt-br", then "pt"), else in `fallback`, else the first there is, else "".
std::string_view local(const LocalText& text, std::string_view lang, std::string_view fallback = "en");

// A category or a product.
struct Category {
  std::string id;  // folder id: "orders", "store/shipping"
  LocalText name;
  LocalText description;
  std::string icon;  // name of a symbol in templates/assets/icons.svg, may be ""

  bool operator==(const Category&) const = default;
};

// Open from `from` to `to` on the days set, local time of the channel's zone.
struct OpenHours {
  unsigned days = 0;  // bit 0 Monday ... bit 6 Sunday
  std::chrono::minutes from{0};
  std::chrono::minutes to{0};

  bool operator==(const OpenHours&) const = default;
};

enum class ChannelKind { none, phone, email, chat, social };

constexpr auto names_of(ChannelKind) {
  return std::to_array<std::string_view>({"phone", "email", "chat", "social"});
}

struct Channel {
  ChannelKind kind = ChannelKind::none;
  LocalText label;
  std::string value;                   // number, address or URL
  std::vector<std::string> languages;  // empty: all
  std::string time_zone;               // IANA name, "" when no hours are given
  std::vector<OpenHours> open;
  std::vector<std::chrono::sys_days> closed;  // holidays: dates where the channel is
  LocalText reply_time;
  LocalText words;  // what customers call it, as ContactWords takes them; kb/search/contact_words.h

  bool operator==(const Channel&) const = default;
};

enum class NoticeKind { none, incident, known_issue, resolved };

constexpr auto names_of(NoticeKind) {
  return std::to_array<std::string_view>({"incident", "known-issue", "resolved"});
}

struct Notice {
  NoticeKind kind = NoticeKind::none;
  LocalText title;
  LocalText text;
  std::chrono::sys_seconds updated;
  std::optional<std::chrono::sys_seconds> until;
  std::string article;                  // id, may be ""
  std::vector<std::string> categories;  // shown on these and below
  bool everywhere = false;

  bool operator==(const Notice&) const = default;
};

// When it is no longer shown: at `until`, else a resolved one 7 days after `updated`. Nothing: never.
std::optional<std::chrono::sys_seconds> end_of(const Notice& notice);

// Where a pin names this instead of an article, it leads to the ways to reach a human.
inline constexpr std::string_view kContactPin = "contact";

struct Pin {
  std::string query;
  std::string lang;     // "": the site's first
  std::string article;  // id, or kContactPin

  bool operator==(const Pin&) const = default;
};

// Searching for any of `from` also searches for `to`. A group is written as from == to.
struct SynonymRule {
  std::vector<std::string> from;
  std::vector<std::string> to;

  bool operator==(const SynonymRule&) const = default;
};

// How a site looks. Images are names of assets, and may be "".
struct SiteTheme {
  std::string accent = "#0f766e";  // #rrggbb
  std::string logo;
  int logo_width = 0;  // pixels; 0 when not known
  int logo_height = 0;
  std::string icon;                // a square PNG, for the home screen of a phone
  std::string share_image;         // what other sites show beside a link; "": the logo
  std::string header_image;        // beside the search field of the home page
  std::string font = "sans";       // sans, serif, rounded, mono or a list of families, as CSS has it
  int radius = 10;                 // of corners, in pixels
  std::string density = "normal";  // compact, normal or roomy
  std::string style;               // CSS behind ours, its url()s names of assets; may be ""

  bool operator==(const SiteTheme&) const = default;
};

// A link of the site's own, such as back to the shop. The address may differ by language.
struct SiteLink {
  LocalText label;
  LocalText url;  // http, https, mailto, tel, or a path of this host from "/"

  bool operator==(const SiteLink&) const = default;
};

struct SiteLinks {
  std::vector<SiteLink> header;
  std::vector<SiteLink> footer;

  bool operator==(const SiteLinks&) const = default;
};

// A form that takes a message to people. Where it goes to is not the site's to say: the daemon is told.
struct ContactForm {
  bool enabled = false;
  bool order_number = false;  // asks for one, which may be left empty
  bool file = false;          // takes one with a message

  bool operator==(const ContactForm&) const = default;
};

struct Site {
  LocalText title;
  LocalText description;
  std::string base_url;                      // "https://shop.example/help", no slash at the end; may be ""
  std::vector<std::string> languages{"en"};  // the first is the default
  std::vector<Category> categories;          // those named in site.yaml, in its order
  std::vector<Category> products;            // those of site.yaml, in its order; else all that articles name
  std::vector<Channel> contact;
  ContactForm contact_form;
  int helpful_counts = 0;  // votes from which on an article shows them, 0 for never
  SiteLinks links;
  std::vector<Notice> notices;
  std::vector<Pin> pins;
  std::map<std::string, std::vector<SynonymRule>, std::less<>> synonyms;  // by language
  std::vector<std::string> widget_origins;
  std::vector<std::string> image_hosts;  // see image_hosts.h
  std::string security_contact;
  std::string security_expires;
  SiteTheme theme;

  bool has_language(std::string_view lang) const;

  bool operator==(const Site&) const = default;
};

// The path of base_url: "/help", or "" when it has none. Every URL path we write begins with it.
std::string base_path(const Site& site);

}  // namespace kb
