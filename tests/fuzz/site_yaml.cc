// site.yaml and synonyms.yaml, which a stranger's pull request may change: read or reported, never worse.
#include "indexer/config/site_config.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/kb/fixture.h"

// What stands after a line "%%" is synonyms.yaml.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const kb::TempFolder folder;
  const std::string_view text = fuzz::as_text(data, size);
  const auto cut = std::min(text.find("\n%%\n"), text.size());
  kb::write_file(folder / "site.yaml", text.substr(0, cut));
  kb::write_file(folder / "synonyms.yaml", text.substr(std::min(cut + 4, text.size())));
  const indexer::SiteConfig config = indexer::read_site_config(folder.path());
  fuzz::must(config.site.pins.size() == config.pins_at.size(), "each pin has a place");
  fuzz::must(config.site.notices.size() == config.notices_at.size(), "each notice has a place");
  return 0;
}
