#include "indexer/dialects/readme_blocks.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "indexer/lines/inline_text.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/alert_kinds.h"
#include "kb/text/ascii.h"
#include "kb/text/percent.h"

namespace indexer {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

constexpr std::string_view kBlockOpen = "[block:";
constexpr std::string_view kBlockClose = "[/block]";

std::string text_of(const json& object, const char* key) {
  if (!object.is_object()) return "";
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

const json& list_of(const json& object, const char* key) {
  static const json none = json::array();
  if (!object.is_object()) return none;
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : none;
}

void add_lines(Texts& out, std::string_view text) {
  for (Line& line : split_lines(text, 1)) out.push_back(std::move(line.text));
}

Texts callout(const json& value) {
  const std::string type = text_of(value, "type");
  const std::string_view kind = alert_kind(type);
  const std::string title = kb::on_one_line(text_of(value, "title"));
  Texts out{":::" + std::string(kind.empty() ? "note" : kind) + (title.empty() ? "" : " " + title)};
  add_lines(out, text_of(value, "body"));
  out.emplace_back(":::");
  return out;
}

// One below the other, each with its name.
Texts code(const json& value) {
  Texts out;
  for (const json& one : list_of(value, "codes")) {
    const std::string text = text_of(one, "code");
    const std::string fence(std::max<std::size_t>(3, longest_backticks(text) + 1), '`');
    std::string language = text_of(one, "language");
    language = language.substr(0, language.find_first_of(" \t\n`"));
    if (const std::string name = text_of(one, "name"); !name.empty()) {
      out.push_back(strong_words(name));
      out.emplace_back();
    }
    out.push_back(fence + language);
    add_lines(out, text);
    out.push_back(fence);
    out.emplace_back();
  }
  return out;
}

Texts images(const json& value) {
  Texts out;
  for (const json& one : list_of(value, "images")) {
    const json& parts = list_of(one, "image");
    if (parts.empty() || !parts[0].is_string()) continue;
    const std::string alt = parts.size() > 2 && parts[2].is_string() ? parts[2].get<std::string>() : "";
    const std::string caption = kb::on_one_line(text_of(one, "caption"));
    out.push_back("![" + escape_words(alt) + "](" + link_target_words(parts[0].get<std::string>()) + ")");
    out.emplace_back();
    if (caption.empty() || caption == alt) continue;
    out.push_back("*" + caption + "*");
    out.emplace_back();
  }
  return out;
}

std::string cell(std::string_view text) {
  std::string out;
  for (const Line& line : split_lines(kb::trim(text), 1)) {
    if (!out.empty()) out += "<br>";
    for (const char c : kb::trim(line.text)) {
      if (c == '|') out += '\\';
      out += c;
    }
  }
  return out;
}

// The cells are "h-0" and "3-1": row and column.
Texts table(const json& value) {
  constexpr std::size_t kMostColumns = 100;
  std::map<long, std::map<std::size_t, std::string>> rows;  // the head is row -1
  std::size_t columns = 0;
  if (!value.is_object() || !value.contains("data") || !value["data"].is_object()) return {};
  for (const auto& [key, text] : value["data"].items()) {
    const std::size_t dash = key.find('-');
    if (!text.is_string() || dash == std::string::npos || dash > 6 || key.size() - dash > 4) return {};
    const std::string row = key.substr(0, dash);
    const std::string column = key.substr(dash + 1);
    const auto is_number = [](const std::string& part) {
      return !part.empty() && std::all_of(part.begin(), part.end(), kb::is_digit);
    };
    if (!is_number(column) || (row != "h" && !is_number(row))) return {};
    const std::size_t at = std::stoul(column);
    if (at >= kMostColumns) return {};
    rows[row == "h" ? -1 : std::stol(row)][at] = cell(text.get<std::string>());
    columns = std::max(columns, at + 1);
  }
  rows.try_emplace(-1);
  Texts out;
  for (const auto& [number, cells] : rows) {
    std::string line = "|";
    for (std::size_t at = 0; at < columns; ++at) {
      const auto found = cells.find(at);
      line += " " + (found == cells.end() ? "" : found->second) + " |";
    }
    out.push_back(std::move(line));
    if (number > -1) continue;
    line = "|";
    for (std::size_t at = 0; at < columns; ++at) line += "---|";
    out.push_back(std::move(line));
  }
  return columns > 0 ? out : Texts{};
}

// What a block becomes; none for one that is not known.
Texts shown(std::string_view type, const json& value) {
  Texts out;
  const std::string title = kb::on_one_line(text_of(value, "title"));
  if (type == "callout") return callout(value);
  if (type == "code") return code(value);
  if (type == "image") return images(value);
  if (type == "parameters") return table(value);
  if (type == "api-header" && !title.empty()) return {"## " + title};
  if (type == "html") add_lines(out, text_of(value, "html"));
  if (type == "textarea") add_lines(out, text_of(value, "text"));
  const std::string target = text_of(value, type == "tutorial-tile" ? "link" : "url");
  if ((type == "embed" || type == "tutorial-tile") && !(title + target).empty())
    out.push_back(link_words(title, target));
  return out;
}

class ReadmeReader {
 public:
  ReadmeReader(Lines lines, RuleFindings& unknown) : lines_(std::move(lines)), unknown_(&unknown) {}

  Lines run() {
    for (std::size_t at = lines_.size(); at-- > 0 && last_close_ == 0;) {
      if (lines_[at].text.find(kBlockClose) != std::string::npos) last_close_ = at + 1;
    }
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      if (lines_[at_].kind != LineKind::text || !take()) out_.push_back(lines_[at_]);
    }
    return std::move(out_);
  }

 private:
  bool take() {
    const std::string line = lines_[at_].text;
    const std::size_t start = content_start(line);
    const std::string_view content = std::string_view(line).substr(start);
    const std::size_t sign = content.find(']');
    if (!content.starts_with(kBlockOpen) || sign == std::string_view::npos) return false;
    std::string inside(content.substr(sign + 1));
    std::size_t end = at_;
    std::size_t close = inside.find(kBlockClose);
    while (close == std::string::npos && ++end < last_close_) {
      inside += '\n';
      const std::size_t from = inside.size();
      const std::string_view next = lines_[end].text;
      inside += next.substr(std::min(next.find_first_not_of(" \t>"), next.size()));
      close = inside.find(kBlockClose, from);
    }
    if (close == std::string::npos) return false;
    const std::string behind = inside.substr(close + kBlockClose.size());
    inside.erase(close);
    put(content.substr(kBlockOpen.size(), sign - kBlockOpen.size()), inside, line.substr(0, start));
    at_ = end;
    if (!kb::trim(behind).empty()) write(next_prefix(line.substr(0, start)) + behind);
    return true;
  }

  void put(std::string_view type, const std::string& inside, const std::string& prefix) {
    const json value = json::parse(inside, nullptr, false);
    Texts texts = value.is_discarded() ? Texts{} : shown(type, value);
    if (texts.empty()) {
      unknown_->add("a block of ReadMe that cannot be read is shown as code", {lines_[at_].number, 1});
      const std::string fence(std::max<std::size_t>(3, longest_backticks(inside) + 1), '`');
      texts.push_back(fence + "json");
      add_lines(texts, kb::trim(inside));
      texts.push_back(fence);
    }
    const std::string next = next_prefix(prefix);
    if (is_blank_line(prefix)) write(prefix);
    for (std::size_t i = 0; i < texts.size(); ++i) write((i == 0 ? prefix : next) + texts[i]);
    write(next);
  }

  void write(std::string text) {
    const Line& from = lines_[std::min(at_, lines_.size() - 1)];
    out_.push_back({std::move(text), from.number, true, from.kind});
  }

  Lines lines_;
  RuleFindings* unknown_;
  Lines out_;
  std::size_t at_ = 0;
  std::size_t last_close_ = 0;  // behind the last line that closes a block
};

std::optional<Replacement> readme_variable(std::string_view rest, const DialectContext& context) {
  constexpr std::size_t kLongestName = 80;
  constexpr std::string_view kGlossary = "glossary:";
  const std::size_t end = rest.substr(0, kLongestName).find(">>");
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view name = rest.substr(2, end - 2);
  const bool is_word = name.starts_with(kGlossary);
  if (is_word) name.remove_prefix(kGlossary.size());
  const bool is_name =
      !name.empty() && kb::is_letter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
        return kb::is_alnum(c) || c == '_' || c == '-' || (is_word && c == ' ');
      });
  if (!is_name) return std::nullopt;
  if (is_word) return Replacement{end + 2, std::string(name)};
  const auto value = context.value ? context.value("site.variables." + std::string(name)) : std::nullopt;
  return Replacement{end + 2, value ? *value : "`" + std::string(name) + "`"};
}

std::optional<Replacement> readme_link(std::string_view rest, const DialectContext& context) {
  for (const std::string_view sign : {"](doc:", "](ref:", "](page:", "](blog:"}) {
    if (!rest.starts_with(sign)) continue;
    const std::size_t end = rest.find_first_of(")# \t", sign.size());
    if (end == std::string_view::npos) return std::nullopt;
    const auto path = context.find ? context.find(rest.substr(sign.size(), end - sign.size())) : std::nullopt;
    if (!path || path->empty()) return std::nullopt;
    return Replacement{end, "](/" + kb::percent_encode(*path, "/")};
  }
  return std::nullopt;
}

}  // namespace

void read_readme_words(Lines& lines, const DialectContext& context) {
  if (context.is_sphinx) return;  // whose links to `doc:` are others
  for (Line& line : lines) {
    if (line.kind != LineKind::text) continue;
    const std::string text = line.text;
    if (text.find("<<") == std::string::npos && text.find("](") == std::string::npos) continue;
    line.rewrite(rewrite_inline(text, [&](std::string_view rest, std::string_view before) {
      if (rest.starts_with("<<") && !before.ends_with('<')) return readme_variable(rest, context);
      return rest.starts_with("](") ? readme_link(rest, context) : std::nullopt;
    }));
  }
}

void read_readme_blocks(Lines& lines, RuleFindings& unknown) {
  if (hold_any(lines, {kBlockOpen})) lines = ReadmeReader(std::move(lines), unknown).run();
}

}  // namespace indexer
