#include "indexer/config/notice_config.h"

#include <doctest/doctest.h>

#include "indexer/config/site_config.h"
#include "indexer/output/finding_format.h"
#include "kb/model/date.h"
#include "tests/unit/indexer/content_folder.h"

namespace indexer {
namespace {

SiteConfig config_of(const std::string& notices) {
  indexer_test::ContentFolder folder;
  folder.write("site.yaml", "notices:\n" + notices);
  return read_site_config(folder.path());
}

std::string findings_of(const std::string& notices) {
  return format_findings(config_of(notices).findings, OutputFormat::text, "");
}

TEST_CASE("notices: every key, and a day counts to its end") {
  const SiteConfig config = config_of(
      "  - {kind: incident, title: {en: Down}, text: Sorry, updated: 2026-11-18T09:30:00Z, until: "
      "2026-12-01,\n"
      "     article: a, categories: [Orders, Store Support/Shipping], everywhere: true}\n"
      "  - {kind: resolved, title: Up again, updated: 2026-11-19, until: 2026-11-20T14:00+02:00}\n");
  CHECK(format_findings(config.findings, OutputFormat::text, "").empty());
  REQUIRE(config.site.notices.size() == 2);
  CHECK(config.notices_at.size() == 2);
  const kb::Notice& down = config.site.notices[0];
  CHECK(down.kind == kb::NoticeKind::incident);
  CHECK(kb::local(down.title, "en") == "Down");
  CHECK(kb::format_time(down.updated) == "2026-11-18T09:30:00Z");
  CHECK(kb::format_time(down.until.value()) == "2026-12-02T00:00:00Z");
  CHECK(down.article == "a");
  CHECK(down.categories == std::vector<std::string>{"orders", "store-support/shipping"});
  CHECK(down.everywhere);
  CHECK(kb::format_time(config.site.notices[1].until.value()) == "2026-11-20T12:00:00Z");
  CHECK_FALSE(config.site.notices[1].everywhere);
}

TEST_CASE("notices: what is wrong is said at its place") {
  CHECK(findings_of("  - {kind: party, title: x}\n") ==
        "site.yaml:2:12: error: 'kind' must be one of incident, known-issue, resolved, not 'party' "
        "[config-value]\n");
  CHECK(findings_of("  - {kind: incident}\n") ==
        "site.yaml:2:5: error: a notice needs a kind and a title [config-value]\n");
  CHECK(findings_of("  - {kind: resolved, title: x}\n") ==
        "site.yaml:2:5: error: a resolved notice needs 'updated', the day it was resolved; it is shown for 7 "
        "days "
        "[config-value]\n");
  for (const std::string until :
       {"soon", "2026-11-29T25:00", "2026-11-29T6pm", "2026-11-29 in the evening"}) {
    CAPTURE(until);
    CHECK(findings_of("  - {kind: incident, title: x, until: " + until + "}\n")
              .find("'until' must be a date") != std::string::npos);
  }
  CHECK(findings_of("  - {kind: incident, title: x, everywhere: maybe}\n").find("'everywhere'") !=
        std::string::npos);
}

}  // namespace
}  // namespace indexer
