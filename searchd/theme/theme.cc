#include "searchd/theme/theme.h"

#include <algorithm>
#include <map>
#include <new>
#include <set>
#include <vector>

#include "kb/model/error.h"
#include "kb/model/language_name.h"
#include "kb/store/file.h"
#include "kb/store/sha256.h"
#include "kb/text/language_tag.h"
#include "service/flat_yaml.h"

namespace searchd {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxAssetBytes = 32UL * 1024 * 1024;  // as of an article's image

// Sorted, so that the same folder always has the same hash.
std::vector<fs::path> files_in(const fs::path& dir) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(dir, error)) {
    if (entry.is_regular_file() && entry.path().filename().string().front() != '.')
      files.push_back(entry.path());
  }
  if (error == std::errc::not_enough_memory) throw std::bad_alloc();
  if (error)
    throw kb::Error("cannot read " + dir.string() + ": " + error.message(),
                    "name the templates' folder with --templates");
  std::sort(files.begin(), files.end());
  return files;
}

StringsByLanguage read_strings(const fs::path& dir) {
  StringsByLanguage all;
  for (const fs::path& file : files_in(dir)) {
    if (file.extension() != ".yaml") continue;
    all.try_emplace(file.stem().string(), file.stem().string(), service::read_flat_yaml(file));
  }
  if (all.empty()) throw kb::Error("no strings in " + dir.string(), "add en.yaml");
  return all;
}

void require_same_keys(const StringsByLanguage& all, const fs::path& dir, const fs::path& own) {
  std::map<std::string, std::string> wanted;  // key -> a language that has it
  for (const auto& [lang, strings] : all) {
    for (std::string& key : strings.keys()) wanted.try_emplace(std::move(key), lang);
  }
  for (const auto& [lang, strings] : all) {
    const auto list = strings.keys();
    const std::set<std::string_view> keys(list.begin(), list.end());
    for (const auto& [key, other] : wanted) {
      if (keys.contains(key)) continue;
      const fs::path name = lang + ".yaml";
      throw kb::Error((fs::exists(dir / name) ? dir / name : own / name).string() + ": the key " + key +
                          " is missing; " + other + ".yaml has it",
                      "translate it");
    }
  }
}

void require_pages(const Templates& templates, const fs::path& dir) {
  for (const std::string_view name : kTemplates) {
    if (!templates.has(name))
      throw kb::Error(dir.string() + ": the template " + std::string(name) + " is missing",
                      "add it, or name another folder with --templates");
  }
}

void require_folder(const fs::path& overrides) {
  std::error_code error;
  if (!fs::is_directory(overrides, error))
    throw kb::Error("there is no folder " + overrides.string(), "correct --overrides, or create it");
}

std::string hash_files(const fs::path& dir) {
  std::string all;
  for (const fs::path& file : files_in(dir))
    all += file.lexically_relative(dir).string() + " " + kb::sha256_file(file) + "\n";
  return kb::sha256(all);
}

}  // namespace

std::shared_ptr<const Theme> Theme::load(const fs::path& dir, const fs::path& overrides) {
  std::shared_ptr<Theme> theme(new Theme);
  theme->strings_ = read_strings(dir / "strings");
  TemplateFolder templates = read_templates(dir);
  if (!overrides.empty()) {
    require_folder(overrides);
    override_templates(overrides, theme->strings_, templates);
    override_strings(overrides / "strings", theme->strings_);
  }
  require_same_keys(theme->strings_, dir / "strings", overrides / "strings");
  theme->templates_ = std::make_unique<Templates>(templates, theme->strings_);
  require_pages(*theme->templates_, dir);
  theme->add_assets(dir / "assets");
  theme->hash_ = hash_files(dir);
  if (!overrides.empty()) {
    if (fs::exists(overrides / "assets")) theme->add_assets(overrides / "assets");
    theme->hash_ = kb::sha256(theme->hash_ + hash_files(overrides));
  }
  return theme;
}

void Theme::add_assets(const fs::path& dir) {
  for (const fs::path& file : files_in(dir))
    assets_.add(file.filename().string(), kb::read_file(file, kMaxAssetBytes));
}

// "zh-CN" takes zh-Hans, "pt-BR" takes pt, where there are no texts of its own.
const Strings& Theme::strings(std::string_view lang) const {
  const std::string primary(kb::base_language(lang));
  for (const std::string& name : {std::string(lang), primary + "-" + kb::script_of(lang), primary}) {
    if (const auto found = strings_.find(name); found != strings_.end()) return found->second;
  }
  if (const auto english = strings_.find("en"); english != strings_.end()) return english->second;
  return strings_.begin()->second;
}

std::string Theme::own_name(std::string_view lang) const {
  const Strings& own = strings(lang);
  return own.lang() == lang ? own.text("language_name") : kb::own_language_name(lang);
}

std::string Theme::render(TemplateName page, std::string_view lang, const View& view) const {
  return templates_->render(page.text, strings(lang).lang(), view);
}

std::shared_ptr<const Theme> ThemeStore::current() const {
  const std::lock_guard lock(mutex_);
  return theme_;
}

void ThemeStore::reload() {
  auto theme = Theme::load(dir_, overrides_);
  const std::lock_guard lock(mutex_);
  theme_ = std::move(theme);
}

}  // namespace searchd
