#include "kb/store/meaning_models.h"

#include <doctest/doctest.h>

#include "kb/store/generation.h"
#include "kb/store/sha256.h"
#include "tests/unit/kb/fixture.h"
#include "tests/unit/kb/meaning/tiny_model.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

std::string publish(const fs::path& index, const std::string& model) {
  PendingGeneration pending(index);
  write_file(pending.dir() / "site.json", "x");
  if (!model.empty()) {
    fs::create_directories(index / "models");
    write_file(model_path(index, sha256(model)), model);
    write_file(model_path(index, sha256(model) + ".cache"), "cache");
  }
  Manifest manifest;
  manifest.model = model.empty() ? "" : sha256(model);
  pending.seal(manifest);
  return pending.publish(2);
}

TEST_CASE("meaning models: a file that is none, or does not match its hash, is refused by name") {
  TempFolder folder;
  folder.write("m", "MZ");
  CHECK(error_of([&] { read_model(folder / "m"); }) ==
        (folder / "m").string() +
            ": this is no model of meaning: it does not begin with FLMODEL1\nwrite the file again with "
            "tools/meaning");
  folder.write("m", TinyModel().bytes() + std::string(32, 'x'));
  CHECK(error_of([&] { read_model(folder / "m"); }) ==
        (folder / "m").string() +
            ": this is no model of meaning: it does not match its hash\nwrite the file again with "
            "tools/meaning");
  CHECK(error_of([&] {
          read_model(folder / "none");
        }).starts_with("cannot read " + (folder / "none").string()));
}

TEST_CASE("meaning models: one that no generation names is removed") {
  TempFolder folder;
  const fs::path index = folder / "index";
  publish(index, "one");
  publish(index, "two");
  CHECK(fs::exists(model_path(index, sha256("one"))));
  publish(index, "");
  CHECK_FALSE(fs::exists(model_path(index, sha256("one"))));
  CHECK_FALSE(fs::exists(model_path(index, sha256("one") + ".cache")));
  CHECK(fs::exists(model_path(index, sha256("two") + ".cache")));
  publish(index, "");
  CHECK_FALSE(fs::exists(index / "models"));
}

}  // namespace
}  // namespace kb
