#include "kb/text/html.h"

#include <doctest/doctest.h>

namespace kb {

TEST_CASE("html: what has a meaning between tags or in double quotes is escaped") {
  CHECK(escape_html("<a href=\"x\">&amp; 'b' ä") == "&lt;a href=&quot;x&quot;&gt;&amp;amp; 'b' ä");
  CHECK(escape_html("") == "");
}

}  // namespace kb
