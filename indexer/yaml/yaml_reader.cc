#include "indexer/yaml/yaml_reader.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "kb/text/utf8.h"

namespace indexer {

namespace {

constexpr std::size_t kMaxDepth = 16;

// A place in the text as yaml-cpp counts it: from 0, columns in bytes.
struct Spot {
  int line = 0;
  int column = 0;
  std::size_t offset = 0;
};

Spot spot_of(const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  return {mark.line, mark.column, static_cast<std::size_t>(mark.pos)};
}

struct Problem {
  Spot at;
  std::string message;
};

// Whether the quote that opens at `begin` is closed.
bool is_terminated(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return true;
      ++i;
    }
  }
  return false;
}

// Builds the tree from yaml-cpp's events. Throws Problem at what cannot be kept.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, int first_line) : text_(text), first_line_(first_line) {}

  YamlNode root;
  std::vector<std::pair<Position, std::string>> duplicates;  // where, key

  Position position(Spot spot) const {
    const std::size_t begin = spot.offset - std::min(spot.offset, static_cast<std::size_t>(spot.column));
    const std::string_view before =
        text_.substr(std::min(begin, text_.size()), static_cast<std::size_t>(spot.column));
    return {first_line_ + spot.line, 1 + static_cast<int>(kb::length(before))};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      throw Problem{spot_of(mark), "a second YAML document begins here; only one is read"};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse(mark, "?", anchor);
    add(node(YamlNode::Kind::null, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw Problem{spot_of(mark), "YAML aliases (*name) are not accepted; write the value out"};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse(mark, tag, anchor);
    YamlNode scalar = node(YamlNode::Kind::scalar, mark);
    scalar.text = value;
    scalar.quoted = tag == "!";
    const Spot spot = spot_of(mark);
    const char first = spot.offset < text_.size() ? text_[spot.offset] : ' ';
    if (scalar.quoted && (first == '"' || first == '\'') && !is_terminated(text_, spot.offset)) {
      throw Problem{spot, fmt::format("the quote {} that begins here is never closed", first)};
    }
    add(std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Kind::list, mark, tag, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Kind::map, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    YamlNode node;
    std::optional<YamlEntry> entry;  // of a map: the key whose value comes next
    bool duplicate = false;
  };

  YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) const {
    YamlNode made;
    made.kind = kind;
    made.at = position(spot_of(mark));
    return made;
  }

  static void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) {
      throw Problem{spot_of(mark), "YAML anchors (&name) are not accepted; write the value out"};
    }
    if (tag != "?" && tag != "!")
      throw Problem{spot_of(mark), "YAML tags (!name) are not accepted; remove the tag"};
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse(mark, tag, anchor);
    if (stack_.size() >= kMaxDepth) {
      throw Problem{spot_of(mark), fmt::format("nested deeper than {} levels", kMaxDepth)};
    }
    const bool in_key = !stack_.empty() && stack_.back().node.is_map() && !stack_.back().entry;
    if (in_key) throw Problem{spot_of(mark), "a list or map cannot be a key; quote the text if it is one"};
    stack_.push_back({node(kind, mark), std::nullopt});
  }

  void close() {
    YamlNode done = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(done));
  }

  void add(YamlNode value) {
    if (stack_.empty()) {
      root = std::move(value);
      return;
    }
    Frame& top = stack_.back();
    if (top.node.is_list()) {
      top.node.items.push_back(std::move(value));
    } else if (!top.entry) {
      begin_entry(top, std::move(value));
    } else {
      top.entry->value = std::move(value);
      if (!top.duplicate) top.node.entries.push_back(std::move(*top.entry));
      top.entry.reset();
    }
  }

  void begin_entry(Frame& top, YamlNode key) {
    const auto& known = top.node.entries;
    top.duplicate =
        std::any_of(known.begin(), known.end(), [&](const YamlEntry& e) { return e.key == key.text; });
    if (top.duplicate) duplicates.emplace_back(key.at, key.text);
    top.entry = YamlEntry{std::move(key.text), key.at, {}};
  }

  std::string_view text_;
  int first_line_;
  int documents_ = 0;
  std::vector<Frame> stack_;
};

// What yaml-cpp calls it -> what a writer can do about it. `at`: the character it stopped at.
std::string explain(const std::string& message, char at) {
  const std::string wrong = "not valid YAML: ";
  if (at == '?') return wrong + "put the text in quotes; within [ ] and { } a '?' would end it";
  if (message == "illegal map value") return wrong + "put the text in quotes if it contains ': '";
  if (message == "unknown token") return wrong + "put the text in quotes, it begins with a special character";
  if (message == "illegal EOF in scalar") return "the quote that begins in this text is never closed";
  return wrong + message;
}

}  // namespace

std::optional<YamlNode> read_yaml(std::string_view text, int first_line, std::string_view rule,
                                  Diagnostics& diags) {
  TreeBuilder builder(text, first_line);
  try {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Problem& problem) {
    diags.report(rule, builder.position(problem.at), problem.message);
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const Spot spot = spot_of(error.mark);
    const char at = spot.offset < text.size() ? text[spot.offset] : ' ';
    diags.report(rule, builder.position(spot), explain(error.msg, at));
    return std::nullopt;
  }
  for (const auto& [at, key] : builder.duplicates) {
    diags.report("duplicate-key", at, fmt::format("'{}' is here a second time; only the first counts", key));
  }
  return std::move(builder.root);
}

}  // namespace indexer
