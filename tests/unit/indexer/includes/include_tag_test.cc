#include "indexer/includes/include_tag.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/includes/include_paths.h"

using indexer::include_tag_at;

TEST_CASE("include tag: each tool names its file in its own way") {
  struct Case {
    std::string_view tag;
    std::string_view target;
  };
  constexpr Case kCases[]{
      {"--8<-- \"parts/a.md\"", "parts/a.md"},
      {"-8<- 'a.md:2:5'", "a.md"},
      {"{% include note.md a=\"b\" %}", "note.md"},
      {"{%- include_relative ../x.md -%}", "../x.md"},
      {"{% include \"../.gitbook/includes/x.md\" %}", "../.gitbook/includes/x.md"},
      {"{% render \"x\" %}", "x"},
      {"{% data reusables.a.b-c %}", "/data/reusables/a/b-c.md"},
      {"{% indented_data_reference reusables.a.b spaces=3 %}", "/data/reusables/a/b.md"},
      {"{{% include \"x.md\" %}}", "x.md"},
      {"{{< include \"a b.md\" >}}", "a b.md"},
      {"{{< readfile file=\"/content/en/x.md\" >}}", "/content/en/x.md"},
      {"{!x.md!}", "x.md"},
      {"{! x.md !lines=1-2 4}", "x.md"},
      {"<!--@include: ./x.md-->", "./x.md"},
      {"<!-- @include: ./x.md#use{1,3} -->", "./x.md"},
      {"<<< @/snippets/x.sh{1,2 ts:line-numbers} [Run]", "@/snippets/x.sh"},
      {"<<< ./x.sh#use", "./x.sh"},
      {"{{#include ../x.md:2:5}}", "../x.md"},
      {"{{#rustdoc_include x.rs:use}}", "x.rs"},
      {"{{#playground x.rs editable}}", "x.rs"},
      {"{{$include /help/_includes/x.md}}", "/help/_includes/x.md"},
      {"[!INCLUDE [text](x.md)]", "x.md"},
      {"[!include[text](~/includes/x.md \"title\") ]", "~/includes/x.md"},
      {"[!code-csharp[text](x.cs?name=use)]", "x.cs"},
      {":::include x.md", "x.md"},
      {"<Snippet file=\"x.mdx\" />", "x.mdx"},
      {"<include>./x.mdx</include>", "./x.mdx"},
      {"<include cwd lang=\"ts\">lib/x.ts#part</include>", "lib/x.ts"},
  };
  for (const Case& one : kCases) {
    CAPTURE(one.tag);
    const auto tag = include_tag_at(one.tag, true);
    REQUIRE(tag);
    CHECK(tag->target == one.target);
    CHECK(tag->size == one.tag.size());
  }
}

TEST_CASE("include tag: what is none stays") {
  for (const char* text :
       {"--8<-- [start:x]", "{% if x %}", "{% include x.md", "{{ x }}", "{{< note >}}", "<!-- x -->",
        "<<< word", "[!NOTE]", "[!VIDEO https://a.example]", ":::note", "{!x", "{% data variables.a.b %}",
        "<Snippet />", "<include></include>", "<includes>x.md</includes>", "<include>x.md"}) {
    CAPTURE(text);
    CHECK(!include_tag_at(text, true));
  }
  CHECK(!include_tag_at("--8<-- \"x.md\"", false));
  CHECK(!include_tag_at("<<< ./x.sh", false));
}

TEST_CASE("include tag: parts, languages and arguments are read") {
  CHECK(include_tag_at("{{#include x.md:use}}", true)->part.name == "use");
  CHECK(include_tag_at("<!--@include: x.md{2,3}-->", true)->part.ranges.at(0).last == 3);
  CHECK(include_tag_at("{!x.md!lines=1-2 4}", true)->part.ranges.size() == 2);
  CHECK(include_tag_at("[!code-go[t](x.go#L3-L9)]", true)->part.ranges.at(0).first == 3);
  CHECK(include_tag_at("[!code-cs[t](x.cs#Use)]", true)->part.name == "Use");
  const auto query = include_tag_at("[!code-cs[t](x.cs?name=Use&range=1-3,5&highlight=2)]", true);
  CHECK(query->target == "x.cs");
  CHECK(query->part.name == "Use");
  CHECK(query->part.ranges.size() == 2);
  const auto angle = include_tag_at("<<< @/x.sh#use{1,2 ts:line-numbers} [Run]", true);
  CHECK(angle->language == "ts");
  CHECK(angle->title == "Run");
  CHECK(angle->part.name == "use");
  CHECK(angle->part.ranges.empty());
  const auto hugo = include_tag_at("{{< readfile file=\"x.go\" code=\"true\" lang=\"go\" >}}", true);
  CHECK(hugo->as_code);
  CHECK(hugo->language == "go");
  CHECK(include_tag_at("{% include x.html a='b c' d=e f=\"\" %}", true)->arguments ==
        indexer::IncludeArguments{{"a", "b c"}, {"d", "e"}, {"f", ""}});
}

TEST_CASE("include paths: the likeliest place comes first, and nothing leads out") {
  const auto paths = [](std::string_view tag, std::string_view file) {
    return indexer::include_paths(*include_tag_at(tag, true), file, file);
  };
  using List = std::vector<std::string>;
  CHECK(paths("<!--@include: ./x.md-->", "guide/a.md") == List{"guide/x.md"});
  CHECK(paths("{{#include ../x.md}}", "src/nets/a.md") == List{"src/x.md"});
  CHECK(paths("{{#include ../../../etc/passwd}}", "a/b.md").empty());
  CHECK(paths("[!INCLUDE [t](https://a.example/x.md)]", "a.md").empty());
  CHECK(paths("{% include x.md %}", "docs/a.md").front() == "docs/_includes/x.md");
  CHECK(paths("--8<-- \"x.md\"", "docs/a/b.md").front() == "docs/a/x.md");
  const List data = paths("{% data reusables.a.b %}", "content/en/a.md");
  CHECK(std::find(data.begin(), data.end(), "data/reusables/a/b.md") != data.end());
}
