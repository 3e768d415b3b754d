// Asks the real search all queries of a judged set, in the one mode customers use, and sums up.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kb/search/contact_words.h"
#include "kb/store/snapshot.h"
#include "tests/relevance/judged_set.h"

namespace relevance {

struct Quality {
  double ndcg10 = 0;
  double mrr10 = 0;
  double first = 0;  // part of the queries whose first hit is relevant
  double r1 = 0;
  double r5 = 0;
  double r10 = 0;
  std::size_t queries = 0;
};

// How often an answer was shown, and how often rightly.
struct AnswerQuality {
  double shown = 0;      // part of the answerable queries
  double precision = 0;  // right ones among all shown, those shown to unanswerable queries counting as wrong
};

struct Report {
  Quality clean;
  Quality typo;
  Quality prefix;
  double auroc = 0;          // of confidence, answerable against unanswerable; 0 without the latter
  double found_nothing = 0;  // part of the unanswerable queries with no hit at all
  double lost = 0;           // part of the answerable queries with no hit at all
  AnswerQuality answers;
  double p50_ms = 0;  // a whole search, of clean queries
  double p99_ms = 0;
};

// Judged articles are ids, or id#anchor to judge sections. Throws kb::Error when a query's language is none
// of the site's.
Report evaluate(const kb::Snapshot& snapshot, const JudgedSet& set);

// What customers see of a set: numbers of queries. The nearest of a doubtful search are hits, too.
struct Found {
  std::size_t queries = 0;  // judged ones
  std::size_t first = 0;    // the first hit is right
  std::size_t three = 0;    // one of the first three is right
  std::size_t nothing = 0;  // total is 0, or no suggestion at all
  std::vector<std::string> missed =
      {};  // "ID: HIT HIT HIT" for those with no right one among the first three

  Found& operator+=(const Found& more);
};

enum class Ask { search, suggest };

using WordsOfLanguage = std::function<const kb::ContactWords&(const std::string& lang)>;

// Of a set's queries, which must show the ways to reach a human, and of its unanswerable ones, which must
// not, how many are right: first and three.
Found count_contact(const kb::Snapshot& snapshot, const JudgedSet& set, const WordsOfLanguage& words);

// Of the answers that are shown, how many are of a right article (three), and of a section that answers alone
// (first). `queries` are those with an answer shown. Judgements name sections, and 2 is one that answers
// alone.
Found count_boxes(const kb::Snapshot& snapshot, const JudgedSet& set);

// Of texts that ask several questions, how many have all of them listed with a right article (three), and
// nothing else (first); `nothing` are those with none. A judgement's grade is the number of the question.
Found count_asked(const kb::Snapshot& snapshot, const JudgedSet& set);

// Judgements of suggestions are article ids. Throws as evaluate().
Found count_found(const kb::Snapshot& snapshot, const JudgedSet& set, Ask ask);

}  // namespace relevance
