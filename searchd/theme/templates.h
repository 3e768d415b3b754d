// Mustache templates, all parsed at start so that a broken one is found before a visitor does. The only file
// that talks to the template engine.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "searchd/theme/strings.h"
#include "searchd/theme/view.h"

namespace searchd {

using StringsByLanguage = std::map<std::string, Strings, std::less<>>;

// Immutable once made; any thread may render.
class Templates {
 public:
  // Reads dir/*.mustache, and dir/partials/*.mustache which they may include. Every template sees the texts
  // of its language as {{t.key}}. Throws Error naming the file and the reason when one does not parse or
  // includes what is missing or includes itself.
  Templates(const std::filesystem::path& dir, const StringsByLanguage& strings);
  ~Templates();

  // `name` is the file's without ".mustache" and ".html": "home", "theme.css". `lang` must be one of
  // `strings`.
  bool has(std::string_view name) const;
  std::string render(std::string_view name, std::string_view lang, const View& view) const;

 private:
  class Page;
  struct Texts;

  std::map<std::string, std::unique_ptr<Page>, std::less<>> pages_;
  std::map<std::string, std::unique_ptr<Texts>, std::less<>> texts_;
};

}  // namespace searchd
