#include "indexer/tags/code_values.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view code) {
  std::string out;
  for (const indexer::CodeValue& value : indexer::code_values(code)) {
    for (const std::string& part : value.path) out += part + ".";
    out += "=" + value.text + ";";
  }
  return out;
}

}  // namespace

TEST_CASE("values of code: what is plain data") {
  CHECK(read("'a'") == "=a;");
  CHECK(read(" 0.5 ;") == "=0.5;");
  CHECK(read("{a: 'b', \"c d\": `e`, f: true, g: -1}") == "a.=b;c d.=e;f.=true;g.=-1;");
  CHECK(read("['a', {b: [\"c\", 'd\\'e']}, ]") == "0.=a;1.b.0.=c;1.b.1.=d'e;");
  CHECK(read("{\n  // no\n  a: 'b', /* no */\n  c: 'd'\n}") == "a.=b;c.=d;");
}

TEST_CASE("values of code: what is computed is passed over") {
  CHECK(read("x + 'a'") == "");
  CHECK(read("{a: f('x', {b: 1}), c: 'd' + e, ...more, go() { return 'x' }, f: 'g'}") == "f.=g;");
  CHECK(read("{a: (<>one <b>two</b></>), b: <i>it's\n</i>, c: 'd'}") == "a.=one two;b.=it's;c.=d;");
  CHECK(read("{a: 'b") == "");
  CHECK(read("{a: ]}, b: 'c'}") == "");
}

TEST_CASE("values of code: hostile text takes no longer than its size") {
  for (const char* piece :
       {"{a:", "[", "'", "{", "}", "a,", "<b>", "`", "//", "/*", "\\", "a:'b',", "[{", "({"}) {
    CAPTURE(piece);
    std::string code = "{";
    while (code.size() < (1U << 20U)) code += piece;
    CHECK(read(code).size() < (8U << 20U));
  }
}
