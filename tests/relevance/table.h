// One table of how much of each set is found, and whether that is what we want to reach.
#pragma once

#include <string>
#include <vector>

#include "tests/relevance/evaluate.h"

namespace relevance {

struct Row {
  std::string set;  // its name says which goal it has, if any
  Found found;
};

// A head and a line a row: per cent of the queries, and the goal with "reached" or "missed". The rows "noise
// N" are measured by the row "noise 0".
std::string table(const std::vector<Row>& rows);

}  // namespace relevance
