// One tag of a template language, wherever it stands: Liquid and GitBook `{% hint style="info" %}`, Hugo
// `{{< note >}}` and `{{% note %}}`, MDX `<Note title="x">`, mdBook `{{#tab name="x"}}`.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

enum class TagStyle { liquid, shortcode, component, element };  // element: of HTML, as MDX reads it
enum class TagForm { open, close, alone };                      // alone: `<Icon />`

struct TagAttribute {
  std::string name;  // "" for a value without one
  std::string value;
  bool is_code = false;  // `items={[1, 2]}`: what stands between the braces
};

struct Tag {
  TagStyle style = TagStyle::liquid;
  TagForm form = TagForm::open;
  std::string name;  // of a closing tag that of the opening one; "" for `<>`
  std::vector<TagAttribute> attributes;
  std::size_t size = 0;  // bytes as written

  // Of the first of these names that has a value which is text, "" when none has.
  std::string value(std::initializer_list<std::string_view> names) const;
  // The values without a name, in order.
  std::vector<std::string> positional() const;
  const TagAttribute* find(std::string_view attribute) const;
};

// The tag that `rest` begins with. nullopt when there is none, or when it does not end in `rest`. Components
// begin with a capital letter; `<div style={{...}}>` is none.
std::optional<Tag> read_tag(std::string_view rest);

// The same for an HTML element such as `<div>`, whose attributes may hold code. nullopt for others.
std::optional<Tag> read_element(std::string_view rest);

// The element as HTML, without the attributes that are code.
std::string element_html(const Tag& tag);

// The file that code names: "/a.png" of `useBaseUrl('/a.png')`, `require("./a.png").default` and
// `{light: useBaseUrl('/a.png'), ...}`; "" when it names none.
std::string file_in_code(std::string_view code);

// Of an HTML element with attributes in braces, which Markdown does not know: the same with those that are
// text only. nullopt for others.
std::optional<std::string> html_without_code(std::string_view rest, std::size_t& size);

// Whether a tag may begin here; it may end on a later line.
bool may_begin_tag(std::string_view rest);

}  // namespace indexer
