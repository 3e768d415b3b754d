// Reads one `:::note` line or `:::image ... :::`, as Docusaurus, VitePress and DocFX write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

inline constexpr std::string_view kDirectiveFence = ":::";

// `other` stands alone and is not understood: DocFX's zones, columns and so on.
enum class DirectiveKind { open, close, image, other };

struct Directive {
  DirectiveKind kind = DirectiveKind::other;
  std::string name;      // "note"; lower-case
  std::string title;     // of a block or image, "" when it has none
  bool is_open = false;  // of `:::details Title {open}`
  std::string url;       // of an image
  std::string source;    // as written
  int line = 0;          // of the text, from 1
  int column = 0;        // in bytes, from 1
};

// `line` begins with `:::`; nullopt when it is just text.
std::optional<Directive> read_directive(std::string_view line);

// `text` is the whole `:::image source="..." alt-text="...":::`.
Directive read_image_directive(std::string_view text);

// Alerts, `details`, `tabs`, `tab`, `steps` and `step`; `raw` and `v-pre` of VitePress.
bool is_known_block(std::string_view name);

// A title without the signs of Markdown, which it cannot show: "Use `x`" for "**Use** `x`" is "Use x".
std::string plain_label(std::string_view markdown);

// The kinds of alert there are: "note", "tip" and so on.
bool is_alert_name(std::string_view lower_case_name);

}  // namespace indexer
