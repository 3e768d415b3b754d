// The words of a tag that a reader sees, and where it leads.
#pragma once

#include "indexer/tags/tag_rules.h"

namespace indexer {

// The label that a tag has: its title, and so on. Plain text. `rule` is that of the tag.
std::string tag_label(const Tag& tag, const TagRule& rule);

// Of a tab, the `number`th (from 0) of `tabs`, which may name it: `items={['npm', 'yarn']}`. nullptr: of
// none.
std::string tab_label(const Tag& tab, const Tag* tabs, std::size_t number);

// What it says below its label, "" when it says nothing.
std::string tag_text(const Tag& tag);

// Where its link or image leads, "" when it has none.
std::string tag_target(const Tag& tag);

// The same of a component that is not known, where it is certain to be a link or an image.
std::string link_of_unknown(const Tag& tag);
std::string image_of_unknown(const Tag& tag);

// Who is quoted, and where: "Ada, Notes" of Hexo's `{% blockquote Ada, Notes %}`; "" when it does not say.
std::string quote_source(const Tag& tag);

// The line that opens its block in our dialect, such as ":::note Title".
std::string box_line(const TagRule& rule, const std::string& label);

// Of the code inside: "js" of `{% highlight js %}`. A tab of code has that of its tabs.
std::string code_language(const Tag& tag, const TagRule& rule, const Tag* parent);

}  // namespace indexer
