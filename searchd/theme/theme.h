// The templates folder as one immutable whole: templates, texts in every language, style and scripts.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "searchd/theme/asset_table.h"
#include "searchd/theme/templates.h"

namespace searchd {

class Theme {
 public:
  // The files of `overrides`, when that is not "", stand in the place of those of the same name. Throws Error
  // with the file and the reason: a template does not parse, is missing or is written for another version, or
  // a language lacks a key that another one has.
  static std::shared_ptr<const Theme> load(const std::filesystem::path& dir,
                                           const std::filesystem::path& overrides = {});

  // The texts of the language, else the English ones, else the first there are.
  const Strings& strings(std::string_view lang) const;
  // What a language calls itself; its texts know best.
  std::string own_name(std::string_view lang) const;
  std::string render(TemplateName page, std::string_view lang, const View& view) const;
  const AssetTable& assets() const { return assets_; }
  const std::string& hash() const { return hash_; }  // of all their files

 private:
  Theme() = default;
  void add_assets(const std::filesystem::path& dir);

  StringsByLanguage strings_;
  std::unique_ptr<Templates> templates_;
  AssetTable assets_;
  std::string hash_;
};

// The theme in use. A reload that fails keeps the old one.
class ThemeStore {
 public:
  explicit ThemeStore(std::filesystem::path dir, std::filesystem::path overrides = {})
      : dir_(std::move(dir)), overrides_(std::move(overrides)), theme_(Theme::load(dir_, overrides_)) {}

  std::shared_ptr<const Theme> current() const;
  void reload();  // throws Error as Theme::load does

 private:
  const std::filesystem::path dir_;
  const std::filesystem::path overrides_;  // "" for none
  mutable std::mutex mutex_;               // guards theme_
  std::shared_ptr<const Theme> theme_;
};

}  // namespace searchd
