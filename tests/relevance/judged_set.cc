#include "tests/relevance/judged_set.h"

#include <charconv>
#include <sstream>
#include <string_view>

#include "kb/model/error.h"
#include "kb/store/file.h"

namespace relevance {

namespace fs = std::filesystem;

namespace {

std::vector<std::vector<std::string>> read_table(const fs::path& file, std::size_t fields) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream in(kb::read_file(file));
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    if (row.size() < fields) {
      throw kb::Error(file.string() + ":" + std::to_string(rows.size() + 1) + ": too few fields",
                      "separate them by tabs");
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// Line breaks and tabs stand as \n and \t, a backslash as two.
std::string unescaped(std::string_view field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const std::string_view pair = field.substr(i, 2);
    const bool escape = pair == "\\n" || pair == "\\t" || pair == "\\\\";
    if (escape) ++i;
    text += pair == "\\n" ? '\n' : pair == "\\t" ? '\t' : field[i];
  }
  return text;
}

std::vector<JudgedQuery> read_queries(const fs::path& file) {
  std::vector<JudgedQuery> queries;
  for (const auto& row : read_table(file, 2))
    queries.push_back({row[0], unescaped(row[1]), row.size() > 2 ? row[2] : ""});
  return queries;
}

std::vector<JudgedQuery> read_if_there(const fs::path& file) {
  return fs::exists(file) ? read_queries(file) : std::vector<JudgedQuery>{};
}

}  // namespace

JudgedSet read_judged_set(const fs::path& dir) {
  JudgedSet set;
  for (const auto& row : read_table(dir / "qrels.tsv", 3)) {
    int grade = 0;
    std::from_chars(row[2].data(), row[2].data() + row[2].size(), grade);
    set.grades[row[0]][row[1]] = grade;
  }
  set.clean = read_queries(dir / "queries.tsv");
  set.typo = read_if_there(dir / "queries.typo.tsv");
  set.prefix = read_if_there(dir / "queries.prefix.tsv");
  set.unanswerable = read_if_there(dir / "oos.tsv");
  return set;
}

}  // namespace relevance
