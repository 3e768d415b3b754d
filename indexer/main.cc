#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <exception>

#include "events/database.h"
#include "indexer/commands.h"
#include "indexer/options.h"
#include "indexer/progress_bar.h"
#include "kb/error.h"

int main(int argc, char** argv) {
  constexpr int kCouldNotRun = 2;
  try {
    const indexer::ParsedOptions parsed = indexer::parse_options(argc, argv);
    if (!parsed.options) return parsed.exit_code;
    indexer::Environment environment;
    environment.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    environment.colour = indexer::is_colour_terminal(STDOUT_FILENO);
    return indexer::run(*parsed.options, environment);
  } catch (const kb::Error& error) {
    fmt::print(stderr, "firstline-indexer: {}\n  {}\n", error.what(), error.hint());
  } catch (const events::Error& error) {
    fmt::print(stderr, "firstline-indexer: {}\n  {}\n", error.what(), error.hint());
  } catch (const std::exception& error) {
    fmt::print(stderr, "firstline-indexer: {}\n  If this happens again, please report it.\n", error.what());
  }
  return kCouldNotRun;
}
