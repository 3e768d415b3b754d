#include "indexer/myst/myst_tables.h"

#include <algorithm>
#include <utility>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t kMostColumns = 100;  // see markdown_limits

std::string table_cell(std::string_view text) {
  std::string out;
  for (const char c : kb::on_one_line(text)) {
    if (c == '|' && !out.ends_with('\\')) out += '\\';
    out += c;
  }
  return out;
}

// Markdown's tables have a head, so that of a table without one is empty.
std::optional<std::vector<std::string>> write_table(std::vector<Row> rows, bool has_head) {
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, row.size());
  if (columns == 0 || columns > kMostColumns) return std::nullopt;
  if (!has_head) rows.insert(rows.begin(), Row{});
  std::vector<std::string> lines;
  for (const Row& row : rows) {
    std::string line = "|";
    for (std::size_t i = 0; i < columns; ++i)
      line += " " + (i < row.size() ? table_cell(row[i]) : std::string()) + " |";
    lines.push_back(std::move(line));
    if (lines.size() > 1) continue;
    std::string rule = "|";
    for (std::size_t i = 0; i < columns; ++i) rule += "---|";
    lines.push_back(std::move(rule));
  }
  return lines;
}

bool is_list_sign(std::string_view text) {
  return text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && kb::is_blank(text[1]);
}

// Behind `- ` or a lone `-`.
std::string_view behind_sign(std::string_view text) { return text.empty() ? text : kb::trim(text.substr(1)); }

bool is_sign(std::string_view text) {
  text = kb::trim(text);
  return is_list_sign(text) || text == "-" || text == "*" || text == "+";
}

// What would not stay itself within a cell.
bool is_block(std::string_view text) {
  return is_sign(text) || text.starts_with("```") || text.starts_with(":::") || text.starts_with("> ") ||
         text.starts_with("#") || text.starts_with("|");
}

class ListTableReader {
 public:
  // False when a line does not fit in.
  bool read(std::string_view line) {
    const std::string_view text = kb::trim(line);
    const std::size_t column = indentation(line);
    if (text.empty()) return after_blank_ = true;
    if (is_sign(text) && (rows_.empty() || column <= row_column_)) {
      rows_.emplace_back();
      row_column_ = column;
      after_blank_ = false;
      const std::string_view rest = behind_sign(text);
      cell_column_ = column + (text.size() - rest.size());
      return is_sign(rest) && cell(behind_sign(rest));
    }
    if (rows_.empty()) return false;
    if (is_sign(text) && column <= cell_column_) {
      after_blank_ = false;
      return cell(behind_sign(text));
    }
    if (after_blank_ || is_block(text) || column <= cell_column_) return false;
    rows_.back().back() += ' ';
    rows_.back().back() += text;
    return true;
  }

  std::vector<Row> take() { return std::move(rows_); }

 private:
  bool cell(std::string_view text) {
    rows_.back().emplace_back(text);
    return !is_block(text);
  }

  std::vector<Row> rows_;
  std::size_t row_column_ = 0;
  std::size_t cell_column_ = 0;
  bool after_blank_ = false;
};

// Reads values one after another; those in quotes may hold line breaks.
class CsvReader {
 public:
  explicit CsvReader(char separator) : separator_(separator) {}

  std::vector<Row> read(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) step(text, at);
    end_row();
    return std::move(rows_);
  }

 private:
  void step(std::string_view text, std::size_t& at) {
    const char c = text[at];
    if (in_quotes_) {
      const bool is_escaped = c == '"' && text.substr(at + 1).starts_with('"');
      if (c == '"' && !is_escaped) {
        in_quotes_ = false;
      } else {
        value_ += c;
        if (is_escaped) ++at;
      }
    } else if (c == '"' && kb::trim(value_).empty()) {
      value_.clear();
      in_quotes_ = true;
    } else if (c == separator_) {
      row_.push_back(std::exchange(value_, ""));
    } else if (c == '\n') {
      end_row();
    } else {
      value_ += c;
    }
  }

  void end_row() {
    if (row_.empty() && kb::trim(value_).empty()) return;
    row_.push_back(std::exchange(value_, ""));
    rows_.push_back(std::exchange(row_, {}));
  }

  char separator_;
  std::vector<Row> rows_;
  Row row_;
  std::string value_;
  bool in_quotes_ = false;
};

char separator_of(const std::string& name) {
  if (name == "tab" || name == "\\t") return '\t';
  if (name == "space") return ' ';
  return name.empty() ? ',' : name.front();
}

}  // namespace

std::optional<std::vector<std::string>> myst_list_table(const MystDirective& directive, const Lines& body) {
  ListTableReader reader;
  for (const Line& line : body) {
    if (!reader.read(line.text)) return std::nullopt;
  }
  const std::string head = directive.option("header-rows");
  return write_table(reader.take(), !head.empty() && head != "0");
}

std::vector<std::string> myst_csv_table(const MystDirective& directive, const Lines& body) {
  const char separator = separator_of(directive.option("delim"));
  std::vector<Row> rows = CsvReader(separator).read(join_lines(body));
  const std::string head = directive.option("header");
  const std::string head_rows = directive.option("header-rows");
  if (!head.empty()) {
    std::vector<Row> first = CsvReader(separator).read(head);
    rows.insert(rows.begin(), first.begin(), first.end());
  }
  auto lines = write_table(std::move(rows), !head.empty() || (!head_rows.empty() && head_rows != "0"));
  return lines ? std::move(*lines) : std::vector<std::string>{};
}

}  // namespace indexer
