#include "kb/meaning/word_pieces.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

using Numbers = std::vector<std::uint32_t>;

WordPieces some() {
  WordPieces pieces;
  pieces.add("", 0);  // unknown
  for (const auto& [text, score] : {std::pair{"\u2581", -5.0F},
                                    {"\u2581where", -2.0F},
                                    {"\u2581wh", -1.5F},
                                    {"ere", -1.5F},
                                    {"\u2581is", -2.0F},
                                    {"s", -4.0F},
                                    {"\u00e9", -4.0F}})
    pieces.add(text, score);
  return pieces;
}

TEST_CASE("word pieces: the way with the best sum of scores is taken") {
  CHECK(some().cut("where is") == Numbers{2, 5});  // -2 beats -1.5 - 1.5
  CHECK(some().cut("wheres") == Numbers{2, 6});
}

TEST_CASE("word pieces: unknown characters in a row are one") {
  CHECK(some().cut("is qqq") == Numbers{5, 1, 0});
  CHECK(some().cut("qsq") == Numbers{1, 0, 6, 0});
  CHECK(some().cut("\u65e5\u672c") == Numbers{1, 0});
}

TEST_CASE("word pieces: characters that look alike are the same") {
  CHECK(some().cut("\uff57here") == Numbers{2});      // full width
  CHECK(some().cut("e\u0301s") == Numbers{1, 7, 6});  // composed
}

TEST_CASE("word pieces: no text is the blank before it") {
  CHECK(some().cut("") == Numbers{1});
  CHECK(WordPieces().cut("x") == Numbers{0});
}

}  // namespace
}  // namespace kb
