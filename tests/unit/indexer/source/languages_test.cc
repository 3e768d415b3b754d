#include "indexer/source/languages.h"

#include <doctest/doctest.h>

using namespace indexer;

namespace {

constexpr std::string_view kEnglish =
    "If the lamp does not turn on, check that it is connected to the power and that the cable is not "
    "damaged.";
constexpr std::string_view kTurkish =
    "Lamba açılmıyorsa, güç kablosunun takılı ve hasarsız olduğunu kontrol edin. Bu işlem için bir tornavida "
    "ile "
    "kapağı açın ve daha sonra sigortayı değiştirin; bu çok kolay değil ama kısa sürer.";
constexpr std::string_view kGerman =
    "Wenn die Lampe nicht leuchtet, prüfen Sie, ob sie mit dem Netz verbunden ist und das Kabel nicht "
    "beschädigt ist.";

using Files = std::vector<SourceFile>;

Languages find(const std::vector<std::string>& named, const std::vector<std::string>& paths) {
  Files files;
  for (const std::string& path : paths) files.push_back({path, ""});
  return find_languages(named, files);
}

Languages find(const std::vector<std::pair<std::string, std::string_view>>& texts) {
  Files files;
  for (const auto& [path, text] : texts) files.push_back({path, std::string(text)});
  return find_languages({}, files);
}

std::string place(const Languages& languages, std::string_view path) {
  const auto found = local_path(languages, path);
  return found ? found->lang + " " + found->path : "-";
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("languages: nothing but folders that are named like languages") {
  const Languages got = find({}, {"de/a.md", "en/a.md", "es/a.md", "README.md"});
  CHECK(got.codes == Codes{"en", "de", "es"});
  CHECK(place(got, "de/b/a.md") == "de b/a.md");
  CHECK(place(got, "README.md") == "-");
  CHECK(describe(got) == "de (folder de/: its name), en (folder en/: its name), es (folder es/: its name)");
}

TEST_CASE("languages: hr and it are departments among others, and where their text is English") {
  const Languages other = find({}, {"hr/a.md", "it/a.md", "sales/a.md"});
  CHECK(other.codes == Codes{"en"});
  CHECK(place(other, "hr/a.md") == "en hr/a.md");
  const Languages english =
      find({{"hr/index.md", kEnglish}, {"hr/leave.md", kEnglish}, {"it/index.md", kEnglish}});
  CHECK(english.codes == Codes{"en"});
  CHECK(place(english, "it/index.md") == "en it/index.md");
  CHECK(describe(english).empty());
}

TEST_CASE("languages: one in the root, others in folders") {
  const Languages got = find({{"guide/lamp.md", kEnglish}, {"tr/guide/lamp.md", kTurkish}});
  CHECK(got.codes == Codes{"en", "tr"});
  CHECK(place(got, "guide/lamp.md") == "en guide/lamp.md");
  CHECK(place(got, "tr/guide/lamp.md") == "tr guide/lamp.md");
  CHECK(describe(got) == "en (root: its text), tr (folder tr/: its text)");
}

TEST_CASE("languages: the root's own text decides its language") {
  CHECK(find({{"a.md", kGerman}}).codes == Codes{"de"});
  CHECK(find({{"a.md", "電源ケーブルが接続されていることを確認してください。ランプが点灯しない場合。"}})
            .codes == Codes{"ja"});
  CHECK(find({{"a.md", "OK"}}).codes == Codes{"en"});
  CHECK(find({{"a.md", kGerman}, {"en/a.md", kEnglish}}).codes == Codes{"de", "en"});
}

TEST_CASE("languages: what is not translated yet stays where its language is") {
  const Languages got =
      find({{"en/a.md", kEnglish}, {"en/b.md", kEnglish}, {"tr/a.md", kEnglish}, {"tr/b.md", kEnglish}});
  CHECK(place(got, "tr/a.md") == "tr a.md");
}

TEST_CASE("languages: folders below others, and Docusaurus' own") {
  const Languages docs =
      find({{"docs/en/a.md", kEnglish}, {"docs/pt_br/a.md", "x"}, {"docs/zh-Hans/a.md", "x"}});
  CHECK(docs.codes == Codes{"en", "pt-BR", "zh-Hans"});
  CHECK(place(docs, "docs/pt_br/a.md") == "pt-BR a.md");
  const Languages mixed =
      find({{"docs/en/a.md", kEnglish}, {"docs/tr/a.md", kTurkish}, {"news/a.md", kEnglish}});
  CHECK(place(mixed, "docs/tr/a.md") == "tr docs/a.md");
  CHECK(place(mixed, "news/a.md") == "en news/a.md");
  const Languages starlight = find({{"src/docs/a.md", kEnglish}, {"src/docs/tr/a.md", kTurkish}});
  CHECK(place(starlight, "src/docs/a.md") == "en a.md");
  CHECK(place(starlight, "src/docs/tr/a.md") == "tr a.md");
  const Languages i18n = find({{"docs/a.md", kEnglish},
                               {"i18n/tr/docusaurus-plugin-content-docs/current/a.md", kTurkish},
                               {"i18n/de/docusaurus-plugin-content-blog/b.md", kEnglish}});
  CHECK(i18n.codes == Codes{"en", "de", "tr"});
  CHECK(place(i18n, "i18n/tr/docusaurus-plugin-content-docs/current/a.md") == "tr docs/a.md");
  CHECK(place(i18n, "i18n/de/docusaurus-plugin-content-blog/b.md") == "de blog/b.md");
  CHECK(place(i18n, "docs/a.md") == "en docs/a.md");
}

TEST_CASE("languages: in a file's name") {
  const Languages got =
      find({{"a.de.md", kGerman}, {"a.md", kEnglish}, {"b.de.md", kGerman}, {"node.is.md", kEnglish}});
  CHECK(got.codes == Codes{"en", "de"});
  CHECK(place(got, "a.de.md") == "de a.md");
  CHECK(place(got, "b.de.md") == "de b.md");
  CHECK(place(got, "a.md") == "en a.md");
  CHECK(place(got, "node.is.md") == "en node.is.md");
}

TEST_CASE("languages: those named in site.yaml") {
  const Languages got = find({"pt-BR", "en"}, {"pt-br/a.md", "en/a.md", "other/a.md"});
  CHECK(got.codes == Codes{"pt-BR", "en"});
  CHECK(place(got, "pt-br/a.md") == "pt-BR a.md");
  CHECK(place(got, "other/a.md") == "-");
  CHECK(place(find({"de"}, {"hilfe/a.md"}), "hilfe/a.md") == "de hilfe/a.md");
  const Languages root = find({"en", "de"}, {"a.md", "de/a.md"});
  CHECK(place(root, "a.md") == "en a.md");
  CHECK(place(root, "de/a.md") == "de a.md");
}

TEST_CASE("languages: codes") {
  for (const std::string_view code : {"en", "pt-BR", "zh-Hant-TW", "haw"}) CHECK(is_language_code(code));
  for (const std::string_view code : {"", "xx", "en-", "EN", "en_US", "english"})
    CHECK_FALSE(is_language_code(code));
  CHECK(language_code("pt_br") == "pt-BR");
  CHECK(language_code("ZH-hans") == "zh-Hans");
  CHECK(language_code("zh_CN") == "zh-CN");
  CHECK(language_code("es-419") == "es-419");
  for (const std::string_view name :
       {"", "e", "xx", "to-do", "in-app", "my-account", "faq", "api", "docs", "en-"})
    CHECK_FALSE(language_code(name));
}

TEST_CASE("languages: a department with the files of its siblings is no translation to come") {
  const Languages got = find({{"faq.md", kEnglish},
                              {"contact.md", kEnglish},
                              {"it/faq.md", kEnglish},
                              {"it/contact.md", kEnglish},
                              {"de/faq.md", kGerman},
                              {"de/contact.md", kGerman},
                              {"fr/faq.md", kEnglish},
                              {"fr/contact.md", kEnglish}});
  CHECK(place(got, "it/faq.md") == "en it/faq.md");
  CHECK(place(got, "fr/faq.md") == "fr faq.md");
  CHECK(place(got, "de/faq.md") == "de faq.md");
}

TEST_CASE("languages: a file's name may end in its language, whatever its kind") {
  const Languages got =
      find({{"docs/a.mdx", kEnglish}, {"docs/a.de.mdx", kGerman}, {"docs/b.it.mdx", kEnglish}});
  CHECK(place(got, "docs/a.de.mdx") == "de docs/a.mdx");
  CHECK(place(got, "docs/b.it.mdx") == "en docs/b.it.mdx");
}
