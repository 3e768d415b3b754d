#include "kb/store/language_index.h"

#include "kb/model/article.h"
#include "kb/model/error.h"
#include "kb/store/index_schema.h"
#include "kb/text/language_tag.h"
#include "kb/text/text.h"
#include "kb/words/light_stem.h"

namespace kb {

namespace {

Xapian::Database open(const std::filesystem::path& path) try {
  return Xapian::Database(path.string());
} catch (const Xapian::Error& error) {
  unreadable("open " + path.string(), error);
}

class LightStem : public Xapian::StemImplementation {
 public:
  explicit LightStem(std::string_view lang) : lang_(lang) {}
  std::string operator()(const std::string& word) override { return light_stem(lang_, word); }
  std::string get_description() const override { return "light " + lang_; }

 private:
  std::string lang_;
};

}  // namespace

LanguageIndex::LanguageIndex(const std::filesystem::path& dir, const Catalogue& catalogue,
                             const Vocabulary& vocabulary, const Synonyms& synonyms, const PastSearches& past,
                             const LanguageMeaning* meaning)
    : articles(open(dir / kArticlesDb)),
      heads(open(dir / kHeadsDb)),
      grams(open(dir / kGramsDb)),
      sections(open(dir / kSectionsDb)),
      suggest(open(dir / kSuggestDb)),
      unlisted(open(dir / kUnlistedDb)),
      catalogue_(&catalogue),
      vocabulary_(&vocabulary),
      synonyms_(&synonyms),
      past_(&past),
      meaning_(meaning),
      stemmer_(stemmer_for(catalogue.lang())) {}

std::string LanguageIndex::stem(std::string_view folded) const { return index_term(stemmer_, folded); }

Article LanguageIndex::article(Xapian::docid document) const {
  return decode_article(articles.get_document(document).get_data());
}

Article LanguageIndex::unlisted_article(Xapian::docid document) const {
  return decode_article(unlisted.get_document(document).get_data());
}

StoredSection LanguageIndex::section(Xapian::docid document) const {
  return decode_section(sections.get_document(document).get_data());
}

void unreadable(const std::string& what, const Xapian::Error& error) {
  throw Error("cannot " + what + ": " + error.get_msg(), "build the content again");
}

Xapian::Stem stemmer_for(std::string_view lang) try {
  if (has_light_stem(base_language(lang)))
    return Xapian::Stem(new LightStem(base_language(lang)));  // which deletes it
  return Xapian::Stem(std::string(base_language(lang)));
} catch (const Xapian::InvalidArgumentError&) {
  return {};
}

std::string index_term(const Xapian::Stem& stemmer, std::string_view folded) {
  std::string word(folded.substr(0, kMaxTermBytes));
  return has_digit(word) ? word : stemmer(word);
}

}  // namespace kb
