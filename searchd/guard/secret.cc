#include "searchd/guard/secret.h"

#include <sys/random.h>

#include <vector>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/text/ascii.h"

namespace searchd {

namespace {

constexpr std::size_t kShortest = 32;

}  // namespace

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> raw(bytes);
  if (::getentropy(raw.data(), raw.size()) != 0)
    throw kb::Error("the system gives no random bytes", "check that /dev/urandom can be read");
  return kb::to_hex(raw);
}

std::string read_secret(const std::filesystem::path& file) {
  std::string text(kb::trim(kb::read_file(file)));
  if (text.size() < kShortest)
    throw kb::Error("the secret in " + file.string() + " is too short",
                    "write at least 32 random characters into it: openssl rand -hex 32");
  return text;
}

}  // namespace searchd
