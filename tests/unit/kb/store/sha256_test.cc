#include "kb/store/sha256.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

struct Vector {
  std::string bytes;
  std::string_view hash;
};

// The examples of FIPS 180-4.
const Vector kVectors[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};

TEST_CASE("sha256: the standard's examples, in memory and from a file of several blocks") {
  const TempFolder folder;
  for (const auto& [bytes, hash] : kVectors) {
    CHECK(sha256(bytes) == hash);
    CHECK(sha256_file(folder.write("file", bytes)) == hash);
  }
}

// The examples of RFC 4231.
TEST_CASE("sha256: signatures are the standard's") {
  CHECK(hmac_sha256(std::string(20, '\x0b'), "Hi There") ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hmac_sha256("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("sha256: a file that cannot be read is named") {
  const TempFolder folder;
  const auto missing = folder / "missing";
  CHECK(error_of([&] { sha256_file(missing); }) ==
        "cannot read " + missing.string() +
            ": No such file or directory\ncheck the path and its permissions");
  CHECK(error_of([&] { sha256_file(folder.path()); }) ==
        "cannot read " + folder.path().string() + ": Is a directory\ncheck the path and its permissions");
}

}  // namespace
}  // namespace kb
