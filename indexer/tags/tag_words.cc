#include "indexer/tags/tag_words.h"

#include <algorithm>
#include <map>

#include "indexer/lines/lines.h"
#include "indexer/lines/markdown_words.h"
#include "indexer/tags/code_values.h"
#include "indexer/tags/tag_labels.h"

namespace indexer {
namespace {

using Shown = std::vector<std::string>;

void add_paragraph(Shown& shown, std::string text) {
  if (text.empty()) return;
  if (!shown.empty()) shown.emplace_back();
  shown.push_back(std::move(text));
}

Shown card(const Tag& tag, const std::string& label, const std::string& target) {
  Shown shown;
  add_paragraph(shown, strong_link_words(label, target));
  const std::string text = tag_text(tag);
  if (text != label) add_paragraph(shown, escape_words(text));
  return shown;
}

Shown unknown(const Tag& tag, const std::string& label) {
  const std::string image = image_of_unknown(tag);
  if (image.empty()) return card(tag, label, link_of_unknown(tag));
  const std::string alt = tag.value({"alt"});
  Shown shown{"![" + escape_words(alt.empty() ? label : alt) + "](" + link_target_words(image) + ")"};
  for (std::string& line : card(tag, label, link_of_unknown(tag))) add_paragraph(shown, std::move(line));
  return shown;
}

// `<Code code="npm i" lang="sh" title="a.sh" />`
Shown listing(const Tag& tag, const std::string& label) {
  const TagAttribute* code = tag.find("code");
  Shown shown;
  add_paragraph(shown, strong_words(label));
  if (code == nullptr || code->is_code) return shown;
  const std::string fence(std::max<std::size_t>(longest_backticks(code->value), 2) + 1, '`');
  add_paragraph(shown, fence + tag.value({"lang", "language"}));
  for (Line& line : split_lines(code->value, 1)) shown.push_back(std::move(line.text));
  shown.push_back(fence);
  return shown;
}

// `<TypeTable type={{size: {type: 'number', description: 'In pixels', default: '10'}}} />`
Shown fields(const Tag& tag) {
  struct Field {
    std::string name;
    std::map<std::string, std::string, std::less<>> values;
  };
  std::vector<Field> all;
  const TagAttribute* type = tag.find("type");
  for (CodeValue& value : code_values(type == nullptr || !type->is_code ? "" : type->value)) {
    if (value.path.size() != 2) continue;
    if (all.empty() || all.back().name != value.path[0]) all.push_back({value.path[0], {}});
    all.back().values.insert_or_assign(value.path[1], std::move(value.text));
  }
  Shown shown;
  for (Field& field : all) {
    Tag named;
    named.name = "Field";
    named.attributes.push_back({"name", field.name, false});
    for (const auto& [key, text] : field.values) named.attributes.push_back({key, text, false});
    const std::string& text = field.values["description"];
    shown.push_back("- " + strong_words(tag_label(named, {TagRole::label, ""})) +
                    (text.empty() ? "" : ": " + escape_words(text)));
  }
  return shown;
}

}  // namespace

std::string image_words(const Tag& tag, const std::string& label) {
  const std::string target = tag_target(tag);
  return target.empty() ? escape_words(label)
                        : "![" + escape_words(label) + "](" + link_target_words(target) + ")";
}

std::vector<std::string> shown_lines(const Tag& tag, const TagRule& rule) {
  const std::string label = tag_label(tag, rule);
  switch (rule.role) {
    case TagRole::card:
      return card(tag, label, tag_target(tag));
    case TagRole::listing:
      return listing(tag, label);
    case TagRole::fields:
      return fields(tag);
    default:
      return unknown(tag, label);
  }
}

std::string tip_words(const Tag& tag) {
  std::string words = escape_words(tag.value({"tip"}));
  if (const std::string target = tag.value({"href"}); !target.empty())
    words += (words.empty() ? "" : ", ") + link_words(tag.value({"cta"}), target);
  return words.empty() ? "" : " (" + words + ")";
}

}  // namespace indexer
