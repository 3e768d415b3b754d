#include "indexer/config/contact_config.h"

#include <fmt/format.h>
#include <unicode/ucal.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "indexer/config/config_file.h"
#include "indexer/source/languages.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool is_time_zone(const std::string& name) {
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8(name);
  std::array<UChar, 64> canonical{};
  UErrorCode status = U_ZERO_ERROR;
  ucal_getCanonicalTimeZoneID(id.getBuffer(), id.length(), canonical.data(), canonical.size(), nullptr,
                              &status);
  return U_SUCCESS(status);
}

// "09:00" to "24:00"
std::optional<std::chrono::minutes> parse_clock(std::string_view text) {
  const auto digit = [&](std::size_t i) { return kb::is_digit(text[i]); };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
    return std::nullopt;
  const int hour = (text[0] - '0') * 10 + text[1] - '0';
  const int minute = (text[3] - '0') * 10 + text[4] - '0';
  if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
  return std::chrono::minutes{hour * 60 + minute};
}

// 0 to 6, or nullopt.
std::optional<unsigned> parse_day(std::string_view text) {
  const auto found = std::find(kDays.begin(), kDays.end(), text);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<unsigned>(found - kDays.begin());
}

// "mon-fri", "sat" -> bits; "fri-mon" goes round the weekend. nullopt when malformed.
std::optional<unsigned> parse_days(std::string_view text) {
  const auto dash = text.find('-');
  const auto first = parse_day(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : parse_day(text.substr(dash + 1));
  if (!first || !last) return std::nullopt;
  unsigned bits = 0;
  for (unsigned day = *first;; day = (day + 1) % 7) {
    bits |= 1U << day;
    if (day == *last) return bits;
  }
}

void read_days(const YamlFields& fields, const YamlEntry& entry, kb::OpenHours& hours) {
  for (const std::string& part : fields.texts(entry, YamlFields::Commas::split)) {
    if (const auto days = parse_days(part)) {
      hours.days |= *days;
    } else {
      fields.report(entry.value.at, fmt::format("'{}' is not a day; write mon-fri, sat or mon,wed", part));
    }
  }
}

template <std::chrono::minutes kb::OpenHours::*field>
void read_clock(const YamlFields& fields, const YamlEntry& entry, kb::OpenHours& hours) {
  const auto time = parse_clock(entry.value.text);
  if (!time) return fields.wrong(entry, "a time such as \"09:00\"");
  hours.*field = *time;
}

kb::OpenHours read_open(const YamlFields& fields, const YamlNode& node) {
  static constexpr YamlKey<kb::OpenHours> kKeys[] = {
      {"days", read_days},
      {"from", read_clock<&kb::OpenHours::from>},
      {"to", read_clock<&kb::OpenHours::to>},
  };
  kb::OpenHours hours;
  read_config_keys(node, kKeys, fields, hours);
  if (hours.days == 0 || hours.from >= hours.to) {
    fields.report(node.at,
                  "opening hours need days, and a 'from' that is before 'to'; split them at midnight");
  }
  return hours;
}

void read_closed(const YamlFields& fields, const YamlEntry& entry, kb::Channel& channel) {
  for (const YamlNode& item : fields.items(entry)) {
    const auto date = fields.date({entry.key, item.at, item});
    if (date) channel.closed.push_back(*date);
  }
}

void read_hours(const YamlFields& fields, const YamlEntry& entry, kb::Channel& channel) {
  static constexpr YamlKey<kb::Channel> kKeys[] = {
      {"time_zone",
       [](const YamlFields& f, const YamlEntry& e, kb::Channel& to) {
         to.time_zone = f.text(e).value_or("");
         if (!is_time_zone(to.time_zone)) f.wrong(e, "a time zone such as Europe/Berlin");
       }},
      {"open",
       [](const YamlFields& f, const YamlEntry& e, kb::Channel& to) {
         for (const YamlNode& item : f.items(e)) to.open.push_back(read_open(f, item));
       }},
      {"closed", read_closed},
  };
  read_config_keys(entry.value, kKeys, fields, channel);
  if (channel.time_zone.empty()) fields.report(entry.at, "'hours' needs a time_zone such as Europe/Berlin");
}

void read_kind(const YamlFields& fields, const YamlEntry& entry, kb::Channel& channel) {
  const auto kind = kb::parse_name<kb::ChannelKind>(fields.text(entry).value_or(""));
  if (!kind) fields.wrong(entry, fmt::format("one of {}", fmt::join(names_of(channel.kind), ", ")));
  channel.kind = kind.value_or(kb::ChannelKind::social);  // one that needs no second complaint
}

void read_languages(const YamlFields& fields, const YamlEntry& entry, kb::Channel& channel) {
  channel.languages = fields.texts(entry, YamlFields::Commas::split);
  for (const std::string& code : channel.languages) {
    if (!is_language_code(code))
      fields.report(entry.value.at, fmt::format("'{}' is not a language code", code));
  }
}

bool is_phone(std::string_view value) {
  const auto digits = std::count_if(value.begin(), value.end(), kb::is_digit);
  return digits >= 3 && value.find_first_not_of("+0123456789 ()-./") == std::string_view::npos;
}

bool is_valid(const kb::Channel& channel) {
  const std::string& value = channel.value;
  if (channel.kind == kb::ChannelKind::none) return false;
  if (channel.kind == kb::ChannelKind::phone) return is_phone(value);
  if (channel.kind == kb::ChannelKind::email)
    return value.find('@') != std::string::npos && value.find(' ') == std::string::npos;
  return value.starts_with("https://") || value.starts_with("http://");
}

}  // namespace

kb::Channel read_channel(const YamlFields& fields, const YamlNode& node) {
  static constexpr YamlKey<kb::Channel> kKeys[] = {
      {"kind", read_kind},
      {"label", read_member<&kb::Channel::label>},
      {"value", read_member<&kb::Channel::value>},
      {"languages", read_languages},
      {"hours", read_hours},
      {"reply_time", read_member<&kb::Channel::reply_time>},
      {"words", read_member<&kb::Channel::words>},
  };
  kb::Channel channel;
  read_config_keys(node, kKeys, fields, channel);
  if (!is_valid(channel)) {
    fields.report(node.at,
                  "a contact needs a kind and a value that fits it: a phone number, an email address, or "
                  "for chat and social an http(s) address");
  }
  return channel;
}

}  // namespace indexer
