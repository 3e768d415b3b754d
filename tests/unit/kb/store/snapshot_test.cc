#include "kb/store/snapshot.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "kb/store/language_index.h"
#include "tests/unit/kb/fixture.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

// Two languages, an asset, a redirect and an article that is gone.
class TwoLanguages : public IndexFixture {
 public:
  TwoLanguages() {
    site.languages = {"en", "de"};
    site.title = {{"en", "Help"}};
    add("orders/track", "Track an order", "Where it is").description = "Follow it";
    add("account", "Account", "Yours");
    add("orders/track", "Bestellung verfolgen", "Wo sie ist", "de");
    redirects = {{"/hc/123", "/en/account"}, {"/en/gone", ""}};
    index.write("gen-000001/assets/logo.0a1b.svg", "<svg/>");
  }
};

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: it has the generation's name, manifest, site and catalogues") {
  const auto snapshot = open();
  CHECK(snapshot->name() == "gen-000001");
  CHECK(snapshot->manifest().files.contains("site.json"));
  CHECK(snapshot->site() == site);
  CHECK(snapshot->catalogue("en").cards().size() == 2);
  CHECK(snapshot->catalogue("de").cards().size() == 1);
  CHECK(snapshot->catalogue("de").lang() == "de");
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: articles come back whole, each in its language") {
  const auto snapshot = open();
  CHECK(snapshot->article("en", "orders/track") == articles[0]);
  CHECK(snapshot->article("en", "account") == articles[1]);
  CHECK(snapshot->article("de", "orders/track") == articles[2]);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: an unlisted article comes back whole, and its words are nowhere") {
  add("orders/alpha", "Alpha", "Xylophone").unlisted = true;
  add("orders/zeta", "Zeta", "Xylophone").unlisted = true;
  const auto snapshot = open();
  CHECK(snapshot->article("en", "orders/zeta") == articles.back());
  CHECK(snapshot->article("en", "orders/track") == articles[0]);
  CHECK(snapshot->article("en", "account") == articles[1]);
  CHECK_FALSE(snapshot->article("de", "orders/zeta"));
  const auto lease = snapshot->lease("en");
  for (const auto* database : {&lease->articles, &lease->heads, &lease->grams})
    CHECK(database->get_doccount() == 2);
  CHECK(lease->sections.get_doccount() == 2);
  CHECK(lease->suggest.get_doccount() == 2);
  CHECK(lease->unlisted.get_doccount() == 2);
  CHECK(lease->unlisted.allterms_begin() == lease->unlisted.allterms_end());
  CHECK(lease->vocabulary().find("xylophone") == nullptr);
  CHECK(lease->vocabulary().find("zeta") == nullptr);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: an article that is not there is none") {
  const auto snapshot = open();
  for (const std::string_view id : {"", "orders", "track", "orders/track/", "ORDERS/TRACK", "../site"}) {
    CHECK_FALSE(snapshot->article("en", id));
  }
  CHECK_FALSE(snapshot->article("de", "account"));
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: a language the site has not is an error") {
  const auto snapshot = open();
  const std::string expected = "this index has no language fr\nask for one of the site's languages";
  CHECK(error_of([&] { snapshot->catalogue("fr"); }) == expected);
  CHECK(error_of([&] { snapshot->article("fr", "account"); }) == expected);
  CHECK(error_of([&] { snapshot->lease("fr"); }) == expected);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: a redirect says where to, or that there is nothing any more") {
  const auto snapshot = open();
  REQUIRE(snapshot->redirect("/hc/123"));
  CHECK(snapshot->redirect("/hc/123")->from == "/hc/123");
  CHECK(snapshot->redirect("/hc/123")->to == "/en/account");
  REQUIRE(snapshot->redirect("/en/gone"));
  CHECK(snapshot->redirect("/en/gone")->to.empty());
  for (const std::string_view path : {"", "/hc/12", "/hc/123/", "/en/account"})
    CHECK(snapshot->redirect(path) == nullptr);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: an asset is one of the manifest's, never just any file") {
  const auto snapshot = open();
  CHECK(snapshot->asset("logo.0a1b.svg") == generation() / "assets/logo.0a1b.svg");
  write_file(generation() / "assets/later.svg", "");
  for (const std::string_view name : {"", ".", "..", "later.svg", "../site.json", "../assets/logo.0a1b.svg",
                                      "/etc/passwd", "./logo.0a1b.svg", "logo.0a1b.svg/"}) {
    CAPTURE(name);
    CHECK_FALSE(snapshot->asset(name));
  }
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: a lease is given back and used again, one of its own language") {
  const auto snapshot = open();
  const LanguageIndex* first = nullptr;
  {
    const auto lease = snapshot->lease("en");
    first = &*lease;
    CHECK(lease->lang() == "en");
    const auto other = snapshot->lease("de");
    CHECK(other->lang() == "de");
  }
  const auto again = snapshot->lease("en");
  CHECK(&*again == first);
  const auto at_once = snapshot->lease("en");
  CHECK(&*at_once != first);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: a lease that was moved is given back once") {
  const auto snapshot = open();
  const LanguageIndex* leased = nullptr;
  {
    auto lease = snapshot->lease("en");
    const auto moved = std::move(lease);
    leased = &*moved;
  }
  const auto first = snapshot->lease("en");
  const auto second = snapshot->lease("en");
  CHECK(&*first == leased);
  CHECK(&*second != leased);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: several threads read at once") {
  const auto snapshot = open();
  const auto read = [&](int& right) {
    for (int i = 0; i < 200; ++i) {
      right += snapshot->article("en", "orders/track") == articles[0];
      right += snapshot->article("de", "orders/track") == articles[2];
    }
  };
  int right[2] = {};
  {
    const std::jthread one([&] { read(right[0]); });
    const std::jthread two([&] { read(right[1]); });
  }
  CHECK(right[0] == 400);
  CHECK(right[1] == 400);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: what is open stays readable when its folder is removed") {
  const auto snapshot = open();
  fs::remove_all(generation());
  CHECK(snapshot->article("en", "account") == articles[1]);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: when its folder is removed, threads share what is open") {
  const auto snapshot = open();
  fs::remove_all(generation());
  std::atomic<int> found = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 50; ++k) found += snapshot->article("en", "account") == articles[1];
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(found == 400);
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: a damaged generation is not opened") {
  open();
  const std::string hint = "\nbuild the content again, or go back with firstline-indexer rollback";
  SUBCASE("by hashes, one changed byte is enough") {
    write_file(generation() / "site.json", "x" + read_file(generation() / "site.json").substr(1));
    CHECK(error_of([&] { Snapshot::open(generation(), Verify::hashes); }) ==
          "gen-000001 is damaged: site.json has other contents" + hint);
    CHECK(error_of([&] { Snapshot::open(generation(), Verify::sizes); }) ==
          "the index holds an unreadable site\nbuild the content again");
  }
  SUBCASE("a file is missing") {
    fs::remove(generation() / "de/words.txt");
    CHECK(error_of([&] { Snapshot::open(generation(), Verify::sizes); }) ==
          "gen-000001 is damaged: de/words.txt is missing" + hint);
  }
}

TEST_CASE_FIXTURE(TwoLanguages, "snapshot: a database that is none is found when it is opened") {
  open();
  const auto database = generation() / "de/heads";
  fs::remove_all(database);
  fs::create_directory(database);
  seal(generation(), {});
  const std::string error = error_of([&] { Snapshot::open(generation(), Verify::hashes); });
  CHECK(error.starts_with("cannot open " + database.string() + ": "));
  CHECK(error.ends_with("\nbuild the content again"));
}

TEST_CASE("snapshot: a site without articles opens") {
  const IndexFixture fixture;
  const auto snapshot = fixture.open();
  CHECK(snapshot->catalogue("en").cards().empty());
  CHECK_FALSE(snapshot->article("en", "a"));
}

}  // namespace
}  // namespace kb
