// firstline-searchd: answers searches and serves the articles of an index.
#include <fmt/format.h>
#include <malloc.h>

#include <cstdio>
#include <filesystem>
#include <new>
#include <system_error>
#include <variant>

#include "events/database.h"
#include "kb/model/error.h"
#include "kb/text/printable.h"
#include "searchd/daemon.h"
#include "searchd/options.h"

namespace {

constexpr std::string_view kReport = "this should not happen: please report it";

int complain(std::string_view what, std::string_view hint) {
  // fmt::print() would throw where stderr is on a full disk.
  std::fputs(fmt::format("firstline-searchd: {}\n  {}\n", kb::printable(what), kb::printable(hint)).c_str(),
             stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) try {
  // What one thread allocates, the page cache keeps and another thread frees. With an arena for each thread
  // that leaves holes: resident memory grew to 280 MB in minutes; with two it stays below 200. The thresholds
  // are fixed, since glibc raises them with each big answer and then returns nothing: after 400,000 different
  // searches 118 MiB had become 138, with these 125.
  ::mallopt(M_ARENA_MAX, 2);
  ::mallopt(M_MMAP_THRESHOLD, 64 << 10);
  ::mallopt(M_TRIM_THRESHOLD, 128 << 10);
  const auto options = searchd::parse_options(argc, argv);
  if (const auto* exit = std::get_if<searchd::ExitCode>(&options)) return exit->value;
  searchd::run(std::get<searchd::Options>(options));
  return 0;
} catch (const kb::Error& error) {
  return complain(error.what(), error.hint());
} catch (const events::Error& error) {
  return complain(error.what(), error.hint());
} catch (const std::filesystem::filesystem_error& error) {
  return complain("cannot use " + error.path1().string() + ": " + error.code().message(),
                  "check the path and its permissions");
} catch (const std::bad_alloc&) {
  // Without fmt, which would need memory.
  std::fputs(
      "firstline-searchd: there is not enough memory\n"
      "  allow it more (ulimit -v, or the limit of its container)\n",
      stderr);
  return 2;
} catch (const std::system_error& error) {
  if (error.code() == std::errc::resource_unavailable_try_again)
    return complain("no thread can be started",
                    "allow it more memory (ulimit -v, or the limit of its container) or threads (TasksMax)");
  return complain(error.what(), kReport);
} catch (const std::exception& error) {
  return complain(error.what(), kReport);
}
