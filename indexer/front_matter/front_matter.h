// What a writer says about an article above its text. docs/writing.md has the table of keys.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/lines/lines.h"
#include "indexer/yaml/yaml_texts.h"
#include "kb/model/article.h"

namespace indexer {

struct Alias {
  std::string path;  // as written: from the site's root when it begins with /, else below the language
  Position at;
  bool is_derived = false;  // not written as an alias: it gives way without a word
};

// What a folder's page says of all articles below its folder (Hugo).
struct Cascade {
  std::string glob;  // of the articles that are meant, by their id; "" for all
  std::string lang;  // the same
  bool draft = false;
  bool unlisted = false;
  bool unclear = false;
};

struct FrontMatter {
  std::string title;
  std::string description;
  std::vector<std::string> questions;
  Position questions_at;
  std::vector<std::string> keywords;
  std::vector<std::string> tags;
  std::vector<std::string> products;  // as written; ids after name_products
  Position products_at;
  kb::ArticleType type = kb::ArticleType::none;
  std::string lang;       // "pt-BR"; "" when none is named
  std::string slug;       // one part of a path
  std::string permalink;  // a path that the page had elsewhere, "/faq/a.html"
  Position slug_at;
  std::vector<Alias> aliases;
  bool retired = false;
  std::optional<double> weight;
  bool featured = false;
  bool draft = false;
  bool unlisted = false;
  bool says_public = false;  // `published: true`, against what a tool's settings say of its folder
  bool is_export = false;    // it has keys of a help desk, so its status is the help desk's own
  bool unclear = false;      // something says whether the article is public and cannot be read: it is not
  std::vector<Cascade> cascades;
  std::optional<std::chrono::sys_days> publish_date;
  std::optional<std::chrono::sys_days> expiry_date;
  std::optional<std::chrono::sys_days> updated;
  std::optional<std::chrono::sys_days> review_by;
  Position review_at;
  std::string owner;
  std::string uid;                          // DocFX: what other articles refer to it by
  std::vector<kb::Correction> corrections;  // newest first
  Lines home;                               // a home page's text, see home_page.h; comes before the body

  std::size_t body_offset = 0;  // where the Markdown begins in the file
  int body_line = 1;
};

// Reads the front matter at the beginning of a file's text, if there is any: YAML, TOML or JSON. What cannot
// be read is reported and left out; front matter that is not a map of keys is left in the body, so that no
// text is lost.
FrontMatter read_front_matter(std::string_view text, FileFindings& findings);

// All that it says by name, whatever the key; for texts that ask for it.
YamlTexts front_matter_texts(std::string_view text);

}  // namespace indexer
