#include "indexer/new_article.h"

#include <fmt/format.h>

#include "indexer/source/content_root.h"
#include "kb/model/date.h"
#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/text/ascii.h"
#include "kb/text/paths.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kTemplate = R"(---
title: "{title}"
description: One or two sentences that the search results show.
questions:
  - How would a customer ask this?
draft: true
updated: {today}
---
The answer, in the first paragraph.

## What to do

1. One action a step.
)";

// Without quotes and backslashes, since it goes between quotes in YAML.
std::string title_of(const fs::path& file) {
  std::string name = file.filename().string();
  std::erase_if(name, [](char c) { return c == '"' || c == '\\'; });
  return kb::title_from_path(name);
}

fs::path relative_file(std::string_view place) {
  fs::path file = fs::path(place).lexically_normal();
  if (file.extension() != ".md") file += ".md";
  const std::string path = file.generic_string();
  if (file.is_absolute() || path.starts_with("..") || file.stem().empty() || is_ignored(path, {})) {
    throw kb::Error(fmt::format("'{}' is not a place for an article", place),
                    "name it below the content folder: en/orders/track-my-order");
  }
  return file;
}

}  // namespace

fs::path new_article(const fs::path& content, std::string_view place, std::chrono::sys_days today) {
  const fs::path below = relative_file(place);
  if (ContentRoot(content).resolve(below.generic_string()).problem == ContentTarget::Problem::outside) {
    throw kb::Error(fmt::format("'{}' lies behind a symbolic link out of the content folder", place),
                    "choose another place");
  }
  fs::path file = content / below;
  if (fs::exists(file))
    throw kb::Error(file.string() + " is already there", "choose another name, or edit that file");
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error)
    throw kb::Error("cannot create " + file.parent_path().string() + ": " + error.message(),
                    "check the path");
  kb::write_file(file, fmt::format(kTemplate, fmt::arg("title", title_of(file)),
                                   fmt::arg("today", kb::format_date(today))));
  return file;
}

}  // namespace indexer
