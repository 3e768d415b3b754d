#include <algorithm>
#include <map>

#include "kb/query/limits.h"
#include "kb/query/match.h"
#include "kb/query/match_query.h"
#include "kb/search/attempt.h"
#include "kb/search/search.h"
#include "kb/store/language_index.h"
#include "kb/text/codes.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"
#include "kb/words/stop_words.h"

namespace kb {

namespace {

constexpr std::size_t kMinLetters = 2;
constexpr std::size_t kMinHalfWord = 3;       // letters, of an unfinished word that is corrected
constexpr std::size_t kCompletions = 30;      // of the last word; each is a posting list
constexpr Xapian::doccount kConsidered = 12;  // articles at least, of which the best are suggested

// What makes an article likely to be meant, each a part of 1. docs/relevance.md has the figures.
constexpr double kHeadPart = 0.6;     // its title, questions and keywords have the words
constexpr double kTextPart = 0.2;     // one of its titles, questions or headings is about nothing else
constexpr double kTitlePart = 0.5;    // its title has the words
constexpr double kFirstPart = 0.3;    // the title's first telling word is the first that was typed
constexpr double kOpeningPart = 0.3;  // the title opens as typed
constexpr double kLearnedPart = 0.4;  // all past searches that begin as typed ended with it; below any title
constexpr double kPinPart = 1.0;      // site.yaml pins it to what this may become
constexpr double kFeaturedPart = 0.2;
constexpr double kFolderPart = 0.6;  // taken off: a list of articles is rarely what somebody wants first
constexpr double kStopWord = 0.5;    // of another word

struct Candidate {
  Xapian::docid article = 0;
  double score = 0;
  double words = 0;        // how much of what was typed its title has
  Xapian::docid text = 0;  // of the suggest database: its best title, question or heading; 0 for none
};

// The words as typed, in the forms that titles may have them.
class Typed {
 public:
  explicit Typed(const ExpandedQuery& expanded) {
    for (const ExpandedWord& word : expanded.words) {
      Word typed{{word.word.text}, word.word.stop ? kStopWord : 1.0};
      if (!word.corrected.empty()) typed.forms.push_back(word.corrected);
      for (const auto* list : {&word.same, &word.instead}) {
        for (const Alternative& other : *list) {
          if (!other.terms.front().starts_with(word.word.text)) typed.forms.push_back(other.terms.front());
        }
      }
      all_ += typed.weight;
      words_.push_back(std::move(typed));
    }
  }

  // The part of the words that some word of the text begins with, 0 to 1.
  double part_in(const std::vector<Token>& text) const {
    double part = 0;
    for (const Word& word : words_) {
      if (std::any_of(text.begin(), text.end(), [&](const Token& token) { return is(word, text, token); }))
        part += word.weight;
    }
    return all_ > 0 ? part / all_ : 0;
  }

  bool first_is(const std::vector<Token>& text, const Token& token) const {
    return is(words_.front(), text, token);
  }

  bool opens(const std::vector<Token>& text) const {
    if (text.size() < words_.size()) return false;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!text[i].text.starts_with(words_[i].forms.front())) return false;
    }
    return true;
  }

 private:
  struct Word {
    std::vector<std::string> forms;  // as typed, then others
    double weight = 1;
  };

  // "wif" begins "Wi-Fi", too.
  static bool is(const Word& word, const std::vector<Token>& text, const Token& token) {
    const Token* next = &token == &text.back() ? nullptr : &token + 1;
    return std::any_of(word.forms.begin(), word.forms.end(), [&](const std::string& form) {
      return token.text.starts_with(form) || (next != nullptr && form.starts_with(token.text) &&
                                              next->text.starts_with(form.substr(token.text.size())));
    });
  }

  std::vector<Word> words_;
  double all_ = 0;
};

// A word that is being typed may become another: "can" is rather the beginning of "cancel". Of what it may
// become those in most articles are kept.
ExpandedQuery without_stop_words(const LanguageIndex& index, ExpandedQuery expanded) {
  for (ExpandedWord& word : expanded.words) {
    std::erase_if(word.same,
                  [&](const Alternative& other) { return is_stop_word(index.lang(), other.terms.front()); });
    if (word.same.size() > kCompletions) word.same.resize(kCompletions);
    if (!word.word.stop || word.same.empty()) continue;
    word.word.stop = false;
    word.word.term = word.same.front().terms.front();
  }
  return expanded;
}

// What is being typed may have an error already: "waran" begins "warranty". Empty where it begins a word.
std::vector<Alternative> half_words(const LanguageIndex& index, const ParsedQuery& parsed) {
  std::vector<Alternative> words;
  const QueryWord& last = parsed.words.back();
  if (!parsed.unfinished || last.bigram || has_digit(last.text) || length(last.text) < kMinHalfWord)
    return words;
  if (index.is_indexed(last.term) || !index.vocabulary().with_prefix(last.text).empty()) return words;
  for (const auto* found : index.vocabulary().begun_nearly(last.text, kMaxCompletions))
    words.push_back({{index.stem(found->text)}});
  return words;
}

// The last word may be completed to what it begins nearly; then it needs no other correction.
ExpandedQuery understand(const LanguageIndex& index, ParsedQuery parsed) {
  const std::vector<Alternative> nearly = half_words(index, parsed);
  if (!nearly.empty()) parsed.words.back().certain = true;
  ExpandedQuery expanded = expand(index, parsed, Expansion::usual);
  if (!nearly.empty()) expanded.words.back().same = nearly;
  return expanded;
}

// By titles, questions and headings; where few articles have them by heads, too, which have the keywords.
std::vector<Candidate> matches(const LanguageIndex& index, const Xapian::Query& query,
                               Xapian::doccount most) {
  std::map<Xapian::docid, Candidate> all;
  const Xapian::MSet texts = match(index.suggest, query, kSuggestBm25, most, Collapse::by_article);
  for (auto hit = texts.begin(); hit != texts.end(); ++hit) {
    const Xapian::docid article = article_of(hit);
    const double part = kTextPart * hit.get_weight() / texts.begin().get_weight();
    all[article] = {.article = article, .score = part, .text = *hit};
  }
  const bool few = texts.size() < most;
  const Xapian::MSet heads = few ? match(index.heads, query, kHeadBm25, most) : Xapian::MSet();
  for (auto hit = heads.begin(); hit != heads.end(); ++hit) {
    all[*hit].article = *hit;
    all[*hit].score += kHeadPart * hit.get_weight() / heads.begin().get_weight();
  }
  std::vector<Candidate> candidates;
  for (const auto& [article, candidate] : all) candidates.push_back(candidate);
  return candidates;
}

// The articles that site.yaml pins to a query that begins so.
std::vector<Xapian::docid> pinned(const LanguageIndex& index, const Site& site, std::string_view text) {
  std::vector<Xapian::docid> articles;
  const std::string folded = fold(text);
  for (const Pin& pin : site.pins) {
    const std::string& lang = pin.lang.empty() ? site.languages.front() : pin.lang;
    if (lang != index.lang() || !fold(pin.query).starts_with(folded)) continue;
    if (const auto article = index.catalogue().document(pin.article); article != 0)
      articles.push_back(article);
  }
  return articles;
}

void add_to(Xapian::docid article, double score, std::vector<Candidate>& candidates) {
  auto candidate = std::find_if(candidates.begin(), candidates.end(),
                                [&](const Candidate& other) { return other.article == article; });
  if (candidate == candidates.end()) candidate = candidates.insert(candidate, {.article = article});
  candidate->score += score;
}

// What past searches may have for each word: what was typed or begins so, and what articles have for it.
std::vector<std::vector<std::string>> past_words(const LanguageIndex& index, const ParsedQuery& parsed,
                                                 const ExpandedQuery& expanded) {
  std::vector<std::vector<std::string>> words;
  for (std::size_t i = 0; i < expanded.words.size(); ++i) {
    const ExpandedWord& word = expanded.words[i];
    const QueryWord& typed = parsed.words[i];
    if (word.word.stop) continue;
    auto& terms = words.emplace_back();
    const bool unfinished = parsed.unfinished && i + 1 == expanded.words.size() && !is_number(typed.text);
    if (unfinished) terms = index.past().terms_beginning(typed.text);
    terms.insert(terms.end(), {typed.term, term_of(word)});
    for (const auto* list : {&word.same, &word.instead})
      for (const Alternative& other : *list)
        if (other.terms.size() == 1) terms.push_back(other.terms.front());
    std::erase_if(terms, [&](const std::string& term) { return is_stop_word(index.lang(), term); });
  }
  return words;
}

// The articles that helped after past searches with these words, those that helped most.
std::vector<PastVote> learned(const LanguageIndex& index, const ParsedQuery& parsed,
                              const ExpandedQuery& expanded, std::size_t most) {
  if (index.past().empty()) return {};
  std::vector<PastVote> votes = index.past().votes_of_words(past_words(index, parsed, expanded));
  std::stable_sort(votes.begin(), votes.end(),
                   [](const PastVote& a, const PastVote& b) { return a.share > b.share; });
  if (votes.size() > most) votes.resize(most);
  return votes;
}

void weigh_titles(const LanguageIndex& index, const Typed& typed, std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    const Card& card = index.card(candidate.article);
    const std::vector<Token> title = tokenize(card.title, Bigrams::index);
    candidate.words = typed.part_in(title);
    candidate.score += kTitlePart * candidate.words;
    const auto telling = std::find_if(title.begin(), title.end(), [&](const Token& token) {
      return !is_stop_word(index.lang(), token.text);
    });
    if (telling != title.end() && typed.first_is(title, *telling)) candidate.score += kFirstPart;
    if (typed.opens(title)) candidate.score += kOpeningPart;
    if (card.featured) candidate.score += kFeaturedPart;
    if (card.is_folder) candidate.score -= kFolderPart;
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.article < b.article;
  });
}

Suggestion make_suggestion(const LanguageIndex& index, const Typed& typed, const Candidate& candidate) {
  const Card& card = index.card(candidate.article);
  const CategoryNode* category = index.catalogue().category(card.category);
  Suggestion suggestion{card.id,    card.title,
                        card.url,   card.is_folder ? "category" : "article",
                        card.title, category ? category->title : ""};
  if (candidate.words >= 1 || candidate.text == 0) return suggestion;
  const StoredSuggestion text = decode_suggestion(index.suggest.get_document(candidate.text).get_data());
  if (typed.part_in(tokenize(text.text, Bigrams::index)) <= candidate.words) return suggestion;
  suggestion.title = text.text;
  suggestion.kind = text.kind;
  if (!text.anchor.empty()) suggestion.url += "#" + text.anchor;
  return suggestion;
}

}  // namespace

std::vector<Suggestion> suggest(const Snapshot& snapshot, std::string_view lang, std::string_view text,
                                int limit) try {
  std::vector<Suggestion> suggestions;
  const Snapshot::Lease index = snapshot.lease(lang);
  ParsedQuery parsed = parse(*index, first_bytes(text, kMaxQueryBytes));
  std::erase_if(parsed.words, [](const QueryWord& word) { return word.symbol; });
  if (parsed.words.empty() || length(text) < kMinLetters) return suggestions;
  const std::vector<Xapian::docid> pins = pinned(*index, snapshot.site(), text);
  const ExpandedQuery expanded =
      pins.empty() ? understand(*index, parsed) : expand(*index, parsed, Expansion::usual);
  const ExpandedQuery telling = without_stop_words(*index, expanded);
  const auto most = static_cast<Xapian::doccount>(std::clamp(limit, 1, kMaxSuggestions));
  const Xapian::doccount considered = std::max(kConsidered, most);
  std::vector<Candidate> candidates = matches(*index, any_word(telling, StopWords::leave_out), considered);
  const bool tells = !candidates.empty();
  if (!tells) candidates = matches(*index, any_word(expanded, StopWords::keep), considered);
  for (const PastVote& vote : learned(*index, parsed, telling, considered))
    add_to(vote.document, kLearnedPart * vote.share, candidates);
  for (const Xapian::docid article : pins) add_to(article, kPinPart, candidates);
  const Typed typed(tells ? telling : expanded);
  weigh_titles(*index, typed, candidates);
  if (candidates.size() > most) candidates.resize(most);
  for (const Candidate& candidate : candidates)
    suggestions.push_back(make_suggestion(*index, typed, candidate));
  return suggestions;
} catch (const Xapian::Error& error) {
  unreadable("search the index", error);
}

}  // namespace kb
