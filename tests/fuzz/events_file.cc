// An events file that was damaged or exchanged: an error of ours, or it is read; never a crash.
#include "events/outcomes.h"
#include "events/reader.h"
#include "events/writer.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/kb/fixture.h"

namespace {

void use(const std::filesystem::path& file) {
  const events::QueryFilter filter{.min_occurrences = 1};
  events::search_outcomes({file, file}, {.min_clients = 1, .min_searches = 1});
  events::Reader reader(file);
  reader.top_queries(filter);
  reader.queries_with_nothing(filter);
  reader.clicked_articles(filter);
  reader.requested_articles(filter);
  reader.article_feedback({});
  reader.comments({});
  reader.contact_counts({});
  reader.days({});
  reader.erase_before(std::chrono::sys_days{std::chrono::year{2020} / 1 / 1});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kb::TempFolder folder;
  const std::filesystem::path file = folder / "events.sqlite";
  for (const char* suffix : {"-wal", "-shm", "-journal"}) std::filesystem::remove(file.string() + suffix);
  kb::write_file(file, fuzz::as_text(data, size));
  try {
    use(file);
  } catch (const events::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  try {
    events::Writer writer(file);
    writer.add_click({});
    writer.flush();
  } catch (const events::Error& error) {
    fuzz::must(!error.hint().empty(), "an error says what to do");
  }
  return 0;
}
