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
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool is_kept = places[i].form == AddressForm::kept;
    numbers.push_back(is_kept ? "" : "<" + std::to_string(i) + ">");
  }
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

TEST_CASE("image places: tags are read whatever their case, over lines, with sets of sizes") {
  struct Example {
    std::string text;
    std::string expected;
  };
  for (const auto& [text, expected] : {
           Example{"<IMG SRC=\"http://x.example/a.png\">", "<IMG SRC=\"<0>\">"},
           Example{"<Img Alt=a Src=http://x.example/a.png>", "<Img Alt=a Src=<0>>"},
           Example{
               "<img\n  alt=\"a > b\"\r\n  src = 'http://x.example/a.png'\n/> ![b](http://x.example/b.png)",
               "<img\n  alt=\"a > b\"\r\n  src = '<0>'\n/> ![b](<1>)"},
           Example{"> <img\n> src=\"http://x.example/a.png\">", "> <img\n> src=\"<0>\">"},
           Example{"<img data-src=\"http://x.example/a.png\" src=\"//x.example/b.png\">",
                   "<img data-src=\"<0>\" src=\"<1>\">"},
           Example{
               "<img src=\"a.png\" srcset=\"http://x.example/a,1.png 1x, //x.example/b.png 2x,c.png 3x\">",
               "<img src=\"a.png\" srcset=\"<0> 1x, <1> 2x,c.png 3x\">"},
           Example{"<picture><source\nsrcset='http://x.example/a.webp, http://x.example/b.webp 2x'><img "
                   "src='http://x.example/a.png'></picture>",
                   "<picture><source\nsrcset='<0>, <1> 2x'><img src='<2>'></picture>"},
           Example{"<video poster=\"http://x.example/a.png\" src=\"http://x.example/a.mp4\">",
                   "<video poster=\"<0>\" src=\"http://x.example/a.mp4\">"},
           Example{"<Image src=\"http://x.example/a.png\" />", "<Image src=\"<0>\" />"},
           Example{"<ZoomImage src={'http://x.example/a.png'} href=\"http://x.example/b.png\"/>",
                   "<ZoomImage src={'<0>'} href=\"http://x.example/b.png\"/>"},
           Example{"{{< figure src=\"http://x.example/a.png\" link=\"http://x.example/b.png\" >}}",
                   "{{< figure src=\"<0>\" link=\"http://x.example/b.png\" >}}"},
           Example{"{{< figure\n  src=`http://x.example/a.png`\n>}}", "{{< figure\n  src=`<0>`\n>}}"},
           Example{"{{% img \"http://x.example/a\" \"words\" %}}", "{{% img \"<0>\" \"words\" %}}"},
           Example{"{% include figure.html url=\"http://x.example/a\" %}",
                   "{% include figure.html url=\"<0>\" %}"},
           Example{":::image type=\"content\" source=\"http://x.example/a.png\" alt-text=\"b\":::",
                   ":::image type=\"content\" source=\"<0>\" alt-text=\"b\":::"},
           Example{"1. a\n\n   :::image source=\"http://x.example/a.png\"\nb",
                   "1. a\n\n   :::image source=\"<0>\"\nb"},
           Example{"![[http://x.example/a.png|b|300]] ![[http://x.example/b.png]]",
                   "![[<0>|b|300]] ![[<1>]]"},
           Example{"| ![[http://x.example/a.png\\|b]] |", "| ![[<0>\\|b]] |"},
           Example{"![a](\nhttp://x.example/a.png \"b\")\n\n![c]\n\n[c]:\n  http://x.example/c.png",
                   "![a](\n<0> \"b\")\n\n![c]\n\n[c]:\n  <1>"},
       }) {
    CAPTURE(text);
    CHECK(marked(text) == expected);
  }
  CHECK(find_remote_images("![[http://x.example/a.png]]")[0].form == AddressForm::from_root);
}

TEST_CASE("image places: what is not known to show an image is named, not replaced") {
  for (const std::string text : {
           "<Card img=\"http://x.example/a.png\">",
           "<ThemedImage sources={{light: useBaseUrl('http://x.example/a.png')}} />",
           "<p style=\"background: url(http://x.example/a.png?b)\">",
           "{{< card image=\"http://x.example/a.png\" >}}",
           "<imgx src=\"http://x.example/a.png\">",
       }) {
    CAPTURE(text);
    const auto places = find_remote_images(text);
    REQUIRE(places.size() == 1);
    CHECK(places[0].form == AddressForm::kept);
    CHECK(places[0].url.starts_with("http://x.example/a.png"));
  }
  for (const std::string text : {
           "<a href=\"http://x.example/a.png\">",
           "<Card href='http://x.example/a.png' title=\"a\">",
           "<iframe src=\"http://x.example/a\">",
           "<http://x.example/a.png>",
           "{{</* figure src=\"http://x.example/a.png\" */>}}",
           "<img alt=\"a\n\nsrc=\"http://x.example/a.png\">",
           "a <b ![c",
       }) {
    CAPTURE(text);
    CHECK(find_remote_images(text).empty());
  }
}

TEST_CASE("image places: blocks that are indented as in MkDocs hold text, lists and notes, too") {
  const std::string image = "![a](http://x.example/a.png)";
  for (const std::string before : {
           "=== \"T\"\n    ",
           "=== \"T\"\n\n    ",
           "!!! note\n    ",
           "!!! note \"T\"\n\n    ",
           "??? tip\n\n    text\n\n    ",
           "text\n\n???+ tip\n\n    === \"T\"\n\n        ",
           "1. a\n\n    !!! note\n\n        ",
           "- a\n    - b\n\n        !!! note\n\n            c\n\n    ",
           "    code\n\n!!! note\n\n    ",
           "1. a\n\n    ",
           "- a\n\n    - b\n\n        ",
           "10. a\n    ",
           "<Tabs>\n  <Tab label=\"x\">\n\n    ",
           "- a\n\n  <Tab>\n\n      b\n\n  </Tab>\n\n  c\n\n    ",
           "a\n:   b\n\n    ",
           "[^1]: a\n\n    ",
           "> - a\n>\n>     ",
           "a\n        ",
           "- a\n            ",
       }) {
    CAPTURE(before);
    CHECK(marked(before + image) == before + "![a](<0>)");
  }
}

TEST_CASE("image places: indented code is code in lists, quotes and blocks, too") {
  const std::string image = "![a](http://x.example/a.png)";
  for (const std::string before : {
           "1. a\n\n        ",
           "1. a\n\n        b\n        ",
           "1. a\n\n        b\n\n        ",
           "- a\n\n      ",
           "- a\n  - b\n\n        ",
           "-     ",
           ">     ",
           "> a\n>\n>     ",
           "> - a\n>\n>       ",
           "!!! note\n\n    a\n\n        ",
           "!!! note\n\n    - a\n\n          ",
           "# A\n    ",
           "<Tab>\n\n    a\n\n        ",
           "<Tab>\n\n  ```\n  a\n  ",
           "<Tab>\n\n  a\n\n</Tab>\n\n    ",
           "!!! note\n\n    ```\n    ",
           "!!! note\n\na\n\n    ",
       }) {
    CAPTURE(before);
    CHECK(marked(before + image) == before + image);
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
  for (const std::string_view part : {"![",
                                      "[",
                                      "](",
                                      "![a](",
                                      "![a](http:",
                                      "<img src=",
                                      "<!--",
                                      "`a``b",
                                      "[a]: ",
                                      "![a][",
                                      "![http://a](//b)",
                                      "![a]\n",
                                      "---\n",
                                      "\\",
                                      "<a {",
                                      "<a b='",
                                      "<a b",
                                      "{%a=b",
                                      "<a {b}",
                                      "<a {'",
                                      "{{< a ",
                                      "{% a='",
                                      ":::image a=",
                                      "![[//",
                                      "- ",
                                      "!!! a\n",
                                      "    !!! a\n",
                                      "\n",
                                      "> ",
                                      "[^a]: "})
    find_remote_images(repeated(part));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}
