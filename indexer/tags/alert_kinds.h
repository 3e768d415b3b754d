// The kinds of alert, and what other tools call them.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

// "tip" for "hint" and "success"; "" for what is no alert anywhere. `name` may be of any case.
std::string_view alert_kind(std::string_view name);

// What other tools show as the title of an alert that has none, where that is more than our kind says:
// "Success" for "success", "" for "note" and "callout". Any name: "Pied piper" for "pied-piper".
std::string alert_title(std::string_view name);

}  // namespace indexer
