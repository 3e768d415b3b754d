#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>

#include "events/database.h"
#include "indexer/commands.h"
#include "indexer/options.h"
#include "indexer/output/progress_bar.h"
#include "kb/model/error.h"
#include "kb/text/printable.h"

namespace {

// fmt::print() would throw where stderr is on a full disk.
void complain(std::string_view what, std::string_view hint) {
  std::fputs(fmt::format("firstline-indexer: {}\n  {}\n", kb::printable(what), kb::printable(hint)).c_str(),
             stderr);
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kCouldNotRun = 2;
  try {
    const indexer::ParsedOptions parsed = indexer::parse_options(argc, argv);
    if (!parsed.options) return parsed.exit_code;
    indexer::Environment environment;
    environment.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    environment.terminal = ::isatty(STDOUT_FILENO) == 1;
    environment.colour = indexer::is_colour_terminal(STDOUT_FILENO);
    return indexer::run(*parsed.options, environment);
  } catch (const kb::Error& error) {
    complain(error.what(), error.hint());
  } catch (const events::Error& error) {
    complain(error.what(), error.hint());
  } catch (const std::filesystem::filesystem_error& error) {
    complain("cannot use " + error.path1().string() + ": " + error.code().message(),
             "check the path and its permissions");
  } catch (const std::bad_alloc&) {
    // Without fmt, which would need memory.
    std::fputs(
        "firstline-indexer: there is not enough memory\n"
        "  allow it more (ulimit -v, or the limit of its container), or let it do less at once: --jobs 1\n",
        stderr);
  } catch (const std::exception& error) {
    complain(error.what(), "If this happens again, please report it.");
  }
  return kCouldNotRun;
}
