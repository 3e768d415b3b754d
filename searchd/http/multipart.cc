#include "searchd/http/multipart.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "kb/text/ascii.h"
#include "kb/text/utf8.h"
#include "searchd/http/field_value.h"
#include "searchd/http/http_message.h"

namespace searchd {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

struct Parameter {
  std::string_view name;
  std::string value;
};

bool take(std::string_view& text, std::string_view beginning) {
  if (!text.starts_with(beginning)) return false;
  text.remove_prefix(beginning.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kb::kBlanks), text.size()));
}

// Behind the quote that opens it. Of backslashes only those count that stand before a quote or a backslash
// (RFC 9110, 5.6.4): browsers write the backslash of a file's name as it is.
std::optional<std::string> take_quoted(std::string_view& text) {
  std::string value;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return value;
    }
    const bool escapes =
        text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
    if (escapes) ++i;
    value += text[i];
  }
  return std::nullopt;
}

std::optional<std::string> take_value(std::string_view& text) {
  if (take(text, "\"")) return take_quoted(text);
  const std::string_view value = text.substr(0, std::min(text.find_first_of("; \t"), text.size()));
  text.remove_prefix(value.size());
  if (!is_token(value)) return std::nullopt;
  return std::string(value);
}

// "; name=\"a\"; filename=\"b\"". nullopt when it is malformed or names one twice.
std::optional<std::vector<Parameter>> parameters_of(std::string_view text) {
  std::vector<Parameter> list;
  for (skip_blanks(text); !text.empty(); skip_blanks(text)) {
    if (!take(text, ";")) return std::nullopt;
    skip_blanks(text);
    const std::string_view name = text.substr(0, std::min(text.find('='), text.size()));
    text.remove_prefix(name.size());
    if (!is_token(name) || !take(text, "=")) return std::nullopt;
    auto value = take_value(text);
    const bool known = std::any_of(list.begin(), list.end(),
                                   [&](const Parameter& other) { return same_name(other.name, name); });
    if (!value || known) return std::nullopt;
    list.push_back({name, *std::move(value)});
  }
  return list;
}

const std::string* find(const std::vector<Parameter>& list, std::string_view name) {
  const auto found = std::find_if(
      list.begin(), list.end(), [&](const Parameter& parameter) { return same_name(parameter.name, name); });
  return found == list.end() ? nullptr : &found->value;
}

// "form-data; name=..." -> its parameters, if it begins with `what`.
std::optional<std::vector<Parameter>> parameters_behind(std::string_view value, std::string_view what) {
  if (!same_name(value.substr(0, what.size()), what)) return std::nullopt;
  return parameters_of(value.substr(what.size()));
}

bool is_boundary(std::string_view text) {
  constexpr std::string_view kSigns = "'()+_,-./:=? ";  // RFC 2046, 5.1.1
  return !text.empty() && text.size() <= kMaxBoundary && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return kb::is_alnum(c) || kSigns.find(c) != kSigns.npos; });
}

bool is_text(std::string_view text) { return text.find('\0') == text.npos && kb::is_valid_utf8(text); }

// How browsers write what could not stand between quotes, and nothing else (HTML, "multipart form data").
std::string without_escapes(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 3> kEscapes{
      {{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}}};
  std::string out;
  while (!text.empty()) {
    const auto* escape = std::find_if(kEscapes.begin(), kEscapes.end(),
                                      [&](const auto& pair) { return text.starts_with(pair.first); });
    const bool found = escape != kEscapes.end();
    out += found ? escape->second : text.front();
    text.remove_prefix(found ? escape->first.size() : 1);
  }
  return out;
}

struct PartHead {
  std::string name;
  std::optional<std::string> file_name = {};
};

std::optional<PartHead> disposition(std::string_view value) {
  const auto list = parameters_behind(value, "form-data");
  const std::string* name = list ? find(*list, "name") : nullptr;
  if (!name || !is_text(*name)) return std::nullopt;
  PartHead head{without_escapes(*name)};
  const std::string* file_name = find(*list, "filename");
  if (file_name && !is_text(*file_name)) return std::nullopt;
  if (file_name) head.file_name = without_escapes(*file_name);
  return head;
}

// Deprecated (RFC 7578, 4.7); one that changes nothing is let through.
bool is_plain_encoding(std::string_view value) {
  return same_name(value, "binary") || same_name(value, "8bit") || same_name(value, "7bit");
}

// `lines`: each with its end. The type of a part is not looked at: a file is what its bytes say.
std::optional<PartHead> part_head(std::string_view lines) {
  std::optional<PartHead> head;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find(kLineEnd));
    lines.remove_prefix(line.size() + kLineEnd.size());
    const auto colon = std::min(line.find(':'), line.size());
    const std::string_view name = line.substr(0, colon);
    if (colon == line.size() || !is_token(name) || !is_field_value(line)) return std::nullopt;
    const std::string_view value = kb::trim(line.substr(colon + 1), kb::kBlanks);
    if (same_name(name, "Content-Transfer-Encoding") && !is_plain_encoding(value)) return std::nullopt;
    if (!same_name(name, "Content-Disposition")) continue;
    if (head) return std::nullopt;
    head = disposition(value);
    if (!head) return std::nullopt;
  }
  return head;
}

// The headers from the front of `body`, which goes on with the content. nullopt when they have no end in
// time.
std::optional<PartHead> take_part_head(std::string_view& body) {
  constexpr std::string_view kHeadEnd = "\r\n\r\n";
  const auto end = body.substr(0, kMaxPartHead + kHeadEnd.size()).find(kHeadEnd);
  if (end == body.npos) return std::nullopt;
  const std::string_view lines = body.substr(0, end + kLineEnd.size());
  body.remove_prefix(end + kHeadEnd.size());
  return part_head(lines);
}

bool add_part(MultipartForm& form, PartHead head, std::string_view content) {
  if (head.file_name) {
    if (!form.file && !content.empty()) form.file = FilePart{*std::move(head.file_name), content};
    return true;
  }
  if (!is_text(content)) return false;
  if (!form.fields.has(head.name)) form.fields.set(head.name, std::string(content));
  return true;
}

std::optional<std::string> boundary_of(std::string_view content_type) {
  const auto list = parameters_behind(content_type, kMultipartType);
  const std::string* boundary = list ? find(*list, "boundary") : nullptr;
  if (!boundary || !is_boundary(*boundary)) return std::nullopt;
  return *boundary;
}

}  // namespace

std::optional<MultipartForm> parse_multipart(std::string_view content_type, std::string_view body) {
  const auto boundary = boundary_of(content_type);
  if (!boundary) return std::nullopt;
  const std::string delimiter = "\r\n--" + *boundary;
  if (!take(body, std::string_view(delimiter).substr(kLineEnd.size()))) return std::nullopt;
  MultipartForm form;
  for (std::size_t parts = 0; take(body, kLineEnd); ++parts) {
    auto head = take_part_head(body);
    const auto end = body.find(delimiter);
    if (!head || end == body.npos || parts == kMaxParts) return std::nullopt;
    if (!add_part(form, *std::move(head), body.substr(0, end))) return std::nullopt;
    body.remove_prefix(end + delimiter.size());
  }
  if (body != "--" && body != "--\r\n") return std::nullopt;
  return form;
}

}  // namespace searchd
