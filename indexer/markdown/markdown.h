// One Markdown text -> sections of safe HTML and plain text. The way: dialects, markdown_limits,
// directive_marks, markdown_tree (the only file that talks to cmark-gfm), dialect, link_places,
// markdown_html, sanitizer (the only one that talks to gumbo; it resolves the links), players, page_shape,
// section_split; beside it markdown_source for `.md`. Dialect: docs/writing.md.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/findings/finding.h"
#include "indexer/lines/context.h"
#include "indexer/lines/lines.h"
#include "indexer/markdown/media_file.h"
#include "indexer/markdown/step_lists.h"
#include "kb/model/article.h"

namespace indexer {

enum class LinkKind { link, image, media };  // media: a film or sound, to be played

// What a link or image in the text turned out to be.
struct ResolvedLink {
  std::optional<std::string> url;  // absent: keep the text (or the alt text) only; beginning with base_path
  std::string
      markdown_url;      // the same for `.md`: absolute, or beginning with kb::kBaseMarker; "": as written
  bool as_link = false;  // a remote image that becomes a link
  bool remote = false;   // an image that a host of images: shows
  int width = 0;         // an image's own size in pixels, 0 when unknown
  int height = 0;
  std::string srcset = {};              // an image's copies, as HTML has them; "" for none
  std::optional<MediaFile> media = {};  // of a film or sound of the content folder that browsers play
};

// Called once per link and image with its target as written (entities and escapes undone, white space around
// it and line feeds in it left out; `//host/path` comes as `https://host/path`). Schemes outside the
// allow-list are refused before it is called. Reports what is wrong itself. The position is the link's first
// character.
using LinkResolver = std::function<ResolvedLink(LinkKind, std::string_view target, Position)>;

struct MarkdownOptions {
  int first_line = 1;  // line of the file where the text begins
  Lines before = {};   // comes before the text
  // A level 1 heading at the very beginning is left out of the body when it says the same as `title`, or
  // when `title` is empty: it is the title then, and the page shows that itself.
  std::string title;
  DialectContext context;
  std::map<std::string, std::string>
      alert_titles;  // "note" -> "Note" in the article's language; absent: English
};

struct CompiledMarkdown {
  std::vector<kb::Section> sections;  // at least one
  std::string first_heading;          // plain text of the first heading, "" when there is none
  std::vector<std::string>
      anchors;           // every id a link may lead to; that of a left out title leads to the page
  std::string markdown;  // for `.md`
  Effort effort = {};
  bool refused = false;  // a limit is exceeded: there is nothing to publish
};

// A title or description of front matter, which other tools read as Markdown: "Use **bold** & `code`" -> "Use
// bold & code". Emoji's names become emoji; underscores stay.
std::string plain_title(std::string_view title);

// `text` is valid UTF-8 without NUL and at most 1 MiB: the caller's check. Blow-ups inside it (table cells,
// nesting, reference definitions, `<?` openers, output size) end in an error finding and one empty
// section. Thread-safe. Rules: bad-url-scheme, duplicate-anchor, html-not-allowed, markdown-limit,
// missing-include, no-captions, table-too-wide, unclosed-comment, unknown-syntax.
CompiledMarkdown compile_markdown(std::string_view text, const MarkdownOptions& options,
                                  const LinkResolver& resolve, FileFindings& findings);

}  // namespace indexer
