#include "indexer/templates/liquid_marks.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestMark = 600;  // bytes of a tag

struct WordRow {
  std::string_view word;
  MarkRole role;
};

// `for` and `case` are here for their `else` only.
constexpr std::array kWords{WordRow{"include", MarkRole::include}, WordRow{"assign", MarkRole::assign},
                            WordRow{"set", MarkRole::assign},      WordRow{"capture", MarkRole::open},
                            WordRow{"if", MarkRole::open},         WordRow{"ifversion", MarkRole::open},
                            WordRow{"unless", MarkRole::open},     WordRow{"for", MarkRole::open},
                            WordRow{"case", MarkRole::open},       WordRow{"else", MarkRole::branch},
                            WordRow{"elsif", MarkRole::branch},    WordRow{"elseif", MarkRole::branch},
                            WordRow{"elif", MarkRole::branch},     WordRow{"endcapture", MarkRole::close},
                            WordRow{"endset", MarkRole::close},    WordRow{"endif", MarkRole::close},
                            WordRow{"endunless", MarkRole::close}, WordRow{"endfor", MarkRole::close},
                            WordRow{"endcase", MarkRole::close}};

// What is not read for these marks.
constexpr std::array<std::string_view, 4> kVerbatim{"raw", "verbatim", "highlight", "mermaid"};

// Finds the marks of a text, and which belong together.
class MarkFinder {
 public:
  std::vector<LiquidMark> run(const Lines& lines) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (lines[at].kind != LineKind::text || lines[at].text.find('{') == std::string::npos) continue;
      line_ = at;
      rewrite_inline(lines[at].text, [&](std::string_view rest, std::string_view before) {
        const std::size_t size = rest.front() == '{' ? read(rest.substr(0, kLongestMark), before.size()) : 0;
        return size > 0 ? std::optional(Replacement{size, ""}) : std::nullopt;
      });
    }
    return std::move(marks_);
  }

 private:
  // Bytes that it read, 0 for what is nothing here.
  std::size_t read(std::string_view rest, std::size_t begin) {
    if (rest.starts_with("{{") && verbatim_.empty()) return value(rest, begin);
    if (!rest.starts_with("{%")) return 0;
    std::size_t at = rest.starts_with("{%-") ? 3 : 2;
    at = std::min(rest.find_first_not_of(" \t", at), rest.size());
    const std::string_view word = liquid_name(rest.substr(at));
    if (!verbatim_.empty()) {
      if (word.starts_with("end") && word.substr(3) == verbatim_) verbatim_ = {};
      return 0;
    }
    if (const auto found = std::find(kVerbatim.begin(), kVerbatim.end(), word); found != kVerbatim.end()) {
      verbatim_ = *found;
      return 0;
    }
    const auto row =
        std::find_if(kWords.begin(), kWords.end(), [&](const WordRow& one) { return one.word == word; });
    if (row == kWords.end()) return 0;
    at += word.size();
    const std::size_t end = rest.find("%}", at);
    // One that goes on on the next line still needs its closing tag.
    const std::size_t size = end == std::string_view::npos ? at : end + 2;
    const std::string_view body = kb::trim(rest.substr(at, std::min(end, size) - at), " \t-");
    MarkRole role = row->role;
    if (word == "set" && body.find('=') == std::string_view::npos) role = MarkRole::open;
    add({role, line_, begin, size, std::string(word), std::string(body), kNoMark},
        end != std::string_view::npos);
    return size;
  }

  std::size_t value(std::string_view rest, std::size_t begin) {
    const std::size_t end = rest.find("}}");
    if (end == std::string_view::npos) return 0;
    const std::string_view body = kb::trim(rest.substr(2, end - 2), " \t-");
    if (liquid_name(body).empty()) return 0;
    marks_.push_back({MarkRole::value, line_, begin, end + 2, "", std::string(body), kNoMark});
    return end + 2;
  }

  void add(LiquidMark mark, bool is_whole) {
    const std::size_t index = marks_.size();
    if (mark.role == MarkRole::open) {
      if (!is_whole) mark.word = "ifversion";  // never decided
      open_.push_back(index);
      ++counts_[closed_by(mark.word)];
    } else if (mark.role == MarkRole::close) {
      mark.word.erase(0, 3);
      close(mark, index);
    } else if (mark.role == MarkRole::branch) {
      mark.partner = open_.empty() ? kNoMark : open_.back();
    } else if (!is_whole) {
      return;
    }
    marks_.push_back(std::move(mark));
  }

  void close(LiquidMark& mark, std::size_t index) {
    if (counts_[mark.word] == 0) return;
    std::size_t open = kNoMark;
    do {
      open = open_.back();
      open_.pop_back();
      --counts_[closed_by(marks_[open].word)];
    } while (closed_by(marks_[open].word) != mark.word);
    marks_[open].partner = index;
    mark.partner = open;
  }

  static std::string closed_by(const std::string& word) { return word == "ifversion" ? "if" : word; }

  std::vector<LiquidMark> marks_;
  std::vector<std::size_t> open_;
  std::map<std::string, int> counts_;  // of those that are open
  std::string_view verbatim_;          // that is open
  std::size_t line_ = 0;
};

}  // namespace

bool is_name_sign(char c) { return kb::is_alnum(c) || c == '_' || c == '-'; }

std::string_view liquid_name(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_sign);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::vector<LiquidMark> find_liquid_marks(const Lines& lines) { return MarkFinder().run(lines); }

}  // namespace indexer
