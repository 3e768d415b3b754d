// Lists every page that search engines should know: home pages, categories and articles in all languages.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "kb/store/snapshot.h"
#include "searchd/pages/translations.h"

namespace searchd {

struct SitePage {
  std::string url;  // path below the base path, encoded
  std::optional<std::chrono::sys_days> updated;
  Translations translations;
};

// Language by language; in each the home page, then categories from the top down, then articles by id.
std::vector<SitePage> site_pages(const kb::Snapshot& snapshot);

}  // namespace searchd
