// Lines that take the place of a tag.
#pragma once

#include <string>

#include "indexer/lines/lines.h"

namespace indexer {

// Without those at the beginning and the end that hold nothing.
void trim_blank_lines(Lines& lines);

// What stands before each further line of a text that takes the place of a tag on `line`: the quote signs and
// the indentation of its list item.
std::string continuation(const Line& line);

}  // namespace indexer
