#include "kb/memory/past_searches.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "kb/model/error.h"
#include "kb/text/text.h"

namespace kb {

namespace {

// All from docs/relevance.md.
constexpr double kNear = 0.3;    // cosine
constexpr double kOthers = 0.2;  // what is added to all votes
constexpr auto voice_of = [](double cosine) { return cosine * cosine * cosine * cosine; };

[[noreturn]] void bad_past_searches() {
  throw Error("the index holds unreadable past searches", "build the content again");
}

std::string_view cut_field(std::string_view& rest, char end) {
  const std::string_view field = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(field.size() + 1, rest.size()));
  return field;
}

template <typename Number>
Number whole_number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) bad_past_searches();
  return value;
}

PastChoice decode_choice(std::string_view text, unsigned last_document) {
  PastChoice choice;
  choice.document = whole_number<unsigned>(cut_field(text, ':'));
  choice.weight = whole_number<int>(text);
  if (choice.document == 0 || choice.document > last_document) bad_past_searches();
  if (choice.weight < 1 || choice.weight > kWholeWeight) bad_past_searches();
  return choice;
}

// Stop words are among them: "why" tells "why was it charged" from "was it charged".
std::vector<std::string> past_terms(std::string_view query,
                                    const std::function<std::string(std::string_view)>& stem) {
  std::vector<std::string> terms;
  for (const Token& token : tokenize(query, Bigrams::query)) {
    std::string term = stem(token.text);
    if (terms.size() == kMostPastTerms) break;
    if (!term.empty() && std::find(terms.begin(), terms.end(), term) == terms.end())
      terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace

PastSearches::PastSearches(std::vector<PastSearch> searches) : searches_(std::move(searches)) {
  for (std::size_t i = 0; i < searches_.size(); ++i)
    for (const std::string& term : searches_[i].terms)
      terms_[term].searches.push_back(static_cast<std::uint32_t>(i));
  for (auto& [term, found] : terms_) found.worth = worth_of(found.searches.size());
  lengths_.reserve(searches_.size());
  for (const PastSearch& search : searches_) {
    double sum = 0;
    for (const std::string& term : search.terms) sum += terms_.at(term).worth;
    lengths_.push_back(std::sqrt(sum));
  }
}

double PastSearches::worth_of(std::size_t searches) const {
  const auto all = static_cast<double>(searches_.size());
  const auto with = static_cast<double>(searches);
  const double idf = std::log1p((all - with + 0.5) / (with + 0.5));
  return idf * idf;
}

// The cosine of each past search. A term that none has makes all of them farther.
std::vector<float> PastSearches::nearness(std::vector<std::string> terms) const {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  double length = 0;
  std::vector<const Term*> known;
  for (const std::string& term : terms) {
    const auto found = terms_.find(term);
    length += found == terms_.end() ? worth_of(0) : found->second.worth;
    if (found != terms_.end()) known.push_back(&found->second);
  }
  std::stable_sort(known.begin(), known.end(),
                   [](const Term* a, const Term* b) { return a->searches.size() < b->searches.size(); });
  std::vector<float> near(searches_.size());
  std::size_t left = kMostPastPostings;
  for (const Term* term : known) {
    if (term->searches.size() > left) break;
    left -= term->searches.size();
    for (const std::uint32_t search : term->searches) near[search] += static_cast<float>(term->worth);
  }
  for (std::size_t i = 0; i < near.size(); ++i)
    if (near[i] > 0) near[i] /= static_cast<float>(lengths_[i] * std::sqrt(length));
  return near;
}

std::vector<PastVote> PastSearches::votes(std::vector<std::string> terms) const {
  std::vector<Voice> voices;
  const std::vector<float> near = nearness(std::move(terms));
  for (std::size_t i = 0; i < near.size(); ++i)
    if (near[i] >= kNear) voices.push_back({static_cast<std::uint32_t>(i), voice_of(near[i])});
  return count(voices);
}

std::vector<std::string> PastSearches::terms_beginning(std::string_view beginning) const {
  std::vector<std::string> terms;
  for (auto at = terms_.lower_bound(beginning); at != terms_.end() && at->first.starts_with(beginning); ++at)
    terms.push_back(at->first);
  return terms;
}

std::vector<const PastSearches::Term*> PastSearches::forms_of(const std::vector<std::string>& terms) const {
  const std::set<std::string_view> each(terms.begin(), terms.end());
  std::vector<const Term*> forms;
  for (const std::string_view term : each)
    if (const auto found = terms_.find(term); found != terms_.end()) forms.push_back(&found->second);
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Term* a, const Term* b) { return a->searches.size() > b->searches.size(); });
  if (forms.size() > kMostPastForms) forms.resize(kMostPastForms);
  return forms;
}

std::vector<PastVote> PastSearches::votes_of_words(const std::vector<std::vector<std::string>>& words) const {
  std::vector<Voice> voices;
  std::vector<std::uint16_t> had(searches_.size());  // how many of the words, from the first on
  for (std::size_t number = 0; number < words.size(); ++number) {
    std::size_t left = kMostFormPostings;
    for (const Term* form : forms_of(words[number])) {
      if (form->searches.size() > left) continue;
      left -= form->searches.size();
      for (const std::uint32_t search : form->searches) {
        if (had[search] != number) continue;
        ++had[search];
        if (number + 1 == words.size()) voices.push_back({search, 1});
      }
    }
  }
  return count(voices);
}

std::vector<PastVote> PastSearches::count(const std::vector<Voice>& voices) const {
  struct Sum {
    double all = 0;
    double most = 0;
    std::size_t loudest = 0;
  };
  std::map<unsigned, Sum> sums;
  double all = kOthers;
  for (const Voice& voice : voices) {
    for (const PastChoice& choice : searches_[voice.search].choices) {
      const double vote = voice.loudness * choice.weight / kWholeWeight;
      Sum& sum = sums[choice.document];
      sum.all += vote;
      all += vote;
      if (vote <= sum.most) continue;
      sum.most = vote;
      sum.loudest = voice.search;
    }
  }
  std::vector<PastVote> votes;
  votes.reserve(sums.size());
  for (const auto& [document, sum] : sums) votes.push_back({document, sum.all / all, sum.loudest});
  return votes;
}

std::string PastSearches::encode() const {
  std::string out;
  for (const PastSearch& search : searches_) {
    out += search.query;
    for (std::size_t i = 0; i < search.terms.size(); ++i)
      out.append(i == 0 ? "\t" : " ").append(search.terms[i]);
    for (std::size_t i = 0; i < search.choices.size(); ++i) {
      const PastChoice& choice = search.choices[i];
      out += i == 0 ? '\t' : ' ';
      out += std::to_string(choice.document) + ':' + std::to_string(choice.weight);
    }
    out += '\n';
  }
  return out;
}

PastSearches PastSearches::decode(std::string_view text, unsigned last_document) {
  if (!text.empty() && text.back() != '\n') bad_past_searches();
  std::vector<PastSearch> searches;
  while (!text.empty()) {
    std::string_view line = cut_field(text, '\n');
    PastSearch search;
    search.query = cut_field(line, '\t');
    std::string_view terms = cut_field(line, '\t');
    while (!terms.empty()) search.terms.emplace_back(cut_field(terms, ' '));
    while (!line.empty()) search.choices.push_back(decode_choice(cut_field(line, ' '), last_document));
    if (search.terms.empty() || search.choices.empty()) bad_past_searches();
    searches.push_back(std::move(search));
  }
  return PastSearches(std::move(searches));
}

PastSearches remember(const std::vector<MemoryEntry>& entries, std::string_view lang,
                      const std::function<std::string(std::string_view)>& stem,
                      const std::function<unsigned(const std::string&)>& document_of) {
  std::map<std::string, std::map<unsigned, int>> searches;
  for (const MemoryEntry& entry : entries) {
    const unsigned document = entry.lang == lang && entry.weight > 0 ? document_of(entry.article) : 0;
    const std::string query = fold(words_of_query(entry.query));
    if (document == 0 || query.empty()) continue;
    int& weight = searches[query][document];
    weight = std::max(weight, entry.weight);
  }
  std::vector<PastSearch> list;
  for (const auto& [query, choices] : searches) {
    PastSearch search{query, past_terms(query, stem), {}};
    for (const auto& [document, weight] : choices) search.choices.push_back({document, weight});
    if (!search.terms.empty()) list.push_back(std::move(search));
  }
  return PastSearches(std::move(list));
}

}  // namespace kb
