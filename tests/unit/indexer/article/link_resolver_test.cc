#include "indexer/article/link_resolver.h"

#include <doctest/doctest.h>

#include "indexer/article/page_reader.h"
#include "kb/model/article.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

// A small site, and what the links of en/orders/track.md resolve to.
class Site {
 public:
  Site() {
    folder_.write("en/orders/pic.png", "x")
        .write("en/orders/form.pdf", "x")
        .write("en/orders/page.html", "x");
    folder_.write("en/orders/film.mp4", "x")
        .write("en/orders/film.de.vtt", "x")
        .write("en/orders/film.png", "x")
        .write("en/orders/film.txt", "x")
        .write("en/orders/film.mov", "x")
        .write("en/orders/long.ogg", std::string(17U << 20U, 'x'));
    folder_.write("logo.svg", "<svg width='9' height='5'/>");
    folder_.write("static/img/Big.png", "x").write("en/set-up/img/start.png", "x");
    add("en/orders/track.md", "[a](/docs/set-up/start) [b](/shop/track)");
    add("en/orders/Pay Now.md", "x");
    add("en/orders/index.md", "x");
    add("en/set-up/start.md", "---\nslug: begin\n---\nx");
    add("en/set-up/draft.md", "---\ndraft: true\n---\nx");
    add("en/set-up/gone.md", "---\nretired: true\n---\nx");
    add("en/secret/index.md", "---\nunlisted: true\n---\nx");
    add("en/secret/plan.md", "---\nunlisted: true\n---\nx");
    add("de/orders/track.md", "---\nslug: verfolgen\n---\nx");
    pages_ = read_pages(std::move(files_), languages_, rules_, indexer_test::kToday, Drafts::hide).pages;
  }

  // "url" or "-" when only the text is kept, then the findings.
  std::string resolve(std::string_view target, LinkKind kind = LinkKind::link,
                      const std::string& from = "en/orders/track.md") {
    const PageTable table(pages_, languages_);
    AssetStore assets(folder_.path(), {});
    std::vector<const Page*> shown;
    std::vector<std::string> paths = others_;
    for (const Page& page : pages_) {
      shown.push_back(&page);
      paths.push_back(page.file.path);
    }
    const FileNames names(paths);
    LinkScope targets{table, assets, names, base_, find_site_prefixes(shown, table), external_};
    targets.image_hosts = {"cdn.example.com", "*.img.example.com"};
    FileFindings findings(rules_, from);
    ArticleLinks links(targets, *table.by_path(from), findings);
    last_ = links.resolve(kind, target, {3, 5});
    uses_ = links.take_anchor_uses();
    const std::string reported = format_findings(findings.list(), OutputFormat::text, "");
    return last_.url.value_or("-") + (reported.empty() ? "" : " " + reported);
  }

  const ResolvedLink& last() const { return last_; }
  const std::vector<AnchorUse>& uses() const { return uses_; }
  void set_base(std::string base) { base_ = std::move(base); }
  void set_external(std::vector<std::string> paths) { external_ = std::move(paths); }

 private:
  void add(std::string path, std::string text) { files_.push_back({std::move(path), std::move(text)}); }

  ContentFolder folder_;
  RuleSet rules_{true};
  Languages languages_ = find_languages({"en", "de"}, {{"de/a.md", ""}, {"en/a.md", ""}});
  std::vector<SourceFile> files_;
  std::vector<Page> pages_;
  std::string base_;
  std::vector<std::string> external_;
  std::vector<std::string> others_{"en/orders/pic.png",  "en/orders/form.pdf", "static/img/Big.png",
                                   "logo.svg",           "en/orders/film.mp4", "en/orders/film.de.vtt",
                                   "en/orders/film.png", "en/orders/film.txt"};
  ResolvedLink last_;
  std::vector<AnchorUse> uses_;
};

}  // namespace

TEST_CASE("links: to articles") {
  Site site;
  CHECK(site.resolve("Pay%20Now.md") == "/en/orders/pay-now");
  CHECK(site.resolve("Pay Now") == "/en/orders/pay-now");
  CHECK(site.resolve("./../set-up/start.md") == "/en/set-up/begin");
  CHECK(site.resolve("../../de/orders/track.md") == "/de/orders/verfolgen");
  CHECK(site.resolve("../orders/") == "/en/orders/");
  CHECK(site.resolve("index.md") == "/en/orders/");
  CHECK(site.resolve("../set-up/") == "/en/set-up/");
  CHECK(site.resolve("..") == "/en/");
  CHECK(site.resolve("track.md?x=1") == "/en/orders/track");
}

TEST_CASE("links: with anchors, noted for later") {
  Site site;
  CHECK(site.resolve("../set-up/start.md#caf%C3%A9") == "/en/set-up/begin#caf%C3%A9");
  REQUIRE(site.uses().size() == 1);
  CHECK(site.uses()[0].anchor == "café");
  CHECK(site.uses()[0].target->file.path == "en/set-up/start.md");
  CHECK(site.resolve("#here") == "#here");
  CHECK(site.last().markdown_url == "firstline-base:/en/orders/track#here");
}

TEST_CASE("links: base_url's path stands before our own, and .md has the marker instead") {
  Site site;
  site.set_base("/help");
  CHECK(site.resolve("Pay%20Now.md") == "/help/en/orders/pay-now");
  CHECK(site.last().markdown_url == "firstline-base:/en/orders/pay-now");
  CHECK(site.resolve("/help/en/set-up/begin") == "/help/en/set-up/begin");
}

TEST_CASE("links: elsewhere") {
  Site site;
  CHECK(site.resolve("https://example.org/a?b#c") == "https://example.org/a?b#c");
  CHECK(site.resolve("mailto:help@example.org") == "mailto:help@example.org");
  CHECK(site.resolve("//example.org/x") == "https://example.org/x");
  CHECK(site.resolve("/en/set-up/begin") == "/en/set-up/begin");
  CHECK(site.resolve("/en/orders/track.md") == "/en/orders/track");
}

TEST_CASE("links: files are served under content hashes") {
  Site site;
  CHECK(site.resolve("form.pdf").starts_with("/assets/"));
  CHECK(site.resolve("/logo.svg", LinkKind::image).starts_with("/assets/"));
  CHECK(site.last().width == 9);
  CHECK(site.last().height == 5);
  CHECK(site.last().markdown_url.starts_with("firstline-base:/assets/"));
}

TEST_CASE("links: a film comes with what lies beside it") {
  Site site;
  CHECK(site.resolve("film.mp4", LinkKind::media).starts_with("/assets/"));
  REQUIRE(site.last().media);
  const MediaFile film = *site.last().media;
  CHECK_FALSE(film.is_sound);
  CHECK(film.poster.ends_with(".png"));
  REQUIRE(film.captions.size() == 1);
  CHECK(film.captions[0].url.ends_with(".vtt"));
  CHECK(film.captions[0].lang == "de");
  CHECK(film.captions[0].name == "Deutsch");
  CHECK_FALSE(film.captions[0].is_default);
  CHECK(film.transcript.ends_with(".txt"));
  CHECK(film.transcript_words == "Transcript");

  site.resolve("../../en/orders/film.mp4", LinkKind::media, "de/orders/track.md");
  CHECK(site.last().media->captions.at(0).is_default);
  CHECK(site.last().media->transcript_words == "Text zum Nachlesen");
}

TEST_CASE("links: a film that no browser plays, or of another server, is a link; a missing one is reported") {
  Site site;
  CHECK(site.resolve("film.mov", LinkKind::media).ends_with(".mov"));
  CHECK_FALSE(site.last().media);
  CHECK(site.resolve("https://a.example/b.mp4", LinkKind::media) == "https://a.example/b.mp4");
  CHECK_FALSE(site.last().media);
  CHECK(site.resolve("nope.mp4", LinkKind::media) ==
        "- en/orders/track.md:3:5: error: there is no file en/orders/nope.mp4 [missing-file]\n");
}

TEST_CASE("links: a film that is too large for a phone is reported") {
  Site site;
  const std::string found = site.resolve("long.ogg", LinkKind::media);
  CHECK(
      found.substr(found.find(' ')) ==
      " en/orders/track.md:3:5: warning: en/orders/long.ogg has 17 MiB; on a phone that takes long and costs "
      "money [media-too-large]\n");
  CHECK(site.last().media->is_sound);
}

TEST_CASE("links: to an unlisted article, but not to a folder that holds nothing else") {
  Site site;
  CHECK(site.resolve("../secret/plan.md") == "/en/secret/plan");
  CHECK(site.resolve("/secret/plan") == "/en/secret/plan");
  CHECK(site.resolve("/en/secret/plan") == "/en/secret/plan");
  CHECK(site.resolve("../secret/") == "/en/secret/");
  CHECK(site.resolve("../secret/index.md") == "/en/secret/");
}

TEST_CASE("links: to nothing") {
  Site site;
  const std::string at = "- en/orders/track.md:3:5: error: ";
  CHECK(site.resolve("nope.md") == at + "there is no article en/orders/nope.md [missing-link]\n");
  CHECK(site.resolve("nope.pdf") == at + "there is no file en/orders/nope.pdf [missing-file]\n");
  CHECK(site.resolve("nope.png", LinkKind::image) ==
        at + "there is no image en/orders/nope.png [missing-image]\n");
  CHECK(site.resolve("../set-up/draft.md") ==
        at + "the article en/set-up/draft.md is a draft, so nobody could follow this link [missing-link]\n");
  CHECK(site.resolve("../set-up/gone.md") ==
        at + "the article en/set-up/gone.md is retired, so nobody could follow this link [missing-link]\n");
  CHECK(site.resolve("../../../etc/passwd.txt") ==
        at + "'../../../etc/passwd.txt' leads out of the content folder [missing-file]\n");
  CHECK(site.resolve("page.html") ==
        at + "en/orders/page.html is of a kind that browsers run; it is not served [file-type]\n");
  CHECK(site.resolve("") == at + "the link has no target [missing-link]\n");
}

TEST_CASE("links: another case works and is reported") {
  Site site;
  CHECK(site.resolve("pay%20now.md") ==
        "/en/orders/pay-now en/orders/track.md:3:5: warning: the link 'pay%20now.md' differs from the file's "
        "name "
        "en/orders/Pay Now.md in upper and lower case [link-case]\n");
}

TEST_CASE("links: a remote image becomes a link") {
  Site site;
  CHECK(site.resolve("https://example.org/a.png", LinkKind::image) ==
        "https://example.org/a.png en/orders/track.md:3:5: warning: the image https://example.org/a.png is "
        "on another "
        "server; it becomes a link [remote-image]\n");
  CHECK(site.last().as_link);
}

TEST_CASE("links: an image of a host that site.yaml names is shown, by https") {
  Site site;
  for (const auto& [target, url] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"https://cdn.example.com/a.png?w=2", "https://cdn.example.com/a.png?w=2"},
           {"http://CDN.example.com:80/a.png", "https://cdn.example.com/a.png"},
           {"//cdn.example.com/a.png", "https://cdn.example.com/a.png"},
           {"https://eu.img.example.com/a.png", "https://eu.img.example.com/a.png"}}) {
    CAPTURE(target);
    CHECK(site.resolve(target, LinkKind::image) == url);
    CHECK(site.last().remote);
    CHECK_FALSE(site.last().as_link);
  }
}

TEST_CASE("links: an image that only looks like one of these hosts becomes a link") {
  Site site;
  for (const std::string_view target :
       {"https://img.example.com/a.png", "https://cdn.example.com.evil.example/a.png",
        "https://cdn.example.com:8443/a.png", "https://me@cdn.example.com/a.png",
        "https://evil.example\\@cdn.example.com/a.png",
        "https://evil.example?x=https://cdn.example.com/a.png", "ftp://cdn.example.com/a.png"}) {
    CAPTURE(target);
    CHECK(site.resolve(target, LinkKind::image).find("[remote-image]") != std::string::npos);
    CHECK(site.last().as_link);
    CHECK_FALSE(site.last().remote);
  }
  site.resolve("https://cdn.example.com/a.pdf");
  CHECK_FALSE(site.last().remote);
}

TEST_CASE("links: from the root as other tools write them") {
  Site site;
  CHECK(site.resolve("/") == "/en/");
  CHECK(site.resolve("/set-up/start") == "/en/set-up/begin");
  CHECK(site.resolve("/set-up/start/") == "/en/set-up/begin");
  CHECK(site.resolve("/set-up/begin") == "/en/set-up/begin");
  CHECK(site.resolve("/set-up/start.html#x") == "/en/set-up/begin#x");
  CHECK(site.resolve("/en-us/set-up") ==
        "/en-us/set-up en/orders/track.md:3:5: warning: there is no article or file for "
        "/en-us/set-up; name it under external_paths in site.yaml if it is another "
        "page of your server [missing-link-from-root]\n");
  CHECK(site.resolve("/EN/set-up/") == "/en/set-up/");
  CHECK(site.resolve("/docs/set-up/start") == "/en/set-up/begin");
  CHECK(site.resolve("/img/Big.png", LinkKind::image).starts_with("/assets/"));
  CHECK(site.resolve("@site/static/img/Big.png", LinkKind::image).starts_with("/assets/"));
  CHECK(site.resolve("/img/big.png", LinkKind::image).find("missing-image") != std::string::npos);
  CHECK(site.resolve("/static/img/big.png", LinkKind::image).find("[link-case]") != std::string::npos);
  CHECK(site.resolve("/orders/track", LinkKind::link, "de/orders/track.md") == "/de/orders/verfolgen");
  CHECK(site.resolve("/set-up/start", LinkKind::link, "de/orders/track.md").starts_with("/set-up/start "));
  CHECK(site.resolve("/en/set-up/begin", LinkKind::link, "de/orders/track.md") == "/en/set-up/begin");
}

TEST_CASE("links: other pages of the server") {
  Site site;
  CHECK(site.resolve("/shop/track").find("[missing-link-from-root]") != std::string::npos);
  site.set_external({"/shop/**"});
  CHECK(site.resolve("/shop/cart?x#y") == "/shop/cart?x#y");
  CHECK(site.resolve("/cart").find("[missing-link-from-root]") != std::string::npos);
  site.set_base("/help");
  CHECK(site.resolve("/cart") == "/cart");
  CHECK(site.resolve("/help/cart").find("[missing-link-from-root]") != std::string::npos);
}

TEST_CASE("links: as from an address that ends with a slash") {
  Site site;
  CHECK(site.resolve("../../set-up/start/") == "/en/set-up/begin");
  CHECK(site.resolve("../pay%20now").find("/en/orders/pay-now") == 0);
  CHECK(site.resolve("../img/start.png", LinkKind::image, "en/set-up/start.md").starts_with("/assets/"));
  CHECK(site.resolve("start.html", LinkKind::link, "en/set-up/start.md") == "/en/set-up/begin");
}

TEST_CASE("links: what is missing names what is nearest") {
  Site site;
  CHECK(site.resolve("strat.md").find("there is no article en/orders/strat.md [") != std::string::npos);
  CHECK(site.resolve("start.md")
            .find("there is no article en/orders/start.md; the nearest is en/set-up/start.md [") !=
        std::string::npos);
  CHECK(site.resolve("pix.png", LinkKind::image).find("; the nearest is en/orders/pic.png [") !=
        std::string::npos);
}
