// Searches for what a long text asks: a mail, a chat, a log. Most of its words say nothing about the
// question, so its parts are ranked one by one, and each counts by how sure search is of it.
#pragma once

#include <string_view>

#include "kb/search/attempt.h"
#include "kb/store/language_index.h"

namespace kb {

// `text` is valid UTF-8 of any length. Of more than 6 KiB the first and the last 3 KiB are read.
Attempt read_long_text(LanguageIndex& index, std::string_view text, const Filter& filter);

}  // namespace kb
