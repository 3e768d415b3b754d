// Learns from texts that say the same in two languages which of their words do: Model 1 of Brown et al., "The
// Mathematics of Statistical Machine Translation" (1993), in both directions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kb {

struct WordPair {
  std::string first;
  std::string second;
  double likelihood = 0;  // geometric mean of P(second | first) and P(first | second), 0 to 1
};

class WordPairs {
 public:
  // The terms of two texts that say the same, by their numbers.
  struct Unit {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> second;
  };

  // The terms of two texts that say the same; in any order, and again and again, as in the texts.
  void add(std::vector<std::string> first, std::vector<std::string> second);

  // The pairs with evidence, the likeliest first. Takes a bounded time: of very many
  // texts the shortest, which say most, take part. The same texts give the same pairs, whatever the machine.
  std::vector<WordPair> learn() const;

 private:
  using Numbers = std::map<std::string, std::uint32_t>;

  Numbers first_;
  Numbers second_;
  std::vector<Unit> units_;
};

}  // namespace kb
