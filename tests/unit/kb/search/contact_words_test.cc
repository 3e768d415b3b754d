#include "kb/search/contact_words.h"

#include <doctest/doctest.h>

using Typed = kb::ContactWords::Typed;

namespace {

const kb::ContactWords& words() {
  static const kb::ContactWords kWords("en",
                                       "phone, number, email, chat, agent, human, call/ring you, "
                                       "someone ... call, speak someone/agent, customer service, "
                                       "number for/about ...",
                                       "please can i you your what want an how do");
  return kWords;
}

bool asked(std::string_view text, const kb::SearchResult& result = {}) {
  return words().asked_by(text, result, [](const std::string& word) { return word == "chart"; });
}

}  // namespace

TEST_CASE("contact words: a word asks for people where only small words stand beside it") {
  CHECK(asked("phone"));
  CHECK(asked("What is your PHONE number, please?"));
  CHECK(asked("humans"));
  CHECK_FALSE(asked("change phone number"));
  CHECK_FALSE(asked("email not received"));
  CHECK_FALSE(asked("how many agents can I add"));
  CHECK_FALSE(asked("please can you"));
  CHECK_FALSE(asked(""));
}

TEST_CASE("contact words: several words ask for people anywhere, with small words between them") {
  CHECK(asked("my parcel is late, how do I call you"));
  CHECK(asked("i ring you three times a day about order 1234"));
  CHECK(asked("broken speaker, I want to speak to an agent"));
  CHECK(asked("can someone about the parcel call"));
  CHECK_FALSE(asked("can someone about the late parcel from Friday call"));
  CHECK_FALSE(asked("call quality you have"));
  CHECK_FALSE(asked("you call this quality"));
}

TEST_CASE("contact words: a small word is none in another form, an asking word is") {
  const kb::ContactWords spanish("es", "soporte", "de para");
  const auto asked_in = [&](std::string_view text) {
    return spanish.asked_by(text, {}, [](const std::string&) { return true; });
  };
  CHECK(asked_in("soportes para"));
  CHECK_FALSE(asked_in("soporte de pared"));
}

TEST_CASE("contact words: a regional language has the forms and small words of its language") {
  const kb::ContactWords brazilian("pt-br", "reclamar", "");
  CHECK(brazilian.asked_by("reclamando", {}, [](const std::string&) { return true; }));
}

TEST_CASE("contact words: with three dots they ask only where they open the search") {
  CHECK(asked("phone number for returns"));
  CHECK(asked("your number about a return"));
  CHECK_FALSE(asked("change number for delivery"));
}

TEST_CASE("contact words: a word that no article has may be misspelt") {
  CHECK(asked("emial"));
  CHECK(asked("phnoe numbr"));
  CHECK_FALSE(asked("chart"));
}

TEST_CASE("contact words: a sure article that is called so is what is meant") {
  kb::SearchResult result;
  result.answers = true;
  result.hits.emplace_back();
  result.hits.front().title = "Speak to someone through the door bell";
  CHECK_FALSE(asked("door bell speak to someone", result));
  CHECK(asked("speak to someone", result));
  result.hits.front().title = "When is my refund paid?";
  CHECK(asked("refund missing, let me speak to someone", result));
}

TEST_CASE("contact words: while somebody types") {
  CHECK(words().typed("pho") == Typed::begun);
  CHECK(words().typed("phone num") == Typed::begun);
  CHECK(words().typed("phone") == Typed::asked);
  CHECK(words().typed("chat please") == Typed::asked);
  CHECK(words().typed("ph") == Typed::other);
  CHECK(words().typed("change pho") == Typed::other);
  CHECK(words().typed("") == Typed::other);
}
