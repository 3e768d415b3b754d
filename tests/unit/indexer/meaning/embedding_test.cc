#include "indexer/meaning/embedding.h"

#include <doctest/doctest.h>

#include "indexer/meaning/embedding_cache.h"
#include "kb/store/meaning_texts.h"
#include "tests/unit/kb/fixture.h"
#include "tests/unit/kb/meaning/tiny_model.h"

using namespace indexer;

namespace {

class EmbeddingFixture {
 public:
  kb::TempFolder folder;
  kb::MeaningModel model = kb::parse_model(kb::TinyModel().bytes());
  std::vector<kb::Article> articles;

  EmbeddingFixture() {
    add("parcels", "en", "Where parcels are");
    add("money", "en", "Where refund money is");
    add("geld", "de", "Geld");
  }
  kb::Article& add(const std::string& id, const std::string& lang, const std::string& title) {
    kb::Article& article = articles.emplace_back();
    article.id = id;
    article.lang = lang;
    article.title = title;
    return article;
  }
  kb::MeaningSource embedded(unsigned jobs = 1) {
    done = 0;
    return embed(model, articles,
                 {folder / "cache", jobs, [&](std::string_view, std::size_t, std::size_t of) {
                    ++done;
                    total = of;
                  }});
  }

  std::size_t done = 0;
  std::size_t total = 0;
};

}  // namespace

TEST_CASE_FIXTURE(EmbeddingFixture, "embedding: each text of the model's language gets the model's vector") {
  const kb::MeaningSource source = embedded();
  CHECK(source.lang == "en");
  CHECK(source.width == 32);
  CHECK(source.understands("en"));
  CHECK_FALSE(source.understands("de"));
  CHECK(done == total);
  CHECK(total == 2);
  for (const std::string text : {"Where parcels are", "Where refund money is"})
    CHECK(source.vector_of(text) == kb::encode_meaning(model, text, kb::kMostTextPieces));
}

TEST_CASE_FIXTURE(EmbeddingFixture, "embedding: unlisted articles need none, equal texts are one") {
  add("secret", "en", "Secret parcels").unlisted = true;
  add("again", "en", "Where parcels are");
  embedded();
  CHECK(total == 2);
}

TEST_CASE_FIXTURE(EmbeddingFixture, "embedding: any number of threads gives the same vectors and cache") {
  for (int i = 0; i < 40; ++i) add("a" + std::to_string(i), "en", "Refund " + std::to_string(i));
  embedded(1);
  const std::string one = kb::read_file(folder / "cache");
  std::filesystem::remove(folder / "cache");
  embedded(4);
  CHECK(kb::read_file(folder / "cache") == one);
}

TEST_CASE_FIXTURE(EmbeddingFixture,
                  "embedding: texts that were met are taken from the cache, others leave it") {
  const std::string title = "Where parcels are";
  const kb::MeaningVector mark(32, 7);
  write_embedding_cache(folder / "cache", {{text_key(title), mark}, {text_key("gone"), mark}}, 32);
  const kb::MeaningSource source = embedded();
  CHECK(source.vector_of(title) == mark);
  CHECK(source.vector_of("Where refund money is") != mark);
  const VectorsByKey kept = read_embedding_cache(folder / "cache", 32);
  CHECK(kept.size() == 2);
  CHECK_FALSE(kept.contains(text_key("gone")));
}
