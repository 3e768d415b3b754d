#include "tests/http/xml.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace http_test {

namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Xml document() {
    if (rest().starts_with("<?xml ")) take_to("?>");
    skip_blanks();
    Xml root = element();
    skip_blanks();
    if (at_ != text_.size()) fail("something after the root");
    return root;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(what + " at byte " + std::to_string(at_) + ": " +
                             std::string(rest().substr(0, 40)));
  }
  std::string_view rest() const { return text_.substr(at_); }

  void expect(std::string_view token) {
    if (!rest().starts_with(token)) fail("expected " + std::string(token));
    at_ += token.size();
  }
  void skip_blanks() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  std::string take_to(std::string_view end) {
    const auto length = rest().find(end);
    if (length == std::string_view::npos) fail("no " + std::string(end));
    std::string out(rest().substr(0, length));
    at_ += length + end.size();
    return out;
  }
  std::string name() {
    const auto length = std::min(rest().find_first_of(" \t\r\n=/><\"'&"), rest().size());
    if (length == 0) fail("no name");
    std::string out(rest().substr(0, length));
    at_ += length;
    return out;
  }

  // Text with its entities resolved, up to and without `end`.
  std::string content(char end) {
    std::string out;
    while (at_ < text_.size() && text_[at_] != end) {
      const char c = text_[at_];
      if (c == '<') fail("a bare <");
      if (static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r') fail("a control");
      if (c == '&') {
        out += entity();
      } else {
        out += c;
        ++at_;
      }
    }
    if (at_ == text_.size()) fail("unfinished");
    return out;
  }
  char entity() {
    static const std::vector<std::pair<std::string, char>> kEntities{
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (const auto& [written, meant] : kEntities) {
      if (!rest().starts_with(written)) continue;
      at_ += written.size();
      return meant;
    }
    fail("an unknown entity");
  }

  void attribute(Xml& to) {
    const std::string key = name();
    expect("=\"");
    if (!to.attributes.emplace(key, content('"')).second) fail("a second " + key);
    expect("\"");
  }
  Xml element() {
    expect("<");
    Xml xml;
    xml.name = name();
    for (skip_blanks(); !rest().starts_with(">") && !rest().starts_with("/>"); skip_blanks()) attribute(xml);
    if (rest().starts_with("/>")) {
      expect("/>");
      return xml;
    }
    expect(">");
    for (xml.text += content('<'); !rest().starts_with("</"); xml.text += content('<'))
      xml.children.push_back(element());
    expect("</" + xml.name);
    skip_blanks();
    expect(">");
    return xml;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<const Xml*> Xml::all(std::string_view wanted) const {
  std::vector<const Xml*> list;
  for (const Xml& child : children) {
    if (child.name == wanted) list.push_back(&child);
  }
  return list;
}

std::string Xml::text_of(std::string_view wanted) const {
  const auto list = all(wanted);
  return list.empty() ? "" : list.front()->text;
}

Xml parse_xml(std::string_view text) { return Reader(text).document(); }

}  // namespace http_test
