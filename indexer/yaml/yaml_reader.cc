#include "indexer/yaml/yaml_reader.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "indexer/yaml/question_marks.h"
#include "indexer/yaml/yaml_advice.h"
#include "kb/text/ascii.h"
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

bool is_bracket(char c) { return c == '[' || c == '{'; }

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
  std::vector<std::pair<Position, std::string>> comments;    // where, its first word: "#5" of `Ticket #5`

  // Places in a long line are asked for in order, so each counts on from the one before.
  Position position(Spot spot) {
    if (spot.line != counted_.line || spot.column < counted_.column) {
      counted_ = {spot.line, 0, 0};
      characters_ = 0;
    }
    const std::size_t begin = spot.offset - std::min(spot.offset, static_cast<std::size_t>(spot.column));
    const auto from = std::min(begin + static_cast<std::size_t>(counted_.column), text_.size());
    characters_ += static_cast<int>(
        kb::length(text_.substr(from, static_cast<std::size_t>(spot.column - counted_.column))));
    counted_ = spot;
    return {first_line_ + spot.line, 1 + characters_};
  }

  // The innermost bracket that is open.
  std::optional<Spot> open_bracket() const {
    for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame) {
      if (is_bracket(character(frame->at))) return frame->at;
    }
    return std::nullopt;
  }
  char character(Spot spot) const { return spot.offset < text_.size() ? text_[spot.offset] : ' '; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0)
      throw Problem{spot_of(mark), "a second YAML document begins here; only one is read"};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse(mark, "?", anchor);
    const bool is_value = !stack_.empty() && stack_.back().entry;
    if (is_value && text_.substr(plain_end_).starts_with(':')) note_comment(plain_at_, plain_end_ + 1);
    add(node(YamlNode::Kind::null, mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw Problem{spot_of(mark),
                  "YAML aliases (*name) are not accepted; write the value out, or put the text in quotes"};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse(mark, tag, anchor);
    YamlNode scalar = node(YamlNode::Kind::scalar, mark);
    scalar.text = show_question_marks(value);
    scalar.quoted = tag == "!";
    const Spot spot = spot_of(mark);
    const char first = character(spot);
    if (scalar.quoted && (first == '"' || first == '\'') && !is_terminated(text_, spot.offset)) {
      throw Problem{spot, fmt::format("the quote {} that begins here is never closed", first)};
    }
    plain_at_ = spot;
    plain_end_ = text_.size();
    if (!scalar.quoted && text_.substr(std::min(spot.offset, text_.size())).starts_with(scalar.text)) {
      plain_end_ = spot.offset + scalar.text.size();
      note_comment(spot, plain_end_);
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
    Spot at;
    std::optional<YamlEntry> entry = std::nullopt;  // of a map: the key whose value comes next
    std::set<std::string> keys{};                   // of a map
    bool duplicate = false;
  };

  YamlNode node(YamlNode::Kind kind, const YAML::Mark& mark) {
    YamlNode made;
    made.kind = kind;
    made.at = position(spot_of(mark));
    return made;
  }

  // A comment has a blank behind its #. Without one it may be the rest of a text: `Ticket #5 is open`.
  void note_comment(Spot line, std::size_t end) {
    const std::size_t hash = text_.find_first_not_of(kb::kBlanks, end);
    if (hash == std::string_view::npos || hash == end || hash + 1 >= text_.size()) return;
    if (text_[hash] != '#' || !kb::is_alnum(text_[hash + 1])) return;
    const std::size_t word_end = std::min(text_.find_first_of(kb::kSpaces, hash), text_.size());
    line.column += static_cast<int>(hash - line.offset);
    line.offset = hash;
    comments.emplace_back(position(line), text_.substr(hash, word_end - hash));
  }

  static void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) {
      throw Problem{spot_of(mark),
                    "YAML anchors (&name) are not accepted; write the value out, or put the text in quotes"};
    }
    if (tag != "?" && tag != "!")
      throw Problem{spot_of(mark),
                    "YAML tags (!name) are not accepted; remove the tag, or put the text in quotes"};
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse(mark, tag, anchor);
    if (stack_.size() >= kMaxDepth) {
      throw Problem{spot_of(mark), fmt::format("nested deeper than {} levels", kMaxDepth)};
    }
    const bool in_key = !stack_.empty() && stack_.back().node.is_map() && !stack_.back().entry;
    if (in_key) throw Problem{spot_of(mark), "a list or map cannot be a key; quote the text if it is one"};
    stack_.push_back({node(kind, mark), spot_of(mark)});
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
    top.duplicate = !top.keys.insert(key.text).second;
    if (top.duplicate) duplicates.emplace_back(key.at, key.text);
    top.entry = YamlEntry{std::move(key.text), key.at, {}};
  }

  std::string_view text_;
  int first_line_;
  int documents_ = 0;
  Spot counted_;               // the last place that was asked for
  int characters_ = 0;         // before it in its line
  Spot plain_at_;              // the last scalar
  std::size_t plain_end_ = 0;  // where it ends if it is plain and on one line, else the end of the text
  std::vector<Frame> stack_;
};

// Whether a tab stands before everything else in the line of `spot`.
bool is_indented_by_tab(std::string_view text, Spot spot) {
  const std::size_t begin = text.substr(0, spot.offset).rfind('\n') + 1;
  const std::size_t end = std::min(text.find_first_not_of(kb::kBlanks, begin), text.size());
  return end <= spot.offset && text.substr(begin, end - begin).find('\t') != std::string_view::npos;
}

Problem problem_of(const YAML::Exception& error, std::string_view text, const TreeBuilder& builder) {
  const Spot spot = spot_of(error.mark);
  if (error.msg == YAML::ErrorMsg::EOF_IN_SCALAR)
    return {spot, "the quote that begins in this text is never closed"};
  const bool is_in_brackets =
      error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
  const bool is_at_end = spot.line == 0 && spot.column == 0;  // yaml-cpp names no place there
  if (const auto bracket = builder.open_bracket(); is_in_brackets && bracket && is_at_end) {
    return {*bracket, fmt::format("the {} that begins here is never closed", builder.character(*bracket))};
  }
  const std::string_view advice = is_indented_by_tab(text, spot) ? kTabAdvice : yaml_advice(error.msg);
  return {spot, "not valid YAML: " + show_question_marks(std::string(advice))};
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::optional<YamlNode> read_yaml(std::string_view text, int first_line, std::string_view rule,
                                  FileFindings& findings) {
  TreeBuilder builder(text, first_line);
  try {
    std::istringstream in(hide_question_marks(text));
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Problem& problem) {
    findings.report(rule, builder.position(problem.at), problem.message);
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const Problem problem = problem_of(error, text, builder);
    findings.report(rule, builder.position(problem.at), problem.message);
    return std::nullopt;
  }
  for (const auto& [at, key] : builder.duplicates) {
    findings.report("duplicate-key", at,
                    fmt::format("'{}' is here a second time; only the first counts", key));
  }
  for (const auto& [at, word] : builder.comments) {
    findings.report(
        "yaml-comment", at,
        fmt::format(
            "'{}' begins a comment, which is left out; put the whole text in quotes if it belongs to it",
            word));
  }
  return std::move(builder.root);
}

}  // namespace indexer
