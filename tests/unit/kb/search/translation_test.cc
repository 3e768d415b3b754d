#include "kb/search/translation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kb/search/search.h"
#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

// Two articles are translated and teach four words; a third and a fourth are in one language only.
class TranslatedFixture : public IndexFixture {
 public:
  TranslatedFixture() {
    site.languages = {"en", "es"};
    add("a", "Return the box", "Return the box.\nThe label is free.\nKeep the label.");
    add("a", "Devolver la caja", "Devolver la caja.\nLa etiqueta es gratis.\nGuarda la etiqueta.", "es");
    add("b", "Lost battery", "A battery. Return the battery.\nKeep the box.");
    add("b", "Batería perdida", "Una batería. Devolver la batería.\nGuarda la caja.", "es");
    add("c", "Print a label for the battery box", "Print the label of the battery box at home.");
    for (const char* id : {"f1", "f2", "f3", "f4", "f5", "f6"})
      add(id, "Nothing else", "It says nothing at all.");
  }

  std::vector<std::string> found(const std::string& text, int limit = 10, int offset = 0) {
    if (!snapshot_) snapshot_ = open();
    SearchQuery query;
    query.text = text;
    query.lang = "es";
    query.limit = limit;
    query.offset = offset;
    std::vector<std::string> hits;
    for (const Hit& hit : search(*snapshot_, query).hits) hits.push_back(hit.lang + " " + hit.id);
    return hits;
  }

 private:
  std::shared_ptr<const Snapshot> snapshot_;
};

bool has_c(const std::vector<std::string>& hits) {
  return std::find(hits.begin(), hits.end(), "en c") != hits.end();
}

TEST_CASE_FIXTURE(TranslatedFixture, "translation: the words that translated articles teach") {
  const auto snapshot = open();
  const Dictionary& dictionary = snapshot->dictionary("es");
  CHECK(dictionary.translations("en", "etiquet") == std::vector<std::string>{"label"});
  CHECK(dictionary.translations("en", "caj") == std::vector<std::string>{"box"});
  CHECK(snapshot->dictionary("en").translations("es", "batteri").front() == "bateri");
  CHECK(snapshot->has_more("en", "es"));
  CHECK_FALSE(snapshot->has_more("es", "en"));
}

TEST_CASE_FIXTURE(TranslatedFixture, "translation: an article that the visitor's language has not is found") {
  CHECK(has_c(found("etiqueta de la caja de la batería")));
  CHECK_FALSE(has_c(found("perdida")));
}

TEST_CASE_FIXTURE(TranslatedFixture, "translation: no hit is lost between two pages") {
  const auto first = found("etiqueta caja batería", 2);
  const auto second = found("etiqueta caja batería", 2, 2);
  CHECK(first.size() == 2);
  CHECK(first.back() == "en c");
  CHECK(second.size() == 1);
  CHECK(second.front() != first.front());
}

TEST_CASE_FIXTURE(TranslatedFixture, "translation: the same articles give the same bytes") {
  open();
  const std::string once = read_file(generation() / "es" / "dictionary.txt");
  std::reverse(articles.begin(), articles.end());
  std::filesystem::remove_all(generation());
  open();
  CHECK(read_file(generation() / "es" / "dictionary.txt") == once);
  CHECK_FALSE(once.empty());
}

}  // namespace
}  // namespace kb
