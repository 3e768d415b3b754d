// The last touches to a sanitized page: every heading gets its id, headings begin at level 2, wide tables
// and images scroll.
#pragma once

#include <string>
#include <vector>

#include "indexer/findings/rule_findings.h"
#include "indexer/html/html_tree.h"
#include "indexer/markdown/heading_id.h"

namespace indexer {

// Gives headings their ids and takes away ids that are used twice, which is a finding. Ids already taken in
// `ids` stay so. Returns every id on the page, in order.
std::vector<std::string> assign_ids(HtmlNode& body, HeadingIds& ids, RuleFindings& duplicates);

// Emoji in the place of their names (`:rocket:`), outside code.
void draw_emoji(HtmlNode& node);

// The page's only h1 is its title.
void lower_headings(HtmlNode& body);

// What is one line for a reader, such as a heading or a cell, holds no paragraph around all of it.
void unwrap_paragraphs(HtmlNode& body);

// A region that scrolls by itself and by keyboard, named after the heading before it or else `default_label`.
void wrap_tables(HtmlNode& body, const std::string& default_label);

// How wide images are shown: `sizes` for those with copies, and a class for paragraphs and figures that
// scroll sideways where an image in them would be too small to read. Requires: images have the size that they
// are shown in.
void shape_images(HtmlNode& body);

}  // namespace indexer
