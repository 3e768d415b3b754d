#include "searchd/http/multipart.h"

#include <doctest/doctest.h>

#include <vector>

using namespace searchd;
using namespace std::string_literals;

namespace {

const std::string kType = "multipart/form-data; boundary=x";
const std::string kEnd = "--x--\r\n";

std::string part(const std::string& headers, const std::string& content) {
  return "--x\r\n" + headers + "\r\n\r\n" + content + "\r\n";
}

std::string field(const std::string& name, const std::string& value) {
  return part("Content-Disposition: form-data; name=\"" + name + "\"", value);
}

std::string file(const std::string& name, const std::string& bytes) {
  return part(
      "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: image/png",
      bytes);
}

// "name=value&... name:bytes", or "refused".
std::string read(const std::string& body, const std::string& type = kType) {
  const auto form = parse_multipart(type, body);
  if (!form) return "refused";
  return form->fields.to_query() +
         (form->file ? " " + form->file->name + ":" + std::string(form->file->bytes) : "");
}

}  // namespace

TEST_CASE("multipart: a form as browsers send it") {
  const std::string body = field("subject", "My parcel") + field("message", "one\r\ntwo") +
                           field("empty", "") + file("me.png", "\x89PNG\r\n\r\n--y\0"s) + kEnd;
  CHECK(read(body) == "subject=My+parcel&message=one%0D%0Atwo&empty= me.png:\x89PNG\r\n\r\n--y\0"s);
}

TEST_CASE("multipart: the file is not copied") {
  const std::string body = file("a", "bytes") + kEnd;
  const auto form = parse_multipart(kType, body);
  REQUIRE(form);
  REQUIRE(form->file);
  CHECK(form->file->bytes.data() == body.data() + body.find("bytes"));
}

TEST_CASE("multipart: what is unusual but right") {
  struct Case {
    std::string what;
    std::string body;
    std::string read;
    std::string type = kType;
  };
  const std::string longest(70, 'b');
  const std::vector<Case> cases{
      {"no field", kEnd, ""},
      {"no file was chosen", field("a", "1") + file("", "") + kEnd, "a=1"},
      {"an empty file", file("a.txt", "") + kEnd, ""},
      {"of two files the first that is not empty", file("", "") + file("b", "1") + file("c", "2") + kEnd,
       " b:1"},
      {"of a repeated field the first", field("a", "1") + field("a", "2") + kEnd, "a=1"},
      {"no line end behind the end", field("a", "1") + "--x--", "a=1"},
      {"a quote in a name", file("a%22b", "1") + kEnd, " a\"b:1"},
      {"an escaped quote in a name", file("a\\\"b", "1") + kEnd, " a\"b:1"},
      {"a path with backslashes", file("C:\\dir\\a.png", "1") + kEnd, " C:\\dir\\a.png:1"},
      {"two backslashes", file("\\\\host", "1") + kEnd, " \\host:1"},
      {"another escape stays", file("a%2Fb", "1") + kEnd, " a%2Fb:1"},
      {"any script in a name", file("写真.png", "1") + kEnd, " 写真.png:1"},
      {"names without quotes", part("Content-Disposition: form-data; name=a", "1") + kEnd, "a=1"},
      {"other parameters", part("Content-Disposition: form-data; x=\"y;z\"; name=\"a\"", "1") + kEnd, "a=1"},
      {"any case", part("CONTENT-disposition: Form-Data; NAME=\"a\"", "1") + kEnd, "a=1"},
      {"another header", part("X-Y: z\r\nContent-Disposition: form-data; name=\"a\"", "1") + kEnd, "a=1"},
      {"an encoding that is none",
       part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: 8bit", "1") + kEnd,
       "a=1"},
      {"almost the boundary", field("a", "--x\r\n-x\r\n--\r\n") + kEnd, "a=--x%0D%0A-x%0D%0A--%0D%0A"},
      {"the longest boundary",
       "--" + longest + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--" + longest + "--",
       "a=1", "multipart/form-data; boundary=" + longest},
      {"a quoted boundary with blanks",
       "--a b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--a b--", "a=1",
       "Multipart/Form-Data ; charset=utf-8; Boundary=\"a b\""},
  };
  for (const Case& expected : cases) {
    CAPTURE(expected.what);
    CHECK(read(expected.body, expected.type) == expected.read);
  }
}

TEST_CASE("multipart: what no browser writes is refused") {
  const std::string good = field("a", "1");
  std::string many;
  for (std::size_t i = 0; i <= kMaxParts; ++i) many += good;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"nothing", ""},
      {"no end", good},
      {"half an end", good + "--x-"},
      {"a part that is cut off", good.substr(0, good.size() - 1)},
      {"something before the first part", "hello\r\n" + good + kEnd},
      {"an empty line before the first part", "\r\n" + good + kEnd},
      {"something behind the end", good + kEnd + "more"},
      {"another part behind the end", good + kEnd + good},
      {"bare line feeds", "--x\nContent-Disposition: form-data; name=\"a\"\n\n1\n--x--\n"},
      {"another boundary", "--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--y--"},
      {"a boundary with more to it", "--xy\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xy--"},
      {"a boundary that goes on inside", field("a", "1\r\n--xy") + kEnd},
      {"a blank behind the boundary", "--x \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--"},
      {"no headers", "--x\r\n\r\n1\r\n" + kEnd},
      {"no disposition", part("Content-Type: text/plain", "1") + kEnd},
      {"two dispositions",
       part("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"", "1") +
           kEnd},
      {"no name", part("Content-Disposition: form-data", "1") + kEnd},
      {"a file without a name of its field",
       part("Content-Disposition: form-data; filename=\"a\"", "1") + kEnd},
      {"two names", part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") + kEnd},
      {"no form", part("Content-Disposition: attachment; name=\"a\"", "1") + kEnd},
      {"almost a form", part("Content-Disposition: form-data2; name=\"a\"", "1") + kEnd},
      {"a quote without an end", part("Content-Disposition: form-data; name=\"a", "1") + kEnd},
      {"no value", part("Content-Disposition: form-data; name=", "1") + kEnd},
      {"no semicolon", part("Content-Disposition: form-data name=\"a\"", "1") + kEnd},
      {"a continued line", part("Content-Disposition: form-data;\r\n name=\"a\"", "1") + kEnd},
      {"a header without a colon", part("Content-Disposition: form-data; name=\"a\"\r\nhello", "1") + kEnd},
      {"a NUL in a header", part("Content-Disposition: form-data; name=\"a\0\""s, "1") + kEnd},
      {"base64",
       part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "MQ==") +
           kEnd},
      {"a NUL in a field", field("a", "\0"s) + kEnd},
      {"bad UTF-8 in a field", field("a", "\xc3") + kEnd},
      {"bad UTF-8 in a name", field("\xc3", "1") + kEnd},
      {"bad UTF-8 in the name of a file", file("\xc3", "1") + kEnd},
      {"21 parts", many + kEnd},
      {"headers over 4 KiB",
       part("X: " + std::string(4096, 'a') + "\r\nContent-Disposition: form-data; name=\"a\"", "1") + kEnd},
  };
  for (const auto& [what, body] : cases) {
    CAPTURE(what);
    CHECK(read(body) == "refused");
  }
  CHECK(read(many.substr(good.size()) + kEnd) == "a=1");
}

TEST_CASE("multipart: a type without a boundary that may be one is refused") {
  for (const std::string type :
       {"", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=x; boundary=x", "multipart/mixed; boundary=x",
        "multipart/form-data2; boundary=x", "multipart/form-data boundary=x",
        "multipart/form-data; boundary=x y"}) {
    CAPTURE(type);
    CHECK(read(field("a", "1") + kEnd, type) == "refused");
  }
  for (const std::string& boundary : {std::string(71, 'b'), "a\\\"b"s, "a*b"s, "a "s, "\xc3\xa9"s}) {
    CAPTURE(boundary);
    const std::string body =
        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--" + boundary + "--";
    CHECK(read(body, "multipart/form-data; boundary=\"" + boundary + "\"") == "refused");
  }
}
