#include "searchd/pages/interpretation.h"

#include <doctest/doctest.h>

using namespace searchd;

namespace {

std::vector<std::string> sentences(const kb::Interpretation& interpretation) {
  const Strings strings("en", {{"corrected", "Searched for {to} instead of {from} & more"},
                               {"with_synonyms", "Also {words}"},
                               {"ignored_words", "Left out: {words}"},
                               {"relaxed", "Nearest"}});
  std::vector<std::string> out;
  for (const View& view : interpretation_views(interpretation, strings))
    out.push_back(std::get<std::string>(view.values().at("html")));
  return out;
}

}  // namespace

TEST_CASE("interpretation: says in sentences what search did, with words as text") {
  kb::Interpretation all;
  all.corrected = {{"pasword", "password"}, {"<i>", "{from}"}};
  all.synonyms = {{"tv", "television"}, {"telly", "television"}, {"tv", "set"}};
  all.ignored = {"the", "<"};
  all.relaxed = true;
  CHECK(sentences(all) ==
        std::vector<std::string>{"Searched for <mark>password</mark>, <mark>{from}</mark> instead of "
                                 "<mark>pasword</mark>, <mark>&lt;i&gt;</mark> &amp; more",
                                 "Also <mark>television</mark>, <mark>set</mark>",
                                 "Left out: <mark>the</mark>, <mark>&lt;</mark>", "Nearest"});
  CHECK(sentences({}).empty());
}
