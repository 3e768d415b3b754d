// Compares what a query means with what articles say, where the index has a model of meaning: "my parcel
// never came" then has "Lost deliveries" higher up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/meaning/encoder.h"
#include "kb/query/query.h"
#include "kb/search/ranking.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"

namespace kb {

// How many of the best are compared.
inline constexpr std::size_t kCompared = 50;

// What a query means. A model takes milliseconds, so it reads each spelling once.
class QueryMeaning {
 public:
  // Requires: the text outlives this.
  explicit QueryMeaning(std::string_view text) : text_(text) {}

  // The vector of what was typed with its words corrected; of a longer text, of its telling words. Empty
  // where the index has no model for the language, or no words were typed.
  const MeaningVector& vector(const LanguageIndex& index, const ParsedQuery& parsed,
                              const std::vector<Replacement>& corrected);

 private:
  std::string_view text_;
  std::string read_;
  MeaningVector vector_;
};

// Adds its meaning to the score of each of the best, and sorts them again. Nothing when the vector is empty.
void add_meaning(const LanguageIndex& index, const MeaningVector& query, std::vector<Scored>& articles);

// The title, question or passage of an article that means most nearly the same; "" when the vector is empty.
std::string nearest_text(const LanguageIndex& index, const MeaningVector& query, Xapian::docid document);

}  // namespace kb
