#include "indexer/article/image_copies.h"

#include <doctest/doctest.h>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"
#include "tests/support/png.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/indexer/content_folder.h"

using namespace indexer;
namespace fs = std::filesystem;

namespace {

// Left out where the program is not installed.
bool has_program() {
  if (fs::exists(kImageProgram)) return true;
  MESSAGE("skipped: install libvips-tools");
  return false;
}

std::string widths(const ImageCopies& copies) {
  std::string out = copies.failed ? "failed" : "";
  for (const ImageCopy& copy : copies.list) out += std::to_string(copy.width) + " ";
  return out;
}

std::ptrdiff_t files_in(const fs::path& folder) { return std::distance(fs::directory_iterator(folder), {}); }

}  // namespace

TEST_CASE("image copies: narrower ones and one of its own width, each smaller than the image") {
  if (!has_program()) return;
  const support::TempFolder folder;
  const std::string image = support::png(1000, 40);
  ImageCopier copier(folder / "index");
  const ImageCopies copies = copier.make(image, {1000, 40}, "abc");
  CHECK(widths(copies) == "480 960 1000 ");
  for (const ImageCopy& copy : copies.list) {
    const std::string bytes = kb::read_file(copy.file);
    CHECK(bytes.starts_with("RIFF"));
    CHECK(bytes.size() == copy.bytes);
    CHECK(bytes.size() < image.size());
    CHECK(copy.name == kb::sha256(bytes).substr(0, 16) + ".webp");
    CHECK(image_size(bytes)->width == copy.width);
  }
  CHECK(widths(copier.make(support::png(1500, 3), {1500, 3}, "d")) == "480 960 1440 ");
}

TEST_CASE("image copies: made once, and the same every time") {
  if (!has_program()) return;
  const support::TempFolder folder;
  const std::string image = support::png(600, 30);
  const ImageCopies first = ImageCopier(folder / "a").make(image, {600, 30}, "abc");
  const ImageCopies other = ImageCopier(folder / "b").make(image, {600, 30}, "abc");
  REQUIRE(first.list.size() == 2);
  CHECK(first.list[0].name == other.list[0].name);
  ImageCopier kept(folder / "a", folder / "no-program");
  CHECK(kept.make(image, {600, 30}, "abc").list[1].name == first.list[1].name);
  CHECK(files_in(folder / "a/image-copies") == 2);
  ImageCopier(folder / "a").forget_others();
  CHECK(files_in(folder / "a/image-copies") == 0);
}

TEST_CASE("image copies: one that would not be smaller is not made again") {
  const support::TempFolder folder;
  const fs::path program = folder.write("program", "#!/bin/sh\nhead -c 100000 /dev/zero >\"${7%%\\[*}\"\n");
  fs::permissions(program, fs::perms::owner_all);
  const std::string image = support::png(480, 40);
  const ImageCopies copies = ImageCopier(folder / "index", program).make(image, {480, 40}, "abc");
  CHECK(widths(copies).empty());
  CHECK(files_in(folder / "index/image-copies") == 1);
  CHECK(kb::read_file(folder / "index/image-copies/abc-480-1.webp").empty());
  CHECK(widths(ImageCopier(folder / "index", "/bin/false").make(image, {480, 40}, "abc")).empty());
}

TEST_CASE("image copies: a program that fails, or fills the disk, leaves nothing") {
  const support::TempFolder folder;
  const std::string image = support::png(480, 40);
  for (const char* script :
       {"exit 3", "head -c 40000000 /dev/zero >\"${7%%\\[*}\"", "kill -SEGV $$", "rm -r \"${1%/*}\""}) {
    CAPTURE(script);
    const fs::path program = folder.write("program", std::string("#!/bin/sh\n") + script + "\n");
    fs::permissions(program, fs::perms::owner_all);
    CHECK(widths(ImageCopier(folder / "index", program).make(image, {480, 40}, "abc")) == "failed");
    CHECK_FALSE(fs::exists(folder / "index"));
  }
}

TEST_CASE("image copies: what is damaged fails; what moves, is huge or is no image of these kinds has none") {
  if (!has_program()) return;
  const support::TempFolder folder;
  ImageCopier copier(folder / "index");
  const std::string image = support::png(1000, 40);
  CHECK(widths(copier.make("\x89PNG\r\n\x1a\n nonsense", {1000, 40}, "a")) == "failed");
  CHECK(widths(copier.make("<svg/>", {1000, 40}, "b")).empty());
  CHECK(widths(copier.make("GIF89a" + image, {1000, 40}, "c")).empty());
  CHECK(widths(copier.make(image, {100'000, 40'000}, "d")).empty());
  CHECK(widths(ImageCopier(folder / "index", folder / "no-program").make(image, {1000, 40}, "e")).empty());
}

TEST_CASE("image copies: a folder that is no index is left alone") {
  const support::TempFolder folder;
  const fs::path program = folder.write("program", "#!/bin/sh\necho copy >\"${7%%\\[*}\"\n");
  fs::permissions(program, fs::perms::owner_all);
  folder.write("site/image-copies/mine.webp", "x");
  folder.write("site/notes.txt", "x");
  const std::string image = support::png(480, 40);
  CHECK_THROWS_AS(ImageCopier(folder / "site", program).make(image, {480, 40}, "abc"), kb::Error);
  CHECK(files_in(folder / "site/image-copies") == 1);
}

TEST_CASE("image copies: animations are known by their headers") {
  using namespace std::string_literals;
  CHECK(is_animated("\x89PNG\r\n\x1a\n....IHDR....acTL....IDAT"));
  CHECK_FALSE(is_animated("\x89PNG\r\n\x1a\n....IHDR....IDAT....acTL"));
  CHECK(is_animated("RIFF....WEBPVP8X\x0a\0\0\0\x12"s));
  CHECK_FALSE(is_animated("RIFF....WEBPVP8X\x0a\0\0\0\x10"s));
  CHECK_FALSE(is_animated("RIFF....WEBPVP8 \x0a\0\0\0\x12"s));
  CHECK_FALSE(is_animated(support::png(2, 2)));
}

TEST_CASE("image copies: a build offers them when site.yaml asks for it, a check does not") {
  if (!has_program()) return;
  indexer_test::ContentFolder folder;
  folder.write("en/a.md", "---\ntitle: A\nupdated: 2026-11-01\n---\n![Wide](a.png)\n\n![Small](b.png)\n");
  folder.write("en/a.png", support::png(1000, 40)).write("en/b.png", support::png(20, 10));
  const support::TempFolder index;
  const auto html = [&](const fs::path& copies) {
    Compilation site = compile_site({folder.path(), 1, indexer_test::kToday, Drafts::hide, {}, copies});
    if (!copies.empty()) site.assets->write(index / "assets");
    return site.articles.at(0).sections.at(0).html;
  };
  folder.write("site.yaml", "images: {resize: false}");
  CHECK(html(index / "index").find("srcset") == std::string::npos);
  fs::remove_all(index / "assets");
  folder.write("site.yaml", "images: {resize: true}");
  CHECK(html({}).find("srcset") == std::string::npos);
  const std::string text = html(index / "index");
  CHECK(text.find(".webp 480w, /assets/") != std::string::npos);
  CHECK(text.find(".webp 1000w\" sizes=\"(min-width: 48rem) 43rem, 100vw\"") != std::string::npos);
  CHECK(text.find("src=\"/assets/" + kb::sha256(support::png(1000, 40)).substr(0, 16) + ".png\"") !=
        std::string::npos);
  CHECK(text.find("alt=\"Wide\" srcset") == std::string::npos);
  CHECK(files_in(index / "assets") >= 5);
}
