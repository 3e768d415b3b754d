#include "indexer/inline/media.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_media(lines);
  return indexer::join_lines(lines);
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("Films become links to where they are watched, and our own images") {
  for (const auto& [theirs, ours] : {
           Case{"{% embed url=\"https://www.youtube.com/watch?v=a1\" %}",
                "<https://www.youtube.com/watch?v=a1>\n"},
           Case{"{% embed url=\"https://a.example/\" fullWidth=\"true\" %}\nIts caption\n{% endembed %}\n\nb",
                "<https://a.example/>\\\nIts caption\n\n\nb\n"},
           Case{"{{< youtube a1_-b >}}", "<https://www.youtube.com/watch?v=a1_-b>\n"},
           Case{"{{< youtube id=\"a1\" title=\"How [it] works\" >}}",
                "[Video: How \\[it\\] works](https://www.youtube.com/watch?v=a1)\n"},
           Case{"{{% vimeo \"123\" %}}", "<https://vimeo.com/123>\n"},
           Case{"{{< video src=\"files/a.mp4\" title=\"T\" >}}", "![T](files/a.mp4)\n"},
           Case{"{{< video \"files/a b.mp4\" >}}", "![](<files/a b.mp4>)\n"},
           Case{"{% youtube a1 %} {%- vimeo 12 -%}",
                "<https://www.youtube.com/watch?v=a1> <https://vimeo.com/12>\n"},
           Case{"{% youtube \"https://youtu.be/a1\" %}", "<https://youtu.be/a1>\n"},
           Case{"{% include youtube.html id=\"a1\" %}", "<https://www.youtube.com/watch?v=a1>\n"},
           Case{"{% include embed/youtube.html id='a1' %}", "<https://www.youtube.com/watch?v=a1>\n"},
           Case{"{% include video id=\"a1\" provider=\"vimeo\" %}", "<https://vimeo.com/a1>\n"},
           Case{"> [!VIDEO https://www.youtube-nocookie.com/embed/a1?x=y]",
                "<https://www.youtube.com/watch?v=a1>\n"},
           Case{">[!VIDEO](https://video.example/v/1)", "[Video](https://video.example/v/1)\n"},
           Case{"<YouTube id=\"a1\" />", "<https://www.youtube.com/watch?v=a1>\n"},
           Case{"<LiteYouTubeEmbed id={\"a1\"} title='T' noCookie />",
                "[Video: T](https://www.youtube.com/watch?v=a1)\n"},
           Case{"<ReactPlayer controls url='https://a.example/b' />", "<https://a.example/b>\n"},
           Case{"@[youtube](a1)", "<https://www.youtube.com/watch?v=a1>\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("Figures become images with their caption below") {
  for (const auto& [theirs, ours] : {
           Case{"{{< figure src=\"a.png\" alt=\"A\" >}}", "![A](a.png)\n"},
           Case{"{{< figure src=\"a b.png\" title=\"T\" caption=\"C *c*\" width=\"300px\" link=\"x.md\" >}}",
                "[![T](<a b.png>){width=300}](x.md)<br>**T** C *c*\n"},
           Case{"{% include figure image_path=\"/a.png\" alt=\"A\" caption=\"C\" %}", "![A](/a.png)<br>C\n"},
           Case{"a\n{{< figure src=\"a.png\"\n  caption=\"Say \\\"C\\\"\"\n>}}\nb",
                "a\n![](a.png)<br>Say \"C\"\nb\n"},
           Case{"{% include image.html\n   image = \"/a.png\"\n   caption = \"C\"\n%}", "![](/a.png)<br>C\n"},
           Case{"{% include image.html file='a.png' alt='A' %}", "![A](a.png)\n"},
           Case{"a {% octicon \"gear\" aria-label=\"Settings\" %} b", "a Settings b\n"},
           Case{"a {% octicon \"gear\" aria-hidden=\"true\" %}b {{< icon \"x\" >}}", "a b \n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("References to pages become paths") {
  CHECK(read("See [this]({{< ref \"dup.md\" >}}) and [that]({{< relref \"dup#setup\" >}}).") ==
        "See [this](dup.md) and [that](dup#setup).\n");
  CHECK(read("[a]({% link _docs/a.md %}#b) {{< ref \"a b\" >}}") ==
        "[a](/_docs/a.md#b) {{< ref \"a b\" >}}\n");
}

TEST_CASE("Other tags stay") {
  for (const char* text :
       {"{% include note.html content=\"x\" %}\n", "{{< note >}}\n", "{{< youtube >}}\n",
        "{% youtube page.video %}\n", "<Card title=\"YouTube\">\n", "<video src=\"a.mp4\"></video>\n",
        "{{< figure >}}\n", "`{{< youtube a1 >}}`\n", "[!VIDEO files/a.mp4]\n", "@[someone](x)\n",
        "{% embed url=\"{{ x }}\" %}\n", "{{</* youtube a1 */>}}\n"}) {
    CHECK(read(text) == text);
  }
}
