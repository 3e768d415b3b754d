#include "tests/relevance/table.h"

#include <doctest/doctest.h>

namespace relevance {
namespace {

TEST_CASE("table: a line a set, with its goal") {
  CHECK(table({{"mails", {60, 45, 59, 12}},
               {"codes", {60, 60, 60, 0}},
               {"beginnings", {150, 128, 140, 0}},
               {"noise 0", {200, 150, 190, 0}},
               {"noise 20", {200, 150, 186, 0}},
               {"noise 100", {200, 150, 185, 1}},
               {"noise 500", {200, 100, 110, 9}}}) ==
        "set          queries   hit@1   hit@3  nothing  goal\n"
        "mails             60   75.0%   98.3%    20.0%  hit@3 100: missed\n"
        "codes             60  100.0%  100.0%     0.0%\n"
        "beginnings       150   85.3%   93.3%     0.0%  hit@1 85, nothing 0: reached\n"
        "noise 0          200   75.0%   95.0%     0.0%\n"
        "noise 20         200   75.0%   93.0%     0.0%  hit@3 2 points lost at most: reached\n"
        "noise 100        200   75.0%   92.5%     0.5%  hit@3 2 points lost at most: missed\n"
        "noise 500        200   50.0%   55.0%     4.5%\n");
}

TEST_CASE("table: goals that are reached, and those missed by little") {
  CHECK(table({{"mails", {60, 40, 60, 3}}}).ends_with("hit@3 100: reached\n"));
  CHECK(table({{"beginnings", {100, 85, 85, 1}}}).ends_with("nothing 0: missed\n"));
  CHECK(table({{"beginnings", {100, 84, 99, 0}}}).ends_with("nothing 0: missed\n"));
}

TEST_CASE("table: noise without a row to compare has no goal, and a set may be empty") {
  CHECK(table({{"noise 100", {10, 1, 2, 0}}}).ends_with("20.0%     0.0%\n"));
  CHECK(table({{"logs", {}}}).ends_with("logs               0    0.0%    0.0%     0.0%\n"));
}

}  // namespace
}  // namespace relevance
