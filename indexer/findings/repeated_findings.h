// Keeps the list readable where one cause shows in every file: a habit of another tool, a missing folder of
// images.
#pragma once

#include <vector>

#include "indexer/findings/diagnostics.h"

namespace indexer {

// Warnings about unknown keys and syntax, missing images and files that say the same in several places become
// one, at the first place, with the number of files: "unknown key 'ms.topic', here and in 2301 more files".
void fold_repeated(std::vector<Diagnostic>& findings);

}  // namespace indexer
