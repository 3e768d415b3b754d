#include "searchd/http/url.h"

#include <unicode/ustring.h>

#include <algorithm>

namespace searchd {

namespace {

constexpr std::string_view kUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
constexpr std::string_view kPathMarks = "/!$&'()*+,;=:@";

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_escaped(std::string& out, char c) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
}

std::optional<std::string> decode_form(std::string_view text) {
  std::string blanks(text);
  std::replace(blanks.begin(), blanks.end(), '+', ' ');
  return percent_decode(blanks);
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &error);
  return U_SUCCESS(error) || error == U_BUFFER_OVERFLOW_ERROR;  // it only measures
}

std::optional<std::string> percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (out.find('\0') != std::string::npos || !is_valid_utf8(out)) return std::nullopt;
  return out;
}

std::string encode_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (kUnreserved.find(c) != std::string_view::npos || kPathMarks.find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_escaped(out, c);
    }
  }
  return out;
}

std::string encode_query(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') {
      out += '+';
    } else if (kUnreserved.find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_escaped(out, c);
    }
  }
  return out;
}

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
    out += encode_query(name) + "=" + encode_query(value);
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
