#include "indexer/markdown/sanitizer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

struct Sanitized {
  std::string html;
  std::vector<indexer::Finding> findings;
  std::string limit;
};

// The writer's raw HTML, from line 7 of a file on; targets lead to /to/<target>, "gone" leads nowhere.
Sanitized sanitize(const std::string& html) {
  const indexer::RuleSet rules(true);
  indexer::FileFindings findings(rules, "a.md");
  const indexer::LinkResolver resolve = [](indexer::LinkKind, std::string_view target, indexer::Position) {
    indexer::ResolvedLink link;
    if (target != "gone")
      link.url = target.starts_with("http") ? std::string(target) : "/to/" + std::string(target);
    link.remote = target.starts_with("https://cdn.");
    return link;
  };
  indexer::Links links(resolve, findings);
  indexer::SanitizerFindings sanitizing;
  const indexer::HtmlNode body =
      indexer::sanitize({html, {{0, html.size(), {7, 1}, true}}}, links, sanitizing);
  sanitizing.not_allowed.report(findings);
  sanitizing.unknown.report(findings);
  return {indexer::to_html(std::span<const indexer::HtmlNode>(body.children)), findings.take(),
          sanitizing.limit};
}

}  // namespace

TEST_CASE("sanitizer: what help articles need passes") {
  for (const std::string html : {
           "<p>a <b>b</b><i>c</i><em>d</em><strong>e</strong><u>f</u><s>g</s></p>",
           "<details open><summary>More</summary><p>text</p></details>",
           "<kbd>Ctrl</kbd><sub>2</sub><sup>3</sup><br><hr>",
           "<ins>a</ins><del>b</del><mark>c</mark><abbr "
           "title=\"T\">d</abbr><q>e</q><cite>f</cite><var>g</var>",
           "<dl><dt>a</dt><dd>b</dd></dl>",
           "<figure><figcaption>c</figcaption></figure>",
           "<ol start=\"3\" reversed type=\"a\"><li value=\"4\">x</li></ol>",
           "<table><caption>c</caption><colgroup><col span=\"2\"></colgroup><thead><tr><th "
           "scope=\"col\">h</th></tr>"
           "</thead><tbody><tr><td colspan=\"2\" rowspan=\"3\">d</td></tr></tbody><tfoot></tfoot></table>",
           "<div id=\"a\" lang=\"de\" dir=\"rtl\"><span title=\"t\">x</span></div>",
       }) {
    CAPTURE(html);
    const Sanitized result = sanitize(html);
    CHECK(result.html == html);
    CHECK(result.findings.empty());
  }
}

TEST_CASE("sanitizer: players become links, and pictures drawn in the page their label") {
  const struct {
    std::string html;
    std::string clean;
  } cases[] = {
      {"<iframe src=\"https://www.youtube.com/embed/a1?rel=0\" title=\"How to\"></iframe>",
       "<p><a href=\"https://www.youtube.com/watch?v=a1\">Video: How to</a></p>"},
      {"<p><iframe src=\"//maps.example/x\"></iframe></p>",
       "<p><a href=\"https://maps.example/x\">//maps.example/x</a></p>"},
      {"<video src=\"a/clip.mp4\" controls>old browser</video>",
       "<p><a href=\"/to/a/clip.mp4\">Video: clip.mp4</a></p>"},
      {"<video controls><source src=\"clip.mp4\"><source src=\"clip.webm\"></video>",
       "<p><a href=\"/to/clip.mp4\">Video: clip.mp4</a></p>"},
      {"<audio src=\"a.mp3\" title=\"A song\"></audio>", "<p><a href=\"/to/a.mp3\">A song</a></p>"},
      {"<video src=\"gone\">not here</video>", "not here"},
      {"a <svg aria-label=\"Settings\"><path d=\"M1\"/></svg> b", "a Settings b"},
      {"<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>"},
  };
  for (const auto& [html, clean] : cases) CHECK(sanitize(html).html == clean);
}

TEST_CASE("sanitizer: what is taken out, and what stays of it") {
  const struct {
    std::string html;
    std::string expected;
  } cases[] = {
      {"a<script>alert(1)</script>b", "ab"},
      {"a<style>x</style>b<iframe src=x>c</iframe>d", "abd"},
      {"a<form><input></form>b", "ab"},
      {"a<svg><g>x</g></svg>b<math><mi>y</mi></math>c", "abc"},
      {"a<textarea>x</textarea>b<select><option>y</select>c<title>z</title>d", "abcd"},
      {"<center>a <font color=red>b</font></center>", "a b"},
      {"<b onclick=\"x()\" style=\"color:red\" class=\"big\" data-x=\"1\">a</b>", "<b>a</b>"},
      {"<div class=\"alert note\">a</div>", "<div class=\"alert note\">a</div>"},
      {"<div class=\"alert evil\" role=\"button\">a</div>", "<div>a</div>"},
      {"<b class=\"language-\tevil\">a</b><b class=\"note\ntip\">c</b>", "<b>a</b><b>c</b>"},
      {"<p id=\"a b\">a</p><p id=\"\">b</p>", "<p>a</p><p>b</p>"},
      {"<input type=\"checkbox\" checked>", ""},
      {"<td align=\"right\">x</td>", "x"},
      {"<table><tr><td align=\"right\" width=\"1\">x</td></tr></table>",
       "<table><tbody><tr><td class=\"right\">x</td></tr></tbody></table>"},
      {"<a href=\"javascript:alert(1)\">a</a>", "a"},
      {"<a href=\"gone\" id=\"x\">a</a>", "<a id=\"x\">a</a>"},
      {"<a name=\"x\">a</a>", "<a name=\"x\" id=\"x\">a</a>"},
      {"<a href=\"//host/x\">a</a>", "<a href=\"https://host/x\">a</a>"},
      {"<img src=\"gone\" alt=\"A\">", "<span class=\"missing-image\">A</span>"},
      {"a<!-- secret -->b", "ab"},
      {"a<?php x ?>b", "ab"},
      {"a&#1;&#27;b", "ab"},
      {"&lt;script&gt;", "&lt;script&gt;"},
      {"<pre>\n\nx</pre>", "<pre>\n\nx</pre>"},
  };
  for (const auto& [html, expected] : cases) {
    CAPTURE(html);
    CHECK(sanitize(html).html == expected);
  }
}

TEST_CASE("sanitizer: an element that is not allowed is named once, with its first place and how often") {
  const Sanitized result = sanitize("x\n<center>a</center>\n  <center>b</center>");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].message == "<center> is not allowed, what is inside is kept (2 times)");
  CHECK(result.findings[0].rule == "html-not-allowed");
  CHECK(result.findings[0].at.line == 8);
  CHECK(result.findings[0].at.column == 1);
}

TEST_CASE("sanitizer: a link that the parser opens again in each block is reported once") {
  const Sanitized result = sanitize("<a href=\"javascript:x\" id=\"a\">b<p>c<p>d</a>");
  CHECK(result.html == "<a id=\"a\">b<p>c</p></a><p><a id=\"a\">d</a></p>");
  CHECK(result.findings.size() == 1);
}

TEST_CASE("sanitizer: what the parser builds is limited, whatever the text looks like") {
  const auto repeated = [](std::string_view unit, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += unit;
    return text;
  };
  const struct {
    std::string html;
    std::string limit;
  } cases[] = {
      {repeated("<div>", 299), ""},
      {repeated("<div>", 400), "raw HTML is nested deeper than 300 elements"},
      {repeated("<div:x></div>", 5'000), "raw HTML is nested deeper than 300 elements"},
      {repeated("<br>", 100'000), "the page has more than 100,000 elements"},
      {"<p>" + repeated("<i><b><u>", 3) + repeated("<p>x", 20'000),
       "the page has more than 100,000 elements"},
      {"<p>" + repeated("<i title=" + std::string(20'000, 'x') + ">", 3) + repeated("<p>x", 5'000),
       "reading this text takes more memory or time than any article needs, shorten or split it"},
  };
  for (const auto& [html, limit] : cases) {
    CAPTURE(html.substr(0, 40));
    CHECK(sanitize(html).limit == limit);
  }
}

TEST_CASE("sanitizer: a component of another tool is unknown syntax, not HTML") {
  const Sanitized result = sanitize("<Tabs>a</Tabs><BR>");
  CHECK(result.html == "a<br>");
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].rule == "unknown-syntax");
  CHECK(result.findings[0].message == "components that are not known are left out, what is inside is kept");
}

TEST_CASE("sanitizer: control bytes inside a scheme do not hide it") {
  for (const std::string target :
       {"java&#1;script:alert(1)", "&#2;java&#12;&#31;script:alert(1)", "data&#8;:text/html,x",
        "java&#1&#2&#8&#11&#12script:javascript:alert(1)"}) {
    CAPTURE(target);
    const Sanitized result = sanitize("<a href=\"" + target + "\">x</a>");
    CHECK(result.html.find("href") == std::string::npos);
    REQUIRE(result.findings.size() == 1);
    CHECK(result.findings[0].rule == "bad-url-scheme");
  }
}

TEST_CASE("sanitizer: attacks leave nothing that runs") {
  const std::vector<std::string> attacks = {
      "<img src=x onerror=alert(1)>",
      "<img/src=x/onerror=alert(1)>",
      "<img src=`x`onerror=alert(1)>",
      "<IMG SRC=JaVaScRiPt:alert(1)>",
      "<img src=\"&#106;avascript:alert(1)\">",
      "<img src=\"jav\tascript:alert(1)\">",
      "<img src=\"jav&#x0A;ascript:alert(1)\">",
      "<img src=\" &#14; javascript:alert(1)\">",
      "<img \"\"\"><script>alert(1)</script>\">",
      "<img srcset=\"javascript:alert(1)\">",
      "<a href=\"javascript:alert(1)\">x</a>",
      "<a href=\"javascript&colon;alert(1)\">x</a>",
      "<a href=\"vbscript:x\">x</a>",
      "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
      "<a href=\"&#1;javascript:alert(1)\">x</a>",
      "<a href=\"java&#1;script:alert(1)\">x</a>",
      "<a xlink:href=\"javascript:alert(1)\">x</a>",
      "<a href=x onclick=alert(1) ping=//evil formaction=javascript:alert(1)>x</a>",
      "<svg onload=alert(1)>",
      "<svg><script>alert(1)</script></svg>",
      "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
      "<svg></p><style><a id=\"</style><img src=x onerror=alert(1)>\">",
      "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x "
      "onerror=alert(1)&gt;\">",
      "<math href=\"javascript:alert(1)\">x</math>",
      "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
      "<iframe src=\"javascript:alert(1)\">",
      "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\">",
      "<form action=\"javascript:alert(1)\"><button>x</button></form>",
      "<button formaction=\"javascript:alert(1)\">x</button>",
      "<input onfocus=alert(1) autofocus>",
      "<details ontoggle=alert(1) open>x</details>",
      "<body onload=alert(1)>",
      "<html onmouseover=alert(1)>",
      "<base href=\"javascript:alert(1)//\">",
      "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
      "<link rel=import href=\"data:text/html,x\">",
      "<style>@import 'javascript:alert(1)';</style>",
      "<div style=\"width:expression(alert(1))\">x</div>",
      "<table background=\"javascript:alert(1)\"><tr><td background=\"javascript:alert(1)\">",
      "<marquee onstart=alert(1)>x</marquee>",
      "<video><source onerror=\"alert(1)\"></video><audio src onerror=alert(1)>",
      "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
      "<template><script>alert(1)</script></template>",
      "<textarea><script>alert(1)</script></textarea><title><script>alert(1)</script></title>",
      "<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>",
      "<!--><script>alert(1)</script>-->",
      "<![CDATA[<script>alert(1)</script>]]>",
      "<scr<script>ipt>alert(1)</scr</script>ipt>",
      "<<script>script>alert(1)<</script>/script>",
      "<select><iframe><script>alert(1)</script>",
      "<isindex action=javascript:alert(1) type=image>",
      "<frameset onload=alert(1)><frame src=javascript:alert(1)>",
      "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
      "<b/onclick=alert(1)//>x</b>",
  };
  CHECK(attacks.size() >= 40);
  for (const std::string& attack : attacks) {
    CAPTURE(attack);
    const std::string html = sanitize(attack).html;
    // What is left is read again by the same parser: nothing may be left to take out, and nothing may change.
    const Sanitized again = sanitize(html);
    CHECK(again.findings.empty());
    for (const char* sign :
         {"<script", "<style", "<svg", "<iframe", " onerror=", " onclick=", "=\"javascript"}) {
      std::string outside_quotes;
      bool is_quoted = false;
      for (const char c : html) {
        if (c == '"') is_quoted = !is_quoted;
        if (!is_quoted || sign[0] == '=') outside_quotes += c;
      }
      CHECK(outside_quotes.find(sign) == std::string::npos);
    }
  }
}

TEST_CASE("sanitizer: formatting that is never closed is refused before the parser opens it everywhere") {
  std::string open;
  std::string closed;
  for (int i = 0; i < 501; ++i) {
    open += "<b>http://a.example</p><p>";
    closed += "<b>x</b><blockquote>y</blockquote>";
  }
  CHECK(sanitize(open).limit == "more than 500 raw HTML tags such as <b> are never closed");
  CHECK(sanitize(closed).limit.empty());
}

TEST_CASE("sanitizer: an image of another host is asked for late and without saying from where") {
  CHECK(sanitize("<img src=\"https://cdn.example/a.png\" referrerpolicy=\"unsafe-url\" loading=\"eager\">")
            .html ==
        "<img loading=\"lazy\" referrerpolicy=\"no-referrer\" src=\"https://cdn.example/a.png\" alt=\"\">");
  CHECK(sanitize("<img src=\"a.png\">").html == "<img loading=\"lazy\" src=\"/to/a.png\" alt=\"\">");
}
