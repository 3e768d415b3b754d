#include "searchd/theme/templates.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <thread>
#include <vector>

#include "tests/unit/kb/fixture.h"

using namespace searchd;

namespace {

struct TemplatesFixture {
  kb::TempFolder folder;
  StringsByLanguage strings;

  TemplatesFixture() {
    strings.try_emplace("en", "en", service::FlatYaml{{"hello", "Hello <"}, {"count.one", "one"}});
    std::filesystem::create_directories(folder / "partials");
  }
  std::string render(const std::string& text, const View& view) {
    folder.write("page.html.mustache", text);
    return Templates(read_templates(folder.path()), strings).render("page", "en", view);
  }
  std::string error(const std::string& text) {
    folder.write("page.html.mustache", text);
    const std::string error = kb::error_of([&] { Templates(read_templates(folder.path()), strings); });
    return error.starts_with(folder.path().string()) ? error.substr(folder.path().string().size() + 1)
                                                     : error;
  }
};

}  // namespace

TEST_CASE_FIXTURE(TemplatesFixture,
                  "templates: texts are escaped, strings are at hand, partials are included") {
  View item;
  item.set("name", "<b>");
  View view;
  view.set("name", "page");
  view.set_list("items", {item, item});
  folder.write("partials/row.html.mustache", "[{{name}}]");
  CHECK(render("{{t.hello}} {{t.count.one}} {{#has_items}}{{#items}}{{> "
               "row}}{{/items}}{{/has_items}}{{^none}}-{{/none}}",
               view) == "Hello &lt; one [&lt;b&gt;][&lt;b&gt;]-");
}

TEST_CASE_FIXTURE(TemplatesFixture, "templates: an empty text and an empty list are no section") {
  View view;
  view.set("empty", "");
  view.set("yes", true);
  view.set("no", false);
  view.set_list("list", {});
  CHECK(render("{{#empty}}1{{/empty}}{{#list}}2{{/list}}{{#no}}3{{/no}}{{#yes}}4{{/yes}}{{^empty}}5{{/"
               "empty}}{{empty}}",
               view) == "45");
}

TEST_CASE_FIXTURE(TemplatesFixture, "templates: a broken one is named with the reason") {
  CHECK(error("{{#open}}") ==
        "page.html.mustache: Unclosed section \"open\" in line 1\ncorrect the template");
  CHECK(error("{{> none}}") ==
        "page.html.mustache: there is no partial none\nadd partials/none.html.mustache");
  folder.write("partials/loop.html.mustache", "{{> loop}}");
  CHECK(error("{{> loop}}") ==
        "partials/loop.html.mustache: includes itself\na partial cannot include itself");
  folder.write("partials/loop.html.mustache", "{{/x}}");
  CHECK(error("").starts_with("partials/loop.html.mustache: "));
}

TEST_CASE_FIXTURE(TemplatesFixture, "templates: one over 1 MiB is refused, alone or with its partials") {
  const std::string most(1024UL * 1024, 'a');
  CHECK(render(most, {}) == most);
  CHECK(error(most + "b") == "cannot read " + (folder / "page.html.mustache").string() +
                                 ": it has more than 1048576 bytes\ncheck that it is the right file");
  folder.write("partials/0.html.mustache", std::string(1024, 'a'));
  for (int i = 1; i < 30; ++i)
    folder.write(fmt::format("partials/{}.html.mustache", i),
                 fmt::format("{{{{> {0}}}}}{{{{> {0}}}}}", i - 1));
  CHECK(
      error("{{> 29}}") ==
      "partials/11.html.mustache: with its partials it has more than 1048576 bytes\ninclude fewer partials");
}

TEST_CASE_FIXTURE(TemplatesFixture, "templates: many threads render at once") {
  folder.write("page.html.mustache", "{{#list}}{{n}} {{/list}}");
  const Templates templates(read_templates(folder.path()), strings);
  std::vector<std::thread> threads;
  std::vector<std::string> results(4);
  for (auto& result : results) {
    threads.emplace_back([&] {
      View item;
      item.set("n", "7");
      View view;
      view.set_list("list", {item, item});
      for (int i = 0; i < 200; ++i) result = templates.render("page", "en", view);
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) CHECK(result == "7 7 ");
}
