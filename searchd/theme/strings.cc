#include "searchd/theme/strings.h"

#include <unicode/datefmt.h>
#include <unicode/localebuilder.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/tznames.h>
#include <unicode/uloc.h>

#include <algorithm>

#include "kb/model/error.h"

namespace searchd {

namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// ICU writes dates the American way for plain "en". A site that wants those can name its folder en-US.
icu::Locale locale_of(const std::string& lang) {
  return lang == "en" ? icu::Locale::getUK() : icu::Locale::createCanonical(lang.c_str());
}

std::unique_ptr<icu::DateFormat> in_gmt(icu::DateFormat* made) {
  std::unique_ptr<icu::DateFormat> format(made);
  if (format) format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

// ICU's formats are not thread-safe, so a copy does the formatting.
std::string format_with(const icu::DateFormat& shared, std::chrono::milliseconds since_epoch) {
  const std::unique_ptr<icu::DateFormat> format(shared.clone());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(since_epoch.count()), text);
  return to_utf8(text);
}

}  // namespace

struct Strings::Formats {
  icu::Locale locale;
  std::unique_ptr<icu::PluralRules> plurals;
  std::unique_ptr<const icu::DateFormat> dates;
  std::unique_ptr<const icu::DateFormat> times;
  std::unique_ptr<const icu::DateFormat> weekdays;
  icu::number::LocalizedNumberFormatter numbers;
};

Strings::Strings(std::string lang, service::FlatYaml texts)
    : lang_(std::move(lang)), texts_(std::move(texts)), formats_(std::make_unique<Formats>()) {
  UErrorCode error = U_ZERO_ERROR;
  formats_->locale = locale_of(lang_);
  formats_->plurals.reset(icu::PluralRules::forLocale(formats_->locale, error));
  formats_->dates = in_gmt(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, formats_->locale));
  formats_->times = in_gmt(icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, formats_->locale));
  formats_->weekdays = in_gmt(icu::DateFormat::createInstanceForSkeleton("EEEE", formats_->locale, error));
  formats_->numbers = icu::number::NumberFormatter::withLocale(formats_->locale);
  if (U_FAILURE(error) || !formats_->dates || !formats_->times || !formats_->weekdays) {
    throw kb::Error("cannot load ICU's data for " + lang_, "install the package libicu72");
  }
}

Strings::~Strings() = default;

std::vector<std::string> Strings::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, text] : texts_) keys.push_back(key.substr(0, key.find('.')));
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string_view direction_of(std::string_view lang) {
  return uloc_isRightToLeft(std::string(lang).c_str()) != 0 ? "rtl" : "ltr";
}

std::string locale_with_country(std::string_view lang) {
  UErrorCode error = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::createCanonical(std::string(lang).c_str());
  const std::string language = locale.getLanguage();
  locale.addLikelySubtags(error);
  const std::string country = U_SUCCESS(error) ? locale.getCountry() : "";
  return country.empty() ? language : language + "_" + country;
}

std::string fill_in(std::string_view text, std::span<const Strings::Argument> arguments) {
  std::string out;
  while (!text.empty()) {
    const auto open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    const auto close = text.find('}');
    const std::string_view name =
        close == std::string_view::npos ? std::string_view{} : text.substr(1, close - 1);
    const auto found =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& a) { return a.first == name; });
    if (found != arguments.end()) {
      out += found->second;
      text.remove_prefix(close + 1);
    } else if (!text.empty()) {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string Strings::text(std::string_view key, Arguments arguments) const {
  const auto found = texts_.find(key);
  return fill_in(found == texts_.end() ? key : std::string_view{found->second},
                 std::span(arguments.begin(), arguments.size()));
}

std::string Strings::named(std::string_view group, std::string_view name, Arguments arguments) const {
  if (name.empty()) return "";
  std::string key = std::string(group) + "_" + std::string(name);
  std::replace(key.begin(), key.end(), '-', '_');
  return text(key, arguments);
}

std::string Strings::plural(std::string_view key, long n, Arguments arguments) const {
  const std::string category = to_utf8(formats_->plurals->select(static_cast<double>(n)));
  auto found = texts_.find(std::string(key) + "." + category);
  if (found == texts_.end()) found = texts_.find(std::string(key) + ".other");
  const std::string form = found == texts_.end() ? text(key) : found->second;
  const std::string formatted = number(n);
  std::vector<Argument> all(arguments.begin(), arguments.end());
  all.emplace_back("n", formatted);
  return fill_in(form, all);
}

std::string Strings::language_name(std::string_view lang) const {
  icu::UnicodeString name;
  icu::Locale::createCanonical(std::string(lang).c_str()).getDisplayLanguage(formats_->locale, name);
  return to_utf8(name);
}

std::string Strings::number(long n) const {
  UErrorCode error = U_ZERO_ERROR;
  const auto formatted = formats_->numbers.formatInt(n, error);
  const icu::UnicodeString text = formatted.toString(error);
  return U_SUCCESS(error) ? to_utf8(text) : std::to_string(n);
}

std::string Strings::date(std::chrono::sys_days date) const {
  return format_with(*formats_->dates, date.time_since_epoch());
}

std::string Strings::time_of_day(std::chrono::minutes since_midnight) const {
  return format_with(*formats_->times, since_midnight);
}

std::string Strings::weekday(unsigned day) const {
  constexpr std::chrono::days kMonday{4};  // 5 January 1970
  return format_with(*formats_->weekdays, kMonday + std::chrono::days(day));
}

std::string Strings::place_of(std::string_view time_zone) const {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> names(
      icu::TimeZoneNames::createInstance(formats_->locale, error));
  icu::UnicodeString place;
  if (U_SUCCESS(error)) {
    names->getExemplarLocationName(
        icu::UnicodeString::fromUTF8({time_zone.data(), static_cast<int32_t>(time_zone.size())}), place);
  }
  return to_utf8(place);
}

}  // namespace searchd
