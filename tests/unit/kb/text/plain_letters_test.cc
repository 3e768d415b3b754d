#include "kb/text/plain_letters.h"

#include <doctest/doctest.h>

#include "kb/text/text.h"

namespace kb {
namespace {

TEST_CASE("plain letters: traditional characters are simplified, katakana are hiragana, others stay") {
  CHECK(plain_letter(U'訂') == U'订');
  CHECK(plain_letter(U'订') == U'订');
  CHECK(plain_letter(U'カ') == U'か');
  CHECK(plain_letter(U'ヴ') == U'ゔ');
  for (const char32_t other : {U'a', U'か', U'ー', U'한', U'я', U'日'}) CHECK(plain_letter(other) == other);
}

TEST_CASE("plain letters: both ways of writing fold to the same") {
  CHECK(fold("訂單在哪裡") == fold("订单在哪里"));
  CHECK(fold("キャンセル") == fold("きゃんせる"));
  CHECK(fold("ｷｬﾝｾﾙ") == fold("キャンセル"));
  CHECK(fold("ガイド") == fold("がいど"));
}

}  // namespace
}  // namespace kb
