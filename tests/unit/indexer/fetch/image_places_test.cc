#include "indexer/fetch/image_places.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace indexer;

namespace {

// The text with every address that is found in its place as <n>, n being its number.
std::string marked(const std::string& text) {
  const auto places = find_remote_images(text);
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < places.size(); ++i) numbers.push_back("<" + std::to_string(i) + ">");
  return replace_images(text, places, numbers);
}

std::string first_url(const std::string& text) {
  const auto places = find_remote_images(text);
  return places.empty() ? "" : places[0].url;
}

}  // namespace

TEST_CASE("image places: the address alone is replaced, whatever stands around it") {
  struct Example {
    std::string text;
    std::string expected;
  };
  for (const auto& [text, expected] : {
           Example{"![a](http://x.example/a.png)", "![a](<0>)"},
           Example{"![a]( https://x.example/a.png \"A (b)\" )", "![a]( <0> \"A (b)\" )"},
           Example{"![a](<https://x.example/a b.png> 'T')", "![a](<<0>> 'T')"},
           Example{"![a](//x.example/a_(1).png){width=30}", "![a](<0>){width=30}"},
           Example{"![](HTTPS://X.example/a.png)![](http://x.example/b.png)", "![](<0>)![](<1>)"},
           Example{"[![a](http://x.example/a.png)](http://x.example/)", "[![a](<0>)](http://x.example/)"},
           Example{"![a [b] `]` c](http://x.example/a.png)", "![a [b] `]` c](<0>)"},
           Example{"> - ![a\n>   b](http://x.example/a.png)", "> - ![a\n>   b](<0>)"},
           Example{"| ![a](http://x.example/a.png) | b |", "| ![a](<0>) | b |"},
           Example{"<p><img alt=\"a\" src=\"http://x.example/a.png\"></p>",
                   "<p><img alt=\"a\" src=\"<0>\"></p>"},
           Example{"<IMG src='http://x.example/a.png' />", "<IMG src='<0>' />"},
           Example{"![a][One]\n\n[one]: http://x.example/a.png \"T\"\n", "![a][One]\n\n[one]: <0> \"T\"\n"},
           Example{"[a  b]: <http://x.example/a.png>\n\n![A b][] ![c]\n", "[a  b]: <<0>>\n\n![A b][] ![c]\n"},
           Example{"\xEF\xBB\xBF---\r\nimage: "
                   "\"![](http://x.example/f.png)\"\r\n---\r\n![a](http://x.example/a.png)\r\n",
                   "\xEF\xBB\xBF---\r\nimage: \"![](http://x.example/f.png)\"\r\n---\r\n![a](<0>)\r\n"},
           Example{"+++\ntitle = '![](http://x.example/f.png)'\n+++\n![a](http://x.example/a.png)",
                   "+++\ntitle = '![](http://x.example/f.png)'\n+++\n![a](<0>)"},
       }) {
    CAPTURE(text);
    CHECK(marked(text) == expected);
  }
}

TEST_CASE("image places: code, comments, links, and what is here or has another scheme stay") {
  for (const std::string text : {
           "[a](http://x.example/a.png)",
           "http://x.example/a.png",
           "![a](a.png) ![b](/b.png) ![c](data:image/png;base64,aa) ![d](ftp://x.example/d.png) "
           "![e](file:///e.png)",
           "`![a](http://x.example/a.png)`",
           "``![a](http://x.example/a.png)` ``",
           "```\n![a](http://x.example/a.png)\n```",
           "text\n\n    ![a](http://x.example/a.png)\n",
           "<!-- ![a](http://x.example/a.png) -->",
           "<!--\n![a](http://x.example/a.png)\n-->",
           "<pre>\n![a](http://x.example/a.png)\n</pre>",
           "\\![a]\\(http://x.example/a.png)",
           "[a]: http://x.example/a.png\n\n[a] and [b][a]",
           "<imgx src=\"http://x.example/a.png\">",
           "![a]",
           "![a](",
           "![a](http://x.example/a.png",
       }) {
    CAPTURE(text);
    const std::string found = marked(text);
    CHECK((found == text || text.ends_with("a.png")));
  }
}

TEST_CASE("image places: entities and escapes are undone in the address, not in the text") {
  CHECK(first_url("![a](http://x.example/a.png?b=1&amp;c=2)") == "http://x.example/a.png?b=1&c=2");
  CHECK(first_url("![a](http://x.example/a\\_b.png)") == "http://x.example/a_b.png");
  CHECK(first_url("<img src=\"//x.example/a.png?b&amp;c\">") == "https://x.example/a.png?b&c");
}

TEST_CASE("image places: line and column count characters") {
  const auto places = find_remote_images(
      "---\ntitle: x\n---\n\xC3\xA4\xC3\xB6 ![a](http://x.example/a.png) ![b](http://x.example/b.png)");
  REQUIRE(places.size() == 2);
  CHECK(places[0].at.line == 4);
  CHECK(places[0].at.column == 9);
  CHECK(places[1].at.column == 38);
}

TEST_CASE("image places: text made to be slow is read in a moment") {
  const auto repeated = [](std::string_view part) {
    std::string text;
    while (text.size() < 1024 * 1024) text += part;
    return text;
  };
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string_view part : {"![", "[", "](", "![a](", "![a](http:", "<img src=", "<!--", "`a``b",
                                      "[a]: ", "![a][", "![http://a](//b)", "![a]\n", "---\n", "\\"})
    find_remote_images(repeated(part));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}
