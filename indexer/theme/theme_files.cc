#include "indexer/theme/theme_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>

#include "indexer/theme/style_contrast.h"
#include "indexer/theme/style_sheet.h"
#include "kb/text/paths.h"
#include "kb/text/utf8.h"

namespace indexer {

namespace {

constexpr int kLeastIcon = 180;  // pixels; what the home screens of phones ask for

Position position_in(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto line_begin = before.rfind('\n') + 1;  // 0 on the first line
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(kb::length(before.substr(line_begin))) + 1};
}

class ThemeReader {
 public:
  ThemeReader(const SiteConfig& config, const ContentRoot& root, AssetStore& assets)
      : config_(config), root_(root), assets_(assets), site_(config.rules, "site.yaml") {}

  void read_images(kb::SiteTheme& theme) {
    const Asset logo = image(config_.theme.logo);
    theme.logo = logo.name;
    theme.logo_width = logo.size ? logo.size->width : 0;
    theme.logo_height = logo.size ? logo.size->height : 0;
    theme.icon = icon().name;
    theme.share_image = photo(config_.theme.share_image).name;
    theme.header_image = image(config_.theme.header_image).name;
  }

  // The text of the style with its url()s as names of assets, which lie beside it when it is served.
  std::string style(std::vector<Finding>& findings) {
    const std::string& path = config_.theme.style.path;
    const auto css = path.empty() ? std::nullopt : style_text(path);
    if (!css) return "";
    FileFindings file(config_.rules, path);
    const StyleSheet sheet = read_style_sheet(*css);
    for (const StyleProblem& problem : sheet.problems)
      file.report("theme-file", position_in(*css, problem.at), problem.message);
    for (const StyleProblem& problem : contrast_problems(sheet, config_.site.theme.accent))
      file.report("theme-contrast", position_in(*css, problem.at), problem.message);
    std::string out = with_assets(*css, sheet, file);
    append(findings, file.take());
    return sheet.problems.empty() ? out : "";
  }

  std::vector<Finding> take_findings() { return site_.take(); }

 private:
  static void append(std::vector<Finding>& to, std::vector<Finding> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }

  Asset image(const ThemeFile& file) {
    if (file.path.empty()) return {};
    Asset asset = assets_.add(file.path);
    if (asset.name.empty())
      site_.report("missing-image", file.at, fmt::format("there is no image {}", file.path));
    return asset;
  }

  // Other sites and phones show no drawing.
  Asset photo(const ThemeFile& file) {
    Asset asset = image(file);
    if (asset.name.empty() || (asset.size && !asset.name.ends_with(".svg"))) return asset;
    site_.report("theme-file", file.at, fmt::format("{} must be a PNG, JPEG, GIF or WebP", file.path));
    return {};
  }

  Asset icon() {
    const ThemeFile& file = config_.theme.icon;
    Asset asset = photo(file);
    if (asset.name.empty()) return {};
    if (asset.name.ends_with(".png") && asset.size->width == asset.size->height &&
        asset.size->width >= kLeastIcon)
      return asset;
    site_.report("theme-file", file.at,
                 fmt::format("{} must be a square PNG of {} pixels or more; this has {} by {}", file.path,
                             kLeastIcon, asset.size->width, asset.size->height));
    return {};
  }

  std::optional<std::string> style_text(const std::string& path) {
    const ContentTarget target = root_.resolve(path);
    if (!path.ends_with(".css")) return bad_style(path + " is no style sheet; its name must end in .css");
    const bool is_there = target.problem == ContentTarget::Problem::none &&
                          !is_ignored(path, config_.ignore) && !is_ignored(target.path, config_.ignore) &&
                          root_.kind(target.path) == ContentKind::file;
    if (!is_there) return bad_style(fmt::format("there is no style sheet {}", path));
    ContentBytes file = root_.read(target.path, kMaxStyleBytes);
    if (file.size > kMaxStyleBytes)
      return bad_style(fmt::format("{} has {} bytes, the limit is {}", path, file.size, kMaxStyleBytes));
    if (!kb::is_valid_utf8(file.bytes)) return bad_style(path + " is not UTF-8; save it as UTF-8");
    return std::move(file.bytes);
  }

  std::nullopt_t bad_style(std::string message) {
    site_.report("theme-file", config_.theme.style.at, std::move(message));
    return std::nullopt;
  }

  std::string with_assets(const std::string& css, const StyleSheet& sheet, FileFindings& file) {
    std::string out;
    std::size_t done = 0;
    for (const StyleUrl& url : sheet.urls) {
      out += css.substr(done, url.begin - done);
      out += asset_of(url, css, file);
      done = url.end;
    }
    return out + css.substr(done) + "\n";
  }

  std::string asset_of(const StyleUrl& url, const std::string& css, FileFindings& file) {
    if (url.target.starts_with("#") || url.target.starts_with("data:image/"))
      return css.substr(url.begin, url.end - url.begin);
    const auto name_end = std::min(url.target.find_first_of("?#"), url.target.size());
    const std::string path =
        kb::child_of(kb::parent_of(config_.theme.style.path), url.target.substr(0, name_end));
    const Asset& asset = assets_.add(std::filesystem::path(path).lexically_normal().string());
    if (asset.name.empty())
      file.report("theme-file", position_in(css, url.begin),
                  fmt::format("there is no file {}; url() takes files of the content folder only",
                              kb::first_bytes(url.target, 80)));
    const auto fragment = std::min(url.target.find('#'), url.target.size());
    return asset.name.empty() ? "\"\"" : "\"" + asset.name + url.target.substr(fragment) + "\"";
  }

  const SiteConfig& config_;
  const ContentRoot& root_;
  AssetStore& assets_;
  FileFindings site_;
};

}  // namespace

void add_theme_files(const SiteConfig& config, const ContentRoot& root, AssetStore& assets,
                     kb::SiteTheme& theme, std::vector<Finding>& findings) {
  ThemeReader reader(config, root, assets);
  reader.read_images(theme);
  theme.style = reader.style(findings);
  for (Finding& finding : reader.take_findings()) findings.push_back(std::move(finding));
}

}  // namespace indexer
