#include "kb/query/mail_lines.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kb/text/ascii.h"

namespace kb {

namespace {

constexpr std::size_t kLongestSignature = 8;  // lines

// In lower case, as all that follow. Labels of a quoted mail's header but its subject, which is asked.
constexpr auto kLabels = std::to_array<std::string_view>(
    {"from",      "sent",  "to",         "cc",          "bcc",    "date",    "reply-to", "von",
     "gesendet",  "an",    "kopie",      "datum",       "de",     "enviado", "enviada",  "enviado el",
     "para",      "fecha", "data",       "envoyé",      "a",      "da",      "inviato",  "van",
     "verzonden", "aan",   "importance", "attachments", "anlagen"});

// How a line begins and ends.
struct Shape {
  std::string_view begin;
  std::string_view end;
};

// "On Monday, Ann wrote:"
constexpr auto kAttributions = std::to_array<Shape>({{"on ", "wrote:"},
                                                     {"el ", "escribió:"},
                                                     {"le ", "a écrit :"},
                                                     {"le ", "a écrit:"},
                                                     {"il ", "ha scritto:"},
                                                     {"em ", "escreveu:"}});
// The name stands behind the word: "Am Montag schrieb Ann:".
constexpr auto kWroteInside =
    std::to_array<Shape>({{"am ", " schrieb "}, {"op ", " schreef "}, {"op ", " heeft "}});

// What telephones and mail programs sign with.
constexpr auto kDevices = std::to_array<Shape>({{"sent from my ", ""},
                                                {"sent from mail for ", ""},
                                                {"sent from outlook", ""},
                                                {"get outlook for ", ""},
                                                {"von meinem ", " gesendet"},
                                                {"gesendet von meinem ", ""},
                                                {"gesendet von outlook", ""},
                                                {"diese nachricht wurde von meinem ", " gesendet."},
                                                {"enviado desde mi ", ""},
                                                {"enviado do meu ", ""},
                                                {"envoyé de mon ", ""},
                                                {"inviato da ", ""},
                                                {"inviato dal mio ", ""},
                                                {"verstuurd vanaf mijn ", ""},
                                                {"verzonden vanaf mijn ", ""}});
constexpr std::size_t kLongestDevice = 60;  // bytes

bool has_shape(std::string_view lower, const auto& shapes) {
  return std::any_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
    return lower.starts_with(shape.begin) && lower.ends_with(shape.end);
  });
}

std::string_view without_quote_marks(std::string_view line) {
  std::string_view rest = trim(line);
  while (rest.starts_with(">")) rest = trim(rest.substr(1));
  return rest;
}

bool is_labelled(std::string_view lower) {
  const std::size_t colon = lower.find(':');
  if (colon == std::string_view::npos || colon > 20) return false;
  std::string_view label = trim(lower.substr(0, colon));
  while (label.starts_with("*")) label.remove_prefix(1);
  return std::find(kLabels.begin(), kLabels.end(), label) != kLabels.end();
}

bool is_attribution(std::string_view lower) {
  if (has_shape(lower, kAttributions)) return true;
  return lower.ends_with(":") &&
         std::any_of(kWroteInside.begin(), kWroteInside.end(), [&](const Shape& shape) {
           return lower.starts_with(shape.begin) && lower.find(shape.end) != std::string_view::npos;
         });
}

// "-----Original Message-----", "________________"
bool is_rule(std::string_view line) {
  return line.size() > 4 && (line.starts_with("---") || line.starts_with("___")) &&
         (line.ends_with("---") || line.ends_with("___"));
}

bool is_of_device(std::string_view lower) {
  return lower.size() <= kLongestDevice && has_shape(lower, kDevices);
}

struct Line {
  std::string_view text;  // without its quote marks
  std::string lower;
  bool quoted = false;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view bare = without_quote_marks(line);
    lines.push_back({bare, to_lower(bare), trim(line).starts_with(">")});
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::string without_mail_lines(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  std::vector<bool> kept(lines.size(), true);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (is_rule(line.text) || is_attribution(line.lower) || is_of_device(line.lower)) kept[i] = false;
    // One line with a label may say anything: "To: do".
    if (i > 0 && is_labelled(line.lower) && is_labelled(lines[i - 1].lower)) kept[i] = kept[i - 1] = false;
    if (line.text != "--") continue;
    for (std::size_t at = i; at < lines.size() && at <= i + kLongestSignature; ++at) {
      if (at > i && (lines[at].text.empty() || lines[at].quoted != line.quoted)) break;
      kept[at] = false;
    }
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (kept[i]) out.append(out.empty() ? "" : "\n").append(lines[i].text);
  return trim(out).empty() ? std::string(text) : out;
}

}  // namespace kb
