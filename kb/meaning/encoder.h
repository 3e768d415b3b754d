// Turns a text into a vector of its meaning: texts that mean the same have vectors in nearly the same
// direction. The forward pass of a transformer; every machine computes the same vector, bit by bit.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kb/meaning/integer_product.h"
#include "kb/meaning/meaning_model.h"

namespace kb {

// One number for each of the model's width, -127 to 127.
using MeaningVector = std::vector<std::int8_t>;

// At most `most_pieces` pieces of the text are read, and never more than the model's longest. Requires: valid
// UTF-8; the processor has the instructions.
MeaningVector encode_meaning(const MeaningModel& model, std::string_view text, std::size_t most_pieces,
                             Instructions instructions = best_instructions());

// The cosines of a vector with others of its width that lie one after the other: 1 is the same direction, 0
// a right angle. Requires: the width is a multiple of kRowUnit.
std::vector<double> cosines(const MeaningVector& vector, const std::vector<std::int8_t>& others);

// log(sum(exp(12 c))) / 12 of cosines: the best counts most, and others near it count too. 0 for none.
double joined(const std::vector<double>& cosines);

}  // namespace kb
