// What the tests of kb share: a folder of their own, whole error messages, and small indexes written for
// real.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kb/model/article.h"
#include "kb/model/error.h"
#include "kb/model/site.h"
#include "kb/store/file.h"
#include "kb/store/index_writer.h"
#include "kb/store/manifest.h"
#include "kb/store/snapshot.h"
#include "tests/support/temp_folder.h"

namespace kb {

using support::TempFolder;

// The message and the hint of the Error that `action` throws, on a line each.
std::string error_of(const auto& action) {
  try {
    action();
  } catch (const Error& error) {
    return std::string(error.what()) + "\n" + error.hint();
  }
  return "nothing was thrown";
}

// An article of one section without heading. Its category is the folder in its id.
inline Article make_article(std::string id, std::string title, std::string text, std::string lang = "en") {
  Article article;
  article.url = "/" + lang + "/" + id;
  article.category = id.substr(0, id.find('/') == std::string::npos ? 0 : id.rfind('/'));
  article.id = std::move(id);
  article.lang = std::move(lang);
  article.title = std::move(title);
  article.sections.push_back({"", "", 0, "", "<p>" + text + "</p>", std::move(text)});
  return article;
}

inline Section make_section(const std::string& anchor, const std::string& heading, const std::string& text,
                            int level = 2) {
  const std::string tag = "h" + std::to_string(level);
  return {anchor,
          heading,
          level,
          "<" + tag + " id=\"" + anchor + "\">" + heading + "</" + tag + ">",
          "<p>" + text + "</p>",
          text};
}

// A site whose articles are added first, then written and opened as a generation.
class IndexFixture {
 public:
  Site site;
  std::vector<Article> articles;
  std::vector<Redirect> redirects;
  std::vector<MemoryEntry> memory;
  TempFolder index;

  // The reference is good until the next call.
  Article& add(std::string id, std::string title, std::string text, std::string lang = "en") {
    articles.push_back(make_article(std::move(id), std::move(title), std::move(text), std::move(lang)));
    return articles.back();
  }

  std::filesystem::path generation() const { return index / "gen-000001"; }

  std::shared_ptr<const Snapshot> open() const {
    std::filesystem::create_directories(generation());
    write_index(generation(), {site, articles, redirects, nullptr, memory});
    seal(generation(), Manifest{});
    return Snapshot::open(generation(), Verify::hashes);
  }
};

}  // namespace kb
