#include "kb/dictionary/aligned_texts.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

Article article(std::string title, std::vector<std::string> questions, std::vector<std::string> texts) {
  Article made;
  made.title = std::move(title);
  made.questions = std::move(questions);
  for (std::string& text : texts) {
    made.sections.emplace_back().text = std::move(text);
    made.sections.back().heading = "h" + std::to_string(made.sections.size());
  }
  return made;
}

TEST_CASE("aligned texts: questions, lines and sentences one by one where they are as many") {
  const auto texts = aligned_texts(article("Box", {"Where?", "Why?"}, {"One. Two.\nThree."}),
                                   article("Caja", {"¿Dónde?", "¿Por qué?"}, {"Uno. Dos.\nTres."}));
  const std::vector<AlignedText> expected{{"Box", "Caja"},    {"Where?", "¿Dónde?"}, {"Why?", "¿Por qué?"},
                                          {"h1", "h1"},       {"One. ", "Uno. "},    {"Two.", "Dos."},
                                          {"Three.", "Tres."}};
  CHECK(texts == expected);
}

TEST_CASE("aligned texts: as one where they are not") {
  const auto lines = aligned_texts(article("Box", {"Where?", "Why?"}, {"One.\nTwo."}),
                                   article("Caja", {"¿Dónde?"}, {"Uno."}));
  const std::vector<AlignedText> expected{
      {"Box", "Caja"}, {"Where?\nWhy?", "¿Dónde?"}, {"h1", "h1"}, {"One.\nTwo.", "Uno."}};
  CHECK(lines == expected);
  const auto sections = aligned_texts(article("Box", {}, {"One.", "Two."}), article("Caja", {}, {"Uno."}));
  CHECK(sections == std::vector<AlignedText>{{"Box", "Caja"}, {"h1\nOne.\nh2\nTwo.\n", "h1\nUno.\n"}});
}

TEST_CASE("aligned texts: a text that one of the two has not is left out") {
  CHECK(aligned_texts(article("", {"Why?"}, {}), article("Caja", {}, {})).empty());
}

}  // namespace
}  // namespace kb
