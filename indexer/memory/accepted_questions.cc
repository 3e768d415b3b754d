#include "indexer/memory/accepted_questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/findings/finding_list.h"
#include "kb/text/text.h"

namespace indexer {

namespace {

using PagesByPlace = std::map<std::pair<std::string, std::string>, Page*>;  // by language and id

bool asks(const std::vector<std::string>& questions, const std::string& query) {
  const std::string folded = kb::fold(query);
  return std::any_of(questions.begin(), questions.end(),
                     [&](const std::string& question) { return kb::fold(question) == folded; });
}

const LearnedPair* veto_of(const LearnedPair& pair, const Learned& learned,
                           const std::string& default_language) {
  const auto lang_of = [&](const LearnedPair& one) { return one.lang.empty() ? default_language : one.lang; };
  const auto same = [&](const LearnedPair& veto) {
    return veto.article == pair.article && lang_of(veto) == lang_of(pair) &&
           kb::fold(veto.query) == kb::fold(pair.query);
  };
  const auto found = std::find_if(learned.veto.begin(), learned.veto.end(), same);
  return found == learned.veto.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Finding> add_accepted_questions(const Learned& learned, const RuleSet& rules,
                                            const std::string& default_language, std::vector<Page>& pages) {
  std::vector<Finding> findings;
  PagesByPlace places;
  for (Page& page : pages)
    if (page.listed()) places.emplace(std::pair(page.lang, page.id.id), &page);
  const auto page_of = [&](const LearnedPair& pair) -> Page* {
    const std::string& lang = pair.lang.empty() ? default_language : pair.lang;
    const auto found = places.find({lang, pair.article});
    if (found != places.end()) return found->second;
    report(findings, rules, "learned.yaml", "learned-to-nothing", pair.at,
           fmt::format("there is no public article '{}' in {}", pair.article, lang));
    return nullptr;
  };
  for (const LearnedPair& pair : learned.veto) page_of(pair);
  for (const LearnedPair& pair : learned.accepted) {
    if (const LearnedPair* veto = veto_of(pair, learned, default_language))
      report(findings, rules, "learned.yaml", "config-value", pair.at,
             fmt::format("'{}' with the article '{}' is vetoed in line {}", pair.query, pair.article,
                         veto->at.line));
    Page* page = page_of(pair);
    if (page != nullptr && !asks(page->meta.questions, pair.query))
      page->meta.questions.push_back(pair.query);
  }
  return findings;
}

}  // namespace indexer
