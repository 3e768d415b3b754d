#include "kb/search/answer.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kb/model/article.h"
#include "kb/query/match.h"
#include "kb/search/confidence.h"
#include "kb/search/hits.h"
#include "kb/search/marked_html.h"
#include "kb/search/passage.h"
#include "kb/search/snippet.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"
#include "kb/words/common_words.h"

namespace kb {

namespace {

// All from docs/relevance.md.
constexpr double kMargin = 0.15;        // to the second article; see lead()
constexpr double kMarginOfOne = 0.2;    // where one word is all that is asked
constexpr unsigned kMostNamedSo = 2;    // articles that this one word may name
constexpr int kFewWords = 2;            // so many but stop words must all be named
constexpr double kAll = 0.99;           // of them: as a sum of parts
constexpr double kNamed = 0.34;         // of more words this part, by their rarity
constexpr double kLeads = 1.25;         // a section's score over that of the article's opening
constexpr double kHeadingSays = 0.3;    // of the query, then the section need not lead
constexpr double kNearOpening = 0.9;    // of its score, to stand in for a thin opening
constexpr std::size_t kThin = 100;      // letters; such an opening only announces
constexpr std::size_t kLongest = 1500;  // letters; of more the best passage is shown
constexpr std::size_t kPassage = 500;   // letters

int telling_words(const ExpandedQuery& expanded) {
  return static_cast<int>(std::count_if(expanded.words.begin(), expanded.words.end(),
                                        [](const ExpandedWord& word) { return !word.word.stop; }));
}

// The first article's lead over the second, as a part of its score. A whole title, question or keyword says
// which article is meant, but not that it answers.
double lead(const Ranking& ranking) {
  const auto& articles = ranking.articles;
  if (articles.size() < 2) return articles.empty() ? 0 : 1;
  const double first = articles[0].score - articles[0].whole;
  return first > 0 ? 1 - (articles[1].score - articles[1].whole) / first : 0;
}

// Confidence is about the article that search put first, not about another one that is pinned.
bool is_sure(const Attempt& found, const PageOrder& order) {
  if (order.trusted == 0 || found.confidence < kAnswerFrom) return false;
  if (order.pinned != 0) return order.pinned == order.trusted;
  return lead(found.ranking) >= (telling_words(found.expanded) == 1 ? kMarginOfOne : kMargin);
}

// The words that say what is asked: those that are not among the commonest of the language, or, where all
// are, those that are no stop words. "How much does ... cost" may be asked about anything.
std::vector<const ExpandedWord*> saying_words(const LanguageIndex& index, const ExpandedQuery& expanded) {
  std::vector<const ExpandedWord*> words;
  std::vector<const ExpandedWord*> uncommon;
  for (const ExpandedWord& word : expanded.words) {
    if (word.word.stop) continue;
    words.push_back(&word);
    if (!is_common_word(index.lang(), word.word.text)) uncommon.push_back(&word);
  }
  return uncommon.empty() ? words : uncommon;
}

// The part of these words, by their rarity, that `has` says of: as typed, or what stands for them.
template <typename Has>
double part_had(const LanguageIndex& index, const ExpandedQuery& expanded, const Has& has) {
  const auto had = [&](const ExpandedWord& word) {
    const auto all = [&](const Alternative& alternative) {
      return std::all_of(alternative.terms.begin(), alternative.terms.end(), has);
    };
    return has(word.word.term) || std::any_of(word.same.begin(), word.same.end(), all) ||
           std::any_of(word.instead.begin(), word.instead.end(), all);
  };
  double sum = 0;
  double part = 0;
  for (const ExpandedWord* word : saying_words(index, expanded)) {
    const double worth = idf(index.articles, term_of(*word));
    sum += worth;
    if (had(*word)) part += worth;
  }
  return sum > 0 ? part / sum : 0;
}

double said_by(const LanguageIndex& index, const ExpandedQuery& expanded, std::string_view text) {
  std::set<std::string> terms;
  for (const Token& token : tokenize(text, Bigrams::query)) terms.insert(index.stem(token.text));
  return part_had(index, expanded, [&](const std::string& term) { return terms.contains(term); });
}

// Whether the article is about what is asked, by its own words: its head or the section's heading name it.
bool is_named(const LanguageIndex& index, const ExpandedQuery& expanded, Xapian::docid article,
              const StoredSection& section) {
  const double by_head = part_had(
      index, expanded, [&](const std::string& term) { return has_term(index.heads, term, article); });
  const double said = std::max(by_head, said_by(index, expanded, section.heading));
  const int words = telling_words(expanded);
  if (words > kFewWords) return said >= kNamed;
  if (said < kAll) return false;
  if (words > 1 || said_by(index, expanded, index.card(article).title) >= kAll) return true;
  return std::all_of(expanded.words.begin(), expanded.words.end(), [&](const ExpandedWord& word) {
    return word.word.stop || index.heads.get_termfreq(term_of(word)) <= kMostNamedSo;
  });
}

// The best of an article's sections, or its opening unless the best clearly leads it. Requires: it has
// sections.
StoredSection best_section(const LanguageIndex& index, const ExpandedQuery& expanded,
                           Xapian::docid document) {
  const Card& card = index.card(document);
  const Scores scores = section_scores(index, expanded, document);
  const auto score = [&](Xapian::docid section) {
    const auto found = scores.find(section);
    return found == scores.end() ? 0 : found->second;
  };
  const Xapian::docid first = card.first_section;
  Xapian::docid other = first;
  for (Xapian::docid section = first + 1; section < first + card.sections; ++section)
    if (other == first || score(section) > score(other)) other = section;
  StoredSection opening = index.section(first);
  if (other == first) return opening;
  StoredSection best = index.section(other);
  if (!opening.anchor.empty()) return score(other) > score(first) ? best : opening;
  if (length(opening.text) < kThin)
    return score(other) > 0 && score(other) >= kNearOpening * score(first) ? best : opening;
  const bool leads = score(other) > score(first) && (score(other) >= kLeads * score(first) ||
                                                     said_by(index, expanded, best.heading) >= kHeadingSays);
  return leads ? best : opening;
}

// The HTML with this tab open in its group, where it is the first that is. As name_tabs() of
// indexer/markdown/tabs.h writes them.
std::string with_open_tab(std::string html, const std::string& anchor) {
  constexpr std::string_view kTab = "<details class=\"tab\" name=\"";
  const auto text = html.find("<div class=\"tab-text\" id=\"" + anchor + "\"");
  const auto tab = text == std::string::npos ? text : html.rfind(kTab, text);
  if (tab == std::string::npos) return html;
  const std::string begin = html.substr(tab, html.find('"', tab + kTab.size()) + 1 - tab);
  const auto open = html.find(begin + " open>");
  if (open == std::string::npos || open >= tab) return html;
  html.insert(tab + begin.size(), " open");
  return html.erase(open + begin.size(), std::string_view(" open").size());
}

Answer shown(const LanguageIndex& index, const ExpandedQuery& expanded, const Article& article,
             const Section& section) {
  Answer answer{article.id, article.title, section.heading, article.url, section.html};
  const Tab* tab = best_tab(section.text, section.tabs, word_weights(index, expanded));
  const std::string& anchor = tab == nullptr ? section.anchor : tab->anchor;
  if (!anchor.empty()) answer.url += "#" + anchor;
  if (tab != nullptr) answer.html = with_open_tab(std::move(answer.html), tab->anchor);
  if (length(section.text) > kLongest) {
    const auto parts = make_snippet(section.text, word_weights(index, expanded), kPassage);
    answer.html = "<p>" + marked_html(parts) + "</p>";
    answer.passage = true;
  }
  return answer;
}

}  // namespace

std::optional<Answer> find_answer(const LanguageIndex& index, const Attempt& found, const PageOrder& order) {
  if (!is_sure(found, order)) return std::nullopt;
  const Xapian::docid document = order.articles.front().document;
  const ExpandedQuery& expanded = found.expanded;
  if (index.card(document).sections == 0) return std::nullopt;
  const StoredSection best = best_section(index, expanded, document);
  if (order.pinned == 0 && !is_named(index, expanded, document, best)) return std::nullopt;
  const Article article = index.article(document);
  const auto section = std::find_if(article.sections.begin(), article.sections.end(),
                                    [&](const Section& other) { return other.anchor == best.anchor; });
  if (section == article.sections.end() || section->text.empty()) return std::nullopt;
  return shown(index, expanded, article, *section);
}

}  // namespace kb
