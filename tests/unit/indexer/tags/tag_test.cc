#include "indexer/tags/tag.h"

#include <doctest/doctest.h>

using indexer::read_tag;
using indexer::Tag;
using indexer::TagForm;
using indexer::TagStyle;

TEST_CASE("tag: what is a tag, its name and its form") {
  const struct {
    std::string_view text;
    TagStyle style;
    TagForm form;
    std::string_view name;
  } cases[] = {
      {"{% hint style=\"info\" %}", TagStyle::liquid, TagForm::open, "hint"},
      {"{%- endhint -%}", TagStyle::liquid, TagForm::close, "hint"},
      {"{% /callout %}", TagStyle::liquid, TagForm::close, "callout"},
      {"{% end-note %}", TagStyle::liquid, TagForm::close, "note"},
      {"{% icon name=\"x\" /%}", TagStyle::liquid, TagForm::alone, "icon"},
      {"{{< note >}}", TagStyle::shortcode, TagForm::open, "note"},
      {"{{% /note %}}", TagStyle::shortcode, TagForm::close, "note"},
      {"{{<card link=\"a\" />}}", TagStyle::shortcode, TagForm::alone, "card"},
      {"<Note>", TagStyle::component, TagForm::open, "Note"},
      {"</Tabs.Tab>", TagStyle::component, TagForm::close, "Tabs.Tab"},
      {"<Icon name=\"x\" />", TagStyle::component, TagForm::alone, "Icon"},
      {"<Tabs\n  items={[\"a > b\", 'c']}\n>", TagStyle::component, TagForm::open, "Tabs"},
      {"<>", TagStyle::component, TagForm::open, ""},
      {"</>", TagStyle::component, TagForm::close, ""},
  };
  for (const auto& [text, style, form, name] : cases) {
    CAPTURE(text);
    const auto tag = read_tag(text);
    REQUIRE(tag);
    CHECK(tag->style == style);
    CHECK(tag->form == form);
    CHECK(tag->name == name);
    CHECK(tag->size == text.size());
  }
}

TEST_CASE("tag: what is none") {
  for (const std::string_view text : {"{% hint", "{{ x }}", "{{< note", "<note>", "<B>", "<Https://a.b>",
                                      "<Note", "<A b=\"", "< Note>", "<A {b>", "{% %}", "{{<>}}", "<3"}) {
    CAPTURE(text);
    CHECK_FALSE(read_tag(text));
  }
}

TEST_CASE("tag: values with and without names") {
  const Tag tag = *read_tag("{{< tab \"One two\" `three` name='x \\' y' open=true four >}}");
  CHECK(tag.positional() == std::vector<std::string>{"One two", "three", "four"});
  CHECK(tag.value({"missing", "name"}) == "x ' y");
  CHECK(tag.value({"open"}) == "true");
  const Tag component =
      *read_tag("<Card title=\"T\" icon={<b>I</b>} n={3} img={require('./a.png').default} f={x} required>");
  CHECK(component.value({"title"}) == "T");
  CHECK(component.value({"icon"}) == "I");
  CHECK(component.value({"n"}) == "3");
  CHECK(component.value({"img"}) == "./a.png");
  CHECK(component.value({"f"}).empty());
  CHECK(component.find("required") != nullptr);
}

TEST_CASE("tag: HTML with attributes in braces keeps those that are text") {
  std::size_t size = 0;
  CHECK(indexer::html_without_code("<div style={{color: 'red'}} id=\"a\">x", size) == "<div id=\"a\">");
  CHECK(size == 35);
  CHECK(indexer::html_without_code("<img src={require('./a.png').default} alt={\"A\"} />", size) ==
        "<img src=\"./a.png\" alt=\"A\" />");
  CHECK_FALSE(indexer::html_without_code("<div id=\"a\">", size));
  CHECK_FALSE(indexer::html_without_code("<a {b", size));
}

TEST_CASE("tag: code names a file") {
  CHECK(indexer::file_in_code("useBaseUrl('/img/a.png')") == "/img/a.png");
  CHECK(indexer::file_in_code("require(\"./a.png\").default") == "./a.png");
  CHECK(indexer::file_in_code("{\n light: useBaseUrl('/l.svg'),\n dark: useBaseUrl('/d.svg')}") == "/l.svg");
  CHECK(indexer::file_in_code("a ? 'b' : c").empty());
  CHECK(indexer::file_in_code("`/${x}.png`").empty());
  CHECK(indexer::file_in_code("'open.png").empty());
}
