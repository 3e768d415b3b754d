// The interface's words in one language: texts, plural forms, dates and numbers as that language writes them.
#pragma once

#include <chrono>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/theme/flat_yaml.h"

namespace searchd {

// The only class that talks to ICU's formatting. Any thread may use it.
class Strings {
 public:
  using Argument = std::pair<std::string_view, std::string_view>;
  using Arguments = std::initializer_list<Argument>;

  // `texts`: key -> text, plural forms as "key.one", "key.other". Throws Error when ICU does not know plurals
  // at all.
  Strings(std::string lang, FlatYaml texts);
  ~Strings();

  const std::string& lang() const { return lang_; }
  bool is_right_to_left() const;
  const FlatYaml& texts() const { return texts_; }
  // Keys a translation must have too: plural forms count as one, since languages differ in them.
  std::vector<std::string> keys() const;

  // The text with every {name} filled in; the key itself when there is none, so that a gap is seen in a test.
  std::string text(std::string_view key, Arguments arguments = {}) const;
  // The text for one of several named things: "status" and "known-issue" are status_known_issue. "" for no
  // name.
  std::string named(std::string_view group, std::string_view name, Arguments arguments = {}) const;
  // The plural form for n; {n} is filled in with n as the language writes it.
  std::string plural(std::string_view key, long n, Arguments arguments = {}) const;
  // `name` of this or another language in this one: "German".
  std::string language_name(std::string_view lang) const;

  std::string number(long n) const;                                    // "1,234"
  std::string date(std::chrono::sys_days date) const;                  // "2 May 2026"
  std::string time_of_day(std::chrono::minutes since_midnight) const;  // "18:00"
  std::string weekday(unsigned day) const;                             // 0 is "Monday"
  std::string place_of(std::string_view time_zone) const;  // "Europe/London" -> "London", "Londres"

 private:
  struct Formats;

  std::string lang_;
  FlatYaml texts_;
  std::unique_ptr<Formats> formats_;
};

// "de" -> "de_DE", "pt-BR" -> "pt_BR": with the country that most of its speakers live in where none is
// named.
std::string locale_with_country(std::string_view lang);

// Fills {name} in; a name that is not among the arguments stays as it is.
std::string fill_in(std::string_view text, std::span<const Strings::Argument> arguments);

}  // namespace searchd
