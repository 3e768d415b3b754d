// One language's databases, opened for reading. Threads must never share a Xapian database, so each search
// leases one of these from its Snapshot. Include it inside kb/ only: other rooms do not see Xapian.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "kb/meaning/meaning_model.h"
#include "kb/memory/past_searches.h"
#include "kb/model/catalogue.h"
#include "kb/store/codec.h"
#include "kb/store/meaning_vectors.h"
#include "kb/store/synonyms.h"
#include "kb/store/vocabulary.h"

namespace kb {

// How well an article of a language means what a text means.
struct LanguageMeaning {
  const MeaningModel& model;
  MeaningVectors vectors;
};

class LanguageIndex {
 public:
  // Throws Error when a database cannot be opened. Requires: what the references name outlives this.
  LanguageIndex(const std::filesystem::path& dir, const Catalogue& catalogue, const Vocabulary& vocabulary,
                const Synonyms& synonyms, const PastSearches& past, const LanguageMeaning* meaning = nullptr);

  const std::string& lang() const { return catalogue_->lang(); }
  const Catalogue& catalogue() const { return *catalogue_; }
  const Vocabulary& vocabulary() const { return *vocabulary_; }
  const Synonyms& synonyms() const { return *synonyms_; }
  // None when the index was built without a memory.
  const PastSearches& past() const { return *past_; }
  // nullptr when the index has no vectors of meaning in this language.
  const LanguageMeaning* meaning() const { return meaning_; }
  const Card& card(Xapian::docid document) const { return catalogue_->cards()[document - 1]; }

  bool is_indexed(const std::string& term) const { return articles.term_exists(term); }

  // The indexed form of a folded word.
  std::string stem(std::string_view folded) const;

  Article article(Xapian::docid document) const;
  Article unlisted_article(Xapian::docid document) const;
  StoredSection section(Xapian::docid document) const;

  Xapian::Database articles;
  Xapian::Database heads;
  Xapian::Database grams;
  Xapian::Database sections;
  Xapian::Database suggest;
  Xapian::Database unlisted;

 private:
  const Catalogue* catalogue_;
  const Vocabulary* vocabulary_;
  const Synonyms* synonyms_;
  const PastSearches* past_;
  const LanguageMeaning* meaning_;
  Xapian::Stem stemmer_;
};

// Throws an Error for what Xapian threw while it was asked to do `what`: "cannot search the index: ...".
[[noreturn]] void unreadable(const std::string& what, const Xapian::Error& error);

// The stemmer of a language ("pt-br" has that of "pt"); one that changes nothing where Snowball has none.
Xapian::Stem stemmer_for(std::string_view lang);

// The indexed form of a folded word: its stem, or the word itself when it has a digit.
std::string index_term(const Xapian::Stem& stemmer, std::string_view folded);

}  // namespace kb
