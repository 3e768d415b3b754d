#include "indexer/markdown/link_target.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "kb/text/ascii.h"

namespace indexer {
namespace {

constexpr std::size_t kMaxTag = 4096;
constexpr std::size_t kMaxTarget = 2048;

bool is_punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

// The entities that occur in URLs. A target with another one keeps its relative form in `.md`.
constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
    {{"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&#39;", '\''}}};

std::string decode(std::string_view written, bool has_escapes) {
  if (written.find_first_of("&\\") == std::string_view::npos) return std::string(written);
  std::string value;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string_view rest = written.substr(i);
    const auto entity = std::find_if(kEntities.begin(), kEntities.end(),
                                     [rest](const auto& known) { return rest.starts_with(known.first); });
    if (entity != kEntities.end()) {
      value += entity->second;
      i += entity->first.size() - 1;
    } else if (has_escapes && rest.size() > 1 && rest[0] == '\\' && is_punctuation(rest[1])) {
      value += written[++i];
    } else {
      value += written[i];
    }
  }
  return value;
}

// A target without angle brackets ends at a space or at a parenthesis it did not open.
std::size_t bare_end(std::string_view text, std::size_t at) {
  int open = 0;
  text = text.substr(0, std::min(text.size(), at + kMaxTarget));
  for (; at < text.size() && !kb::is_space(text[at]); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) {
      ++at;
    } else if (text[at] == '(') {
      ++open;
    } else if (text[at] == ')' && --open < 0) {
      return at;
    }
  }
  return at;
}

// The next `>` of the line, npos when there is none near.
std::size_t bracketed_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(0, std::min(text.size(), at + kMaxTarget)).find_first_of(">\n", at);
  return end != std::string_view::npos && text[end] == '>' ? end : std::string_view::npos;
}

}  // namespace

std::string LinkTarget::write(std::string_view url) const {
  const bool needs_brackets = is_bare && url.find_first_of(" ()<>") != std::string_view::npos;
  return needs_brackets ? "<" + std::string(url) + ">" : std::string(url);
}

std::string without_entities(std::string_view written) { return decode(written, false); }

std::optional<LinkTarget> find_target(std::string_view text, std::size_t at) {
  while (at < text.size() && kb::is_space(text[at])) ++at;
  LinkTarget target;
  target.is_bare = at >= text.size() || text[at] != '<';
  target.begin = target.is_bare ? at : at + 1;
  target.end = target.is_bare ? bare_end(text, at) : bracketed_end(text, at);
  if (target.end == std::string_view::npos || target.end <= target.begin) return std::nullopt;
  target.value = decode(text.substr(target.begin, target.end - target.begin), true);
  return target;
}

std::optional<LinkTarget> find_tag_target(std::string_view text, std::size_t at) {
  const std::string_view tag = text.substr(at, std::min(text.substr(at, kMaxTag).find('>'), kMaxTag));
  for (const std::string_view name : {"href", "src"}) {
    const std::size_t found = tag.find(name);
    if (found == std::string_view::npos || !kb::is_space(tag[found - 1])) continue;
    std::size_t begin = tag.find_first_not_of(" \t\n=", found + name.size());
    if (begin == std::string_view::npos) continue;
    const char quote = tag[begin] == '"' || tag[begin] == '\'' ? tag[begin] : ' ';
    if (quote != ' ') ++begin;
    const std::size_t end = std::min(tag.find(quote, begin), tag.size());
    return LinkTarget{at + begin, at + end, decode(tag.substr(begin, end - begin), false), false};
  }
  return std::nullopt;
}

}  // namespace indexer
