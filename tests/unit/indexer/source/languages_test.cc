#include "indexer/source/languages.h"

#include <doctest/doctest.h>

using namespace indexer;

namespace {

Languages find(const std::vector<std::string>& named, const std::vector<std::string>& paths) {
  std::vector<SourceFile> files;
  for (const std::string& path : paths) files.push_back({path, ""});
  return find_languages(named, files);
}

}  // namespace

TEST_CASE("languages: folders that are all language codes, English first") {
  const Languages got = find({}, {"de/a.md", "en/a.md", "es/a.md", "README.md"});
  CHECK(got.folders);
  CHECK(got.codes == std::vector<std::string>{"en", "de", "es"});
}

TEST_CASE("languages: hr and it among other names are departments") {
  const Languages got = find({}, {"hr/a.md", "it/a.md", "sales/a.md"});
  CHECK_FALSE(got.folders);
  CHECK(got.codes == std::vector<std::string>{"en"});
}

TEST_CASE("languages: a folder of loose files is English") {
  CHECK_FALSE(find({}, {"a.md", "b.md"}).folders);
}

TEST_CASE("languages: those named in site.yaml") {
  CHECK(find({"pt-BR", "en"}, {"pt-BR/a.md", "en/a.md", "other/a.md"}).codes.front() == "pt-BR");
  const Languages lone = find({"de"}, {"hilfe/a.md"});
  CHECK_FALSE(lone.folders);
  CHECK(lone.codes == std::vector<std::string>{"de"});
}

TEST_CASE("languages: a file's place below its language") {
  const Languages languages{{"en", "de"}, true};
  CHECK(local_path(languages, "de/a/b.md")->path == "a/b.md");
  CHECK_FALSE(local_path(languages, "fr/a.md"));
  CHECK_FALSE(local_path(languages, "a.md"));
  CHECK(local_path({{"en"}, false}, "x/a.md")->path == "x/a.md");
}

TEST_CASE("languages: codes") {
  for (const std::string_view code : {"en", "pt-BR", "zh-Hant-TW", "haw"}) CHECK(is_language_code(code));
  for (const std::string_view code : {"", "xx", "en-", "EN", "en_US", "english"})
    CHECK_FALSE(is_language_code(code));
}
