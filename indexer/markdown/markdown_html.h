// Writes a Markdown tree as HTML, with the writer's raw HTML as it is: the sanitizer comes after.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/markdown/markdown_tree.h"

namespace indexer {

// A piece of the HTML whose place in the file is known.
struct HtmlPiece {
  std::size_t begin = 0;  // in the HTML
  std::size_t end = 0;
  Position at;
  bool is_raw = false;  // written by the writer; else our heading, link or image
};

struct UnsafeHtml {
  std::string html;
  std::vector<HtmlPiece> pieces;  // in order, not overlapping
};

// Words we add, by name: "note" -> "Note", and so on for every alert; "todo", "done", "table", "back".
using Words = std::map<std::string, std::string>;

UnsafeHtml render_html(const MarkdownNode& document, const SourceText& source, const Words& words);

// The word in the article's language, or in English.
std::string word(const Words& words, const std::string& name);

}  // namespace indexer
