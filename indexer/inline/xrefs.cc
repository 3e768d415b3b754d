#include "indexer/inline/xrefs.h"

#include "indexer/lines/inline_text.h"
#include "indexer/lines/markdown_words.h"
#include "kb/text/ascii.h"
#include "kb/text/percent.h"

namespace indexer {
namespace {

constexpr std::size_t kLongestUid = 300;

// One reference as written.
struct Xref {
  std::string_view uid;  // "" when there is none
  std::size_t size = 0;
};

// What stands between `open` and `close` behind it, without the query that says how it is to be shown.
Xref between(std::string_view rest, std::string_view open, std::string_view close) {
  if (!rest.starts_with(open)) return {};
  const std::string_view reach = rest.substr(0, kLongestUid);
  const std::size_t end = reach.find_first_of(std::string(close) + " \t", open.size());
  if (end == std::string_view::npos || !reach.substr(end).starts_with(close)) return {};
  const std::string_view inside = rest.substr(open.size(), end - open.size());
  return {inside.substr(0, inside.find_first_of("?#")), end + close.size()};
}

// `@uid`: letters, digits and signs between them.
Xref bare(std::string_view rest, std::string_view before) {
  if (rest.size() < 2 || rest.front() != '@' || !kb::is_letter(rest[1])) return {};
  if (!before.empty() && (kb::is_alnum(before.back()) || before.back() == '.')) return {};
  std::size_t end = 1;
  while (end < std::min(rest.size(), kLongestUid) &&
         (kb::is_alnum(rest[end]) || std::string_view("._-").find(rest[end]) != std::string_view::npos))
    ++end;
  while (!kb::is_alnum(rest[end - 1])) --end;
  return {rest.substr(1, end - 1), end};
}

class XrefReader {
 public:
  explicit XrefReader(const DialectContext& context) : context_(&context) {}

  std::optional<Replacement> read(std::string_view rest, std::string_view before) {
    if (const Xref target = between(rest, "](xref:", ")"); target.size > 0) {
      const auto found = find(target.uid);
      return found ? std::optional(Replacement{target.size, "](" + address(*found) + ")"}) : std::nullopt;
    }
    if (const Xref whole = between(rest, "<xref:", ">"); whole.size > 0) {
      const auto found = find(whole.uid);
      is_missing_ = is_missing_ || !found;
      return Replacement{
          whole.size, found ? link(*found, whole.uid) : "`" + kb::percent_decode_leniently(whole.uid) + "`"};
    }
    const Xref quoted = between(rest, "@\"", "\"");
    const Xref named = quoted.size > 0 ? quoted : bare(rest, before);
    const auto found = named.size > 0 ? find(named.uid) : std::nullopt;
    return found ? std::optional(Replacement{named.size, link(*found, named.uid)}) : std::nullopt;
  }

  bool is_missing() const { return is_missing_; }

 private:
  std::optional<NamedArticle> find(std::string_view uid) const {
    return context_->by_uid ? context_->by_uid(kb::percent_decode_leniently(uid)) : std::nullopt;
  }
  static std::string address(const NamedArticle& found) { return "/" + kb::percent_encode(found.path, "/"); }
  static std::string link(const NamedArticle& found, std::string_view uid) {
    return "[" + escape_words(found.title.empty() ? uid : found.title) + "](" + address(found) + ")";
  }

  const DialectContext* context_;
  bool is_missing_ = false;  // one led nowhere
};

}  // namespace

void read_xrefs(Lines& lines, const DialectContext& context, RuleFindings& unknown) {
  for (Line& line : lines) {
    const bool may_hold_one =
        line.text.find("xref:") != std::string::npos || line.text.find('@') != std::string::npos;
    if (line.kind != LineKind::text || !may_hold_one) continue;
    const std::string text = line.text;
    XrefReader reader(context);
    line.rewrite(rewrite_prose(
        text, [&](std::string_view rest, std::string_view before) { return reader.read(rest, before); }));
    if (reader.is_missing())
      unknown.add("references by uid lead to no article; the uid is shown", {line.number, 1});
  }
}

}  // namespace indexer
