#include "kb/search/marked_html.h"

#include <doctest/doctest.h>

namespace kb {

TEST_CASE("marked html: parts are escaped, matches are marked") {
  CHECK(marked_html({{"a < ", false}, {"<b>", true}, {" \"c\" & 'd'", false}}) ==
        "a &lt; <mark>&lt;b&gt;</mark> &quot;c&quot; &amp; 'd'");
  CHECK(marked_html({}) == "");
}

}  // namespace kb
