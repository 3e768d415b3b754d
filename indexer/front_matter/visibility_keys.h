// The keys of front matter that decide whether an article is public, as writers of all tools name them. They
// fail closed: what cannot be read keeps the article back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

enum class VisibilityKey {
  none,
  draft,         // true: not public
  published,     // false: not public; a date: not before it
  unlisted,      // true: only by its address
  listed,        // false: only by its address
  publish_date,  // not before it
  expiry_date,   // not from it on
  status,        // "draft" and a few others: not public; any other: says nothing
  audience       // the same, and "internal" and such
};

// Upper and lower case, - _ and blanks in the key do not matter.
VisibilityKey visibility_key(std::string_view key);

// Whether the key is one typing error away from a visibility key: "darft", "publish_dat".
bool is_nearly_visibility_key(std::string_view key);

// The first such key, as written, that a line of the text begins with (`draft: `, `"draft": `, `draft = `);
// for text that cannot be read as front matter. nullopt when there is none.
std::optional<std::string> visibility_key_in(std::string_view text);

// The first such key before a wide colon (U+FF1A), which YAML takes for a letter.
std::optional<std::string> wide_visibility_key(std::string_view text);

// The first such key that begins an unindented line twice.
std::optional<std::string> repeated_visibility_key(std::string_view text);

// Whether `status: value` keeps an article back.
bool is_hidden_status(std::string_view value);

// Whether `visibility: value`, `audience: value` or `access: value` keeps an article from customers:
// "internal".
bool is_hidden_audience(std::string_view value);

// Whether other tools keep an article back on such a word and we do not: "archived", "in review".
bool is_doubtful_status(std::string_view value);

}  // namespace indexer
