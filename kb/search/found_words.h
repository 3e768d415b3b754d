// Marks the words of a query in an article that it led to.
#pragma once

#include <string>
#include <string_view>

#include "kb/store/snapshot.h"

namespace kb {

// `html`, as the indexer wrote it, with <mark> around each word of its text that `query` stands for, its
// corrections and synonyms included, stop words only when there is nothing else; not in code blocks and
// pictures. "" when there is none. Throws Error
// when the index cannot be read.
std::string mark_found(const Snapshot& snapshot, std::string_view lang, std::string_view query,
                       std::string_view html);

}  // namespace kb
