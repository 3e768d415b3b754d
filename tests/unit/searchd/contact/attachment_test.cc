#include "searchd/contact/attachment.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "kb/text/utf8.h"

using namespace searchd;
using namespace std::string_literals;

namespace {

const std::string kPng = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s;

std::string type_of(std::string_view bytes) {
  const FileType* type = file_type_of(bytes);
  return type ? std::string(type->media_type) : "";
}

std::string named(std::string_view name, std::string_view bytes = kPng) {
  return attachment_name(name, *file_type_of(bytes));
}

}  // namespace

TEST_CASE("attachment: its first bytes say what it is") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {kPng, "image/png"},
      {"\xff\xd8\xff\xe0", "image/jpeg"},
      {"GIF87a", "image/gif"},
      {"GIF89a...", "image/gif"},
      {"RIFF\x10\0\0\0WEBPVP8 "s, "image/webp"},
      {"\0\0\0\x18"
       "ftypheic\0\0\0\0mif1heic"s,
       "image/heic"},
      {"\0\0\0\x18"
       "ftypmif1\0\0\0\0mif1heic"s,
       "image/heic"},
      {"%PDF-1.7\n\x80", "application/pdf"},
      {"Hello", "text/plain"},
      {"\xef\xbb\xbfGr\xc3\xbc\xc3\x9f", "text/plain"},
      {"<html>", "text/plain"},
      {"", ""},
      {"a\0b"s, ""},
      {"caf\xe9", ""},
      {"\x89PN\x80", ""},
      {"\xff\xd8", ""},
      {"RIFF\x10\0\0\0WAVE"s, ""},
      {"RIFF\xff\0WEBP"s, ""},
      {"\0\0\0\x1c"
       "ftypavif\0\0\0\0avifmif1miaf"s,
       ""},
      {"\0\0\0\x18"
       "ftypisom\0\0\0\0isommp41"s,
       ""},
      {"\0\0\0\x10"
       "ftypmif1heic    heic"s,
       ""},  // a version, and behind the end of the box
      {"\0\0\0\x18"
       "ftyp"s,
       ""},
      {"MZ\x90\0"s, ""},
      {"PK\x03\x04\x14\0"s, ""},
      {"\x7f"
       "ELF\x02\x01\x01\0"s,
       ""}};
  for (const auto& [bytes, type] : cases) {
    CAPTURE(bytes);
    CHECK(type_of(bytes) == type);
  }
}

TEST_CASE("attachment: too large is said before the type is looked at") {
  CHECK(file_problem(kPng + std::string(kMaxFileBytes - kPng.size(), '\0')) == "");
  CHECK(file_problem(kPng + std::string(kMaxFileBytes - kPng.size() + 1, '\0')) == "problem_file_large");
  CHECK(file_problem("MZ\x90\0"s) == "problem_file_type");
}

TEST_CASE("attachment: a name is the last part of what was sent, and ends as the file is") {
  const std::vector<std::pair<std::string, std::string>> cases{{"me.png", "me.png"},
                                                               {"ME.PNG", "ME.PNG"},
                                                               {"me.exe", "me.png"},
                                                               {"me", "me.png"},
                                                               {"me.png.exe", "me.png.png"},
                                                               {"invoice no. 12", "invoice no. 12.png"},
                                                               {"a.b c", "a.b c.png"},
                                                               {"C:\\photos\\me.png", "me.png"},
                                                               {"../../etc/passwd", "passwd.png"},
                                                               {"/", "file.png"},
                                                               {"..", "file.png"},
                                                               {"", "file.png"},
                                                               {".png", "png.png"},
                                                               {".htaccess", "htaccess.png"},
                                                               {" a . ", "a.png"},
                                                               {"a\r\nb\x1b[2J\x7f.png", "ab[2J.png"},
                                                               {"a\xc2\x85.png", "a.png"},
                                                               {"gnp.\xe2\x80\xae"
                                                                "exe",
                                                                "gnp.png"},
                                                               {"写真.jpg", "写真.png"}};
  for (const auto& [name, expected] : cases) {
    CAPTURE(name);
    CHECK(named(name) == expected);
  }
  CHECK(named("me.JPEG", "\xff\xd8\xff") == "me.JPEG");
  CHECK(named("list.csv", "a,b") == "list.txt");
  CHECK(named("page.html", "<html>") == "page.txt");
}

TEST_CASE("attachment: a name has 100 characters at most, of whatever script") {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "写";
  CHECK(kb::length(named(name + ".png")) == kMaxFileName);
  CHECK(named(name + ".png").ends_with("写.png"));
}

TEST_CASE("attachment: the field names types and extensions") {
  CHECK(accepted_file_types() ==
        "image/png,.png,image/jpeg,.jpg,image/gif,.gif,image/webp,.webp,image/heic,.heic,"
        "application/pdf,.pdf,text/plain,.txt");
}
