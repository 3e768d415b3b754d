#include "indexer/dialects/code_fences.h"

#include <doctest/doctest.h>

namespace {

struct Result {
  std::string text;
  std::vector<indexer::Finding> findings;
};

Result read(std::string_view text) {
  const indexer::RuleSet rules(false);
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::close_raw_fences(lines);
  indexer::mark_kinds(lines);
  indexer::RuleFindings unknown("unknown-syntax");
  indexer::read_code_fences(lines, unknown);
  indexer::FileFindings findings(rules, "a.md");
  unknown.report(findings);
  return {indexer::join_lines(lines), findings.take()};
}

// What becomes of an info string.
std::string fence(const std::string& info) {
  const std::string text = read("```" + info + "\nx\n```\n").text;
  return text.substr(0, text.find("\nx\n"));
}

}  // namespace

TEST_CASE("code fences: the language is kept and a title stands above") {
  const struct {
    std::string info;
    std::string ours;
  } cases[] = {
      {"js", "```js"},
      {"", "```"},
      {"js title=\"src/a_b.js\" {1,3-4} showLineNumbers", "**src/a_b.js**\n```js"},
      {"js {1,3}", "```js"},
      {"js:a.js", "**a.js**\n```js"},
      {"ts:line-numbers=2 {1}", "```ts"},
      {"ts:no-line-numbers [a.ts]", "**a.ts**\n```ts"},
      {"js a.js icon=\"x\"", "**a.js**\n```js"},
      {"js linenums=1.5", "```js"},
      {"js [a.js]", "**a.js**\n```js"},
      {"js filename='a.js' copy", "**a.js**\n```js"},
      {" {.python title=\"a.py\" hl_lines=\"1\"}", "**a.py**\n```python"},
      {"{python}", "```python"},
      {"{r, fig.width=5}", "```r"},
      {"{1,3}", "```"},
      {" title=\"a.txt\"", "**a.txt**\n```"},
      {"js copy", "```js"},
      {"bash a.sh", "**a.sh**\n```bash"},
      {"go {linenos=true}", "```go"},
      {"yaml{% raw %}", "```yaml"},
      {"c++", "```c++"},
      {"bash tab=\"npm\"", "**npm**\n```bash"},
  };
  for (const auto& [info, ours] : cases) {
    CAPTURE(info);
    CHECK(fence(info) == ours);
  }
  CHECK(read("a\n```js title=\"b\"\n```\n").text == "a\n\n**b**\n```js\n```\n");
  CHECK(read("- ```js title=\"b\"\n  x\n  ```\n").text == "- **b**\n  ```js\n  x\n  ```\n");
  CHECK(read("> ```js title=\"b\"\n> x\n> ```\n").text == "> **b**\n> ```js\n> x\n> ```\n");
}

TEST_CASE("code fences: marks for a highlighter are taken out") {
  CHECK(read("```js\n// highlight-next-line\na // [!code ++]\nb // [!code highlight]\n// [!code focus:2]\n# "
             "highlight-start\n```\n")
            .text == "```js\na\nb\n```\n");
  CHECK(read("```html\n<!-- highlight-end -->\n<a> <!-- [!code --] -->\n```\n").text ==
        "```html\n<a>\n```\n");
  CHECK(read("```yaml\na: 1 # (1)!\nb: f(1)\n```\n").text == "```yaml\na: 1 # (1)\nb: f(1)\n```\n");
  CHECK(read("```diff\n+a // [!code ++]\n```\n").text == "```diff\n+a // [!code ++]\n```\n");
  CHECK(read("```js\n// highlight-nextly\n```\n").text == "```js\n// highlight-nextly\n```\n");
}

TEST_CASE("code fences: Jekyll's raw tags around code are no code") {
  CHECK(read("```yaml{% raw %}\n${{ a }}\n```{% endraw %}\nb\n").text == "```yaml\n${{ a }}\n```\nb\n");
  CHECK(read("```yaml\n{% raw %}\n${{ a }}\n{% endraw %}\n```\n").text == "```yaml\n${{ a }}\n```\n");
  CHECK(read("```yaml\na: {% raw %}${{ a }}{% endraw %} {% raw %}b{% endraw %}\n```\n").text ==
        "```yaml\na: ${{ a }} {% raw %}b{% endraw %}\n```\n");
}

TEST_CASE("code fences: in a group each is a tab") {
  CHECK(read("::: code-group\n```js [a.js]\n1\n```\n\n```sh\n2\n```\n:::\n\n```js\n3\n```\n").text ==
        ":::tabs\n:::tab a.js\n```js\n1\n```\n:::\n\n:::tab sh\n```sh\n2\n```\n:::\n:::\n\n```js\n3\n```\n");
  CHECK(read(":::code-group\n```bash npm i\n1\n```\n:::\n").text ==
        ":::tabs\n:::tab npm i\n```bash\n1\n```\n:::\n:::\n");
}

TEST_CASE("code fences: diagrams and formulas are shown as their source, and named") {
  const Result result = read("```mermaid\ngraph\n```\n\n$$\na_1\n$$\n\nb $$c_1 * d$$ e\n\n$$ f $$\n");
  CHECK(result.text == "```mermaid\ngraph\n```\n\n```math\na_1\n```\n\nb `c_1 * d` e\n\n```math\nf\n```\n");
  REQUIRE(result.findings.size() == 2);
  CHECK(result.findings[0].message == "a Mermaid diagram is shown as its source");
  CHECK(result.findings[1].message == "a formula is shown as its source (3 times)");
  for (const std::string_view text : {"a $$ b\n", "$$\na\n", "`$$a$$`\n", "costs $5 and $6\n"}) {
    CAPTURE(text);
    CHECK(read(text).text == text);
    CHECK(read(text).findings.empty());
  }
}

TEST_CASE("code fences: of Rust what rustdoc and mdBook hide is not shown") {
  CHECK(read("```rust,ignore\n# fn main() {\n  let x = 1;\n  # let "
             "y;\n##[test]\n#[derive(A)]\n#![allow(b)]\n#\n# }\n"
             "```\n")
            .text == "```rust,ignore\n  let x = 1;\n#[test]\n#[derive(A)]\n#![allow(b)]\n```\n");
  CHECK(read("```sh\n# a\n```\n").text == "```sh\n# a\n```\n");
}

TEST_CASE("code fences: a query of Dataview is named") {
  const auto result = read("```dataview\nTABLE a\n```\n");
  CHECK(result.text == "```dataview\nTABLE a\n```\n");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].message == "a query of Dataview is shown as its source");
}

TEST_CASE("code fences: of R Markdown and Quarto hidden code is not shown") {
  for (const char* info :
       {"{r setup, include=FALSE}", "{r, echo = FALSE}", "{r}\n#| label: x\n#| echo: false",
        "{python}\n#| include: false", "{.python .content-hidden}"}) {
    CAPTURE(info);
    CHECK(read("a\n\n```" + std::string(info) + "\nb\n```\n\nc\n").text == "a\n\n\nc\n");
  }
  CHECK(read("```{r, echo=TRUE}\nb\n```\n").text == "```r\nb\n```\n");
}
