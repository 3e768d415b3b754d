#include "indexer/myst/myst_labels.h"

#include <algorithm>
#include <vector>

#include "kb/text/ascii.h"
#include "kb/text/slug.h"

namespace indexer {
namespace {

std::string label_key(std::string_view label) {
  std::string key = kb::to_lower(kb::on_one_line(label));
  std::replace(key.begin(), key.end(), '_', '-');
  std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

// "price" of `(price)=`, "" for any other line.
std::string_view label_of(std::string_view line) {
  line = kb::trim(line.substr(content_start(line)));
  if (!line.starts_with('(') || !line.ends_with(")=")) return {};
  const std::string_view label = line.substr(1, line.size() - 3);
  return label.find_first_of("()") == std::string_view::npos ? kb::trim(label) : std::string_view{};
}

// The words of `## Heading`, "" for any other line.
std::string_view heading_of(const Line& line) {
  if (line.kind != LineKind::text) return {};
  const std::string_view content = std::string_view(line.text).substr(content_start(line.text));
  const std::size_t level = std::min(content.find_first_not_of('#'), content.size());
  if (level == 0 || level > 6 || !content.substr(level).starts_with(' ')) return {};
  return kb::trim(kb::trim_end(kb::trim(content.substr(level)), "#"));
}

// What may come out otherwise than it is written has no id that we could know here.
bool is_plain_heading(std::string_view words) {
  return words.find_first_of("[]<_\\&$:=^~{") == std::string_view::npos;
}

MystPlace place_of(std::string_view heading, const std::function<std::string(std::string_view)>& plain) {
  const std::size_t id = heading.ends_with('}') ? heading.rfind("{#") : std::string_view::npos;
  MystPlace place;
  if (id != std::string_view::npos) place.id = heading.substr(id + 2, heading.size() - id - 3);
  std::string words = plain(kb::trim(heading.substr(0, id)));
  if (place.id.empty() && is_plain_heading(words)) place.id = kb::heading_slug(words);
  std::erase_if(words, [](char c) { return c == '*' || c == '`'; });
  place.title = std::move(words);
  return place;
}

}  // namespace

MystLabels MystLabels::take(Lines& lines, const std::function<std::string(std::string_view)>& plain) {
  MystLabels labels;
  std::vector<std::string> waiting;  // for the heading below them
  std::map<std::string, int> seen;   // ids, of which only the first is what its heading says
  std::erase_if(lines, [&](const Line& line) {
    if (line.kind != LineKind::text) {
      waiting.clear();
      return false;
    }
    if (const std::string_view label = label_of(line.text); !label.empty()) {
      waiting.push_back(label_key(label));
      return true;
    }
    const std::string_view heading = heading_of(line);
    if (!heading.empty()) {
      MystPlace place = place_of(heading, plain);
      if (!place.id.empty() && ++seen[place.id] > 1) place.id.clear();
      for (const std::string& label : waiting) labels.places_.try_emplace(label, place);
    }
    if (!is_blank_line(line.text)) waiting.clear();
    return false;
  });
  return labels;
}

const MystPlace* MystLabels::find(std::string_view label) const {
  if (places_.empty()) return nullptr;
  const auto found = places_.find(label_key(label));
  return found == places_.end() ? nullptr : &found->second;
}

}  // namespace indexer
