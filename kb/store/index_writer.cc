#include "kb/store/index_writer.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "kb/dictionary/lessons.h"
#include "kb/memory/past_searches.h"
#include "kb/model/error.h"
#include "kb/store/codec.h"
#include "kb/store/file.h"
#include "kb/store/free_memory.h"
#include "kb/store/index_schema.h"
#include "kb/store/language_index.h"
#include "kb/store/meaning_texts.h"
#include "kb/store/meaning_vectors.h"
#include "kb/store/vocabulary.h"
#include "kb/text/codes.h"
#include "kb/text/grams.h"
#include "kb/text/paths.h"
#include "kb/text/symbols.h"
#include "kb/text/text.h"
#include "kb/words/contractions.h"
#include "kb/words/stop_words.h"

namespace kb {

namespace fs = std::filesystem;

namespace {

// Positions left free between two texts, so that no phrase spans them. Far more than a phrase or pair may
// reach.
constexpr Xapian::termpos kFieldGap = 100;

// Fills a document with the stems of texts, one text after the other.
class TermWriter {
 public:
  TermWriter(Xapian::Document& document, const Xapian::Stem& stemmer)
      : document_(&document), stemmer_(&stemmer) {}

  void operator()(const IndexedText& row, std::string_view text) {
    add(text, row.count);
    for (const Symbol& symbol : symbols_of(text)) document_->add_boolean_term(symbol_term(symbol.text));
  }

  void add(std::string_view text, Xapian::termcount count) {
    std::size_t begin = std::string_view::npos;
    const std::vector<Token> tokens = tokenize(text, Bigrams::index);
    for (const Token& token : tokens) {
      const std::string term = index_term(*stemmer_, token.text);
      // A character and the bigram that begins with it share a position, so that bigrams in a row are a
      // phrase.
      if (token.begin != std::exchange(begin, token.begin)) ++position_;
      if (!term.empty()) document_->add_posting(term, position_, count);
      if (token.kind == TokenKind::word && token.text.size() <= kMaxTermBytes) words_.insert(token.text);
    }
    position_ += kFieldGap;
    for (const std::string& code : codes_apart(text, tokens)) {
      document_->add_term(code_term(code), count);
      words_.insert(code);
    }
    for (const Amount& amount : amounts(text, tokens)) {
      if (amount.first == amount.last) continue;  // found by its own term
      document_->add_term(code_term(amount.plain), count);
      words_.insert(amount.plain);
    }
  }

  const std::set<std::string>& words() const { return words_; }

 private:
  Xapian::Document* document_;
  const Xapian::Stem* stemmer_;
  Xapian::termpos position_ = 0;
  std::set<std::string> words_;
};

std::vector<std::string_view> texts_of(const Article& article, const Section* section, Field field) {
  switch (field) {
    case Field::title:
      return {article.title};
    case Field::question:
      return {article.questions.begin(), article.questions.end()};
    case Field::keyword:
      return {article.keywords.begin(), article.keywords.end()};
    case Field::description:
      return {article.description};
    case Field::heading:
      return {section->heading};
    case Field::text:
      return {section->text};
  }
  return {};
}

bool is_due(Per per, const Section* section) {
  if (section == nullptr) return per == Per::article;
  return per == Per::section || (per == Per::first_section && section->level == 0);
}

// Calls `add(row, text)` for what a database gets with a section, or without one (nullptr) with the article.
template <typename Add>
void add_texts(std::string_view database, const Article& article, const Section* section, Add&& add) {
  for (const IndexedText& row : kIndexedTexts) {
    if (row.database != database || !is_due(row.per, section)) continue;
    for (const std::string_view text : texts_of(article, section, row.field)) add(row, text);
  }
}

// The same for the article and all its sections.
template <typename Add>
void add_all_texts(std::string_view database, const Article& article, Add&& add) {
  add_texts(database, article, nullptr, add);
  for (const Section& section : article.sections) add_texts(database, article, &section, add);
}

void add_categories(Xapian::Document& document, std::string_view category) {
  while (!category.empty()) {
    document.add_boolean_term(category_term(category));
    category = parent_of(category);
  }
}

// Articles between two commits. Xapian's own threshold, 10,000 documents of one database, keeps the words of
// six databases in memory: 10,000 articles then take 509 MB instead of 202, and a fifth more CPU time.
constexpr std::size_t kCommitEvery = 1000;

// Writes the databases of one language, article by article in order of id.
class LanguageWriter {
 public:
  // `meaning` is nullptr where no model knows the language.
  LanguageWriter(const fs::path& dir, std::string_view lang, const MeaningSource* meaning)
      : dir_(dir),
        meaning_(meaning),
        vectors_(meaning == nullptr ? 1 : meaning->width),
        lang_(lang),
        stemmer_(stemmer_for(lang)),
        articles_(create(kArticlesDb)),
        heads_(create(kHeadsDb)),
        grams_(create(kGramsDb)),
        sections_(create(kSectionsDb)),
        suggest_(create(kSuggestDb)),
        unlisted_(create(kUnlistedDb)) {}

  void add(const Article& article) {
    if (article.unlisted) return add_unlisted(article);
    const Xapian::docid number = articles_.get_lastdocid() + 1;
    add_text(article);
    add_head(article);
    add_grams(article);
    Card card = card_of(article);
    card.first_section = sections_.get_lastdocid() + 1;
    for (const Section& section : article.sections) add_section(article, section, number);
    card.sections = sections_.get_lastdocid() + 1 - card.first_section;
    add_suggestions(article, number);
    if (meaning_ != nullptr) add_meaning(article);
    cards_.push_back(std::move(card));
    if (cards_.size() % kCommitEvery == 0) commit();
  }

  // Words of synonyms can be corrected and completed to, even if no article has them.
  void add_words(const SynonymRule& rule) {
    for (const auto* side : {&rule.from, &rule.to}) {
      for (const std::string& text : *side) {
        for (const Token& token : tokenize(text, Bigrams::query)) words_.try_emplace(token.text, 0);
      }
    }
  }

  void add_memory(const std::vector<MemoryEntry>& entries, std::string_view lang) {
    std::unordered_map<std::string_view, unsigned> documents;
    unsigned number = 0;
    for (const Card& card : cards_)
      if (!card.unlisted) documents.emplace(card.id, ++number);
    const PastSearches past = remember(
        entries, lang, [&](std::string_view word) { return index_term(stemmer_, word); },
        [&](const std::string& id) {
          const auto found = documents.find(id);
          return found == documents.end() ? 0 : found->second;
        });
    if (!past.empty()) write_file(dir_ / kMemoryFile, past.encode());
  }

  void finish() {
    commit();
    for (auto* database : databases()) database->close();
    write_file(dir_ / kCardsFile, encode(cards_));
    write_file(dir_ / kWordsFile, Vocabulary(words_).encode());
    if (meaning_ != nullptr) write_file(dir_ / kMeaningFile, vectors_.encode());
  }

 private:
  std::array<Xapian::WritableDatabase*, 6> databases() {
    return {&articles_, &heads_, &grams_, &sections_, &suggest_, &unlisted_};
  }

  void commit() {
    for (auto* database : databases()) database->commit();
    return_free_memory();
  }

  Xapian::WritableDatabase create(std::string_view name) const {
    return Xapian::WritableDatabase((dir_ / name).string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  }

  // Without terms, and none of its words among those that search completes and corrects to.
  void add_unlisted(const Article& article) {
    Xapian::Document document;
    document.set_data(encode(article));
    unlisted_.add_document(document);
    cards_.push_back(card_of(article));
  }

  void add_text(const Article& article) {
    Xapian::Document document;
    TermWriter terms(document, stemmer_);
    add_all_texts(kArticlesDb, article, terms);
    add_categories(document, article.category);
    document.set_data(encode(article));
    articles_.add_document(document);
    for (const std::string& word : terms.words()) ++words_[word];
  }

  void add_head(const Article& article) {
    Xapian::Document document;
    TermWriter terms(document, stemmer_);
    add_all_texts(kHeadsDb, article, [&](const IndexedText& row, std::string_view text) {
      terms(row, text);
      if (const std::string whole = whole_term(telling_stems(text)); !whole.empty())
        document.add_boolean_term(whole);
    });
    add_categories(document, article.category);
    heads_.add_document(document);
  }

  // Those of all words where all are stop words.
  std::vector<std::string> telling_stems(std::string_view text) const {
    std::vector<std::string> stems;
    std::vector<std::string> telling;
    for (const Token& token : tokenize(text, Bigrams::query)) {
      stems.push_back(index_term(stemmer_, token.text));
      if (!is_stop_word(lang_, token.text) && !is_contraction(lang_, token.text))
        telling.push_back(stems.back());
    }
    return telling.empty() ? stems : telling;
  }

  void add_grams(const Article& article) {
    Xapian::Document document;
    add_all_texts(kGramsDb, article, [&](const IndexedText&, std::string_view text) {
      for (const std::string& gram : letter_grams(text)) document.add_term(gram);
    });
    grams_.add_document(document);
  }

  void add_section(const Article& article, const Section& section, Xapian::docid number) {
    Xapian::Document document;
    TermWriter terms(document, stemmer_);
    add_texts(kSectionsDb, article, &section, terms);
    document.add_value(kArticleSlot, Xapian::sortable_serialise(number));
    document.set_data(encode(StoredSection{section.anchor, section.heading, section.text, section.tabs}));
    sections_.add_document(document);
  }

  void add_suggestion(const IndexedText& row, std::string_view text, const StoredSuggestion& stored,
                      Xapian::docid number) {
    Xapian::Document document;
    TermWriter(document, stemmer_).add(text, row.count);
    document.add_value(kArticleSlot, Xapian::sortable_serialise(number));
    document.set_data(encode(stored));
    suggest_.add_document(document);
  }

  void add_suggestions(const Article& article, Xapian::docid number) {
    add_texts(kSuggestDb, article, nullptr, [&](const IndexedText& row, std::string_view text) {
      const char* kind = row.field == Field::title ? "article" : "question";
      add_suggestion(row, text, {kind, "", std::string(text)}, number);
    });
    for (const Section& section : article.sections) {
      if (section.level == 0) continue;
      add_texts(kSuggestDb, article, &section, [&](const IndexedText& row, std::string_view text) {
        add_suggestion(row, text, {"section", section.anchor, std::string(text)}, number);
      });
    }
  }

  void add_meaning(const Article& article) {
    std::vector<std::int8_t> vectors;
    for (const std::string& text : meaning_texts(article)) {
      const std::vector<std::int8_t> vector = meaning_->vector_of(text);
      vectors.insert(vectors.end(), vector.begin(), vector.end());
    }
    vectors_.add(vectors);
  }

  fs::path dir_;
  const MeaningSource* meaning_;
  MeaningVectorsWriter vectors_;
  std::string lang_;
  Xapian::Stem stemmer_;
  Xapian::WritableDatabase articles_;
  Xapian::WritableDatabase heads_;
  Xapian::WritableDatabase grams_;
  Xapian::WritableDatabase sections_;
  Xapian::WritableDatabase suggest_;
  Xapian::WritableDatabase unlisted_;
  std::vector<Card> cards_;
  std::map<std::string, std::uint32_t> words_;
};

std::map<std::string, Dictionary> dictionaries_of(const IndexInput& input) {
  std::map<std::string, Xapian::Stem> stemmers;
  for (const std::string& lang : input.site.languages) stemmers.emplace(lang, stemmer_for(lang));
  return learn_dictionaries(
      input.articles, input.site.languages,
      [&](const std::string& lang, std::string_view word) { return index_term(stemmers.at(lang), word); });
}

}  // namespace

void write_index(const fs::path& dir, IndexInput input,
                 const std::function<void(std::size_t)>& progress) try {
  write_file(dir / kSiteFile, encode(input.site));
  write_file(dir / kRedirectsFile, encode(input.redirects));
  std::sort(input.articles.begin(), input.articles.end(), [](const Article& a, const Article& b) {
    return std::tie(a.lang, a.id) < std::tie(b.lang, b.id);
  });
  const std::map<std::string, Dictionary> dictionaries = dictionaries_of(input);
  std::size_t done = 0;
  for (const std::string& lang : input.site.languages) {
    fs::create_directories(dir / lang);
    const bool understood = input.meaning != nullptr && input.meaning->understands(lang);
    LanguageWriter writer(dir / lang, lang, understood ? input.meaning : nullptr);
    for (Article& article : input.articles) {
      if (article.lang != lang) continue;
      writer.add(article);
      article = {};  // thousands of them are most of a build's memory
      if (progress) progress(++done);
    }
    if (const auto rules = input.site.synonyms.find(lang); rules != input.site.synonyms.end()) {
      for (const SynonymRule& rule : rules->second) writer.add_words(rule);
    }
    writer.add_memory(input.memory, lang);
    writer.finish();
    if (const auto learned = dictionaries.find(lang);
        learned != dictionaries.end() && !learned->second.empty())
      write_file(dir / lang / kDictionaryFile, learned->second.encode());
  }
} catch (const Xapian::Error& error) {
  throw Error("cannot write the index in " + dir.string() + ": " + error.get_msg(),
              "check the free space on this disk, then build again");
} catch (const fs::filesystem_error& error) {
  throw Error("cannot write the index in " + dir.string() + ": " + error.code().message(),
              "check the folder's free space and permissions, then build again");
}

}  // namespace kb
