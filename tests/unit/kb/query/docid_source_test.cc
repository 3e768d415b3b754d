#include "kb/query/docid_source.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

using Docids = std::vector<Xapian::docid>;

// Ten documents; those with an even number have the term "even".
Xapian::WritableDatabase ten_documents() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 1; i <= 10; ++i) {
    Xapian::Document document;
    document.add_term("all");
    if (i % 2 == 0) document.add_term("even");
    database.add_document(document);
  }
  return database;
}

Docids found(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet hits = enquire.get_mset(0, 100);
  Docids documents(hits.begin(), hits.end());
  std::sort(documents.begin(), documents.end());
  return documents;
}

TEST_CASE("docid source: a query finds only documents that are listed and match") {
  const auto database = ten_documents();
  struct Example {
    Docids listed;
    Docids even;
  };
  for (const auto& [listed, even] : {
           Example{{}, {}},
           Example{{2}, {2}},
           Example{{3}, {}},
           Example{{1, 2, 3, 4}, {2, 4}},
           Example{{1, 9, 10}, {10}},
           Example{{2, 10, 11, 400}, {2, 10}},
           Example{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {2, 4, 6, 8, 10}},
       }) {
    CAPTURE(listed.size());
    DocidSource source(listed);
    const Xapian::Query only(&source);
    CHECK(found(database, {Xapian::Query::OP_FILTER, Xapian::Query("even"), only}) == even);
  }
}

TEST_CASE("docid source: it can be asked again from the start") {
  const auto database = ten_documents();
  DocidSource source({1, 5});
  const Xapian::Query query(Xapian::Query::OP_FILTER, Xapian::Query("all"), Xapian::Query(&source));
  CHECK(found(database, query) == Docids{1, 5});
  CHECK(found(database, query) == Docids{1, 5});
}

TEST_CASE("docid source: steps through its documents in order") {
  const auto database = ten_documents();
  DocidSource source({3, 7});
  source.init(database);
  source.next(0);
  CHECK(source.get_docid() == 3);
  source.next(0);
  CHECK(source.get_docid() == 7);
  CHECK_FALSE(source.at_end());
  source.next(0);
  CHECK(source.at_end());
}

TEST_CASE("docid source: skips to the first document at or behind the one wanted") {
  const auto database = ten_documents();
  struct Example {
    Xapian::docid wanted;
    Xapian::docid reached;
  };
  for (const auto& [wanted, reached] :
       {Example{1, 3}, Example{3, 3}, Example{4, 7}, Example{7, 7}, Example{8, 9}}) {
    CAPTURE(wanted);
    DocidSource source({3, 7, 9});
    source.init(database);
    source.skip_to(wanted, 0);
    CHECK(source.get_docid() == reached);
  }
  DocidSource source({3, 7, 9});
  source.init(database);
  source.skip_to(10, 0);
  CHECK(source.at_end());
}

TEST_CASE("docid source: never skips back") {
  const auto database = ten_documents();
  DocidSource source({3, 7, 9});
  source.init(database);
  source.skip_to(7, 0);
  source.skip_to(2, 0);
  CHECK(source.get_docid() == 7);
}

TEST_CASE("docid source: says how many documents it has") {
  const DocidSource source({3, 7, 9});
  CHECK(source.get_termfreq_min() == 3);
  CHECK(source.get_termfreq_est() == 3);
  CHECK(source.get_termfreq_max() == 3);
}

}  // namespace
}  // namespace kb
