#include "indexer/output/search_output.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include "indexer/output/finding_format.h"
#include "kb/memory/memory_file.h"
#include "kb/model/date.h"
#include "kb/store/index_schema.h"
#include "kb/text/printable.h"

namespace indexer {

namespace {

std::string snippet_text(const std::vector<kb::SnippetPart>& parts, std::string_view on,
                         std::string_view off) {
  std::string out;
  for (const kb::SnippetPart& part : parts) {
    const std::string text = kb::printable(part.text);
    out += part.match ? fmt::format("{}{}{}", on, text, off) : text;
  }
  return out;
}

std::string interpretation_text(const kb::Interpretation& interpretation) {
  std::string out;
  for (const auto& word : interpretation.corrected)
    out += kb::printable(fmt::format("also searched for {} instead of {}", word.to, word.from)) + "\n";
  for (const auto& word : interpretation.synonyms)
    out += kb::printable(fmt::format("also searched for {}, which means {}", word.to, word.from)) + "\n";
  if (!interpretation.ignored.empty())
    out += kb::printable(fmt::format("left out: {}", fmt::join(interpretation.ignored, ", "))) + "\n";
  if (!interpretation.unknown_codes.empty())
    out += kb::printable(fmt::format("in no article: {}; showing codes like it",
                                     fmt::join(interpretation.unknown_codes, ", "))) +
           "\n";
  if (interpretation.shortened) out += "a long text: searched for its most telling parts\n";
  if (interpretation.relaxed) out += "no article fits this well; showing the nearest\n";
  return out.empty() ? "" : out + "\n";
}

std::string hit_text(const kb::Hit& hit, int rank, std::string_view base, bool colour) {
  const std::string_view on = colour ? "\x1b[1m" : "";
  const std::string_view off = colour ? "\x1b[0m" : "";
  const std::string heading = hit.heading.empty() ? "" : " > " + kb::printable(hit.heading);
  return fmt::format("{:>2}. {}{}{}{}\n    {}{}  ({:.2f})\n    {}\n\n", rank, on, kb::printable(hit.title),
                     off, heading, base, hit.url, hit.score, snippet_text(hit.snippet, on, off));
}

// "counts 45%, confidence 0.83: when do I get my refund"
std::string text_part(const kb::ExplainedPart& part) {
  const std::string text = part.text.empty() ? "these together" : kb::printable(part.text);
  return fmt::format("counts {:.0f}%, confidence {:.2f}: {}\n", 100 * part.counts, part.confidence, text);
}

std::string word_text(const kb::ExplainedWord& word, bool by_stop_words) {
  std::string out = fmt::format("{}: {} in {} article{}", word.typed, word.term, word.articles,
                                word.articles == 1 ? "" : "s");
  if (word.stop && !by_stop_words)
    out += "; a stop word, counts in titles and questions, and in the text of the best 30";
  if (!word.corrected.empty()) out += "; corrected to " + word.corrected;
  if (word.completions > 0)
    out +=
        fmt::format("; or the beginning of {} other{}", word.completions, word.completions == 1 ? "" : "s");
  if (!word.instead.empty()) out += fmt::format("; also {}", fmt::join(word.instead, ", "));
  return kb::printable(out) + "\n";
}

// "    text: password 4.00, reset 2.00": what each word adds to one part of the score.
std::string part_text(std::string_view name, double kb::WordScore::*part, const kb::ExplainedArticle& article,
                      const std::vector<kb::ExplainedWord>& words) {
  std::vector<std::string> scores;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double score = article.words[i].*part;
    if (score > 0) scores.push_back(fmt::format("{} {:.2f}", kb::printable(words[i].typed), score));
  }
  return fmt::format("    {}: {}\n", name,
                     scores.empty() ? "none" : fmt::format("{}", fmt::join(scores, ", ")));
}

// "text: title, question, keyword, description, heading, text": what a part of the score looks at.
std::string indexed_text(std::string_view name, std::string_view database) {
  std::vector<std::string_view> fields;
  for (const kb::IndexedText& row : kb::kIndexedTexts) {
    if (row.database == database) fields.push_back(to_string(row.field));
  }
  return fmt::format("{}: {}\n", name, fmt::join(fields, ", "));
}

// "    learned from: where is my parcel (0.64)": a past search, and the part of those who made it whom the
// article helped.
std::string learned_text(const kb::ExplainedArticle& article) {
  if (article.learned.empty()) return "";
  return fmt::format("    learned from: {} ({:.2f})\n", kb::printable(article.learned),
                     static_cast<double>(article.learned_weight) / kb::kWholeWeight);
}

std::string article_text(const kb::ExplainedArticle& article, const std::vector<kb::ExplainedWord>& words) {
  const std::string rank = article.rank > 0 ? fmt::format("{:>2}. ", article.rank) : "    ";
  const std::string whole = article.whole > 0 ? fmt::format(" + whole {:.2f}", article.whole) : "";
  const std::string learned = article.past > 0 ? fmt::format(" + learned {:.2f}", article.past) : "";
  const std::string meaning = article.means.empty() ? "" : fmt::format(" + meaning {:.2f}", article.meaning);
  const std::string means =
      article.means.empty() ? "" : fmt::format("    means the same as: {}\n", kb::printable(article.means));
  return fmt::format("{}{}{}  {:.2f} = text {:.2f} + head {:.2f} + pairs {:.2f} + letters {:.2f}{}{}{}\n",
                     rank, article.id, article.pinned ? " (pinned)" : "", article.score, article.text,
                     article.head, article.pairs, article.grams, whole, learned, meaning) +
         learned_text(article) + means + part_text("text", &kb::WordScore::text, article, words) +
         part_text("head", &kb::WordScore::head, article, words);
}

bool has(const kb::WordScore& word) { return word.text > 0 || word.head > 0; }

// What the query asks for and the article does not have at all.
std::string lacking(const kb::Why& why, const std::vector<kb::ExplainedWord>& words) {
  std::vector<std::string> lacks;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].stop || has(why.article.words[i])) continue;
    const bool above = why.above && has(why.above->words[i]);
    lacks.push_back(kb::printable(words[i].typed) +
                    (above ? fmt::format(" ({} has it)", why.above->id) : ""));
  }
  return lacks.empty() ? "" : fmt::format("    lacks: {}\n", fmt::join(lacks, ", "));
}

std::string above_text(const kb::ExplainedArticle& above, const kb::ExplainedArticle& article) {
  if (above.pinned) return fmt::format("    {} above it is pinned in site.yaml\n", above.id);
  const double by_whole = above.whole - article.whole;
  const std::string whole = by_whole != 0 ? fmt::format(", whole {:+.2f}", by_whole) : "";
  const double past = above.past - article.past;
  const std::string learned = past != 0 ? fmt::format(", learned {:+.2f}", past) : "";
  const std::string meaning =
      above.means.empty() ? "" : fmt::format(", meaning {:+.2f}", above.meaning - article.meaning);
  return fmt::format("    {} above it: text {:+.2f}, head {:+.2f}, pairs {:+.2f}, letters {:+.2f}{}{}{}\n",
                     above.id, above.text - article.text, above.head - article.head,
                     above.pairs - article.pairs, above.grams - article.grams, whole, learned, meaning);
}

std::string_view verdict_text(kb::Verdict verdict) {
  switch (verdict) {
    case kb::Verdict::hit:
      return "";
    case kb::Verdict::below_floor:
      return "    no hit: it scores too far below the first\n";
    case kb::Verdict::nearest:
      return "    one of the nearest, which do not count as hits: the search is in doubt\n";
    case kb::Verdict::left_out:
      return "    no hit: a quoted phrase or an excluded word leaves it out, or 1,000 others have more\n";
    case kb::Verdict::unmatched:
      return "    no hit: it has no word that counts\n";
  }
  return "";
}

std::string why_text(const kb::Why& why, const std::vector<kb::ExplainedWord>& words) {
  return "\nWhy it is not higher:\n" + article_text(why.article, words) +
         std::string(verdict_text(why.verdict)) + lacking(why, words) +
         (why.above ? above_text(*why.above, why.article) : "");
}

}  // namespace

std::string explanation_text(const kb::Explanation& explanation) {
  std::string out;
  for (const kb::ExplainedPart& part : explanation.parts) out += text_part(part);
  for (const kb::ExplainedWord& word : explanation.words) out += word_text(word, explanation.by_stop_words);
  out += "\n";
  for (const kb::ExplainedArticle& hit : explanation.hits) out += article_text(hit, explanation.words);
  if (explanation.hits.empty()) out += "Nothing found.\n";
  out += fmt::format("confidence {:.2f}\n", explanation.confidence);
  out += indexed_text("text", kb::kArticlesDb) + indexed_text("head", kb::kHeadsDb) +
         indexed_text("letters", kb::kGramsDb);
  return out + (explanation.why ? why_text(*explanation.why, explanation.words) : "");
}

std::string search_text(const kb::SearchResult& result, std::string_view base_path, bool colour) {
  std::string out = interpretation_text(result.interpretation);
  for (const kb::Asked& asked : result.asked)
    out += fmt::format("Asked: \"{}\"\n    {}  {}{}\n\n", kb::printable(asked.text),
                       kb::printable(asked.hit.title), base_path, asked.hit.url);
  if (result.hits.empty()) return out + "Nothing found.\n";
  int rank = 0;
  for (const kb::Hit& hit : result.hits) out += hit_text(hit, ++rank, base_path, colour);
  return out + fmt::format("{}{} article{} found, confidence {:.2f}\n", result.total,
                           result.total_is_minimum ? "+" : "", result.total == 1 ? "" : "s",
                           result.confidence);
}

}  // namespace indexer
