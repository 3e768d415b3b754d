#include "searchd/theme/template_files.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>
#include <sstream>

#include "kb/store/file.h"
#include "tests/unit/kb/fixture.h"

using namespace searchd;

namespace {

struct OverrideFixture {
  kb::TempFolder ours;
  kb::TempFolder own;
  StringsByLanguage strings;

  OverrideFixture() {
    strings.try_emplace("en", "en",
                        service::FlatYaml{{"close", "Close"}, {"steps.one", "1"}, {"steps.other", "n"}});
    strings.try_emplace("de", "de",
                        service::FlatYaml{{"close", "Zu"}, {"steps.one", "1"}, {"steps.other", "n"}});
    ours.write("article.html.mustache", "{{! version 2 }}\n<h1>{{title}}</h1>{{> foot}}{{t.close}}");
    ours.write("feed.atom.mustache", "{{! version 1 }}\n<?xml version=\"1.0\"?>{{#items}}{{url}}{{/items}}");
    ours.write("partials/foot.html.mustache", "{{! version 1 }}\n{{contact_url}}");
  }

  TemplateFolder overridden() const {
    TemplateFolder folder = read_templates(ours.path());
    override_templates(own.path(), strings, folder);
    return folder;
  }

  // What is wrong with an override of the article, without its path.
  std::string error(std::string_view text, const std::string& name = "article.html.mustache") const {
    own.write(name, text);
    const std::string error = kb::error_of([&] { overridden(); });
    const std::string path = (own / name).string() + ": ";
    return error.starts_with(path) ? error.substr(path.size(), error.find('\n') - path.size()) : error;
  }
};

}  // namespace

TEST_CASE_FIXTURE(OverrideFixture, "templates: the line of the version is none of the text") {
  const TemplateFolder folder = read_templates(ours.path());
  CHECK(folder.pages.at("article").version == 2);
  CHECK(folder.pages.at("article").text.starts_with("<h1>"));
  CHECK(folder.pages.at("feed.atom").text.starts_with("<?xml"));
  CHECK(folder.partials.at("foot").text == "{{contact_url}}");
}

TEST_CASE_FIXTURE(OverrideFixture, "overrides: one template in the place of ours, the others stay") {
  own.write("article.html.mustache",
            "{{! version 2 }}\r\n<p>{{ title }} {{{contact_url}}} {{&url}}{{^items}}{{.}}{{/items}}{{!x}}");
  own.write("readme.txt", "of no interest");
  own.write(".article.html.mustache.swp", "{{! version 9 }}");
  const TemplateFolder folder = overridden();
  CHECK(folder.pages.at("article").text.starts_with("<p>"));
  CHECK(folder.pages.at("feed.atom").text.starts_with("<?xml"));
  CHECK(folder.partials.at("foot").text == "{{contact_url}}");
}

TEST_CASE_FIXTURE(OverrideFixture, "overrides: the version must be the one this program has") {
  CHECK(error("{{! version 1 }}\nx") ==
        "it is written for version 1 of this template; this program has version 2");
  CHECK(error("<h1>{{title}}</h1>") ==
        "it does not say which version of this template it is written for; this program has version 2");
  CHECK(error("{{! version 3 }}") ==
        "it is written for version 3 of this template; this program has version 2");
  CHECK(error("{{! version two }}").find("does not say") != std::string::npos);
  CHECK(error("{{! version 2 }}") == "nothing was thrown");
}

TEST_CASE_FIXTURE(OverrideFixture, "overrides: a name that no page has would show nothing") {
  CHECK(error("{{! version 2 }}\n{{titel}}") == "no page has {{titel}}; did you mean title?");
  CHECK(error("{{! version 2 }}\n{{> foott}}") == "no page has {{>foott}}; did you mean >foot?");
  CHECK(error("{{! version 2 }}\n{{t.clsoe}}") == "no page has {{t.clsoe}}; did you mean t.close?");
  CHECK(error("{{! version 2 }}\n{{=<% %>=}}<% title %>").starts_with("no page has {{=<% %>=}}"));
  CHECK(error("{{! version 2 }}\n{{t.steps.one}}{{> foot }}") == "nothing was thrown");
  CHECK(error("{{! version 1 }}", "artcle.html.mustache") ==
        "there is no template of this name; did you mean article?");
}

TEST_CASE_FIXTURE(OverrideFixture, "overrides: partials, too") {
  CHECK(error("{{! version 2 }}", "partials/foot.html.mustache") ==
        "it is written for version 2 of this template; this program has version 1");
  own.write("partials/foot.html.mustache", "{{! version 1 }}\nnew");
  CHECK(overridden().partials.at("foot").text == "new");
}

TEST_CASE_FIXTURE(OverrideFixture, "overrides: texts one by one, a new language as a whole") {
  own.write("strings/de.yaml", "close: Schliessen\n");
  own.write("strings/fr.yaml", "close: Fermer\n");
  override_strings(own / "strings", strings);
  CHECK(strings.at("de").text("close") == "Schliessen");
  CHECK(strings.at("de").text("steps.other") == "n");
  CHECK(strings.at("en").text("close") == "Close");
  CHECK(strings.at("fr").keys().size() == 1);  // Theme asks for the rest
  own.write("strings/de.yaml", "clos: x\n");
  CHECK(kb::error_of([&] { override_strings(own / "strings", strings); }) ==
        (own / "strings/de.yaml").string() +
            ": no text has the key clos; did you mean close?\ncorrect or remove it");
  const auto refusal = [&](const std::string& text) {
    own.write("strings/de.yaml", text);
    const std::string error = kb::error_of([&] { override_strings(own / "strings", strings); });
    return error.substr(std::min(error.size(), (own / "strings/de.yaml").string().size() + 2));
  };
  CHECK(refusal("close: \"\"\n") == "close is empty\nwrite a text");
  CHECK(refusal("close: Zu {n}\n") == "close has {n}, which nothing fills in\nremove it");
}

namespace {

// "article 1: contact_url t.close title", a line for each template; the names of what it shows.
std::string contract_of(const TemplateFiles& files, std::string_view folder) {
  std::string out;
  for (const auto& [name, file] : files) {
    std::set<std::string> names;
    for (auto open = file.text.find("{{"); open != std::string::npos; open = file.text.find("{{", open + 2)) {
      std::string tag = file.text.substr(open + 2, file.text.find("}}", open) - open - 2);
      std::erase_if(tag, [](char c) { return std::string_view("{#^/& ").find(c) != std::string_view::npos; });
      names.insert(tag);
    }
    out += fmt::format("{}{} {}:", folder, name, file.version);
    for (const std::string& one : names) out += " " + one;
    out += "\n";
  }
  return out;
}

}  // namespace

// What an override may rely on. Where a template's names change, its version must rise: then write down in
// docs/templates.md what changed, and put the new line into the record.
TEST_CASE("templates: each one's names are those of the record, under the same version") {
  const TemplateFolder folder = read_templates(FIRSTLINE_SOURCE_DIR "/templates");
  std::istringstream now(contract_of(folder.pages, "") + contract_of(folder.partials, "partials/"));
  const std::string record =
      "\n" + kb::read_file(FIRSTLINE_SOURCE_DIR "/tests/unit/searchd/theme/template_versions.txt");
  const std::string document = kb::read_file(FIRSTLINE_SOURCE_DIR "/docs/templates.md");
  for (std::string line; std::getline(now, line);) {
    INFO(line);
    CHECK(record.find("\n" + line + "\n") != std::string::npos);
    const std::string name = line.substr(0, line.find(' '));
    CHECK(document.find("`" + name + "`") != std::string::npos);
    CHECK(line.find(" 0:") == std::string::npos);
  }
}
