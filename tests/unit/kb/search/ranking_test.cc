#include "kb/search/ranking.h"

#include <doctest/doctest.h>

#include "kb/search/attempt.h"
#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class RankingFixture : public SearchFixture {
 public:
  Ranking ranked(std::string_view text, std::string_view category = "") {
    const Snapshot::Lease lease = snapshot().lease("en");
    const ParsedQuery parsed = parse(*lease, text);
    return rank(*lease, parsed, expand(*lease, parsed, Expansion::usual),
                {.category = std::string(category)});
  }

  std::string order(std::string_view text, std::string_view category = "") {
    std::string all;
    for (const Scored& article : ranked(text, category).articles) {
      all += (all.empty() ? "" : " ") + snapshot().catalogue("en").cards()[article.document - 1].id;
    }
    return all;
  }
};

TEST_CASE_FIXTURE(RankingFixture, "ranking: articles with more of the words come first") {
  add("a", "Parcel", "lost");
  add("b", "Parcel", "lost and damaged");
  add("c", "Other", "things");
  CHECK(order("damaged parcel ") == "b a");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: a rare word says more than a common one") {
  add("a", "One", "order order");
  add("b", "Two", "order voucher");
  add("c", "Three", "order parcel");
  CHECK(order("order voucher ").starts_with("b"));
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: a code counts twice what a word does that is as rare") {
  add("a", "One", "word e1043 x1 4711");
  add("b", "Two", "nothing");
  const double word = ranked("word ").articles.front().text;
  for (const auto& [text, times] : {std::pair("E1043 ", 2), std::pair("x1 ", 1), std::pair("4711 ", 1)}) {
    CAPTURE(text);
    CHECK(ranked(text).articles.front().text == doctest::Approx(times * word));
  }
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: a word in the title outranks the same word in the text") {
  add("a", "Payment", "how refunds are made here");
  add("b", "Refunds", "how payment is made here");
  CHECK(order("refund ") == "b a");
  CHECK(order("payment ") == "a b");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: questions and keywords count as the head does") {
  add("a", "One", "voucher in the text, the text and more of it");
  add("b", "Two", "nothing").questions = {"Where is my voucher?"};
  add("c", "Three", "nothing").keywords = {"voucher"};
  const Ranking ranking = ranked("voucher ");
  REQUIRE(ranking.articles.size() == 3);
  for (const Scored& article : ranking.articles) {
    CAPTURE(article.document);
    CHECK((article.head > 0) == (article.document != 1));
    CHECK(article.text > 0);
  }
  CHECK(ranking.articles.back().document == 1);
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: what a title, question or keyword is in whole comes first") {
  add("a", "Lamps", "dark mode dark dark mode mode");
  add("b", "Account", "how it looks: a dark one").keywords = {"Language", "dark mode"};
  add("c", "To change my address", "in two steps");
  add("d", "Addresses", "where to change an address");
  add("e", "Other", "If").questions = {"Who are you?"};
  const Ranking ranking = ranked("dark modes ");
  REQUIRE(ranking.articles.size() == 2);
  CHECK(ranking.articles[0].document == 2);
  CHECK(ranking.articles[0].whole > ranking.articles[0].score / 4);
  CHECK(ranking.articles[1].whole == 0);
  CHECK(order("changing the address ").starts_with("c"));
  CHECK(order("mode dark ").starts_with("b"));
  CHECK(ranked("you are who ").articles.front().whole > 0);
  for (const char* other : {"dark ", "dark mode language ", "new dark mode "}) {
    CAPTURE(other);
    for (const Scored& article : ranked(other).articles) CHECK(article.whole == 0);
  }
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: a long article does not drown its title") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "filler" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  add("a", "Passwords", text);
  add("b", "Something", "a password in it");
  CHECK(order("password ").starts_with("a"));
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: letter grams tell near ties apart") {
  add("a", "Buying", "prepaid, order");
  add("b", "Buying", "payment, order");
  const Ranking ranking = ranked("order repayments ");
  REQUIRE(ranking.articles.size() == 2);
  CHECK(ranking.articles[0].document == 2);
  CHECK(ranking.articles[0].text == ranking.articles[1].text);
  CHECK(ranking.articles[0].grams > ranking.articles[1].grams);
}

TEST_CASE_FIXTURE(RankingFixture,
                  "ranking: words side by side in the title as in the query come before the same apart") {
  add("a", "Gift for everybody who has a voucher", "it");
  add("b", "Gift voucher for everybody who has it", "it");
  const Ranking ranking = ranked("gift voucher ");
  REQUIRE(ranking.articles.size() == 2);
  CHECK(ranking.articles[0].document == 2);
  CHECK(ranking.articles[0].pairs > 0);
  CHECK(ranking.articles[1].pairs == 0);
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: among the best, stop words in the text count too") {
  add("a", "Refund", "without an order");
  add("b", "Refund", "to pay for an order");
  CHECK(order("pay to order ") == "b a");
  CHECK(ranked("pay to order ").articles.front().text > ranked("pay order ").articles.front().text);
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: the word itself comes before what it may be the beginning of") {
  add("a", "Passport", "it");
  add("b", "Pass", "it");
  CHECK(order("pass") == "b a");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: equal articles stand in order of id") {
  for (const std::string id : {"c", "a", "b/z", "b"}) add(id, "Refund", "the same");
  CHECK(order("refund ") == "a b b/z c");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: order beyond those ordered anew goes by score and id too") {
  for (int i = 0; i < 70; ++i) add("a" + std::to_string(100 + i), "Refund", "the same");
  const Ranking ranking = ranked("refund ");
  REQUIRE(ranking.articles.size() == 70);
  for (std::size_t i = 0; i < 70; ++i) CHECK(ranking.articles[i].document == i + 1);
  CHECK(ranking.articles[kReordered - 1].grams > 0);
  CHECK(ranking.articles[kReordered].grams == 0);
  CHECK(ranking.articles[kReordered - 1].score > ranking.articles[kReordered].score);
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: stop words find nothing beside other words, but order titles") {
  add("a", "Who pays", "the order, to and fro");
  add("b", "How to pay", "the order");
  add("c", "To the point", "nothing else");
  CHECK(order("to pay ") == "b a");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: a query of nothing but stop words goes by these") {
  add("a", "It", "a story");
  add("b", "Orders", "yours");
  CHECK(order("it ") == "a");
  CHECK(order("it is the ") == "a");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: stop words are kept when no other word is found") {
  add("a", "It", "a story");
  add("b", "Orders", "yours");
  CHECK(order("it qqq ") == "a");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: a category holds its own articles and those of its folders") {
  add("store/pay", "Refund", "the same");
  add("store/cards/gift", "Refund", "the same");
  add("stores/other", "Refund", "the same");
  add("top", "Refund", "the same");
  CHECK(order("refund ", "store") == "store/cards/gift store/pay");
  CHECK(order("refund ", "store/cards") == "store/cards/gift");
  CHECK(order("refund ", "nowhere") == "");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: phrases must be there and excluded words must not") {
  add("a", "One", "lost the parcel");
  add("b", "Two", "the lost parcel");
  add("c", "Three", "the lost parcel abroad");
  CHECK(order("\"lost parcel\" ") == "b c");
  CHECK(order("parcel -abroad").find('c') == std::string::npos);
  CHECK(order("\"lost parcel\" -abroad") == "b");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: no phrase spans two fields") {
  Article& article = add("a", "Lost", "parcel");
  article.sections.push_back(make_section("x", "Late", "delivery"));
  CHECK(order("\"lost parcel\"") == "");
  CHECK(order("\"parcel late\"") == "");
  CHECK(order("\"late delivery\"") == "");
}

TEST_CASE_FIXTURE(RankingFixture, "ranking: nothing found is complete and empty") {
  add("a", "One", "two");
  const Ranking ranking = ranked("qqq ");
  CHECK(ranking.articles.empty());
  CHECK(ranking.complete);
  CHECK(ranked("").articles.empty());
}

}  // namespace
}  // namespace kb
