#include "tests/relevance/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace relevance {

namespace {

double percent(std::size_t part, const Found& of) {
  return of.queries == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(of.queries);
}

std::string judged(const char* goal, bool reached) {
  return std::string(goal) + (reached ? ": reached" : ": missed");
}

std::string goal_of(const Row& row, const std::vector<Row>& rows) {
  const Found& found = row.found;
  if (row.set == "mails") return judged("hit@3 100", found.three == found.queries);
  if (row.set == "boxes")
    return judged("hit@1 85, hit@3 94",
                  percent(found.first, found) >= 85 && percent(found.three, found) >= 94);
  if (row.set == "contact") return judged("hit@1 100", found.first == found.queries);
  if (row.set == "beginnings")
    return judged("hit@1 85, nothing 0", percent(found.first, found) >= 85 && found.nothing == 0);
  if (row.set != "noise 20" && row.set != "noise 100") return "";
  const auto quiet =
      std::find_if(rows.begin(), rows.end(), [](const Row& other) { return other.set == "noise 0"; });
  if (quiet == rows.end()) return "";
  return judged("hit@3 2 points lost at most",
                percent(found.three, found) >= percent(quiet->found.three, quiet->found) - 2);
}

}  // namespace

std::string table(const std::vector<Row>& rows) {
  std::string text = fmt::format("{:<12} {:>7} {:>7} {:>7} {:>8}  {}\n", "set", "queries", "hit@1", "hit@3",
                                 "nothing", "goal");
  for (const Row& row : rows) {
    std::string line =
        fmt::format("{:<12} {:>7} {:>6.1f}% {:>6.1f}% {:>7.1f}%  {}", row.set, row.found.queries,
                    percent(row.found.first, row.found), percent(row.found.three, row.found),
                    percent(row.found.nothing, row.found), goal_of(row, rows));
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace relevance
