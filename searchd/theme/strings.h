// The interface in one language: its texts, plural forms, dates and numbers.
#pragma once

#include <chrono>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/flat_yaml.h"

namespace searchd {

// The only class that uses ICU's formatting. Any thread may use it.
class Strings {
 public:
  using Argument = std::pair<std::string_view, std::string_view>;
  using Arguments = std::initializer_list<Argument>;

  // `texts`: key -> text, plural forms as "key.one", "key.other". Throws Error when ICU has no data.
  Strings(std::string lang, service::FlatYaml texts);
  ~Strings();

  const std::string& lang() const { return lang_; }
  const service::FlatYaml& texts() const { return texts_; }
  // The keys that every translation must have. Plural forms count as one key, since languages differ in them.
  std::vector<std::string> keys() const;

  // The text with every {name} filled in. A key without a text gives the key itself, so that tests notice.
  std::string text(std::string_view key, Arguments arguments = {}) const;
  // The text for one of several named things: "status" and "known-issue" are status_known_issue. "" for no
  // name.
  std::string named(std::string_view group, std::string_view name, Arguments arguments = {}) const;
  // The plural form for n. {n} is filled in as the language writes it.
  std::string plural(std::string_view key, long n, Arguments arguments = {}) const;
  // The name of `lang` in this language: "German".
  std::string language_name(std::string_view lang) const;

  std::string number(long n) const;                                    // "1,234"
  std::string date(std::chrono::sys_days date) const;                  // "2 May 2026"
  std::string time_of_day(std::chrono::minutes since_midnight) const;  // "18:00"
  std::string weekday(unsigned day) const;                             // 0 is "Monday"
  std::string place_of(std::string_view time_zone) const;  // "Europe/London" -> "London", "Londres"

 private:
  struct Formats;

  std::string lang_;
  service::FlatYaml texts_;
  std::unique_ptr<Formats> formats_;
};

// "rtl" for a language that is written from right to left, else "ltr".
std::string_view direction_of(std::string_view lang);

// "de" -> "de_DE", "pt-BR" -> "pt_BR". Where no country is named, the one most speakers live in.
std::string locale_with_country(std::string_view lang);

// Fills in each {name}. A name that is not among the arguments stays as it is.
std::string fill_in(std::string_view text, std::span<const Strings::Argument> arguments);

}  // namespace searchd
