#include "kb/model/site.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

TEST_CASE("site: a text is taken in the language asked for, else the fallback, else the first there is") {
  const LocalText both{{"de", "Hilfe"}, {"en", "Help"}};
  CHECK(local(both, "de") == "Hilfe");
  CHECK(local(both, "fr") == "Help");
  CHECK(local(both, "fr", "de") == "Hilfe");
  CHECK(local(LocalText{{"it", "Aiuto"}, {"pt", "Ajuda"}}, "fr", "de") == "Aiuto");
  CHECK(local(LocalText{{"en", "Help"}, {"pt", "Ajuda"}}, "pt-br") == "Ajuda");
  CHECK(local(LocalText{}, "en").empty());
}

TEST_CASE("site: languages are found by name") {
  Site site;
  CHECK(site.has_language("en"));
  site.languages = {"de", "fr"};
  CHECK(site.has_language("fr"));
  CHECK_FALSE(site.has_language("en"));
  CHECK_FALSE(site.has_language(""));
}

TEST_CASE("site: kinds of notices and channels have names that read back") {
  CHECK(to_string(NoticeKind::known_issue) == "known-issue");
  CHECK(to_string(ChannelKind::social) == "social");
  CHECK(to_string(NoticeKind::none).empty());
  for (const std::string_view name : names_of(NoticeKind::none))
    CHECK(to_string(parse_name<NoticeKind>(name).value()) == name);
  for (const std::string_view name : names_of(ChannelKind::none))
    CHECK(to_string(parse_name<ChannelKind>(name).value()) == name);
  CHECK_FALSE(parse_name<NoticeKind>(""));
  CHECK_FALSE(parse_name<ChannelKind>("fax"));
}

TEST_CASE("site: a notice ends when it says so, a resolved one else after a week") {
  using namespace std::chrono_literals;
  Notice notice;
  notice.updated = std::chrono::sys_days{2026y / 5 / 2};
  CHECK_FALSE(end_of(notice));
  notice.kind = NoticeKind::resolved;
  CHECK(end_of(notice) == std::chrono::sys_days{2026y / 5 / 9});
  notice.until = std::chrono::sys_days{2026y / 6 / 1};
  CHECK(end_of(notice) == std::chrono::sys_days{2026y / 6 / 1});
}

TEST_CASE("site: the base path is what follows the host") {
  struct Example {
    const char* base_url;
    std::string_view path;
  };
  for (const auto& [base_url, path] : {
           Example{"", ""},
           Example{"https://shop.example", ""},
           Example{"https://shop.example:8443", ""},
           Example{"https://shop.example/help", "/help"},
           Example{"http://127.0.0.1:8080/a/b", "/a/b"},
           Example{"shop.example/help", ""},
       }) {
    CAPTURE(base_url);
    Site site;
    site.base_url = base_url;
    CHECK(base_path(site) == path);
  }
}

}  // namespace
}  // namespace kb
