// A page's body as a small tree: what the sanitizer lets through, before it is written out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/findings/finding.h"

namespace indexer {

struct HtmlNode {
  std::string tag;   // lower-case; "" for text
  std::string text;  // of a text node, not escaped
  Position at;       // where it stands in the file, as far as known
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<HtmlNode> children;

  bool is_text() const { return tag.empty(); }
  const std::string* find(std::string_view attribute) const;  // nullptr when it has none
  void set(std::string_view attribute, std::string value);
  void remove(std::string_view attribute);
};

bool is_heading(const HtmlNode& node);
bool is_void_element(std::string_view tag);  // has neither content nor end tag

std::string to_html(const HtmlNode& node);
std::string to_html(std::span<const HtmlNode> nodes);

// One line a block or table row; alt text of images; no references to footnotes, no arrows back, no links
// below players.
std::string plain_text(std::span<const HtmlNode> nodes);

// Gives an image or film the room it takes, in pixels; 0 where its own size is unknown. A writer's own size
// wins; a missing side follows from the proportions.
void fit_size(HtmlNode& node, int own_width, int own_height);

// Adds something inline: in a paragraph of its own where `to` holds blocks.
void add_block(HtmlNode node, HtmlNode& to);

}  // namespace indexer
