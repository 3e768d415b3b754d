// Alerts that look like ordinary paragraphs and quotes: kramdown's `{: .note }` (just-the-docs), and GitHub's
// old
// `> **Note**`.
#pragma once

#include "indexer/lines/lines.h"

namespace indexer {

void read_alert_quotes(Lines& lines);

}  // namespace indexer
