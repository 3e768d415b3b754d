// Compiles every tests/golden/markdown/*.md and compares with <case>.html and, when there are findings,
// <case>.diag. With --update (or FIRSTLINE_UPDATE_GOLDEN=1) it writes them instead; a missing file is a
// failure.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/markdown/markdown.h"

namespace {

namespace fs = std::filesystem;

enum class Golden { compare, update };
Golden golden = Golden::compare;

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(FIRSTLINE_GOLDEN_DIR) / "markdown")) {
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

indexer::MediaFile film(std::string_view target) {
  indexer::MediaFile media;
  media.is_sound = target.ends_with(".mp3");
  if (media.is_sound || target.find("bare") != std::string_view::npos) return media;
  media.poster = "/en/poster.jpg";
  media.width = 40;
  media.height = 30;
  media.captions = {{"/en/played.de.vtt", "de", "Deutsch"}, {"/en/played.en.vtt", "en", "English", true}};
  media.transcript = "/en/played.txt";
  media.transcript_words = "Transcript";
  return media;
}

// Stands for the site: "missing" leads nowhere, "sized" is an image of 40 x 30, "played" a film that has all
// there is unless it is "bare"; other hosts' images are links.
indexer::ResolvedLink resolve(indexer::LinkKind kind, std::string_view target, indexer::Position /*at*/) {
  const bool is_remote = target.find(':') != std::string_view::npos;
  indexer::ResolvedLink link;
  link.markdown_url = is_remote ? std::string(target) : "firstline-base:/en/" + std::string(target);
  if (target.find("missing") != std::string_view::npos) return {};
  link.url = is_remote || target.starts_with('#') ? std::string(target) : "/en/" + std::string(target);
  link.as_link = is_remote && kind == indexer::LinkKind::image;
  if (target.find("sized") != std::string_view::npos) {
    link.width = 40;
    link.height = 30;
  }
  if (kind == indexer::LinkKind::media && !is_remote && target.find("played") != std::string_view::npos)
    link.media = film(target);
  return link;
}

// What wiki links name: an article, and any image.
std::optional<std::string> find(std::string_view name) {
  if (name.ends_with(".png")) return std::string(name);
  if (name == "Orders") return "shop/Orders.md";
  return std::nullopt;
}

// Cases that begin with "includes" may bring in the files of tests/golden/includes and ask for a few values.
indexer::MarkdownOptions options_of(const fs::path& path) {
  indexer::MarkdownOptions options;
  options.context.find = find;
  options.context.is_sphinx = path.stem() == "dialect-myst";
  if (!path.filename().string().starts_with("includes")) return options;
  options.context.path = path.filename().string();
  options.context.read = [](std::string_view name) -> std::optional<std::string> {
    const fs::path file = fs::path(FIRSTLINE_GOLDEN_DIR) / "includes" / name;
    return fs::is_regular_file(file) ? std::optional(read_file(file)) : std::nullopt;
  };
  options.context.value = [](std::string_view name) -> std::optional<std::string> {
    if (name == "site.phone" || name == "site.params.phone" || name == "site.extra.phone")
      return "+44 20 7946 0450";
    if (name == "page.title") return "The kettle";
    return name == "variables.product.name" ? std::optional<std::string>("Heron") : std::nullopt;
  };
  return options;
}

struct Output {
  std::string html;
  std::string findings;
};

// Sections are set apart by a comment, which a page itself never holds.
Output compile(const fs::path& path) {
  const indexer::RuleSet rules(true);
  indexer::FileFindings findings(rules, path.filename().string());
  const indexer::MarkdownOptions options = options_of(path);
  const auto compiled = indexer::compile_markdown(read_file(path), options, resolve, findings);
  Output output;
  for (const kb::Section& section : compiled.sections) {
    output.html +=
        "<!-- section \"" + section.anchor + "\", level " + std::to_string(section.level) + " -->\n";
    if (!section.heading_html.empty()) output.html += section.heading_html + "\n";
    if (!section.html.empty()) output.html += section.html + "\n";
    if (!section.text.empty()) output.html += "<!-- text:\n" + section.text + "\n-->\n";
  }
  output.html += "<!-- markdown:\n" + compiled.markdown + "-->\n";
  auto list = findings.take();
  indexer::sort(list);
  for (const indexer::Finding& found : list) {
    output.findings += found.path + ":" + std::to_string(found.at.line) + ":" +
                       std::to_string(found.at.column) +
                       (found.level == indexer::Level::error ? ": error: " : ": warning: ") + found.message +
                       " [" + found.rule + "]\n";
  }
  return output;
}

// No findings and no file are the same.
void check_file(const fs::path& path, const std::string& actual) {
  if (golden == Golden::update) {
    if (actual.empty()) {
      fs::remove(path);
    } else {
      std::ofstream(path) << actual;
    }
    return;
  }
  CHECK_MESSAGE(fs::exists(path) == !actual.empty(), path.string()
                                                         << ": run golden_test --update and look at it");
  CHECK(read_file(path) == actual);
}

}  // namespace

TEST_CASE("golden: every article compiles to the HTML and findings beside it") {
  CHECK(cases().size() >= 20);
  for (const fs::path& path : cases()) {
    CAPTURE(path.filename().string());
    const Output output = compile(path);
    check_file(fs::path(path).replace_extension(".html"), output.html);
    check_file(fs::path(path).replace_extension(".diag"), output.findings);
  }
}

int main(int argc, char** argv) {
  doctest::Context context(argc, argv);
  const char* from_environment = std::getenv("FIRSTLINE_UPDATE_GOLDEN");
  const bool is_asked = std::find(argv, argv + argc, std::string("--update")) != argv + argc;
  if (is_asked || (from_environment != nullptr && std::string(from_environment) == "1"))
    golden = Golden::update;
  return context.run();
}
