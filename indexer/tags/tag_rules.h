// What each tag of the tools we know becomes in our dialect.
#pragma once

#include "indexer/tags/tag.h"

namespace indexer {

enum class TagRole {
  unknown,  // the tags of a component go, its title and what is inside stay; others stay as they are
  alert,
  included_alert,  // `{% include note.html content="..." %}` holds its text itself
  details,
  tabs,
  tab,
  code_group,  // each code block inside is a tab
  steps,
  step,
  group,      // only groups: what is inside stays
  condition,  // the same, without a break in what stands before and after
  card,       // a title that may be a link, and a text
  link,       // what is inside is the text of a link
  label,      // a line of its own above what is inside
  entry,      // of a list; those inside it make a list below it
  caption,    // a line of its own below
  words,      // a text in the middle of others
  image,
  element,   // of HTML, with Markdown inside
  part,      // the same within a line of text, which stays as it is
  listing,   // an attribute holds code
  fields,    // an attribute holds names and what each means
  code,      // what is inside is code, its language is the first value
  verbatim,  // what is inside is not read for tags
  hidden,    // what is inside is not for everybody, or code of a template
  nothing    // shows nothing that a reader misses
};

struct TagRule {
  TagRole role = TagRole::unknown;
  std::string_view detail;  // the kind of an alert, the label of a tab, the language of code
};

TagRule tag_rule(const Tag& tag);

// Of `{{< admonition tip "Title" >}}` the first value, if it is the kind of an alert; else "".
std::string_view positional_kind(const std::vector<std::string>& values);

}  // namespace indexer
