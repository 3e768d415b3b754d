// Articles, cards and the site as JSON: the form in which a generation stores them (docs/index-format.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/model/article.h"
#include "kb/model/catalogue.h"
#include "kb/model/site.h"
#include "kb/store/manifest.h"

namespace kb {

// What the sections database stores beside its terms.
struct StoredSection {
  std::string anchor;
  std::string heading;
  std::string text;
  std::vector<Tab> tabs = {};

  bool operator==(const StoredSection&) const = default;
};

// What the suggest database stores beside its terms.
struct StoredSuggestion {
  std::string kind;  // article, question, section
  std::string anchor;
  std::string text;

  bool operator==(const StoredSuggestion&) const = default;
};

std::string encode(const Article& article);
std::string encode(const Site& site);
std::string encode(const StoredSection& section);
std::string encode(const StoredSuggestion& suggestion);
std::string encode(const std::vector<Card>& cards);
std::string encode(const std::vector<Redirect>& redirects);
std::string encode(const Manifest& manifest);  // indented: people read it too

// All throw Error when the text is not what encode() wrote.
Article decode_article(std::string_view text);
Site decode_site(std::string_view text);
StoredSection decode_section(std::string_view text);
StoredSuggestion decode_suggestion(std::string_view text);
std::vector<Card> decode_cards(std::string_view text);
std::vector<Redirect> decode_redirects(std::string_view text);
Manifest decode_manifest(std::string_view text);

// The format that a manifest of any format names; nullopt when the text is no manifest. Never throws.
std::optional<std::int64_t> decode_format(std::string_view manifest);

}  // namespace kb
