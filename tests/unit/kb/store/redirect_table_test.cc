#include "kb/store/redirect_table.h"

#include <doctest/doctest.h>

using namespace kb;

namespace {

std::string lead(const RedirectTable& table, std::string_view path, std::string_view query = "") {
  const Redirect* found = table.find(path, query);
  return found == nullptr ? "-" : found->to;
}

}  // namespace

TEST_CASE("redirects: a star stands for characters of one part, at the end for anything") {
  RedirectTable table;
  table.add({"/hc/*/articles/360121*", "/en/a"});
  table.add({"/hc/en-us/articles/360121-exact", "/en/exact"});
  table.add({"/old/*.html", "/en/old"});
  CHECK(lead(table, "/hc/en-us/articles/360121-How-to") == "/en/a");
  CHECK(lead(table, "/hc/de/articles/360121") == "/en/a");
  CHECK(lead(table, "/hc/de/articles/360121-x/comments/1") == "/en/a");
  CHECK(lead(table, "/hc/en-us/articles/360121-exact") == "/en/exact");
  CHECK(lead(table, "/hc/a/b/articles/360121") == "-");
  CHECK(lead(table, "/hc/de/articles/36012") == "-");
  CHECK(lead(table, "/old/a.html") == "/en/old");
  CHECK(lead(table, "/old/a/b.html") == "-");
  CHECK(lead(table, "/old/a.htm") == "-");
}

TEST_CASE("redirects: a query's parameters must be there, in any order") {
  RedirectTable table;
  table.add({"/index.php?action=faq&id=4", "/en/four"});
  table.add({"/index.php?action=faq&id=5", "/en/five"});
  CHECK(lead(table, "/index.php", "id=4&action=faq&lang=de") == "/en/four");
  CHECK(lead(table, "/index.php", "action=faq&id=5") == "/en/five");
  CHECK(lead(table, "/index.php", "action=faq&id=6") == "-");
  CHECK(lead(table, "/index.php") == "-");
}

TEST_CASE("redirects: many stars take no longer than few") {
  RedirectTable table;
  std::string pattern = "/";
  for (int i = 0; i < 300; ++i) pattern += "a*";
  table.add({pattern + "b", "/en/a"});
  CHECK(lead(table, "/" + std::string(2000, 'a')) == "-");
}
