#include "tests/relevance/metrics.h"

#include <doctest/doctest.h>

#include <cmath>

namespace relevance {
namespace {

using Ranking = std::vector<std::string>;
using doctest::Approx;

// By hand: gains 3 at position 1, 0 at 2, 1 at 3, so 3/log2(2) + 1/log2(4) = 3.5; at best 3, 2, 1 in this
// order, so 3 + 2/log2(3) + 1/2.
TEST_CASE("metrics: nDCG is the gain over the best possible, each divided by the log of its position") {
  const Grades grades{{"a", 3}, {"b", 2}, {"c", 1}};
  const double best = 3 + 2 / std::log2(3.0) + 0.5;
  CHECK(best == Approx(4.761860).epsilon(1e-6));
  CHECK(ndcg({"a", "x", "c"}, grades, 10) == Approx(3.5 / best));
  CHECK(ndcg({"a", "x", "c"}, grades, 10) == Approx(0.735007).epsilon(1e-5));
  CHECK(ndcg({"a", "b", "c"}, grades, 10) == Approx(1));
  CHECK(ndcg({"c", "b", "a"}, grades, 10) == Approx((1 + 2 / std::log2(3.0) + 1.5) / best));
}

TEST_CASE("metrics: nDCG with one relevant document depends on its position alone") {
  const Grades grades{{"a", 1}};
  CHECK(ndcg({"a", "x"}, grades, 10) == Approx(1));
  CHECK(ndcg({"x", "a"}, grades, 10) == Approx(0.63093).epsilon(1e-5));
  CHECK(ndcg({"x", "y", "a"}, grades, 10) == Approx(0.5));
  CHECK(ndcg({"x", "y", "z"}, grades, 10) == 0);
}

TEST_CASE("metrics: nDCG counts neither what was found nor what could be beyond the depth") {
  const Grades grades{{"a", 1}, {"b", 1}, {"c", 1}};
  CHECK(ndcg({"x", "y", "a"}, grades, 2) == 0);
  CHECK(ndcg({"a", "b"}, grades, 2) == Approx(1));
  CHECK(ndcg({"a"}, grades, 1) == Approx(1));
}

TEST_CASE("metrics: without a relevant document every measure is 0") {
  for (const Grades& grades : {Grades{}, Grades{{"a", 0}}}) {
    CHECK(ndcg({"a"}, grades, 10) == 0);
    CHECK(reciprocal_rank({"a"}, grades, 10) == 0);
    CHECK(recall({"a"}, grades, 10) == 0);
  }
  CHECK(ndcg({}, {{"a", 1}}, 10) == 0);
  CHECK(reciprocal_rank({}, {{"a", 1}}, 10) == 0);
  CHECK(recall({}, {{"a", 1}}, 10) == 0);
}

TEST_CASE("metrics: the reciprocal rank is that of the first relevant document within the depth") {
  const Grades grades{{"a", 1}, {"b", 2}, {"c", 0}};
  struct Example {
    Ranking ranking;
    double rank;
  };
  for (const auto& [ranking, rank] : {
           Example{{"a", "b"}, 1},
           Example{{"x", "b", "a"}, 0.5},
           Example{{"c", "x", "y", "a"}, 0.25},
           Example{{"1", "2", "3", "4", "5", "6", "7", "8", "9", "a"}, 0.1},
           Example{{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "a"}, 0},
       }) {
    CAPTURE(ranking.size());
    CHECK(reciprocal_rank(ranking, grades, 10) == Approx(rank));
  }
}

TEST_CASE("metrics: recall is the part of the relevant documents found within the depth") {
  const Grades grades{{"a", 1}, {"b", 3}, {"c", 2}, {"d", 1}, {"e", 0}};
  CHECK(recall({"a", "x", "b", "e"}, grades, 10) == Approx(0.5));
  CHECK(recall({"a", "x", "b", "e"}, grades, 1) == Approx(0.25));
  CHECK(recall({"d", "c", "b", "a"}, grades, 4) == Approx(1));
  CHECK(recall({"e"}, grades, 10) == 0);
}

TEST_CASE("metrics: of the sections of an article the best one is all that can be found") {
  const Grades grades{{"a#x", 2}, {"a#y", 1}, {"b#x", 1}};
  CHECK(ndcg({"a#x", "b#x"}, grades, 10) == Approx(1));
  CHECK(ndcg({"a#y", "b#x"}, grades, 10) == Approx((1 + 1 / std::log2(3.0)) / (2 + 1 / std::log2(3.0))));
  CHECK(recall({"a#y", "c"}, grades, 10) == Approx(0.5));
  CHECK(recall({"a#y", "b#x"}, grades, 10) == Approx(1));
}

// Of the six pairs of {.9, .5, .2} and {.5, .1} four are won, one is tied, one is lost.
TEST_CASE("metrics: AUROC is the part of the pairs in the right order, ties half") {
  CHECK(auroc({0.9, 0.5, 0.2}, {0.5, 0.1}) == Approx(4.5 / 6));
  CHECK(auroc({0.2, 0.9, 0.5}, {0.1, 0.5}) == Approx(4.5 / 6));
  CHECK(auroc({0.8, 0.9}, {0.1, 0.2}) == Approx(1));
  CHECK(auroc({0.1, 0.2}, {0.8, 0.9}) == Approx(0));
  CHECK(auroc({0.5, 0.5}, {0.5, 0.5, 0.5}) == Approx(0.5));
}

TEST_CASE("metrics: AUROC of one side alone is 0") {
  CHECK(auroc({}, {0.5}) == 0);
  CHECK(auroc({0.5}, {}) == 0);
}

}  // namespace
}  // namespace relevance
