#include "indexer/fetch/image_places.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "indexer/fetch/image_lines.h"
#include "indexer/fetch/image_tags.h"
#include "indexer/lines/inline_text.h"
#include "indexer/lines/lines.h"
#include "indexer/markdown/link_target.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxLabel = 999;  // CommonMark's
constexpr std::string_view kImageDirective = ":::image";

std::string_view trimmed_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

// Where the body begins: behind front matter between lines of --- or +++, at `from` when there is none.
std::size_t body_begin(std::string_view text, std::size_t from) {
  const auto line_at = [&](std::size_t at) { return text.substr(at, text.find('\n', at) - at); };
  const std::string_view fence = trimmed_end(line_at(from));
  if (fence != "---" && fence != "+++") return from;
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::string_view line = line_at(at + 1);
    const std::string_view end = trimmed_end(line);
    if (end == fence || (end == "..." && fence == "---")) return at + 1 + line.size();
  }
  return from;
}

// References are the same whatever their case and white space.
std::string label_of(std::string_view written) {
  std::string label;
  for (const char c : written) {
    if (!kb::is_space(c)) {
      label += c;
    } else if (!label.empty() && label.back() != ' ') {
      label += ' ';
    }
  }
  if (label.ends_with(' ')) label.pop_back();
  return kb::to_lower(label);
}

class ImageScan {
 public:
  explicit ImageScan(std::string_view text) : text_(text) {}

  std::vector<ImagePlace> run() {
    const std::size_t first = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    const std::size_t body = body_begin(text_, first);
    for (std::size_t at = body; at < text_.size();) {
      const std::size_t feed = std::min(text_.find('\n', at), text_.size());
      read_line(at, feed > at && text_[feed - 1] == '\r' ? feed - 1 : feed, std::min(feed + 1, text_.size()));
      at = feed + 1;
    }
    for (const auto& [label, place] : definitions_) {
      if (used_.contains(label)) places_.push_back(place);
    }
    std::sort(places_.begin(), places_.end(),
              [](const ImagePlace& a, const ImagePlace& b) { return a.begin < b.begin; });
    count_positions(first);
    return std::move(places_);
  }

 private:
  struct Bracket {
    std::size_t inside;  // behind it
    bool is_image;
    bool holds_others = false;
  };

  void read_line(std::size_t begin, std::size_t end, std::size_t next) {
    const std::string_view line = text_.substr(begin, end - begin);
    const LineKind kind = lines_.next(line, text_.substr(next));
    if (kind != LineKind::text || is_blank_line(line)) brackets_.clear();
    if (kind != LineKind::text) return;
    line_ = {begin, end};
    next_end_ = std::min(text_.find('\n', next), text_.size());
    next_is_blank_ = is_blank_line(kb::trim_end(text_.substr(next, next_end_ - next)));
    is_quoted_ = kb::trim(line).starts_with('>');
    if (define(line)) return;
    NextPlace comment_end(line, "-->");
    for (std::size_t at = std::max(begin, read_to_); at < end;) {
      at += step(at, comment_end);
      read_to_ = std::max(read_to_, at);
    }
  }

  // Bytes of what stands at `at`.
  std::size_t step(std::size_t at, NextPlace& comment_end) {
    const std::string_view rest = text_.substr(at, line_.end - at);
    switch (rest[0]) {
      case '\\':
        return 2;
      case '`':
        return std::max<std::size_t>(1, code_or_comment(rest));
      case '!':
        if (rest.starts_with("![[")) return wiki(at, rest);
        if (!rest.starts_with("![")) return 1;
        open(at + 2, true);
        return 2;
      case '[':
        open(at + 1, false);
        return 1;
      case ']':
        return close(at);
      case '<':
        return rest.starts_with("<!--") ? comment(at, comment_end) : tag(at);
      case '{':
        return rest.starts_with("{{<") || rest.starts_with("{{%") || rest.starts_with("{%") ? tag(at) : 1;
      case ':':
        return rest.starts_with(kImageDirective) ? tag(at) : 1;
      default:
        return 1;
    }
  }

  std::size_t comment(std::size_t at, NextPlace& end) const {
    const std::size_t found = end.from(at - line_.begin);
    return found == std::string_view::npos ? 1 : found + 3 - (at - line_.begin);
  }

  void open(std::size_t inside, bool is_image) {
    if (!brackets_.empty()) brackets_.back().holds_others = true;
    brackets_.push_back({inside, is_image});
  }

  std::size_t close(std::size_t at) {
    if (brackets_.empty()) return 1;
    const Bracket bracket = brackets_.back();
    brackets_.pop_back();
    if (!bracket.is_image) return 1;
    const std::string_view rest = text_.substr(at + 1, line_.end - at - 1);
    if (rest.starts_with('(')) return add(target_at(at + 2), at);
    use(bracket, at, rest);
    return 1;
  }

  // `![words][label]`, `![label][]` or `![label]`.
  void use(const Bracket& bracket, std::size_t at, std::string_view rest) {
    std::string_view label = text_.substr(bracket.inside, at - bracket.inside);
    bool is_own = true;
    if (rest.starts_with('[')) {
      const std::size_t end = rest.substr(0, kMaxLabel).find(']');
      if (end == std::string_view::npos) return;
      is_own = end == 1;
      if (!is_own) label = rest.substr(1, end - 1);
    }
    if (label.size() <= kMaxLabel && !(is_own && bracket.holds_others)) used_.insert(label_of(label));
  }

  std::size_t tag(std::size_t at) {
    const auto found = read_tag_images(text_, at, is_quoted_);
    if (!found) return 1;
    for (const TagImage& image : found->images)
      places_.push_back({image.begin,
                         image.end,
                         image.address,
                         image.is_replaceable ? AddressForm::relative : AddressForm::kept,
                         {}});
    return found->end - at;
  }

  // `![[address|words]]` of Obsidian.
  std::size_t wiki(std::size_t at, std::string_view rest) {
    constexpr std::size_t kLongestWikiLink = 500;
    const std::size_t begin = at + 3;
    const std::size_t end = rest.substr(3, kLongestWikiLink).find_first_of("|]");
    const std::string_view written = kb::trim_end(rest.substr(3, end), "\\ ");
    std::string url = end == std::string_view::npos ? "" : remote_address(written);
    if (url.empty()) {
      open(at + 2, true);
      return 2;
    }
    places_.push_back({begin, begin + written.size(), std::move(url), AddressForm::from_root, {}});
    return 3 + end;
  }

  // It may stand on the next line.
  std::optional<LinkTarget> target_at(std::size_t at) const {
    const bool is_next = kb::trim(text_.substr(at, line_.end - at)).empty() && !next_is_blank_;
    return find_target(text_.substr(0, is_next ? next_end_ : line_.end), at);
  }

  // Bytes from `at` to behind the target.
  std::size_t add(const std::optional<LinkTarget>& target, std::size_t at) {
    if (!target) return 1;
    if (auto place = place_of(*target)) places_.push_back(*std::move(place));
    return std::max<std::size_t>(1, target->end - at);
  }

  // `[label]: address`, perhaps in a quote or list.
  bool define(std::string_view line) {
    const std::size_t start = content_start(line);
    if (!line.substr(start).starts_with('[') || line.substr(start).starts_with("[^")) return false;
    const std::size_t end = line.substr(0, start + kMaxLabel).find("]:", start);
    if (end == std::string_view::npos ||
        line.substr(start + 1, end - start - 1).find('[') != std::string_view::npos)
      return false;
    const auto target = target_at(line_.begin + end + 2);
    auto place = target ? place_of(*target) : std::nullopt;
    if (!place) return false;
    definitions_.try_emplace(label_of(line.substr(start + 1, end - start - 1)), *std::move(place));
    return true;
  }

  std::optional<ImagePlace> place_of(const LinkTarget& target) const {
    std::string url = remote_address(target.value);
    if (url.empty() || target.begin < line_.begin) return std::nullopt;
    return ImagePlace{target.begin, target.end, std::move(url), AddressForm::relative, {}};
  }

  void count_positions(std::size_t at) {
    Position now;
    for (ImagePlace& place : places_) {
      for (; at < place.begin; ++at) {
        const char c = text_[at];
        if (c == '\n') now = {now.line + 1, 0};
        now.column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
      }
      place.at = now;
    }
  }

  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  std::string_view text_;
  ImageLines lines_;
  Span line_;
  std::size_t next_end_ = 0;  // of the line behind it
  bool next_is_blank_ = false;
  bool is_quoted_ = false;
  std::size_t read_to_ = 0;        // what goes on from the lines before ends here
  std::vector<Bracket> brackets_;  // that are open
  std::vector<ImagePlace> places_;
  std::map<std::string, ImagePlace> definitions_;
  std::set<std::string> used_;
};

}  // namespace

std::vector<ImagePlace> find_remote_images(std::string_view text) { return ImageScan(text).run(); }

std::string replace_images(std::string_view text, const std::vector<ImagePlace>& places,
                           const std::vector<std::string>& addresses) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (addresses[i].empty()) continue;
    out += text.substr(done, places[i].begin - done);
    out += addresses[i];
    done = places[i].end;
  }
  return out += text.substr(done);
}

}  // namespace indexer
