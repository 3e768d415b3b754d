// The running program: everything wired together, alive until a signal ends it.
#pragma once

#include "searchd/options.h"

namespace searchd {

// Serves until SIGTERM or SIGINT, then finishes what is being answered. SIGHUP reloads the templates.
// Throws kb::Error or events::Error when it cannot start.
void run(const Options& options);

}  // namespace searchd
