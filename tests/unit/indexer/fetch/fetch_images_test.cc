#include "indexer/fetch/fetch_images.h"

#include <doctest/doctest.h>

#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
using indexer_test::ContentFolder;

namespace {

const std::string kPng = "\x89PNG\r\n\x1a\n....";

class Fetching {
 public:
  FetchReport run(const ContentFolder& folder) {
    options.content = folder.path();
    return fetch_images(options, [this](const std::string& url, const FetchLimits&) {
      asked.push_back(url);
      FetchedImage image;
      if (url.find("gone") != std::string::npos) {
        image.problem = "its server answers 404";
      } else {
        image = {"png", kPng, ""};
      }
      return image;
    });
  }

  FetchOptions options;
  std::vector<std::string> asked;
};

std::string findings_of(const FetchReport& report) {
  return format_findings(report.findings, OutputFormat::text, "");
}

}  // namespace

TEST_CASE("fetch images: each is asked for once, and its copy named wherever it stood") {
  ContentFolder folder;
  folder.write(
      "en/orders/a.md",
      "![A](https://x.example/p/Back.PNG?w=2 \"T\")\r\n<img src='https://x.example/p/Back.PNG?w=2#f'>\r\n");
  folder.write("b.md", "![B](https://x.example/p/Back.PNG?w=2) [link](https://x.example/)\n");
  Fetching fetching;
  const FetchReport report = fetching.run(folder);
  CHECK(findings_of(report).empty());
  CHECK(report.copied == 1);
  CHECK(report.articles == 2);
  CHECK(report.bytes == kPng.size());
  CHECK(describe(report) == "1 image for 2 articles, 0.0 MiB");
  CHECK(fetching.asked.size() == 1);
  const std::string a = kb::read_file(folder.path() / "en/orders/a.md");
  const std::size_t begin = a.find("](") + 2;
  const std::string copy = a.substr(begin, a.find(' ', begin) - begin);
  CHECK(copy.starts_with("../../assets/remote/x.example/back-"));
  CHECK(copy.ends_with(".png"));
  CHECK(a == "![A](" + copy + " \"T\")\r\n<img src='" + copy + "'>\r\n");
  CHECK(kb::read_file(folder.path() / "b.md") == "![B](" + copy.substr(6) + ") [link](https://x.example/)\n");
  CHECK(kb::read_file(folder.path() / copy.substr(6)) == kPng);
}

TEST_CASE("fetch images: what cannot be had keeps its address and has a finding") {
  ContentFolder folder;
  folder.write("a.md", "# A\n\n![A](http://x.example/gone.png) ![B](http://x.example/b.png)\n");
  Fetching fetching;
  const FetchReport report = fetching.run(folder);
  CHECK(findings_of(report) ==
        "a.md:3:6: error: the image http://x.example/gone.png is not copied: its server answers 404 "
        "[image-not-fetched]\n");
  const std::string text = kb::read_file(folder.path() / "a.md");
  CHECK(text.starts_with("# A\n\n![A](http://x.example/gone.png) ![B](assets/remote/x.example/b-"));
}

TEST_CASE("fetch images: a dry run lists and changes nothing") {
  ContentFolder folder;
  folder.write("a.md",
               "![A](http://x.example/a.png) ![B](http://x.example/b.png) ![A](http://x.example/a.png)\n");
  Fetching fetching;
  fetching.options.dry_run = true;
  const FetchReport report = fetching.run(folder);
  CHECK(report.addresses == std::vector<std::string>{"http://x.example/a.png", "http://x.example/b.png"});
  CHECK(fetching.asked.empty());
  CHECK(kb::read_file(folder.path() / "a.md").find("assets") == std::string::npos);
}

TEST_CASE("fetch images: what cannot be replaced is named, by a dry run, too") {
  ContentFolder folder;
  const std::string text = "# A\n\n<Card img=\"http://x.example/a.png\">\n";
  folder.write("a.md", text);
  for (const bool dry_run : {true, false}) {
    Fetching fetching;
    fetching.options.dry_run = dry_run;
    const FetchReport report = fetching.run(folder);
    CHECK(
        findings_of(report) ==
        "a.md:3:12: error: the image http://x.example/a.png is not copied: what it stands in is not known to "
        "show one; copy it by hand if it does [image-not-fetched]\n");
    CHECK(report.addresses.empty());
  }
  CHECK(kb::read_file(folder.path() / "a.md") == text);
}

TEST_CASE("fetch images: a wiki link names the copy from the content folder") {
  ContentFolder folder;
  folder.write("en/orders/a.md", "![[http://x.example/a.png|300]]\n");
  Fetching fetching;
  CHECK(findings_of(fetching.run(folder)).empty());
  const std::string text = kb::read_file(folder.path() / "en/orders/a.md");
  CHECK(text.starts_with("![[assets/remote/x.example/a-"));
  CHECK(text.ends_with(".png|300]]\n"));
}

TEST_CASE("fetch images: bounds of all images, and hosts whose images are shown") {
  ContentFolder folder;
  make_strict(folder, "images: {hosts: [cdn.example.com]}\n");
  folder.write(
      "en/a.md",
      "![A](http://x.example/a.png) ![B](http://x.example/b.png) ![C](http://cdn.example.com/c.png)\n");
  Fetching fetching;
  fetching.options.most_images = 1;
  CHECK(
      findings_of(fetching.run(folder)).find("http://x.example/b.png is not copied: 1 images are the most") !=
      std::string::npos);
  CHECK(fetching.asked == std::vector<std::string>{"http://x.example/a.png"});
  fetching.options.most_images = 10;
  fetching.options.most_bytes = 1;
  CHECK(findings_of(fetching.run(folder)).find("all images together") != std::string::npos);
}

TEST_CASE("fetch images: names of hosts and files lead nowhere else") {
  ContentFolder folder;
  folder.write("a.md",
               "![A](http://../../../x.png) ![B](http://x.example:8080/%2e%2e/..) ![C](http://.hidden/) "
               "![D](http://[::1]/a.png)\n");
  Fetching fetching;
  const FetchReport report = fetching.run(folder);
  CHECK(findings_of(report).empty());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (!entry.is_regular_file()) continue;
    const std::string path = std::filesystem::relative(entry.path(), folder.path()).string();
    CHECK((path == "a.md" || path.starts_with("assets/remote/")));
    CHECK(path.find("..") == std::string::npos);
    CHECK(path.find("/.") == std::string::npos);
  }
}

TEST_CASE("fetch images: a file behind a link is changed at its own place, one outside never") {
  ContentFolder outside;
  outside.write("o.md", "![A](http://x.example/a.png)\n");
  ContentFolder folder;
  folder.write("en/a.md", "![A](http://x.example/a.png)\n");
  std::filesystem::create_symlink("a.md", folder.path() / "en/b.md");
  std::filesystem::create_symlink(outside.path() / "o.md", folder.path() / "en/o.md");
  Fetching fetching;
  const FetchReport report = fetching.run(folder);
  CHECK(report.articles == 1);
  CHECK(findings_of(report).find(
            "en/b.md:1:1: warning: the images of this symbolic link stay as they are; those of "
            "en/a.md, where it leads, are copied if it is an article [image-behind-link]\n") !=
        std::string::npos);
  CHECK(findings_of(report).find("en/o.md:1:1: ") != std::string::npos);
  CHECK(std::filesystem::is_symlink(folder.path() / "en/b.md"));
  CHECK(kb::read_file(outside.path() / "o.md") == "![A](http://x.example/a.png)\n");
}

TEST_CASE("fetch images: a file that cannot be read is named") {
  ContentFolder folder;
  folder.write("latin.md", "F\xFCr ![A](http://x.example/a.png)\n");
  folder.write("empty.md", "\n");
  Fetching fetching;
  CHECK(findings_of(fetching.run(folder)) ==
        "latin.md:1:2: warning: byte 0xFC is not UTF-8; save the file as UTF-8 [not-utf8]\n");
  CHECK(fetching.asked.empty());
}
