// What followed customers' searches, over all files of events that there are: those of several servers, moved
// ones, copies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "events/reader.h"

namespace events {

// What followed the searches for one query, as far as it concerns one article. Counts what a client does for
// the first time on a day. Clients are told apart within a day only: somebody who comes back every day counts
// every day. `beyond` leaves out one client of every day, who may be the same one each time: so it is 0 for
// whatever one address alone brings about, and beside others such an address counts as one of them.
struct SearchOutcome {
  struct Tally {
    std::int64_t all = 0;
    std::int64_t beyond = 0;
  };
  std::string lang{};
  std::string query{};
  std::string article_id{};
  Tally searches{};  // for the query, whatever they led to; so in all rows of a query
  Tally clicks{};    // from the query's results to the article
  Tally helpful{};   // votes on the article, by who came from the query's results
  Tally unhelpful{};
  Tally again{};  // searches for something else that came next; in all rows of a query
};

struct OutcomeFilter {
  Period period{};
  // How many clients must have searched on one day, and opened the article on one day: less can be the same
  // few who come back. The one of each day who is left out counts here.
  std::int64_t min_clients = 5;
  std::int64_t min_searches = 5;  // in all
  std::int64_t limit = 100;       // rows
};

// One for each article that was opened, the most searched first, then by language, query and article. An
// event that stands in several files, as in a copy, counts once. Files that know the same clients are of one
// server: after a restart it knows nobody, so of a day what its clients did until then, or from then on,
// counts, whichever is more. What clients of several servers did is added up. Opens the files for reading
// only; what it sorts may lie in a temporary file without a name. Throws Error.
std::vector<SearchOutcome> search_outcomes(const std::vector<std::filesystem::path>& files,
                                           const OutcomeFilter& filter);

}  // namespace events
