#include "kb/search/found_words.h"

#include <algorithm>
#include <array>
#include <functional>

#include "kb/search/attempt.h"
#include "kb/search/hits.h"
#include "kb/search/marked_html.h"
#include "kb/search/snippet.h"

namespace kb {

namespace {

using Weight = std::function<double(std::string_view)>;

constexpr auto kLeftAlone = std::to_array<std::string_view>({"pre", "svg", "math", "mark"});

// The tag at the front: "<a title=\">\">".
std::string_view tag_of(std::string_view html) {
  char quote = 0;
  for (std::size_t i = 1; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return html.substr(0, i + 1);
    }
  }
  return html;
}

// The tag at the front, or all of an element whose text is left alone.
std::string_view skipped(std::string_view html) {
  const std::string_view tag = tag_of(html);
  const std::string_view name = tag.substr(1, tag.find_first_of(" />", 1) - 1);
  if (std::find(kLeftAlone.begin(), kLeftAlone.end(), name) == kLeftAlone.end()) return tag;
  const auto end = html.find("</" + std::string(name) + ">");
  return html.substr(0, end == std::string_view::npos ? html.size() : end);
}

class Marker {
 public:
  explicit Marker(Weight weight) : weight_(std::move(weight)) {}

  std::string mark_all(std::string_view html) {
    while (!html.empty()) {
      const std::string_view part = html.front() == '<'   ? skipped(html)
                                    : html.front() == '&' ? html.substr(0, html.find(';'))
                                                          : html.substr(0, html.find_first_of("<&"));
      if (html.front() == '<' || html.front() == '&') {
        out_ += part;
      } else {
        add_text(part);
      }
      html.remove_prefix(part.size());
    }
    return found_ ? std::move(out_) : "";
  }

 private:
  void add_text(std::string_view text) {
    const auto parts = marked_parts(text, weight_);
    found_ = found_ || std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.match; });
    out_ += marked_html(parts);
  }

  const Weight weight_;
  std::string out_;
  bool found_ = false;
};

}  // namespace

std::string mark_found(const Snapshot& snapshot, std::string_view lang, std::string_view query,
                       std::string_view html) {
  const Snapshot::Lease index = snapshot.lease(lang);
  ExpandedQuery expanded = expand(*index, parse(*index, query), Expansion::usual);
  const auto says_little = [](const ExpandedWord& word) { return word.word.stop; };
  if (!std::all_of(expanded.words.begin(), expanded.words.end(), says_little))
    std::erase_if(expanded.words, says_little);
  return Marker(word_weights(*index, expanded)).mark_all(html);
}

}  // namespace kb
