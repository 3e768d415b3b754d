#include "indexer/inline/images.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "indexer/inline/attributes.h"
#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr int kDeepest = 20;               // brackets in one another
constexpr std::size_t kLongestPart = 600;  // of alternative text, target or title

struct Image {
  std::string alt;
  std::string target;  // as written, perhaps in < >
  std::string title;   // with its quotes
  std::string width;
  std::string height;
  std::size_t size = 0;
  bool is_changed = false;
};

// "300" and "300x200": Obsidian's and others' sizes.
bool read_size(std::string_view text, Image& image) {
  const std::size_t cross = std::min(text.find('x'), text.size());
  const std::string width = pixels(text.substr(0, cross));
  const std::string height = cross < text.size() ? pixels(text.substr(cross + 1)) : "";
  const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
  if (!has_digit || text.find_first_not_of("0123456789px%*.") != std::string_view::npos) return false;
  image.width = width;
  image.height = height;
  return true;
}

// "400" and "400x300" in the place of words: Obsidian's size of an image elsewhere.
bool is_bare_size(std::string_view text) {
  return text.size() >= 3 && text.find_first_not_of("0123456789x") == std::string_view::npos &&
         text.front() != 'x' && text.size() <= 9;
}

class ImageReader {
 public:
  explicit ImageReader(std::string_view rest) : rest_(rest) {}

  std::optional<Image> read() {
    at_ = 2;
    if (!alt() || !take("(")) return std::nullopt;
    skip_blanks();
    if (!target()) return std::nullopt;
    skip_blanks();
    if (!title()) return std::nullopt;
    skip_blanks();
    if (take("=") && !size()) return std::nullopt;
    skip_blanks();
    if (!take(")")) return std::nullopt;
    attributes();
    image_.size = at_;
    return std::move(image_);
  }

 private:
  bool take(std::string_view text) {
    const bool is_here = rest_.substr(at_).starts_with(text);
    if (is_here) at_ += text.size();
    return is_here;
  }
  void skip_blanks() { at_ = std::min(rest_.find_first_not_of(kb::kBlanks, at_), rest_.size()); }
  std::size_t limit() const { return std::min(rest_.size(), at_ + kLongestPart); }

  // "text" or "text|300x200", where tables have a backslash before the bar.
  bool alt() {
    int depth = 1;
    const std::size_t begin = at_;
    for (const std::size_t end = limit(); at_ < end && depth > 0 && depth < kDeepest; ++at_) {
      if (rest_[at_] == '\\')
        ++at_;
      else if (rest_[at_] == '[')
        ++depth;
      else if (rest_[at_] == ']')
        --depth;
    }
    if (depth > 0) return false;
    std::string_view text = rest_.substr(begin, at_ - 1 - begin);
    const std::size_t bar = text.rfind('|');
    if (bar != std::string_view::npos && read_size(kb::trim(text.substr(bar + 1)), image_)) {
      image_.is_changed = true;
      text = kb::trim_end(text.substr(0, bar), " \\");
    }
    image_.alt = text;
    if (is_bare_size(text) && read_size(text, image_)) {
      image_.is_changed = true;
      image_.alt.clear();
    }
    return true;
  }

  bool target() {
    const std::size_t begin = at_;
    if (take("<")) {
      at_ = std::min(rest_.find_first_of("<>", at_), rest_.size());
      if (!take(">")) return false;
    } else {
      int depth = 0;
      for (const std::size_t end = limit(); at_ < end && depth < kDeepest && !kb::is_blank(rest_[at_]);
           ++at_) {
        if (rest_[at_] == '\\')
          ++at_;
        else if (rest_[at_] == '(')
          ++depth;
        else if (rest_[at_] == ')' && --depth < 0)
          break;
      }
    }
    at_ = std::min(at_, rest_.size());
    image_.target = rest_.substr(begin, at_ - begin);
    return true;
  }

  bool title() {
    const char quote = at_ < rest_.size() ? rest_[at_] : ' ';
    if (quote != '"' && quote != '\'') return true;
    const std::size_t end = rest_.substr(0, limit()).find(quote, at_ + 1);
    if (end == std::string_view::npos) return false;
    image_.title = rest_.substr(at_, end + 1 - at_);
    at_ = end + 1;
    return true;
  }

  bool size() {
    const std::size_t end = std::min(rest_.find_first_of(" \t)", at_), rest_.size());
    image_.is_changed = true;
    const bool is_size = read_size(rest_.substr(at_, end - at_), image_);
    at_ = end;
    return is_size;
  }

  void attributes() {
    const auto list =
        rest_.substr(at_).starts_with('{') ? read_attribute_list(rest_.substr(at_)) : std::nullopt;
    if (!list) return;
    if (!list->width.empty() || !list->height.empty()) {
      image_.width = list->width;
      image_.height = list->height;
    }
    image_.is_changed = true;
    at_ += list->size;
  }

  std::string_view rest_;
  std::size_t at_ = 0;
  Image image_;
};

// Bytes of the mark that says for which pages an image is (MkDocs Material, GitHub); 0 when there is none.
std::size_t page_mark(std::string_view target, std::string_view kind) {
  for (const std::string_view begin : {"#only-", "#gh-"}) {
    const std::string mark = std::string(begin) + std::string(kind) + (begin == "#gh-" ? "-mode-only" : "");
    if (target.ends_with(mark)) return mark.size();
  }
  return 0;
}

std::string write(const Image& image) {
  std::string text =
      "![" + image.alt + "](" + image.target + (image.title.empty() ? "" : " " + image.title) + ")";
  if (image.width.empty() && image.height.empty()) return text;
  text += "{";
  if (!image.width.empty()) text += "width=" + image.width;
  if (!image.height.empty()) text += (image.width.empty() ? "height=" : " height=") + image.height;
  return text + "}";
}

bool ends_as_one_of(std::string_view target, std::initializer_list<std::string_view> ends) {
  const std::string path = kb::to_lower(target.substr(0, target.find_first_of("?#>")));
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return path.ends_with(end); });
}

}  // namespace

bool is_film(std::string_view target) {
  return ends_as_one_of(target, {".mp4", ".webm", ".mov", ".m4v", ".ogv"});
}

bool is_sound(std::string_view target) {
  return ends_as_one_of(target, {".mp3", ".wav", ".m4a", ".ogg", ".opus", ".flac"});
}

bool has_player(std::string_view target) {
  return ends_as_one_of(target, {".mp4", ".webm", ".ogv", ".mp3", ".m4a", ".ogg", ".wav", ".opus"});
}

bool is_elsewhere(std::string_view target) {
  while (target.starts_with('<') || target.starts_with(' ')) target.remove_prefix(1);
  return target.starts_with("https://") || target.starts_with("http://") || target.starts_with("//");
}

std::optional<Replacement> read_image(std::string_view rest) {
  auto image = ImageReader(rest).read();
  if (!image) return std::nullopt;
  if (page_mark(image->target, "dark") > 0) return Replacement{image->size, ""};
  if (const std::size_t size = page_mark(image->target, "light"); size > 0) {
    image->target.resize(image->target.size() - size);
    image->is_changed = true;
  }
  if (is_elsewhere(image->target) && (is_film(image->target) || is_sound(image->target))) {
    const std::string name = image->target.substr(image->target.rfind('/') + 1);
    const std::string text = image->alt.empty() ? std::string(kb::trim(name, "<>")) : image->alt;
    return Replacement{image->size,
                       (is_film(image->target) ? "[Video: " : "[") + text + "](" + image->target + ")"};
  }
  if (!image->is_changed) return std::nullopt;
  return Replacement{image->size, write(*image)};
}

}  // namespace indexer
