#include "indexer/markdown/markdown_html.h"

#include <algorithm>

#include "indexer/markdown/directive.h"
#include "indexer/markdown/tabs.h"
#include "kb/text/html.h"

namespace indexer {
namespace {

const Words& english() {
  static const Words words = {{"note", "Note"},
                              {"tip", "Tip"},
                              {"important", "Important"},
                              {"warning", "Warning"},
                              {"caution", "Caution"},
                              {"info", "Info"},
                              {"danger", "Danger"},
                              {"todo", "To do"},
                              {"done", "Done"},
                              {"table", "Table"},
                              {"back", "Back to the text"},
                              {"details", "Details"},
                              {"variants", "Choose your device or version"},
                              {"transcript", "Transcript"}};
  return words;
}

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : " " + std::string(name) + "=\"" + kb::escape_html(value) + "\"";
}

// The parser would put a sign of its own in the place of control bytes.
std::string escape_url(std::string_view url) {
  std::string out;
  for (const char c : kb::escape_html(url)) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
    out += is_control ? "&#" + std::to_string(c) + ";" : std::string(1, c);
  }
  return out;
}

class Renderer {
 public:
  Renderer(const SourceText& source, const Words& words) : source_(&source), words_(&words) {}

  void block(const MarkdownNode& node, bool is_tight = false) {
    switch (node.type) {
      case NodeType::paragraph:
        return paragraph(node, is_tight);
      case NodeType::heading:
        return heading(node);
      case NodeType::block_quote:
        return blocks("blockquote", node);
      case NodeType::list:
        return list(node);
      case NodeType::code_block:
        return code_block(node);
      case NodeType::html_block:
        return raw(node);
      case NodeType::thematic_break:
        return write("<hr>\n");
      case NodeType::table:
        return table(node);
      case NodeType::footnote:
        return footnote(node);
      case NodeType::container:
        return container(node);
      default:
        return children(node);
    }
  }

  UnsafeHtml take() {
    if (footnotes_ > 0) write("</ol>\n</section>\n");
    return std::move(out_);
  }

 private:
  void write(std::string_view html) { out_.html += html; }
  void text(std::string_view words) { out_.html += kb::escape_html(words); }

  void children(const MarkdownNode& node) {
    for (const MarkdownNode& child : node.children) block(child);
  }

  void inlines(const MarkdownNode& node) {
    for (const MarkdownNode& child : node.children) inline_node(child);
  }

  void element(std::string_view tag, const MarkdownNode& node) {
    write("<" + std::string(tag) + ">");
    inlines(node);
    write("</" + std::string(tag) + ">");
  }

  void blocks(std::string_view tag, const MarkdownNode& node) {
    write("<" + std::string(tag) + ">\n");
    children(node);
    write("</" + std::string(tag) + ">\n");
  }

  void paragraph(const MarkdownNode& node, bool is_tight) {
    if (is_tight) return inlines(node);
    element("p", node);
    write("\n");
  }

  void heading(const MarkdownNode& node) {
    const std::string tag = "h" + std::to_string(node.number);
    begin_piece(node);
    write("<" + tag + attribute("id", node.info) + ">");
    end_piece();
    inlines(node);
    write("</" + tag + ">\n");
  }

  void list(const MarkdownNode& node) {
    const std::string tag = node.ordered ? "ol" : "ul";
    const bool has_start = node.ordered && node.number != 1;
    write("<" + tag + (has_start ? " start=\"" + std::to_string(node.number) + "\"" : "") + ">\n");
    for (const MarkdownNode& item : node.children) list_item(item, node.tight);
    write("</" + tag + ">\n");
  }

  void list_item(const MarkdownNode& item, bool is_tight) {
    write(item.task == Task::none ? "<li>" : "<li class=\"task\">");
    if (item.task != Task::none) {
      const bool is_done = item.task == Task::done;
      write("<input type=\"checkbox\" disabled" +
            attribute("aria-label", word(*words_, is_done ? "done" : "todo")) +
            (is_done ? " checked> " : "> "));
    }
    for (const MarkdownNode& child : item.children) {
      if (!is_tight || child.type != NodeType::paragraph) write("\n");
      block(child, is_tight);
    }
    write("</li>\n");
  }

  void code_block(const MarkdownNode& node) {
    const std::string language = node.info.substr(0, node.info.find_first_of(" \t\n{,"));
    write(language.empty() ? "<pre><code>" : "<pre><code" + attribute("class", "language-" + language) + ">");
    text(node.text);
    write("</code></pre>\n");
  }

  void table(const MarkdownNode& node) {
    write("<table>\n");
    bool has_body = false;
    for (const MarkdownNode& row : node.children) {
      if (row.is_header) write("<thead>\n");
      if (!row.is_header && !has_body) write("<tbody>\n");
      has_body = has_body || !row.is_header;
      table_row(row);
      if (row.is_header) write("</thead>\n");
    }
    write(has_body ? "</tbody>\n</table>\n" : "</table>\n");
  }

  void table_row(const MarkdownNode& row) {
    const std::string tag = row.is_header ? "th" : "td";
    write("<tr>\n");
    for (const MarkdownNode& cell : row.children) {
      write("<" + tag + attribute("class", cell.align) + ">");
      inlines(cell);
      write("</" + tag + ">\n");
    }
    write("</tr>\n");
  }

  void container(const MarkdownNode& node) {
    if (is_alert_name(node.text)) {
      alert(node);
    } else if (node.text == "details") {
      write(node.is_open ? "<details open>\n<summary>" : "<details>\n<summary>");
      write(kb::escape_html(node.info.empty() ? word(*words_, "details") : node.info) + "</summary>\n");
      children(node);
      write("</details>\n");
    } else if (node.text == "tabs") {
      tabs(node);
    } else if (node.text == "tab") {
      lone_tab(node);
    } else if (node.text == "steps") {
      steps(node);
    } else {
      plain_block(node);
    }
  }

  // Folded blocks work without scripts, unfold for a link or a search in the page, and are all printed.
  // page_shape gives them their names and ids.
  void tabs(const MarkdownNode& node) {
    write("<div class=\"tabs\" role=\"group\"" + attribute("aria-label", word(*words_, "variants")) + ">\n");
    int number = 0;
    for (const MarkdownNode& child : node.children) {
      if (!is_tab(child)) {
        block(child);
        continue;
      }
      ++number;
      write("<details class=\"tab\">\n<summary>");
      text(child.info.empty() ? std::to_string(number) : child.info);
      write("</summary>\n<div class=\"tab-text\">\n");
      children(child);
      write("</div>\n</details>\n");
    }
    write("</div>\n");
  }

  // One that has no others to choose from is not folded.
  void lone_tab(const MarkdownNode& node) {
    write("<div class=\"tab\">\n");
    if (!node.info.empty()) write("<p class=\"tab-label\">" + kb::escape_html(node.info) + "</p>\n");
    children(node);
    write("</div>\n");
  }

  void alert(const MarkdownNode& node) {
    const std::string title = node.info.empty() ? word(*words_, node.text) : node.info;
    write("<div class=\"alert " + node.text + "\" role=\"note\">\n");
    write("<p class=\"alert-title\">" + kb::escape_html(title) + "</p>\n");
    children(node);
    write("</div>\n");
  }

  // Blocks `:::step` become a list that counts them. Without any the content has a list of its own.
  void steps(const MarkdownNode& node) {
    bool in_list = false;
    for (const MarkdownNode& child : node.children) {
      const bool is_step = child.type == NodeType::container && child.text == "step";
      if (is_step != in_list) write(is_step ? "<ol>\n" : "</ol>\n");
      in_list = is_step;
      if (is_step) write("<li>\n");
      block(child);
      if (is_step) write("</li>\n");
    }
    if (in_list) write("</ol>\n");
  }

  // What only groups is left out, so that headings inside stay headings of the page.
  void plain_block(const MarkdownNode& node) {
    const bool is_box = !is_known_block(node.text);
    if (is_box) write("<div>\n");
    if (!node.info.empty()) write("<p><strong>" + kb::escape_html(node.info) + "</strong></p>\n");
    children(node);
    if (is_box) write("</div>\n");
  }

  void footnote(const MarkdownNode& node) {
    if (footnotes_ == 0) write("<section class=\"footnotes\">\n<ol>\n");
    const std::string number = std::to_string(++footnotes_);
    write("<li id=\"fn-" + number + "\">\n");
    for (const MarkdownNode& child : node.children) {
      const bool is_last = &child == &node.children.back();
      if (is_last && child.type == NodeType::paragraph) {
        write("<p>");
        inlines(child);
        write(" ");
        back_links(number);
        write("</p>\n");
      } else {
        block(child);
        if (is_last) back_links(number);
      }
    }
    write("</li>\n");
  }

  void back_links(const std::string& number) {
    for (int i = 1; i <= references_[number]; ++i) {
      write("<a href=\"#" + reference_id(number, i) + "\" class=\"footnote-backref\"" +
            attribute("aria-label", word(*words_, "back")) + ">\u21a9</a>");
    }
  }

  static std::string reference_id(const std::string& number, int use) {
    return "fnref-" + number + (use > 1 ? "-" + std::to_string(use) : "");
  }

  void inline_node(const MarkdownNode& node) {
    switch (node.type) {
      case NodeType::text:
        return text(node.text);
      case NodeType::soft_break:
        return write("\n");
      case NodeType::line_break:
        return write("<br>\n");
      case NodeType::code:
        return write("<code>" + kb::escape_html(node.text) + "</code>");
      case NodeType::html_inline:
        return raw(node);
      case NodeType::emphasis:
        return element("em", node);
      case NodeType::strong:
        return element("strong", node);
      case NodeType::strikethrough:
        return element("del", node);
      case NodeType::link:
        return link(node);
      case NodeType::image:
        return image(node);
      case NodeType::footnote_reference:
        return footnote_reference(node.text);
      default:
        return inlines(node);
    }
  }

  void link(const MarkdownNode& node) {
    begin_piece(node);
    write("<a href=\"" + escape_url(node.url) + "\"" + attribute("title", node.info) + ">");
    end_piece();
    inlines(node);
    write("</a>");
  }

  void image(const MarkdownNode& node) {
    begin_piece(node);
    write("<img src=\"" + escape_url(node.url) + "\" alt=\"" + kb::escape_html(plain_text(node)) + "\"" +
          attribute("title", node.info) + attribute("width", node.width) + attribute("height", node.height) +
          ">");
    end_piece();
  }

  void footnote_reference(const std::string& number) {
    const int use = ++references_[number];
    write("<sup class=\"footnote-ref\"><a href=\"#fn-" + number + "\" id=\"" + reference_id(number, use) +
          "\">" + kb::escape_html(number) + "</a></sup>");
  }

  void raw(const MarkdownNode& node) {
    begin_piece(node);
    out_.pieces.back().is_raw = true;
    // The text of a block begins with its indentation, its place does not.
    const std::size_t indentation = std::min(node.text.find_first_not_of(' '), node.text.size());
    out_.pieces.back().at.column -= static_cast<int>(indentation);
    write(node.text);
    end_piece();
  }

  void begin_piece(const MarkdownNode& node) {
    out_.pieces.push_back({out_.html.size(), 0, source_->position(node.line, node.column), false});
  }
  void end_piece() { out_.pieces.back().end = out_.html.size(); }

  const SourceText* source_;
  const Words* words_;
  UnsafeHtml out_;
  int footnotes_ = 0;
  std::map<std::string, int> references_;  // footnote's number -> its uses so far
};

}  // namespace

UnsafeHtml render_html(const MarkdownNode& document, const SourceText& source, const Words& words) {
  Renderer renderer(source, words);
  renderer.block(document);
  return renderer.take();
}

std::string word(const Words& words, const std::string& name) {
  const auto found = words.find(name);
  return found == words.end() ? english().at(name) : found->second;
}

}  // namespace indexer
