#include "indexer/dialects/tagged_blocks.h"

#include <doctest/doctest.h>

namespace {

struct Result {
  std::string text;
  std::vector<indexer::Finding> findings;
};

Result read(std::string_view text, bool is_mdx = false) {
  const indexer::RuleSet rules(false);
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::read_tagged_blocks(lines, is_mdx, unknown);
  indexer::FileFindings findings(rules, "a.md");
  unknown.report(findings);
  return {indexer::join_lines(lines), findings.take()};
}

struct Case {
  std::string_view theirs;
  std::string_view ours;
};

template <std::size_t size>
void check(const Case (&cases)[size], bool is_mdx = false) {
  for (const auto& [theirs, ours] : cases) {
    CAPTURE(theirs);
    const Result result = read(theirs, is_mdx);
    CHECK(result.text == ours);
    CHECK(result.findings.empty());
  }
}

}  // namespace

TEST_CASE("tagged blocks: Hexo") {
  check({
      {"{% asset_img a.png \"A title\" %}\n", "![A title](a.png)\n"},
      {"{% asset_img left a.png 100 200 A title %}\n", "![A title](a.png)\n"},
      {"See {% asset_link a.pdf The manual %}.\n", "See [The manual](a.pdf).\n"},
      {"{% post_link start 'Go on' true %}\n", "[Go on](start)\n"},
      {"{% post_link start %}\n", "[start](start)\n"},
      {"{% codeblock Run it lang:js %}\na()\n{% endcodeblock %}\n", "```js title=\"Run it\"\na()\n```\n"},
      {"{% codeblock lang:js %}\na()\n{% endcodeblock %}\n", "```js\na()\n```\n"},
      {"{% blockquote Ada, Notes %}\na *b*\n{% endblockquote %}\n",
       "<blockquote>\n\na *b*\n\n— Ada, Notes\n\n</blockquote>\n"},
      {"{% pullquote left %}\na\n{% endpullquote %}\n", "<blockquote>\n\na\n\n</blockquote>\n"},
      {"{% note info Read this first %}\na\n{% endnote %}\n", ":::info Read this first\na\n:::\n"},
      {"{% note warning no-icon %}\na\n{% endnote %}\n", ":::warning\na\n:::\n"},
  });
}

TEST_CASE("tagged blocks: GitBook, Markdoc and Jekyll") {
  check({
      {"a\n{% hint style=\"warning\" %}\n**b**\n{% endhint %}\nc\n", "a\n:::warning\n**b**\n:::\nc\n"},
      {"{% hint style=\"success\" %}\nb\n{% endhint %}\n", ":::tip Success\nb\n:::\n"},
      {"{% tabs %}\n{% tab title=\"A\" %}\na\n{% endtab %}\n\n{% tab title=\"B\" %}\nb\n{% endtab %}\n{% "
       "endtabs %}\n",
       ":::tabs\n:::tab A\na\n:::\n\n:::tab B\nb\n:::\n:::\n"},
      {"{% content-ref url=\"x.md\" %}\n[x.md](x.md)\n{% endcontent-ref %}\n", "[x.md](x.md)\n"},
      {"{% code title=\"a_b.js\" lineNumbers=\"true\" %}\n```js\nx\n```\n{% endcode %}\n",
       "**a_b.js**\n\n```js\nx\n```\n"},
      {"{% stepper %}\n{% step %}\n### One\n\ntext\n{% endstep %}\n{% endstepper %}\n", "### One\n\ntext\n"},
      {"{% file src=\"a b.pdf\" %}\nThe manual\n{% endfile %}\n", "[\nThe manual\n](<a b.pdf>)\n"},
      {"{% file src=\"files/a.pdf\" %}\n", "[a.pdf](files/a.pdf)\n"},
      {"{% update date=\"2026-01-02\" %}\n## New\n{% endupdate %}\n", "**2026-01-02**\n\n## New\n"},
      {"a {% if visitor.claims.pro %}b{% if x %}c{% endif %}d{% else %}e{% endif %} f\n", "a e f\n"},
      {"a\n\n{% if visitor.claims.unsigned.pro %}\nb\n{% endif %}\nc\n", "a\n\nc\n"},
      {"{% callout type=\"danger\" title=\"T *x*\" %}\nb\n{% /callout %}\n", ":::danger T *x*\nb\n:::\n"},
      {"- a\n\n  {% note %}\n\n  b\n\n  {% endnote %}\n", "- a\n\n  :::note\n\n  b\n\n  :::\n"},
      {"{% note %}b{% endnote %}\n", ":::note\nb\n:::\n"},
      {"> {% tip %}\n> b\n> {% endtip %}\n", "> :::tip\n> b\n> :::\n"},
      {"| a |\n|---|\n{% ifversion ghes %}\n| b |\n{% endif %}\n| {% if x %}c{% else %}d{% endif %} |\n",
       "| a |\n|---|\n| b |\n| cd |\n"},
      {"{% mac %}\n\nb\n\n{% endmac %}\n", ":::tab macOS\n\nb\n\n:::\n"},
      {"{% assign x = \"y\" %}\n{% capture z %}\nb\n{% endcapture %}\n", "b\n"},
      {"a {% raw %}{{ b }} {% note %}{% endraw %} c\n", "a {{ b }} {% note %} c\n"},
      {"{% highlight js linenos %}\na {% note %}\n```\n{% endhighlight %}\n",
       "````js\na {% note %}\n```\n````\n"},
      {"{% include callout.html content=\"Some **words**.\" type=\"danger\" %}\n",
       ":::danger\nSome **words**.\n:::\n"},
      {"{% mermaid %}\ngraph TD\n{% endmermaid %}\n", "```mermaid\ngraph TD\n```\n"},
  });
}

TEST_CASE("tagged blocks: Hugo") {
  check({
      {"{{< note >}}\nb\n{{< /note >}}\n", ":::note\nb\n:::\n"},
      {"{{% alert color=\"warning\" title=\"T\" %}}\nb\n{{% /alert %}}\n", ":::warning T\nb\n:::\n"},
      {"{{< hint danger >}}\nb\n{{< /hint >}}\n", ":::danger\nb\n:::\n"},
      {"{{< admonition tip \"My title\" false >}}\nb\n{{< /admonition >}}\n", ":::tip My title\nb\n:::\n"},
      {"{{< tabs name=\"t\" >}}{{% tab name=\"A\" %}}aaa{{% /tab %}}{{< /tabs >}}\n",
       ":::tabs\n:::tab A\naaa\n:::\n:::\n"},
      {"{{< tabs items=\"A,B b\" >}}\n{{< tab >}}a{{< /tab >}}\n{{< tab >}}b{{< /tab >}}\n{{< /tabs >}}\n",
       ":::tabs\n:::tab A\na\n:::\n:::tab B b\nb\n:::\n:::\n"},
      {"{{< tabpane >}}\n{{< tab header=\"A\" lang=\"sh\" >}}\nls <Note>\n{{< /tab >}}\n{{< /tabpane >}}\n",
       ":::tabs\n:::tab A\n```sh\nls <Note>\n```\n:::\n:::\n"},
      {"{{< details \"More\" >}}\nb\n{{< /details >}}\n", ":::details More\nb\n:::\n"},
      {"{{% steps %}}\n\n### One\n\n{{% /steps %}}\n", "\n### One\n\n"},
      {"{{< highlight go \"linenos=table\" >}}\nx\n{{< /highlight >}}\n", "```go\nx\n```\n"},
      {"{{< imgproc \"a b.png\" Fill \"4x3\" >}}\nThe *lamp*.\n{{< /imgproc >}}\n",
       "![](<a b.png>)\n\nThe *lamp*.\n"},
      {"{{< cards >}}\n  {{< card link=\"a\" title=\"A\" subtitle=\"More\" >}}\n{{< /cards >}}\n",
       "**[A](a)**\n\nMore\n"},
      {"a {{< button href=\"b\" >}}c{{< /button >}} {{< glossary_tooltip text=\"pod\" term_id=\"pod\" >}}\n",
       "a [c](b) pod\n"},
  });
}

TEST_CASE("tagged blocks: MDX") {
  check({
      {"<Note>\n  b\n</Note>\n", ":::note\nb\n:::\n"},
      {"<Callout type=\"error\" title=\"T\">b</Callout>\n", ":::danger T\nb\n:::\n"},
      {"<Tabs groupId=\"os\">\n  <TabItem value=\"linux\" label=\"Linux\">\n\nRun `curl {x}`\n\n  "
       "</TabItem>\n"
       "  <TabItem value=\"win\">Run that</TabItem>\n</Tabs>\n",
       ":::tabs\n:::tab Linux\n\nRun `curl {x}`\n\n:::\n  :::tab win\n  Run that\n  :::\n:::\n"},
      {"<Tabs items={['npm', 'yarn']}>\n<Tab>a</Tab>\n<Tab>b</Tab>\n</Tabs>\n",
       ":::tabs\n:::tab npm\na\n:::\n:::tab yarn\nb\n:::\n:::\n"},
      {"<Tabs values={[{label: 'N', value: 'n'}]}>\n<TabItem value=\"n\">a</TabItem>\n</Tabs>\n",
       ":::tabs\n:::tab N\na\n:::\n:::\n"},
      {"<Steps>\n  <Step title=\"One\">\n    Do:\n\n    ```sh\n    ls\n    ```\n  </Step>\n</Steps>\n",
       ":::steps\n:::step One\nDo:\n\n```sh\nls\n```\n:::\n:::\n"},
      {"<Steps>\n\n1. a\n\n   <Aside>\n   b\n   </Aside>\n\n2. c\n\n</Steps>\n",
       "\n1. a\n\n   :::note\n   b\n   :::\n\n2. c\n\n"},
      {"<CardGrid>\n  <Card title=\"A\" icon=\"x\">\n    text\n  </Card>\n  <LinkCard title=\"B\" "
       "href=\"/b/\" "
       "description=\"more\" />\n</CardGrid>\n",
       "**A**\n\ntext\n\n**[B](/b/)**\n\nmore\n"},
      {"<Card\n  title=\"A\"\n  href=\"a\"\n>\n  text\n</Card>\n", "**[A](a)**\n\ntext\n"},
      {"<AccordionGroup>\n<Accordion title=\"Q [x]?\">\nb\n</Accordion>\n</AccordionGroup>\n",
       ":::details Q [x]?\nb\n:::\n"},
      {"<ParamField path=\"id\" type=\"string\" required>\n  text\n</ParamField>\n",
       "**id (string, required)**\n\ntext\n"},
      {"<Frame caption=\"Cap\">\n  ![a](b.png)\n</Frame>\n", "![a](b.png)\n\n*Cap*\n"},
      {"Now <Badge text=\"new\" variant=\"tip\"/> and <Icon name=\"x\" /> <Link to=\"/a\">b</Link>\n",
       "Now new and  [b](/a)\n"},
      {"<Tooltip tip=\"A *small* one\">lamp</Tooltip>\n", "lamp (A \\*small\\* one)\n"},
      {"<Files>\n  <Folder name=\"app\" open>\n    <File name=\"a_b.js\" />\n    <Folder name=\"c\">\n      "
       "<File name=\"d\" />\n"
       "    </Folder>\n  </Folder>\n  <File name=\"e\" />\n</Files>\nf\n",
       "- app\n  - a_b.js\n  - c\n    - d\n- e\n\nf\n"},
      {"a\n<Visibility for=\"agents\">\nb\n\n<Note>c</Note>\n</Visibility>\nd\n", "a\n\nd\n"},
      {"<Visibility for=\"humans\">\nb\n</Visibility>\n", "b\n"},
      {"<Image src=\"a.png\" alt=\"A\" />\n", "![A](a.png)\n"},
      {"<>\na\n</>\n", "a\n"},
      {"<div style={{color: 'red'}}>styled</div>\n", "<div>styled</div>\n"},
      {"<CodeGroup>\n```js a.js\n1\n```\n</CodeGroup>\n", ":::code-group\n```js a.js\n1\n```\n:::\n"},
      {"<FileTree>\n\n- a\n  - b\n\n</FileTree>\n", "\n- a\n  - b\n\n"},
      {"<div>\n<Note>\nb\n</Note>\n</div>\n", "<div>\n\n:::note\nb\n:::\n</div>\n"},
      {"| <Note>a</Note> | <Card title=\"T\">b</Card> |\n", "| a | T b |\n"},
  });
}

TEST_CASE("tagged blocks: what is not closed, not opened, or in code stays") {
  for (const std::string_view text :
       {"{% note %}\nb\n", "b\n{% endnote %}\n", "<Note>\nb\n", "</Note>\n",
        "{% unknown %}a{% endunknown %}\n", "{{< unknown >}}\n", "{% raw %}\n", "```\n<Note>a</Note>\n```\n",
        "`{% note %}a{% endnote %}`\n", "    <Note>a</Note>\n", "\\<Note>a\\</Note>\n",
        "List<String> and Map<A, B>\n", "a <b>c</b> <BR>\n", "<!-- <Note>a</Note> -->\n",
        "{{ x }} {% include a.html %}\n", "<a id=\"a-{b}\"></a>\n", "<a id=\"={b}\"></a>\n"}) {
    CAPTURE(text);
    CHECK(read(text).text == text);
  }
}

TEST_CASE("tagged blocks: the title and text of an unknown component stay, and it is named") {
  const Result result =
      read("a\n\n<Hero title=\"T\">\n  b\n</Hero>\n\nc <Pill>d</Pill> <Chart data={x} />\n");
  CHECK(result.text == "a\n\n**T**\n\nb\n\nc d \n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].message ==
        "components that are not known are left out, their titles and what is inside are kept (3 times)");
  CHECK(result.findings[0].at.line == 3);
  CHECK(result.findings[0].at.column == 1);
}

TEST_CASE("tagged blocks: labels and texts of attributes") {
  check({
      {"<TypeTable type={{\n  size: { description: 'In px', type: 'number', default: 0.2 },\n  'a-b': { "
       "type: "
       "'string', required: true },\n}} />\n",
       "- **size (number, default: 0.2)**: In px\n- **a-b (string, required)**\n"},
      {"<Code code=\"npm i\" lang=\"sh\" title=\"a.sh\" />\n", "**a.sh**\n\n```sh\nnpm i\n```\n"},
      {"<Tile title=\"T\" href=\"b.md\">\na\n</Tile>\n", "**[T](b.md)**\n\na\n"},
      {"<Card title=\"T\" href=\"b.md\" description=\"D\">\na\n</Card>\n", "**[T](b.md)**\n\nD\n\na\n"},
      {"<Update label=\"May\" description=\"v2\">\na\n</Update>\n", "**May (v2)**\n\na\n"},
      {"<ParamField path=\"id\" type=\"string\" default=\"x\" required={false} "
       "deprecated>\na\n</ParamField>\n",
       "**id (string, default: x, deprecated)**\n\na\n"},
      {"<Frame caption=\"The **lamp**\" hint=\"Look\">\n![a](b.png)\n</Frame>\n",
       "Look\n\n![a](b.png)\n\n*The **lamp***\n"},
      {"a <Tooltip tip=\"What\" cta=\"Read\" href=\"b.md\">c</Tooltip>\n", "a c (What, [Read](b.md))\n"},
      {"{% swagger method=\"get\" path=\"/a/{id}\" baseUrl=\"https://b\" summary=\"One\" %}\n"
       "{% swagger-description %}\nc\n{% endswagger-description %}\n\n"
       "{% swagger-parameter in=\"header\" name=\"key\" required=\"true\" type=\"String\" %}\nd\n"
       "{% endswagger-parameter %}\n\n"
       "{% swagger-response status=\"200: OK\" description=\"Well\" %}\ne\n{% endswagger-response %}\n{% "
       "endswagger "
       "%}\n",
       "**GET https://b/a/{id} (One)**\n\nc\n\n**key (String, required)**\n\nd\n\n**200: OK (Well)**\n\ne\n"},
      {"{% api-method method=\"get\" host=\"https://b\" path=\"/a\" %}\n{% api-method-summary %}\nc\n"
       "{% endapi-method-summary %}\n{% endapi-method %}\n",
       "**GET https://b/a**\n\nc\n"},
      {"{% openapi src=\"a.json\" path=\"/a\" method=\"put\" %}\n[a](a.json)\n{% endopenapi %}\n",
       "**PUT /a**\n\n[a](a.json)\n"},
      {"{% page-ref page=\"c.md\" %}\n", "[c.md](c.md)\n"},
      {"{% button href=\"c.md\" %}Go{% /button %}\n", "[Go](c.md)\n"},
      {"{% file src=\"a.pdf\" caption=\"The a\" %}\n", "[The a](a.pdf)\n"},
      {"{{#title My page}}\n{{#tabs global=\"os\" }}\n{{#tab name=\"One\" }}\na\n{{#endtab }}\n{{#tab "
       "name=\"Two\"}}\nb\n"
       "{{#endtab}}\n{{#endtabs}}\n{{#if x}}c{{/if}}\n",
       ":::tabs\n:::tab One\na\n:::\n:::tab Two\nb\n:::\n:::\n{{#if x}}c{{/if}}\n"},
      {"{% quick-link title=\"T\" href=\"/c\" description=\"D\" /%}\n", "**[T](/c)**\n\nD\n"},
  });
}

TEST_CASE("tagged blocks: links, images and texts of components that are not known") {
  for (const auto& [theirs, ours] : {
           Case{"<Hero title=\"T\" subtitle=\"S\" href=\"b.md\" />\n", "**[T](b.md)**\n\nS\n"},
           Case{"<Shot src=\"./a.png\" alt=\"A\" caption=\"C\" />\n", "![A](./a.png)\n\nC\n"},
           Case{"a <Shot src=\"./a.png\" alt=\"A\" /> b\n", "a ![A](./a.png) b\n"},
           Case{"a <Get href=\"b.md\">it</Get> b\n", "a [it](b.md) b\n"},
           Case{"<Box to=\"left\" title=\"T\">\na\n</Box>\n", "**T**\n\na\n"},
           Case{"<Chip term=\"T\">a</Chip>\n", "**T**\n\na\n"},
           Case{"<List :items=\"x\" @click=\"y\" title=\"T\" />\n", "**T**\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs).text == ours);
  }
}

TEST_CASE("tagged blocks: Markdown in HTML is read in MDX") {
  const Case cases[] = {
      {"<p>\n  See **b**.\n</p>\nc\n", "<div>\n\nSee **b**.\n\n</div>\n\nc\n"},
      {"<div className=\"x\" id=\"y\">\n    - a\n\n    - b\n</div>\n",
       "<div className=\"x\" id=\"y\">\n\n- a\n\n- b\n\n</div>\n"},
      {"<div\n  style={{color: 'red'}}\n  id=\"y\"\n>\n  **b**\n</div>\n",
       "<div id=\"y\">\n\n**b**\n\n</div>\n"},
      {"<ul>\n  <li>**a** b</li>\n</ul>\n", "<ul>\n\n<li>\n\n**a** b\n\n</li>\n\n</ul>\n"},
      {"<tr><td>a</td><td>**b**</td></tr>\n",
       "<tr>\n\n<td>\n\na\n\n</td>\n\n<td>\n\n**b**\n\n</td>\n\n</tr>\n"},
      {"- a\n\n  <div>\n    **b**\n  </div>\n- c\n", "- a\n\n  <div>\n\n  **b**\n\n  </div>\n\n- c\n"},
      {"<Card title=\"T\">\n  <p>\n    b\n  </p>\n</Card>\n", "**T**\n\n<div>\n\nb\n\n</div>\n"},
      {"<a href=\"x\">\n  ![a](b.png)\n</a>\n", "<a href=\"x\">\n\n![a](b.png)\n\n</a>\n"},
      {"a\n<Code code={`x\n\ny`} />\nb\n", "a\n\n```\nx\n\ny\n```\n\nb\n"},
      {"<br />\n**b**\n", "<br />\n\n**b**\n"},
      {"<a id=\"x\" />\n", "<a id=\"x\"></a>\n"},
      {"a <b>**c**</b> <a href={x}>d\ne</a> <p>f</p>\n", "a <b>**c**</b> <a>d\ne</a> <p>f</p>\n"},
      {"| <p>a</p> |\n|---|\n", "| <p>a</p> |\n|---|\n"},
      {"a <div> b\n", "a <div> b\n"},
      {"```\n<p>\na\n</p>\n```\n", "```\n<p>\na\n</p>\n```\n"},
      {"<pre>\n<p>\na\n</p>\n</pre>\n", "<pre>\n<p>\na\n</p>\n</pre>\n"},
  };
  check(cases, true);
  CHECK(read("<p>\n**b**\n</p>\n").text == "<p>\n**b**\n</p>\n");
}

TEST_CASE("tagged blocks: a loop of a template is left out and named") {
  const Result result = read("a\n{% for x in site.pages %}\n- {{ x.title }}\n{% endfor %}\nb\n");
  CHECK(result.text == "a\n\nb\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].at.line == 2);
}

TEST_CASE("tagged blocks: many tags without a partner are not nested") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "{{< card title=\"A\" >}}\n";
  CHECK(read(text + "{{< tip >}}\nb\n{{< /tip >}}\n").text.ends_with(":::tip\nb\n:::\n"));
}

TEST_CASE("tagged blocks: hostile text takes no longer than its size") {
  for (const std::string_view piece :
       {"<A", "<A b={", "<A b=\"", "<Note>", "</Note>", "{% note %}", "{% raw %}", "{% x", "{{< tab \"",
        "<a b={", "<p>", "<p>\n", "</p>", "<p {a}>b", "<A b={\n", "<Note>\n", "{% highlight %}\n", "<",
        "1<A "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < (256U << 10U)) text += piece;
    CHECK(!read(text).text.empty());
    CHECK(!read(text, true).text.empty());
  }
}
