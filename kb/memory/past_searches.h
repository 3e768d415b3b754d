// What customers searched before, and which articles then helped them: a search like some of these has those
// articles higher up. The past searches of one language, as a generation keeps them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kb/memory/memory_file.h"

namespace kb {

// An article that helped after a search.
struct PastChoice {
  unsigned document = 0;
  int weight = 0;  // thousandths, 1 to kWholeWeight: see memory_weight()

  bool operator==(const PastChoice&) const = default;
};

struct PastSearch {
  std::string query;               // folded
  std::vector<std::string> terms;  // of its words, each once; at most kMostPastTerms
  std::vector<PastChoice> choices;

  bool operator==(const PastSearch&) const = default;
};
inline constexpr std::size_t kMostPastTerms = 32;

// How much past searches speak for an article.
struct PastVote {
  unsigned document = 0;
  double share = 0;         // 0 to 1; of all articles together below 1
  std::size_t loudest = 0;  // the past search that says most for it
};

class PastSearches {
 public:
  PastSearches() = default;
  explicit PastSearches(std::vector<PastSearch> searches);

  bool empty() const { return searches_.empty(); }
  std::size_t size() const { return searches_.size(); }
  const PastSearch& operator[](std::size_t number) const { return searches_[number]; }
  bool has(const std::string& term) const { return terms_.contains(term); }

  // The votes of the past searches that are near a search with these terms, in order of documents. Near is a
  // cosine of .3 or more of the terms, each weighted by its inverse document frequency among the past
  // searches; a vote counts by the cosine's fourth power and by the choice's weight, and is a part of all
  // votes and .2 more, so that a single one that is far says little (docs/relevance.md). Takes time for at
  // most kMostPastPostings, those of the rarest terms, and a little for each past search.
  std::vector<PastVote> votes(std::vector<std::string> terms) const;

  // The terms that begin so.
  std::vector<std::string> terms_beginning(std::string_view beginning) const;

  // The votes of the past searches that have all of the words, each as loud as the others. A word is any of
  // its terms: of those that stand in most past searches, kMostPastForms and kMostFormPostings at most.
  std::vector<PastVote> votes_of_words(const std::vector<std::vector<std::string>>& words) const;

  // A line for each search: the query, its terms and its choices.
  std::string encode() const;
  // Throws Error when the text is not what encode() writes, or names a document beyond the last.
  static PastSearches decode(std::string_view text, unsigned last_document);

 private:
  struct Term {
    std::vector<std::uint32_t> searches;
    double worth = 0;  // square of its inverse document frequency
  };

  struct Voice {
    std::uint32_t search = 0;
    double loudness = 0;
  };

  double worth_of(std::size_t searches) const;
  std::vector<float> nearness(std::vector<std::string> terms) const;
  std::vector<const Term*> forms_of(const std::vector<std::string>& terms) const;
  std::vector<PastVote> count(const std::vector<Voice>& voices) const;

  std::vector<PastSearch> searches_;
  std::map<std::string, Term, std::less<>> terms_;
  std::vector<double> lengths_;  // of each search's vector
};
inline constexpr std::size_t kMostPastPostings = 100'000;
inline constexpr std::size_t kMostPastForms = 30;
inline constexpr std::size_t kMostFormPostings = 3'000;

// The past searches of one language that entries tell of, in order of their folded words. `stem` gives the
// indexed form of a folded word, `document_of` an article's document, 0 when there is none: such entries are
// left out, and those without weight.
PastSearches remember(const std::vector<MemoryEntry>& entries, std::string_view lang,
                      const std::function<std::string(std::string_view)>& stem,
                      const std::function<unsigned(const std::string&)>& document_of);

}  // namespace kb
