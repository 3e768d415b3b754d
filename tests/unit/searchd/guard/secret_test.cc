#include "searchd/guard/secret.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

using namespace searchd;

TEST_CASE("secret: random bytes are never the same") {
  CHECK(random_hex(16).size() == 32);
  CHECK(random_hex(16).find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(random_hex(16) != random_hex(16));
}

TEST_CASE("secret: a file's text without its last newline, and not too short") {
  const kb::TempFolder folder;
  const std::string secret = "0123456789abcdef0123456789abcdef";
  CHECK(read_secret(folder.write("good", " " + secret + "\n")) == secret);
  const auto bad = folder.write("short", std::string(31, 'x') + "\n");
  CHECK(kb::error_of([&] { read_secret(bad); }) ==
        "the secret in " + bad.string() +
            " is too short\nwrite at least 32 random characters into it: openssl rand -hex 32");
  CHECK_THROWS_AS(read_secret(folder / "missing"), kb::Error);
}

TEST_CASE("secret: a file that anybody could guess is refused") {
  const kb::TempFolder folder;
  for (const std::string& text :
       {std::string(40, '\0'), std::string(64, '0'), std::string("abcabcabcabcabcabcabcabcabcabcabcabc")}) {
    const auto file = folder.write("secret", text);
    CHECK(kb::error_of([&] { read_secret(file); }) ==
          "the secret in " + file.string() +
              " can be guessed: it repeats a few characters\n"
              "write at least 32 random characters into it: openssl rand -hex 32");
  }
}

TEST_CASE("secret: a device is no secret") {
  CHECK(kb::error_of([] { read_secret("/dev/zero"); }) ==
        "cannot read /dev/zero: it is not a regular file\nput a regular file in its place");
}
