// An article as the indexer compiled it and the daemon shows it. Links are resolved, and nothing is left to
// parse.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/model/enum_names.h"

namespace kb {

enum class ArticleType { none, faq, howto, troubleshooting, reference, policy, known_issue };

constexpr auto names_of(ArticleType) {
  return std::to_array<std::string_view>(
      {"faq", "howto", "troubleshooting", "reference", "policy", "known-issue"});
}

// One of several devices or versions that a text speaks of; see indexer/markdown/tabs.h.
struct Tab {
  std::string anchor;     // id of what is inside it
  std::size_t begin = 0;  // bytes of the section's text, with its label
  std::size_t end = 0;

  bool operator==(const Tab&) const = default;
};

// The text from one heading to the next. The first section is what stands before the first heading. It has
// level 0 and no anchor, and it is there even when empty.
struct Section {
  std::string anchor;          // id of the heading in the page, "" for the first section
  std::string heading;         // plain text
  int level = 0;               // 1 to 6; 0 for the first section
  std::string heading_html;    // the heading element itself
  std::string html;            // what stands below the heading: sanitized, links resolved
  std::string text;            // the same as plain text, one line a block
  std::vector<Tab> tabs = {};  // in it, in order; none in another

  bool operator==(const Section&) const = default;
};

struct Correction {
  std::chrono::sys_days date;
  std::string text;  // plain text

  bool operator==(const Correction&) const = default;
};

struct Article {
  std::string id;    // "orders/track-my-order": path below the language, see id_from_path
  std::string lang;  // "en"
  std::string url;   // path below base_url, percent-encoded: "/en/orders/track-my-order"
  std::string title;
  std::string description;
  std::vector<std::string> questions;
  std::vector<std::string> keywords;
  std::vector<std::string> tags;
  ArticleType type = ArticleType::none;
  std::vector<std::string> products;  // ids, see Site::products
  std::string category;               // id of its folder: "orders", nested "store/shipping"; "" at the top
  bool is_folder = false;  // index.md, README.md: the page of its folder, whose id and category it has
  int weight = 0;          // order in its category, ascending; equal ones by title
  bool featured = false;
  bool unlisted = false;  // found by its address only: in no list and no search
  std::optional<std::chrono::sys_days> updated;
  std::vector<Correction> corrections;  // newest first
  int steps = 0;                        // of a how-to; 0 when there are none
  int minutes = 0;                      // that these take, as estimated
  std::vector<Section> sections;
  // The body for `.md`. Links to our own pages begin with kBaseMarker in place of the absolute base URL.
  std::string markdown;

  bool operator==(const Article&) const = default;
};

// Stands for "https://host/base" in Article::markdown, since only the daemon knows its host.
inline constexpr std::string_view kBaseMarker = "firstline-base:";

// The whole body as HTML: every section's heading and text in order.
std::string body_html(const Article& article);

}  // namespace kb
