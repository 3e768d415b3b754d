#include "indexer/front_matter/visibility_keys.h"

#include <algorithm>
#include <array>
#include <set>

#include "kb/text/ascii.h"
#include "kb/text/edit_distance.h"

namespace indexer {

namespace {

struct Name {
  std::string_view plain;  // lower case, letters only
  VisibilityKey key;
};

// Hugo, Jekyll, Docusaurus, Starlight, MkDocs Material, Hexo, Obsidian, Ghost, GitBook, Zendesk exports,
// Notion.
constexpr std::array kNames{
    Name{"draft", VisibilityKey::draft},
    Name{"drafts", VisibilityKey::draft},
    Name{"isdraft", VisibilityKey::draft},
    Name{"wip", VisibilityKey::draft},
    Name{"private", VisibilityKey::draft},
    Name{"isprivate", VisibilityKey::draft},
    Name{"published", VisibilityKey::published},
    Name{"ispublished", VisibilityKey::published},
    Name{"publish", VisibilityKey::published},
    Name{"public", VisibilityKey::published},
    Name{"ispublic", VisibilityKey::published},
    Name{"unlisted", VisibilityKey::unlisted},
    Name{"hidden", VisibilityKey::unlisted},
    Name{"listed", VisibilityKey::listed},
    Name{"visible", VisibilityKey::listed},
    Name{"publishdate", VisibilityKey::publish_date},
    Name{"pubdate", VisibilityKey::publish_date},
    Name{"publishat", VisibilityKey::publish_date},
    Name{"publishedat", VisibilityKey::publish_date},
    Name{"publishon", VisibilityKey::publish_date},
    Name{"publishedon", VisibilityKey::publish_date},
    Name{"publisheddate", VisibilityKey::publish_date},
    Name{"publicationdate", VisibilityKey::publish_date},
    Name{"embargo", VisibilityKey::publish_date},
    Name{"expirydate", VisibilityKey::expiry_date},
    Name{"expiredate", VisibilityKey::expiry_date},
    Name{"expirationdate", VisibilityKey::expiry_date},
    Name{"expiry", VisibilityKey::expiry_date},
    Name{"validuntil", VisibilityKey::expiry_date},
    Name{"expires", VisibilityKey::expiry_date},
    Name{"expiresat", VisibilityKey::expiry_date},
    Name{"expireson", VisibilityKey::expiry_date},
    Name{"unpublishdate", VisibilityKey::expiry_date},
    Name{"unpublishat", VisibilityKey::expiry_date},
    Name{"unpublishon", VisibilityKey::expiry_date},
    Name{"status", VisibilityKey::status},
    Name{"poststatus", VisibilityKey::status},
    Name{"visibility", VisibilityKey::status},
};

// Words of their own that are near one of the above.
constexpr std::array<std::string_view, 8> kOthers{"publisher", "publishers", "publishes", "expire",
                                                  "craft",     "graft",      "liste",     "draught"};

constexpr std::array<std::string_view, 4> kHiddenStatus{"draft", "private", "hidden", "wip"};

constexpr std::array<std::string_view, 14> kDoubtfulStatus{
    "unpublished", "archived", "archive",      "review",  "pending",  "planned",  "inactive",
    "disabled",    "internal", "confidential", "trashed", "obsolete", "progress", "unlisted"};

// In lower case; what is no letter ends it.
std::string first_word(std::string_view value) {
  std::string word = kb::to_lower(kb::trim(value, " \t\"',}[]-_"));
  word.erase(std::min(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), word.size()));
  return word;
}

std::string plain(std::string_view key) {
  std::string out;
  for (const char c : kb::to_lower(key)) {
    if (c != '-' && c != '_' && c != ' ') out += c;
  }
  return out;
}

// "draft" of `  "draft": true`, "" when the line does not begin with a key.
std::string_view key_of(std::string_view line) {
  constexpr std::string_view kBefore = " \t\"'{<!-";
  const std::size_t begin = line.find_first_not_of(kBefore);
  if (begin == std::string_view::npos) return {};
  line.remove_prefix(begin);
  const std::size_t end = line.find_first_of(":=");
  if (end == std::string_view::npos) return {};
  return kb::trim(line.substr(0, end), " \t\"'");
}

template <typename Visit>
std::optional<std::string> find_key(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::string_view key = key_of(line);
    const VisibilityKey known = visibility_key(key);
    if (known != VisibilityKey::none && visit(line, known)) return std::string(key);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return std::nullopt;
}

}  // namespace

VisibilityKey visibility_key(std::string_view key) {
  constexpr std::size_t kLongest = 40;
  if (key.empty() || key.size() > kLongest) return VisibilityKey::none;
  const std::string name = plain(key);
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](const Name& one) { return one.plain == name; });
  return found == kNames.end() ? VisibilityKey::none : found->key;
}

bool is_nearly_visibility_key(std::string_view key) {
  constexpr std::size_t kShortest = 5;  // of the key that is meant
  const std::string name = plain(key);
  if (name.size() + 1 < kShortest || std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end())
    return false;
  const std::u32string letters(name.begin(), name.end());
  return std::any_of(kNames.begin(), kNames.end(), [&](const Name& one) {
    if (one.plain.size() < kShortest || one.key == VisibilityKey::status) return false;
    return kb::edit_distance(letters, std::u32string(one.plain.begin(), one.plain.end()), 1) == 1;
  });
}

std::optional<std::string> visibility_key_in(std::string_view text) {
  std::string json;  // its keys may all stand on one line
  if (text.starts_with('{')) {
    json = text;
    std::replace(json.begin(), json.end(), ',', '\n');
    text = json;
  }
  return find_key(text, [](std::string_view line, VisibilityKey key) {
    // `status:` says something of most articles, so here, too, its value decides.
    return key != VisibilityKey::status || is_hidden_status(line.substr(line.find_first_of(":=") + 1));
  });
}

std::optional<std::string> repeated_visibility_key(std::string_view text) {
  std::set<std::string> names;
  return find_key(text, [&](std::string_view line, VisibilityKey) {
    return !kb::is_blank(line.front()) && !names.insert(plain(key_of(line))).second;
  });
}

// "draft", and also "draft, review" and "Draft - do not publish".
bool is_hidden_status(std::string_view value) {
  const std::string word = first_word(value);
  return std::find(kHiddenStatus.begin(), kHiddenStatus.end(), word) != kHiddenStatus.end();
}

bool is_doubtful_status(std::string_view value) {
  std::string word = first_word(value);
  if (word == "in") word = first_word(value.substr(std::min(value.find_first_of(" -_"), value.size())));
  return std::find(kDoubtfulStatus.begin(), kDoubtfulStatus.end(), word) != kDoubtfulStatus.end();
}

}  // namespace indexer
