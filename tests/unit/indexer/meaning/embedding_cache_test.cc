#include "indexer/meaning/embedding_cache.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/fixture.h"

using namespace indexer;

namespace {

const VectorsByKey kVectors{{text_key("parcels"), {1, -2, 3, 127}}, {text_key("money"), {-127, 0, 5, 9}}};

}  // namespace

TEST_CASE("embedding cache: what is written is read") {
  const kb::TempFolder folder;
  write_embedding_cache(folder / "cache", kVectors, 4);
  CHECK(read_embedding_cache(folder / "cache", 4) == kVectors);
  write_embedding_cache(folder / "cache", {}, 4);
  CHECK(read_embedding_cache(folder / "cache", 4).empty());
}

TEST_CASE("embedding cache: the same vectors make the same bytes") {
  const kb::TempFolder folder;
  write_embedding_cache(folder / "one", kVectors, 4);
  write_embedding_cache(folder / "two", VectorsByKey(kVectors.begin(), kVectors.end(), 97), 4);
  CHECK(kb::read_file(folder / "one") == kb::read_file(folder / "two"));
}

TEST_CASE("embedding cache: a damaged, cut or other file has nothing, and none is no error") {
  kb::TempFolder folder;
  write_embedding_cache(folder / "cache", kVectors, 4);
  const std::string whole = kb::read_file(folder / "cache");
  CHECK(read_embedding_cache(folder / "cache", 5).empty());
  CHECK(read_embedding_cache(folder / "none", 4).empty());
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    CAPTURE(size);
    kb::write_file(folder / "cache", whole.substr(0, size));
    CHECK(read_embedding_cache(folder / "cache", 4).empty());
    std::string changed = whole;
    changed[size] ^= 1;
    kb::write_file(folder / "cache", changed);
    CHECK(read_embedding_cache(folder / "cache", 4).empty());
  }
  kb::write_file(folder / "cache", whole);
  CHECK(read_embedding_cache(folder / "cache", 4).size() == 2);
}

TEST_CASE("embedding cache: one that cannot be written stops no build") {
  const kb::TempFolder folder;
  write_embedding_cache(folder / "no such folder" / "cache", kVectors, 4);
  CHECK(read_embedding_cache(folder / "no such folder" / "cache", 4).empty());
}
