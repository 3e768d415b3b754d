#include "searchd/http/field_value.h"

#include <algorithm>

#include "kb/text/ascii.h"

namespace searchd {

namespace {

// "0.5" -> 0.5, at most three decimals as HTTP allows; anything else is 0, the careful reading.
double parse_weight(std::string_view text) {
  if (text.empty() || (text[0] != '0' && text[0] != '1') || text.size() > 5) return 0;
  double value = text[0] - '0';
  double place = 0.1;
  for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (!kb::is_digit(c)) return 0;
    value += (c - '0') * place;
    place /= 10;
  }
  return std::min(value, 1.0);
}

}  // namespace

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return kb::is_alnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view text) { return std::none_of(text.begin(), text.end(), is_refused); }

std::vector<std::string_view> list_items(std::string_view list) {
  std::vector<std::string_view> items;
  for (auto comma = list.find(','); comma != list.npos; comma = list.find(',')) {
    items.push_back(kb::trim(list.substr(0, comma), kb::kBlanks));
    list.remove_prefix(comma + 1);
  }
  items.push_back(kb::trim(list, kb::kBlanks));
  return items;
}

std::vector<Preference> preferences(std::string_view list) {
  std::vector<Preference> out;
  for (const std::string_view item : list_items(list)) {
    const auto semicolon = std::min(item.find(';'), item.size());
    const std::string_view rest = kb::trim(item.substr(std::min(semicolon + 1, item.size())), kb::kBlanks);
    const double weight = rest.starts_with("q=") ? parse_weight(kb::trim(rest.substr(2), kb::kBlanks)) : 1;
    out.push_back({kb::trim(item.substr(0, semicolon), kb::kBlanks), weight});
  }
  return out;
}

}  // namespace searchd
