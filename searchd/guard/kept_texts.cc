#include "searchd/guard/kept_texts.h"

#include <algorithm>
#include <utility>

#include "searchd/guard/secret.h"

namespace searchd {

std::string KeptTexts::keep(std::string text, std::chrono::sys_seconds now) {
  std::string name = random_hex(16);
  const std::lock_guard lock(mutex_);
  std::erase_if(entries_, [&](const Entry& entry) { return now - entry.time > kTextMaxAge; });
  if (entries_.size() >= max_texts_) entries_.pop_front();
  entries_.push_back({name, std::move(text), now});
  return name;
}

std::string KeptTexts::find(std::string_view name, std::chrono::sys_seconds now) const {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; });
  return found == entries_.end() || now - found->time > kTextMaxAge ? "" : found->text;
}

}  // namespace searchd
