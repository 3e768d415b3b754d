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
    Name{"internal", VisibilityKey::draft},
    Name{"isinternal", VisibilityKey::draft},
    Name{"internalonly", VisibilityKey::draft},
    Name{"confidential", VisibilityKey::draft},
    Name{"archived", VisibilityKey::draft},
    Name{"isarchived", VisibilityKey::draft},
    Name{"unpublished", VisibilityKey::draft},
    Name{"isunpublished", VisibilityKey::draft},
    Name{"headless", VisibilityKey::draft},
    Name{"published", VisibilityKey::published},
    Name{"dgpublish", VisibilityKey::published},
    Name{"ispublished", VisibilityKey::published},
    Name{"publish", VisibilityKey::published},
    Name{"public", VisibilityKey::published},
    Name{"ispublic", VisibilityKey::published},
    Name{"routable", VisibilityKey::published},
    Name{"unlisted", VisibilityKey::unlisted},
    Name{"hidden", VisibilityKey::unlisted},
    Name{"noindex", VisibilityKey::unlisted},
    Name{"searchexclude", VisibilityKey::unlisted},
    Name{"excludefromsearch", VisibilityKey::unlisted},
    Name{"hidefromsearch", VisibilityKey::unlisted},
    Name{"eleventyexcludefromcollections", VisibilityKey::unlisted},
    Name{"listed", VisibilityKey::listed},
    Name{"searchable", VisibilityKey::listed},
    Name{"pagefind", VisibilityKey::listed},
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
    Name{"embargountil", VisibilityKey::publish_date},
    Name{"embargoeduntil", VisibilityKey::publish_date},
    Name{"golive", VisibilityKey::publish_date},
    Name{"golivedate", VisibilityKey::publish_date},
    Name{"visiblefrom", VisibilityKey::publish_date},
    Name{"availablefrom", VisibilityKey::publish_date},
    Name{"scheduledfor", VisibilityKey::publish_date},
    Name{"scheduledat", VisibilityKey::publish_date},
    Name{"expirydate", VisibilityKey::expiry_date},
    Name{"expiredate", VisibilityKey::expiry_date},
    Name{"expirationdate", VisibilityKey::expiry_date},
    Name{"expiry", VisibilityKey::expiry_date},
    Name{"validuntil", VisibilityKey::expiry_date},
    Name{"expires", VisibilityKey::expiry_date},
    Name{"expiresat", VisibilityKey::expiry_date},
    Name{"expireson", VisibilityKey::expiry_date},
    Name{"unpublishdate", VisibilityKey::expiry_date},
    Name{"unpublishedat", VisibilityKey::expiry_date},
    Name{"archivedate", VisibilityKey::expiry_date},
    Name{"archiveon", VisibilityKey::expiry_date},
    Name{"archivedat", VisibilityKey::expiry_date},
    Name{"visibleuntil", VisibilityKey::expiry_date},
    Name{"availableuntil", VisibilityKey::expiry_date},
    Name{"unpublishat", VisibilityKey::expiry_date},
    Name{"unpublishon", VisibilityKey::expiry_date},
    Name{"status", VisibilityKey::status},
    Name{"poststatus", VisibilityKey::status},
    Name{"draftstatus", VisibilityKey::status},
    Name{"publishstatus", VisibilityKey::status},
    Name{"articlestatus", VisibilityKey::status},
    Name{"state", VisibilityKey::status},
    Name{"workflow", VisibilityKey::status},
    Name{"workflowstate", VisibilityKey::status},
    Name{"workflowstatus", VisibilityKey::status},
    Name{"stage", VisibilityKey::status},
    Name{"visibility", VisibilityKey::audience},
    Name{"audience", VisibilityKey::audience},
    Name{"access", VisibilityKey::audience},
};

// Words of their own that are near one of the above.
constexpr std::array<std::string_view, 9> kOthers{"archive", "publisher", "publishers", "publishes", "expire",
                                                  "craft",   "graft",     "liste",      "draught"};

constexpr std::array<std::string_view, 4> kHiddenStatus{"draft", "private", "hidden", "wip"};

constexpr std::array<std::string_view, 13> kHiddenAudience{
    "internal", "staff",  "employees", "restricted", "protected", "team-only",     "confidential",
    "nobody",   "agents", "agent",     "managers",   "admins",    "administrators"};

constexpr std::array<std::string_view, 19> kDoubtfulStatus{
    "drafting",     "scheduled", "todo",     "notpublished", "not",      "unpublished", "archived",
    "archive",      "review",    "pending",  "planned",      "inactive", "disabled",    "internal",
    "confidential", "trashed",   "obsolete", "progress",     "unlisted"};

// In lower case; what is no letter ends it.
std::string first_word(std::string_view value) {
  std::string word = kb::to_lower(kb::trim(value, " \t\"',}[]-_"));
  word.erase(std::min(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), word.size()));
  return word;
}

std::string plain(std::string_view key) {
  std::string out;
  for (const char c : kb::to_lower(key)) {
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;  // others may be invisible
    if (is_ascii && c != '-' && c != '_' && c != ' ') out += c;
  }
  return out;
}

// "draft" of `  "draft": true`, "" when the line does not begin with a key.
std::string_view key_of(std::string_view line) {
  constexpr std::string_view kBefore = " \t\"'{<!-";
  const std::size_t begin = line.find_first_not_of(kBefore);
  if (begin == std::string_view::npos) return {};
  line.remove_prefix(begin);
  const std::size_t end = std::min(line.find_first_of(":="), line.find("\uFF1A"));  // a wide colon
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
    if (one.plain.size() < kShortest || one.key >= VisibilityKey::status) return false;
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
    const std::string_view value = line.substr(std::min(line.find_first_of(":="), line.size() - 1) + 1);
    if (key == VisibilityKey::audience) return is_hidden_audience(value);
    return key != VisibilityKey::status || is_hidden_status(value);
  });
}

std::optional<std::string> wide_visibility_key(std::string_view text) {
  return find_key(text, [](std::string_view line, VisibilityKey) {
    const std::size_t wide = line.find("\uFF1A");
    return wide != std::string_view::npos && wide < line.find_first_of(":=");
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

bool is_hidden_audience(std::string_view value) {
  const std::string word = first_word(value);
  return is_hidden_status(value) ||
         std::find(kHiddenAudience.begin(), kHiddenAudience.end(), word) != kHiddenAudience.end();
}

bool is_doubtful_status(std::string_view value) {
  std::string word = first_word(value);
  if (word == "in") word = first_word(value.substr(std::min(value.find_first_of(" -_"), value.size())));
  return std::find(kDoubtfulStatus.begin(), kDoubtfulStatus.end(), word) != kDoubtfulStatus.end();
}

}  // namespace indexer
