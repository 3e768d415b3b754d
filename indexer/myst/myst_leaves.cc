#include "indexer/myst/myst_leaves.h"

#include <algorithm>
#include <charconv>

#include "indexer/lines/markdown_words.h"
#include "indexer/myst/myst_tables.h"
#include "indexer/tags/attribute_list.h"
#include "kb/text/ascii.h"
#include "kb/text/percent.h"

namespace indexer {
namespace {

std::string_view first_of(std::string_view words) {
  return words.substr(0, words.find_first_of(kb::kBlanks));
}

std::string language_name(std::string_view argument) {
  std::string name(first_of(argument));
  std::erase_if(name, [](char c) {
    return !kb::is_alnum(c) && std::string_view("+-_#.").find(c) == std::string_view::npos;
  });
  return name == "ipython3" || name == "ipython" ? "python" : name;
}

// "python" for `{code-block} python` and for `{python}`.
std::string language_of_code(const MystDirective& directive) {
  constexpr std::string_view kPlain[] = {"parsed-literal", "prompt", "testoutput"};
  if (std::find(std::begin(kPlain), std::end(kPlain), directive.name) != std::end(kPlain)) return "";
  if (directive.name == "jupyter-execute" || directive.name == "testcode" || directive.name == "doctest")
    return "python";
  if (myst_action(directive.name) == MystAction::unknown) return "";
  const bool names_itself = directive.argument.empty() && directive.name.find("code") == std::string::npos;
  return language_name(names_itself ? directive.name : directive.argument);
}

void write_code(const std::string& language, const Lines& body, LineWriter& writer) {
  std::size_t ticks = 2;
  for (const Line& line : body) ticks = std::max(ticks, longest_backticks(line.text));
  const std::string fence(ticks + 1, '`');
  writer.line(fence + language);
  for (const Line& line : body) {
    writer.begin(line, writer.prefix());
    writer.line(line.text);
  }
  writer.line(fence);
}

void write_caption(const MystDirective& directive, LineWriter& writer) {
  writer.paragraph(strong_words(directive.option("caption")));
}

bool is_hidden_cell(const MystDirective& directive) {
  const std::string tags = directive.option("tags");
  return tags.find("remove-cell") != std::string::npos || tags.find("remove-input") != std::string::npos ||
         tags.find("remove_cell") != std::string::npos || tags.find("remove_input") != std::string::npos;
}

void write_code_tab(const MystDirective& directive, const Lines& body, LineWriter& writer) {
  const std::string_view language = first_of(directive.argument);
  std::string label(kb::trim(std::string_view(directive.argument).substr(language.size())));
  if (label.empty()) label = language;
  writer.block_line(":::tab " + label);
  write_code(language_name(language), body, writer);
  writer.block_line(":::");
}

// The first of several lines that `:start-line:` skips is line 1 here.
std::string line_range(const MystDirective& directive) {
  if (directive.has("lines")) return directive.option("lines");
  const std::string start = directive.option("start-line");
  const std::string end = directive.option("end-line");
  if (start.empty() && end.empty()) return "";
  int skipped = 0;
  std::from_chars(start.data(), start.data() + start.size(), skipped);
  return std::to_string(std::max(skipped, 0) + 1) + ":" + end;
}

// DocFX's way to name a file and a part of it, which includes/ reads.
std::string include_target(const MystDirective& directive) {
  constexpr std::string_view kKept = "/:,";
  std::string target = kb::percent_encode(directive.argument, kKept);
  char sign = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    target += sign + std::string(name) + "=" + kb::percent_encode(value, kKept);
    sign = '&';
  };
  add("range", line_range(directive));
  for (const std::string_view name : {"start-after", "start-at", "end-before", "end-at"})
    add(name, directive.option(name));
  return target;
}

void write_include(const MystDirective& directive, LineWriter& writer, RuleFindings& unknown) {
  const Position at{writer.source().number, 1};
  if (directive.has("pyobject"))
    unknown.add("`:pyobject:` of an include is not read, the whole file is shown", at);
  const bool is_code =
      directive.action == MystAction::literal_include || directive.has("code") || directive.has("literal");
  write_caption(directive, writer);
  const std::string language =
      language_name(directive.has("language") ? directive.option("language") : directive.option("code"));
  const std::string name = !is_code ? "include " : language.empty() ? "code" : "code-" + language;
  writer.line("[!" + name + "[](" + include_target(directive) + ")]");
}

// Markdown reads ": " below a term as what it means.
void write_glossary(const Lines& body, LineWriter& writer) {
  bool after_term = false;
  for (const Line& line : body) {
    writer.begin(line, writer.prefix());
    const std::string_view text = kb::trim(line.text);
    const bool is_term = indentation(line.text) == 0;
    if (text.empty() || is_term) {
      writer.line(text);
    } else {
      writer.line((after_term ? ": " : "  ") + std::string(text));
    }
    after_term = is_term && !text.empty() && !text.starts_with(':');
  }
}

void write_button(const MystDirective& directive, const Lines& body, LineWriter& writer) {
  const std::string text = kb::on_one_line(join_lines(body));
  const std::string type = directive.name == "button-link" ? "url" : directive.option("ref-type");
  writer.paragraph(myst_link(text, directive.argument, type.empty() ? "ref" : type));
}

void write_film(const MystDirective& directive, LineWriter& writer) {
  const bool is_youtube = directive.name == "youtube";
  writer.paragraph(is_youtube ? "{{< youtube " + std::string(first_of(directive.argument)) + " >}}"
                              : link_words(directive.option("title"), directive.argument));
}

void write_diagram(const MystDirective& directive, const Lines& body, LineWriter& writer,
                   RuleFindings& unknown) {
  if (body.empty() && !directive.argument.empty()) {
    MystDirective file = directive;
    file.action = MystAction::literal_include;
    return write_include(file, writer, unknown);
  }
  write_caption(directive, writer);
  writer.paragraph(strong_words(directive.argument));
  if (directive.name != "mermaid") {
    unknown.add("a diagram of `{" + directive.name + "}` is shown as its source",
                {writer.source().number, 1});
  }
  write_code(directive.name, body, writer);
}

void write_math(const MystDirective& directive, Lines body, LineWriter& writer) {
  if (!directive.argument.empty()) {
    Line first = writer.source();
    first.rewrite(directive.argument);
    body.insert(body.begin(), std::move(first));
  }
  write_code("math", body, writer);
}

bool write_table_lines(const std::vector<std::string>& lines, LineWriter& writer) {
  writer.gap();
  for (const std::string& line : lines) writer.line(line);
  writer.gap();
  return true;
}

void write_csv(const MystDirective& directive, const Lines& body, LineWriter& writer, RuleFindings& unknown) {
  const Position at{writer.source().number, 1};
  const std::vector<std::string> lines = myst_csv_table(directive, body);
  const std::string file = directive.has("file") ? directive.option("file") : directive.option("url");
  if (!file.empty()) {
    unknown.add("a `{csv-table}` of a file becomes a link to the file", at);
    writer.paragraph(link_words("", file));
  }
  if (!lines.empty()) {
    write_table_lines(lines, writer);
  } else if (!body.empty()) {
    unknown.add("a `{csv-table}` cannot be read and is shown as its source", at);
    write_code("csv", body, writer);
  }
}

}  // namespace

std::string myst_image(const MystDirective& directive) {
  if (directive.argument.empty()) return "";
  std::string image =
      "![" + escape_words(directive.option("alt")) + "](" + link_target_words(directive.argument) + ")";
  const std::string width = pixels(directive.option("width"));
  if (!width.empty()) image += "{ width=" + width + " }";
  const std::string target = directive.option("target");
  return target.empty() ? image : "[" + image + "](" + link_target_words(target) + ")";
}

std::vector<std::string> myst_card_images(const MystDirective& directive) {
  std::vector<std::string> images;
  for (const std::string_view place : {"img-top", "img-background", "img-bottom"}) {
    MystDirective image;
    image.argument = directive.option(place);
    image.options["alt"] = directive.option("img-alt");
    if (!image.argument.empty()) images.push_back(myst_image(image));
  }
  return images;
}

std::string myst_version(const MystDirective& directive) {
  const std::string_view argument = directive.argument;
  const std::string_view version = argument.substr(0, argument.find_first_of(kb::kBlanks));
  const std::string_view rest = kb::trim(argument.substr(version.size()));
  const std::string_view what = directive.name == "versionadded"     ? "Added in version "
                                : directive.name == "versionchanged" ? "Changed in version "
                                : directive.name == "deprecated"     ? "Deprecated since version "
                                                                     : "Removed in version ";
  const std::string words = strong_words(std::string(what) + std::string(version));
  return rest.empty() ? words : words + ": " + std::string(rest);
}

std::string myst_link(std::string_view text, const std::string& target, std::string_view type) {
  if (target.empty()) return std::string(text);
  if (type != "ref" && type != "any" && type != "myst") return link_words(text, target);
  if (target.find('`') != std::string::npos) return escape_words(text);
  std::string words(text);
  std::erase(words, '`');
  return "{ref}`" + (words.empty() ? target : words + " <" + target + ">") + "`";
}

bool write_myst_leaf(const MystDirective& directive, const Lines& body, LineWriter& writer,
                     RuleFindings& unknown) {
  switch (directive.action) {
    case MystAction::code:
      if (is_hidden_cell(directive)) break;
      write_caption(directive, writer);
      write_code(language_of_code(directive), body, writer);
      break;
    case MystAction::code_tab:
      write_code_tab(directive, body, writer);
      break;
    case MystAction::diagram:
      write_diagram(directive, body, writer, unknown);
      break;
    case MystAction::math:
      write_math(directive, body, writer);
      break;
    case MystAction::image:
      writer.paragraph(myst_image(directive));
      break;
    case MystAction::film:
      write_film(directive, writer);
      break;
    case MystAction::button:
      write_button(directive, body, writer);
      break;
    case MystAction::include:
    case MystAction::literal_include:
      write_include(directive, writer, unknown);
      break;
    case MystAction::list_table:
      writer.paragraph(strong_words(directive.argument));
      if (const auto lines = myst_list_table(directive, body)) return write_table_lines(*lines, writer);
      return false;
    case MystAction::csv_table:
      writer.paragraph(strong_words(directive.argument));
      write_csv(directive, body, writer, unknown);
      break;
    case MystAction::glossary:
      write_glossary(body, writer);
      break;
    case MystAction::raw:
      unknown.add("the text of `{" + directive.name + "}` is for another program and is left out",
                  {writer.source().number, 1});
      break;
    default:
      break;
  }
  return true;
}

}  // namespace indexer
