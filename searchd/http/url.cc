#include "searchd/http/url.h"

#include <algorithm>

#include "kb/text/percent.h"

namespace searchd {

namespace {

std::optional<std::string> decode_form(std::string_view text) {
  std::string blanks(text);
  std::replace(blanks.begin(), blanks.end(), '+', ' ');
  return kb::percent_decode(blanks);
}

}  // namespace

std::optional<Params> Params::parse(std::string_view query) {
  Params params;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    auto name = decode_form(pair.substr(0, equals));
    auto value = decode_form(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
    if (!name || !value) return std::nullopt;
    if (!params.has(*name)) params.list_.emplace_back(std::move(*name), std::move(*value));
  }
  return params;
}

bool Params::has(std::string_view name) const {
  return std::any_of(list_.begin(), list_.end(), [&](const auto& pair) { return pair.first == name; });
}

std::string Params::get(std::string_view name) const {
  const auto found =
      std::find_if(list_.begin(), list_.end(), [&](const auto& pair) { return pair.first == name; });
  return found == list_.end() ? "" : found->second;
}

void Params::set(std::string_view name, std::string value) {
  const auto found =
      std::find_if(list_.begin(), list_.end(), [&](const auto& pair) { return pair.first == name; });
  if (found != list_.end()) {
    found->second = std::move(value);
  } else {
    list_.emplace_back(name, std::move(value));
  }
}

Params Params::only(const std::vector<std::string_view>& names) const {
  Params out;
  for (const std::string_view name : names) {
    if (has(name)) out.set(name, get(name));
  }
  return out;
}

std::string Params::to_query() const {
  std::string out;
  for (const auto& [name, value] : list_) {
    if (!out.empty()) out += '&';
    out += kb::encode_query(name) + "=" + kb::encode_query(value);
  }
  return out;
}

std::string with_query(std::string path, const Params& params) {
  if (!params.empty()) path += "?" + params.to_query();
  return path;
}

std::string_view below_base(std::string_view path, std::string_view base) {
  if (base.empty() || !path.starts_with(base)) return path;
  const std::string_view rest = path.substr(base.size());
  if (rest.empty()) return "/";
  return rest.front() == '/' ? rest : path;
}

}  // namespace searchd
