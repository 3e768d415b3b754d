#include "kb/search/found_words.h"

#include <doctest/doctest.h>

#include "tests/unit/kb/search_fixture.h"

namespace kb {
namespace {

class FoundWords : public SearchFixture {
 public:
  FoundWords() {
    site.languages = {"en", "ja"};
    site.synonyms["en"] = {{{"couch"}, {"sofa"}}};
    add("a", "Return a sofa", "Return the sofa within 30 days with the label from the parcel.");
    add("b", "Something else", "The weather is fine today.");
    add("c", "注文", "注文の方法", "ja");
  }
  std::string marked(std::string_view query, std::string_view html, std::string_view lang = "en") {
    return mark_found(snapshot(), lang, query, html);
  }
};

TEST_CASE_FIXTURE(FoundWords, "found words: in text alone, in all forms, with corrections and synonyms") {
  CHECK(marked("returns", "<p>Return it. <a href=\"/return\" title=\"return > x\">Returning</a></p>") ==
        "<p><mark>Return</mark> it. <a href=\"/return\" title=\"return > x\"><mark>Returning</mark></a></p>");
  CHECK(marked("couch", "<p>The sofa</p>") == "<p>The <mark>sofa</mark></p>");
  CHECK(marked("retrun parcel", "<p>the parcel</p>") == "<p>the <mark>parcel</mark></p>");
  CHECK(marked("the parcel", "<p>the parcel</p>") == "<p>the <mark>parcel</mark></p>");
  CHECK(marked("注文", "<p>ご注文の方法</p>", "ja") == "<p>ご<mark>注文</mark>の方法</p>");
}

TEST_CASE_FIXTURE(FoundWords, "found words: entities stay, and code and pictures are left alone") {
  CHECK(marked("label", "label &amp;label; &lt;label") ==
        "<mark>label</mark> &amp;<mark>label</mark>; &lt;<mark>label</mark>");
  CHECK(marked("label amp", "a &amp; label") == "a &amp; <mark>label</mark>");
  CHECK(marked("label", "<pre><code>label</code></pre><p>label</p><svg><text>label</text></svg>") ==
        "<pre><code>label</code></pre><p><mark>label</mark></p><svg><text>label</text></svg>");
}

TEST_CASE_FIXTURE(FoundWords, "found words: nothing where nothing is marked") {
  for (const std::string_view html : {"", "<p>Elsewhere</p>", "<p title=\"label\">", "<pre>label", "<"}) {
    CAPTURE(html);
    CHECK(marked("label", html).empty());
  }
  CHECK(marked("", "<p>label</p>").empty());
  CHECK(marked("the", "<p>no such word</p>").empty());
}

}  // namespace
}  // namespace kb
