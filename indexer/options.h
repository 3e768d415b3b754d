// What the command line says, parsed once.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/pages.h"
#include "indexer/fetch/fetch_images.h"
#include "indexer/memory/learning.h"
#include "indexer/output/finding_format.h"
#include "indexer/publication.h"

namespace indexer {

enum class Command {
  build,
  check,
  explain_rule,
  expect,
  generations,
  rollback,
  verify,
  search,
  new_article,
  fetch_images,
  erase_events,
  learn
};

struct Options {
  Command command = Command::build;
  std::filesystem::path content;
  std::filesystem::path index;
  unsigned jobs = 1;
  std::filesystem::path meaning;  // build: a model of meaning, "" for none
  std::filesystem::path memory;   // build: what was learned; learn: where it is written
  bool strict = false;            // warnings count as errors
  Guard guard = Guard::keep;
  Drafts drafts = Drafts::hide;
  OutputFormat format = OutputFormat::text;
  std::size_t max_findings = 50;          // of text, 0 for all
  std::string rule;                       // check --explain
  std::optional<std::string> generation;  // rollback
  std::string query;
  std::string lang;
  int limit = 10;
  bool json = false;
  bool explain = false;
  std::string why;      // search --why: id of an article
  std::string article;  // new: "en/orders/track-my-order"
  FetchOptions fetch;   // fetch-images; its content is set from `content`
  std::filesystem::path events;
  std::vector<std::filesystem::path> learn_from;  // files of events
  std::int64_t clients = kLearnedFromClients;     // learn: of one day
  std::optional<std::chrono::days> keep;          // events --prune; absent: --erase
};

struct ParsedOptions {
  std::optional<Options> options;  // absent after --help, --version and mistakes
  int exit_code = 0;               // to end with when there are no options
};

// Prints help, version and mistakes itself.
ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace indexer
