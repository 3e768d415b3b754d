#include "kb/dictionary/word_pairs.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace kb {

namespace {

// What learning may cost: pairs of words that stand in the same text, counted as often as they do.
constexpr std::size_t kMostCells = 2'000'000;
constexpr std::size_t kMostTerms = 150;  // of a text; longer ones say too little for what they cost

// docs/relevance.md has the figures.
constexpr int kRounds = 5;
constexpr std::uint32_t kLeastTexts = 2;  // that have both words of a pair
constexpr double kLeastLikelihood = 0.1;

std::vector<std::uint32_t> numbered(std::vector<std::string> terms,
                                    std::map<std::string, std::uint32_t>& numbers) {
  std::vector<std::uint32_t> out;
  for (std::string& term : terms) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    out.push_back(numbers.try_emplace(std::move(term), next).first->second);
  }
  return out;
}

void keep_each_once(std::vector<std::string>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

void drop_common(std::vector<std::string>& first, std::vector<std::string>& second) {
  std::vector<std::string> both;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
  const auto is_common = [&](const std::string& term) {
    return std::binary_search(both.begin(), both.end(), term);
  };
  std::erase_if(first, is_common);
  std::erase_if(second, is_common);
}

using Key = std::uint64_t;
Key key_of(std::uint32_t first, std::uint32_t second) { return Key{first} << 32U | second; }

std::size_t first_of(Key key) { return key >> 32U; }
std::size_t second_of(Key key) { return key & 0xffffffffU; }

std::vector<std::string> names_of(const std::map<std::string, std::uint32_t>& numbers) {
  std::vector<std::string> names(numbers.size());
  for (const auto& [name, number] : numbers) names[number] = name;
  return names;
}

using Unit = WordPairs::Unit;

// The cells of all texts: each a pair of words, by its number among the sorted pairs.
struct Cells {
  struct Text {
    std::size_t begin = 0;  // of its cells, a row for each of its first words
    std::size_t rows = 0;
    std::size_t columns = 0;
  };
  std::vector<Text> texts;
  std::vector<Key> keys;
  std::vector<std::uint32_t> pairs;   // of each cell
  std::vector<std::uint32_t> counts;  // of each pair: the texts
};

enum class Given { first, second };

Cells cells_of(const std::vector<Unit>& all) {
  const auto size = [](const Unit& unit) { return unit.first.size() * unit.second.size(); };
  std::vector<const Unit*> units;
  for (const Unit& unit : all) units.push_back(&unit);
  std::stable_sort(units.begin(), units.end(),
                   [&](const Unit* a, const Unit* b) { return size(*a) < size(*b); });
  Cells cells;
  std::vector<Key> keys;
  for (const Unit* unit : units) {
    if (keys.size() + size(*unit) > kMostCells) break;
    cells.texts.push_back({keys.size(), unit->first.size(), unit->second.size()});
    for (const auto first : unit->first)
      for (const auto second : unit->second) keys.push_back(key_of(first, second));
  }
  cells.keys = keys;
  std::sort(cells.keys.begin(), cells.keys.end());
  cells.keys.erase(std::unique(cells.keys.begin(), cells.keys.end()), cells.keys.end());
  cells.counts.resize(cells.keys.size());
  cells.pairs.reserve(keys.size());
  for (const Key key : keys) {
    const auto at = std::lower_bound(cells.keys.begin(), cells.keys.end(), key) - cells.keys.begin();
    cells.pairs.push_back(static_cast<std::uint32_t>(at));
    ++cells.counts[static_cast<std::size_t>(at)];
  }
  return cells;
}

// P(second | first) of each pair, or P(first | second), by expectation maximisation.
std::vector<double> likelihoods(const Cells& cells, Given given, std::size_t terms) {
  std::vector<double> likelihood(cells.keys.size(), 1.0);
  std::vector<double> counts(cells.keys.size());
  std::vector<double> totals(terms);
  const bool by_first = given == Given::first;
  const auto term_of = [&](std::size_t pair) {
    return by_first ? first_of(cells.keys[pair]) : second_of(cells.keys[pair]);
  };
  for (int round = 0; round < kRounds; ++round) {
    std::fill(counts.begin(), counts.end(), 0.0);
    for (const Cells::Text& text : cells.texts) {
      const std::size_t outer = by_first ? text.columns : text.rows;
      const std::size_t inner = by_first ? text.rows : text.columns;
      const auto cell = [&](std::size_t o, std::size_t i) {
        return cells.pairs[text.begin + (by_first ? i * text.columns + o : o * text.columns + i)];
      };
      for (std::size_t o = 0; o < outer; ++o) {
        double sum = 0;
        for (std::size_t i = 0; i < inner; ++i) sum += likelihood[cell(o, i)];
        if (sum <= 0) continue;
        for (std::size_t i = 0; i < inner; ++i) counts[cell(o, i)] += likelihood[cell(o, i)] / sum;
      }
    }
    std::fill(totals.begin(), totals.end(), 0.0);
    for (std::size_t pair = 0; pair < counts.size(); ++pair) totals[term_of(pair)] += counts[pair];
    for (std::size_t pair = 0; pair < counts.size(); ++pair)
      likelihood[pair] = counts[pair] / totals[term_of(pair)];
  }
  return likelihood;
}

}  // namespace

void WordPairs::add(std::vector<std::string> first, std::vector<std::string> second) {
  keep_each_once(first);
  keep_each_once(second);
  drop_common(first, second);
  if (first.empty() || second.empty() || first.size() > kMostTerms || second.size() > kMostTerms) return;
  units_.push_back({numbered(std::move(first), first_), numbered(std::move(second), second_)});
}

std::vector<WordPair> WordPairs::learn() const {
  const Cells cells = cells_of(units_);
  const auto forth = likelihoods(cells, Given::first, first_.size());
  const auto back = likelihoods(cells, Given::second, second_.size());
  const auto first = names_of(first_);
  const auto second = names_of(second_);
  std::vector<WordPair> pairs;
  for (std::size_t i = 0; i < cells.keys.size(); ++i) {
    const double likelihood = std::sqrt(forth[i] * back[i]);
    if (cells.counts[i] < kLeastTexts || likelihood < kLeastLikelihood) continue;
    pairs.push_back({first[first_of(cells.keys[i])], second[second_of(cells.keys[i])], likelihood});
  }
  std::sort(pairs.begin(), pairs.end(), [](const WordPair& a, const WordPair& b) {
    return std::tie(b.likelihood, a.first, a.second) < std::tie(a.likelihood, b.first, b.second);
  });
  return pairs;
}

}  // namespace kb
