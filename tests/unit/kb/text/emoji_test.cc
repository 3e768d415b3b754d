#include "kb/text/emoji.h"

#include <doctest/doctest.h>

TEST_CASE("Names of emoji become emoji") {
  CHECK(kb::with_emoji("A :tada: and :rocket:!") == "A 🎉 and 🚀!");
  CHECK(kb::with_emoji(":+1: :face_with_tears_of_joy: :Joy:") == "👍 😂 😂");
  CHECK(kb::with_emoji(":warning: :link: :thinking: :lock:") == "⚠️ 🔗 🤔 🔒");
  CHECK(kb::with_emoji(":x::o:") == "❌⭕");
}

TEST_CASE("Other words between colons stay") {
  for (const char* text : {"10:30:00", "a:b:c", "a:x:", ":x:y", "std::key::x", ":no_such_name:", ": key :",
                           "::", ":", "Ratio 1:100:1", ":digit_one:", "x::key::y"}) {
    CHECK(kb::with_emoji(text) == text);
  }
}
