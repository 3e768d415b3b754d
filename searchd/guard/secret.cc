#include "searchd/guard/secret.h"

#include <sys/random.h>

#include <set>
#include <string_view>
#include <vector>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/text/ascii.h"

namespace searchd {

namespace {

constexpr std::size_t kShortest = 32;
constexpr std::uintmax_t kLongest = 4096;
// Of 32 random hexadecimal digits, 8 or more differ in all but one of ten million files.
constexpr std::size_t kFewestCharacters = 8;
constexpr const char* kHowTo = "write at least 32 random characters into it: openssl rand -hex 32";

}  // namespace

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> raw(bytes);
  if (::getentropy(raw.data(), raw.size()) != 0)
    throw kb::Error("the system gives no random bytes", "check that /dev/urandom can be read");
  return kb::to_hex(raw);
}

std::string read_secret(const std::filesystem::path& file) {
  std::string text(kb::trim(kb::read_file(file, kLongest)));
  if (text.size() < kShortest) throw kb::Error("the secret in " + file.string() + " is too short", kHowTo);
  if (std::set<char>(text.begin(), text.end()).size() < kFewestCharacters)
    throw kb::Error("the secret in " + file.string() + " can be guessed: it repeats a few characters",
                    kHowTo);
  return text;
}

}  // namespace searchd
