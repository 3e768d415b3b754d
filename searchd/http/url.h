// Query strings and paths, strict about what comes in and exact about what goes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace searchd {

// A query string's parameters in order. Of a repeated one the first counts.
class Params {
 public:
  // "q=a=b&page=2" -> q is "a=b". nullopt where kb::percent_decode refuses.
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
