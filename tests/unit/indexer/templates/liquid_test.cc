#include "indexer/templates/liquid.h"

#include <doctest/doctest.h>

#include <chrono>

namespace {

std::string read(std::string_view text) {
  indexer::DialectContext context;
  context.value = [](std::string_view name) -> std::optional<std::string> {
    if (name == "page.beta") return "false";
    return name == "site.plan" ? std::optional<std::string>("Pro") : std::nullopt;
  };
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_liquid(lines, context);
  return indexer::join_lines(lines);
}

struct Case {
  std::string_view text;
  std::string_view result;
};

template <std::size_t size>
void check(const Case (&cases)[size]) {
  for (const auto& [text, result] : cases) {
    CAPTURE(text);
    CHECK(read(text) == result);
  }
}

}  // namespace

TEST_CASE("Liquid: what is captured stands where it is asked for") {
  check({
      {"{% capture x %}a *b*{% endcapture %}\n\nSee {{ x }}.\n", "\nSee a *b*.\n"},
      {"{% set x %}a{% endset %}\n{{ x }}\n", "a\n"},
      {"{% capture x %}\na\n\nb\n{% endcapture %}\n<div>{{ x | markdownify }}</div>\n",
       "<div>\n\na\n\nb\n\n</div>\n"},
      {"{% capture x %}\na\nb\n{% endcapture %}\n> {{x}}\n", "> a\n> b\n> \n"},
      {"{% capture x %}\na\nb\n{% endcapture %}\n| {{x}} | c |\n", "| a b | c |\n"},
      {"{% capture x %}\na\n\n- b\n{% endcapture %}\n{% include note.html content=x %}\n",
       ":::note\na\n\n- b\n:::\n\n"},
      {"{% capture x %}a{% endcapture %}{% capture x %}{{ x }}b{% endcapture %}{{ x }}\n", "ab\n"},
      {"{% assign n = \"3 days\" %}\n{{ n }}\n", "{% assign n = \"3 days\" %}\n3 days\n"},
      {"{% assign n = site.plan %}\n{{ n }}\n", "{% assign n = site.plan %}\n{{ site.plan }}\n"},
  });
}

TEST_CASE("Liquid: what nobody asks for, and what cannot be told, stays") {
  check({
      {"a\n{% capture x %}\nb\n{% endcapture %}\nc\n", "a\nb\nc\n"},
      {"{% capture x %}\nb\n", "{% capture x %}\nb\n"},
      {"{% capture x %}b{% endcapture %}{{ x | split: ',' }}\n", "b\n{{ x | split: ',' }}\n"},
      {"{% assign n = a | size %}{{ n }}\n", "{% assign n = a | size %}{{ n }}\n"},
      {"`{% capture x %}b{% endcapture %}`\n", "`{% capture x %}b{% endcapture %}`\n"},
      {"```\n{% if false %}a{% endif %}\n```\n", "```\n{% if false %}a{% endif %}\n```\n"},
      {"{% raw %}{% if false %}a{% endif %}{% endraw %}\n",
       "{% raw %}{% if false %}a{% endif %}{% endraw %}\n"},
      {"use {% if false %} and more\n", "use {% if false %} and more\n"},
      {"{% if x %}a{% else %}b{% endif %}\n", "{% if x %}a{% else %}b{% endif %}\n"},
      {"{% if x %}{% assign n = '1' %}{% endif %}{{ n }}\n",
       "{% if x %}{% assign n = '1' %}{% endif %}{{ n }}\n"},
      {"{% for a in b %}c{% else %}d{% endfor %}\n", "{% for a in b %}c{% else %}d{% endfor %}\n"},
      {"{% endif %}\n", "{% endif %}\n"},
      {"{% else %}\n", "{% else %}\n"},
  });
}

TEST_CASE("Liquid: a branch that certainly does not hold is not shown") {
  check({
      {"a\n{% if false %}\nb\n{% else %}\nc\n{% endif %}\nd\n", "a\nc\nd\n"},
      {"a {% if false %}b{% endif %}c\n", "a c\n"},
      {"{% if true %}b{% else %}c{% endif %}\n", "b\n"},
      {"{%- unless true -%}b{%- endunless -%}\n", ""},
      {"{% unless page.beta %}b{% else %}c{% endunless %}\n", "b\n"},
      {"a\n\n{% if false %}\n\nb\n\n```\n{% endif %}\n```\n\n{% endif %}\n\nc\n", "a\n\n\n\n\n\nc\n"},
      {"{% if false %}a{% if x %}b{% else %}c{% endif %}d{% endif %}e\n", "e\n"},
      {"{% if false %}a{% if\n x %}b{% endif %}c{% endif %}d\n", "d\n"},
      {"{% if false %}a{% for x in y %}b{% else %}c{% endfor %}d{% endif %}e\n", "e\n"},
      {"{% if false %}{% capture x %}a{% endcapture %}{% endif %}{{ x }}\n", "{{ x }}\n"},
      {"{% if x %}a{% elsif false %}b{% else %}c{% endif %}\n", "{% if x %}a{% else %}c{% endif %}\n"},
      {"{% if x %}a{% elsif visitor.claims.b %}b{% endif %}\n", "{% if x %}a{% endif %}\n"},
      {"{% if false %}a{% elsif true %}b{% elsif true %}c{% else %}d{% endif %}\n", "b\n"},
      {"{% if false %}a{% elsif x %}b{% else %}c{% endif %}\n", "bc\n"},
      {"{% assign beta = false %}{% if beta %}b{% endif %}\n", "{% assign beta = false %}\n"},
      {"{% if jekyll.environment == 'development' %}b{% endif %}\nc\n", "c\n"},
      {"{% if site.plan == 'Pro' %}b{% endif %}\n", "b\n"},
      {"- a\n  {% if false %}\n  - b\n  {% endif %}\n- c\n", "- a\n- c\n"},
      {"{% if x %}{% if false %}a{% endif %}b{% endif %}\n", "{% if x %}b{% endif %}\n"},
  });
}

TEST_CASE("Liquid: values in values end, and a flood of tags takes no longer than other text") {
  std::string bomb = "{% capture a %}0123456789{% endcapture %}\n";
  for (int i = 0; i < 40; ++i) bomb += "{% capture a %}{{ a }}{{ a }}{% endcapture %}\n";
  CHECK(read(bomb + "{{ a }}\n").size() < 1'000'000);

  for (const std::string_view unit : {"{%", "{% if ", "{% if x %}", "{% endif %}", "{{ a", "{% else %}"}) {
    std::string flood;
    while (flood.size() < 200'000) flood += unit;
    const auto begin = std::chrono::steady_clock::now();
    read(flood + "\n");
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
  }
}
