// The kinds of alert, and what other tools call them.
#pragma once

#include <string_view>

namespace indexer {

// "tip" for "hint" and "success"; "" for what is no alert anywhere. `name` may be of any case.
std::string_view alert_kind(std::string_view name);

}  // namespace indexer
