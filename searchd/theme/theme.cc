#include "searchd/theme/theme.h"

#include <unicode/locid.h>

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

// "Hans" for "zh-CN", "" when it is not known.
std::string script_of(std::string_view lang) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag({lang.data(), static_cast<int32_t>(lang.size())}, status);
  icu::Locale likely = locale;
  likely.addLikelySubtags(status);
  return U_FAILURE(status) ? "" : likely.getScript();
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

void require_same_keys(const StringsByLanguage& all, const fs::path& dir) {
  std::map<std::string, std::string> wanted;  // key -> a language that has it
  for (const auto& [lang, strings] : all) {
    for (std::string& key : strings.keys()) wanted.try_emplace(std::move(key), lang);
  }
  for (const auto& [lang, strings] : all) {
    const auto list = strings.keys();
    const std::set<std::string_view> keys(list.begin(), list.end());
    for (const auto& [key, other] : wanted) {
      if (keys.contains(key)) continue;
      throw kb::Error(
          (dir / (lang + ".yaml")).string() + ": the key " + key + " is missing; " + other + ".yaml has it",
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

std::string hash_files(const fs::path& dir) {
  std::string all;
  for (const fs::path& file : files_in(dir))
    all += file.lexically_relative(dir).string() + " " + kb::sha256_file(file) + "\n";
  return kb::sha256(all);
}

}  // namespace

std::shared_ptr<const Theme> Theme::load(const fs::path& dir) {
  std::shared_ptr<Theme> theme(new Theme);
  theme->strings_ = read_strings(dir / "strings");
  require_same_keys(theme->strings_, dir / "strings");
  theme->templates_ = std::make_unique<Templates>(dir, theme->strings_);
  require_pages(*theme->templates_, dir);
  for (const fs::path& file : files_in(dir / "assets")) {
    theme->assets_.add(file.filename().string(), kb::read_file(file, kMaxAssetBytes));
  }
  theme->hash_ = hash_files(dir);
  return theme;
}

// "zh-CN" takes zh-Hans, "pt-BR" takes pt, where there are no texts of its own.
const Strings& Theme::strings(std::string_view lang) const {
  const std::string primary(kb::base_language(lang));
  for (const std::string& name : {std::string(lang), primary + "-" + script_of(lang), primary}) {
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
  auto theme = Theme::load(dir_);
  const std::lock_guard lock(mutex_);
  theme_ = std::move(theme);
}

}  // namespace searchd
