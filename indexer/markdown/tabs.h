// Tabs: what an article says for each of several devices or versions, of which a reader opens one. They are
// `<details>` of one name in a `<div class="tabs">`. The id of a tab stands inside it, so that a browser
// opens the tab for a link to it; a script is not needed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/rule_findings.h"
#include "indexer/html/html_tree.h"
#include "indexer/markdown/heading_id.h"
#include "indexer/markdown/markdown_tree.h"
#include "kb/model/article.h"

namespace indexer {

bool is_tab(const MarkdownNode& node);

// Tabs without a label or without anything inside, and blocks of tabs that hold none.
void check_tabs(const MarkdownNode& node, const SourceText& source, RuleFindings& unknown);

// Gives the tabs of each group one name and every tab its id, made of its label; the first of each is open.
// Ids already taken in `ids` stay so. Returns the new ids, in order.
std::vector<std::string> name_tabs(HtmlNode& body, HeadingIds& ids);

// Where the tabs in `nodes` stand in `text`, which is the plain text of them. Of tabs in one another the
// outer ones.
std::vector<kb::Tab> tabs_in(std::span<const HtmlNode> nodes, std::string_view text);

}  // namespace indexer
