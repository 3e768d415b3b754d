// Percent-encoding, query strings and paths, strict about what comes in and exact about what goes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace searchd {

bool is_valid_utf8(std::string_view text);

// "caf%C3%A9" -> "café". nullopt when an escape is malformed or the result holds a NUL or is not UTF-8.
std::optional<std::string> percent_decode(std::string_view text);

// For a path: "/" and what a path may hold stay, everything else becomes %XX.
std::string encode_path(std::string_view path);

// For a query's name or value: a blank becomes "+".
std::string encode_query(std::string_view text);

// A query string's parameters in order. Of a repeated one the first counts.
class Params {
 public:
  // "q=a=b&page=2" -> q is "a=b". nullopt where percent_decode refuses.
  static std::optional<Params> parse(std::string_view query);

  bool has(std::string_view name) const;
  std::string get(std::string_view name) const;  // "" when absent
  void set(std::string_view name, std::string value);
  bool empty() const { return list_.empty(); }

  // Only those named, in the order of `names`: two spellings of one request become the same.
  Params only(const std::vector<std::string_view>& names) const;
  std::string to_query() const;  // "q=a%3Db&page=2", without "?"

 private:
  std::vector<std::pair<std::string, std::string>> list_;
};

// "/en/search" and parameters -> "/en/search?q=..."; no "?" without parameters.
std::string with_query(std::string path, const Params& params);

// "/help/en/" -> "/en/" below "/help"; "/help" -> "/". A path outside the base stays as it is, since some
// proxies take the prefix off.
std::string_view below_base(std::string_view path, std::string_view base);

}  // namespace searchd
