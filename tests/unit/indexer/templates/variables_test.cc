#include "indexer/templates/variables.h"

#include <doctest/doctest.h>

#include <map>

namespace {

std::string filled(std::string_view text) {
  static const std::map<std::string, std::string, std::less<>> kValues{
      {"site.phone", "+44"},
      {"site.params.phone", "+45"},
      {"page.title", "Pads"},
      {"page.size", "L"},
      {"site.extra.hotline", "+46"},
      {"site.data.phone.support", "+47"},
      {"site.variables.plan", "Pro"},
      {"variables.product.name", "Heron"},
      {"variables.product.full", "{% data variables.product.name %} Build"},
      {"variables.product.loop", "{% data variables.product.loop %}x"}};
  indexer::DialectContext context;
  context.value = [](std::string_view name) -> std::optional<std::string> {
    const auto found = kValues.find(name);
    return found == kValues.end() ? std::nullopt : std::optional(found->second);
  };
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_variables(lines, context);
  std::string out = indexer::join_lines(lines);
  if (!text.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("variables: each tool's names have their values") {
  struct Case {
    std::string_view text;
    std::string_view result;
  };
  constexpr Case kCases[]{
      {"Call {{ site.phone }}.", "Call +44."},
      {"{{site.phone}} {{- site.phone -}}", "+44 +44"},
      {"{{ page.title }} {{ $frontmatter.title }} {{ frontmatter.title }} {{ page.meta.size }}",
       "Pads Pads Pads L"},
      {"{frontmatter.title} {frontMatter.title}", "Pads Pads"},
      {"{{ hotline }} {{ plan }}", "+46 Pro"},
      {"{{< param phone >}} {{% param \"size\" %}}", "+45 L"},
      {"{{ .Site.Params.phone }} {{ .Title }} {{ .Params.size }}", "+45 Pads L"},
      {"{{ site.data.phone.support }} {{ .Site.Data.phone.support }}", "+47 +47"},
      {"{{ site.phone | escape }}", "+44"},
      {"{{ site.none | default: 'none' }}", "none"},
      {"{{ site.none | escape }}", ""},
      {"{% data variables.product.full %}", "Heron Build"},
  };
  for (const Case& one : kCases) {
    CAPTURE(one.text);
    CHECK(filled(one.text) == one.result);
  }
}

TEST_CASE("variables: addresses are from the root of the content") {
  CHECK(filled("[a]({{ site.baseurl }}{% link _faq/x.md %}#y)") == "[a](/_faq/x.md#y)");
  CHECK(filled("[a]({% post_url 2026-03-01-x %})") == "[a](/_posts/2026-03-01-x)");
  CHECK(filled("![a]({{ \"/a.svg\" | relative_url }})") == "![a](/a.svg)");
  CHECK(filled("[a]({{ 'a/b' | absolute_url }})") == "[a](/a/b)");
  CHECK(filled("[a]({{ site.url }}/b) [a]({{ base_path }}/b)") == "[a](/b) [a](/b)");
  CHECK(filled("[a]({{< ref \"x.md#y\" >}}) [a]({{< relref path=\"x.md\" lang=\"en\" >}})") ==
        "[a](x.md#y) [a](x.md)");
  CHECK(filled("[a]({{% ref \"/b\" %}})") == "[a](/b)");
  CHECK(filled("[a]({{< baseurl >}}docs/x)") == "[a](/docs/x)");
}

TEST_CASE("variables: what nobody knows, code and raw text stay") {
  for (const char* text :
       {"{{ site.none }}", "{{ none }}", "{{ 1 + 1 }}", "{{< param none >}}", "{{< note >}}", "{% if x %}",
        "{{ x | upper }}", "`{{ site.phone }}`", "```\n{{ site.phone }}\n```\n", "\\{{ site.phone }}",
        "<!-- {{ site.phone }} -->", "{% raw %}{{ site.phone }}{% endraw %}", "{% data variables.none.x %}",
        "{{", "{front", "{{ site.phone"}) {
    CAPTURE(text);
    CHECK(filled(text) == text);
  }
}

TEST_CASE("variables: GitHub's names are read in code, and a value that asks for itself ends") {
  CHECK(filled("`{% data variables.product.name %} run`\n\n```\n{% data variables.product.name %}\n```\n") ==
        "`Heron run`\n\n```\nHeron\n```\n");
  CHECK(filled("{% data variables.product.loop %}").size() < 100);
}
