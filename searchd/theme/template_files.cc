#include "searchd/theme/template_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <new>
#include <set>
#include <vector>

#include "kb/model/error.h"
#include "kb/store/file.h"
#include "kb/text/ascii.h"
#include "kb/text/nearest_name.h"

namespace searchd {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSuffix = ".mustache";
constexpr std::string_view kVersion = "{{! version ";

std::string name_of(const fs::path& file) {
  std::string name = file.filename().string();
  name.resize(name.size() - kSuffix.size());
  if (name.ends_with(".html")) name.resize(name.size() - 5);
  return name;
}

// Takes the first line off the text when it names a version.
void take_version(TemplateFile& file) {
  const auto line_end = file.text.find('\n');
  const std::string_view line = kb::trim(std::string_view(file.text).substr(0, line_end));
  if (!line.starts_with(kVersion) || !line.ends_with("}}")) return;
  std::from_chars(line.data() + kVersion.size(), line.data() + line.size(), file.version);
  file.text.erase(0, line_end == std::string::npos ? line_end : line_end + 1);
}

// A folder that is not there holds none.
std::vector<fs::path> files_with(const fs::path& dir, std::string_view suffix) {
  std::vector<fs::path> files;
  std::error_code error;
  if (!fs::exists(dir, error) && !error) return files;
  for (const auto& entry : fs::directory_iterator(dir, error)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(suffix) && !name.starts_with(".")) files.push_back(entry.path());
  }
  if (error == std::errc::not_enough_memory) throw std::bad_alloc();
  if (error) throw kb::Error("cannot read " + dir.string() + ": " + error.message(), "check its permissions");
  std::sort(files.begin(), files.end());
  return files;
}

TemplateFiles read_files(const fs::path& dir) {
  TemplateFiles files;
  for (const fs::path& path : files_with(dir, kSuffix)) {
    TemplateFile file{path.string(), kb::read_file(path, kMaxTemplateBytes), 0};
    take_version(file);
    files.emplace(name_of(path), std::move(file));
  }
  return files;
}

// What stands in the tags of a template: "t.close" and "title"; of partials the names behind a ">".
std::set<std::string> tag_names(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", open + 2)) {
    const auto close = text.find("}}", open);
    std::string_view inside = kb::trim(text.substr(open + 2, close - open - 2), " \t\r\n{}");
    if (inside.starts_with("!")) continue;
    const bool is_partial = inside.starts_with(">");
    if (!inside.empty() && std::string_view("#^/&>").find(inside.front()) != std::string_view::npos)
      inside.remove_prefix(1);
    names.insert((is_partial ? ">" : "") + std::string(kb::trim(inside)));
  }
  return names;
}

std::string meant(std::string_view name, const std::set<std::string>& known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  const std::string_view near = kb::nearest_name(name, names);
  return near.empty() ? "" : fmt::format("; did you mean {}?", near);
}

std::set<std::string> names_in(const TemplateFiles& files) {
  std::set<std::string> names;
  for (const auto& [name, file] : files) names.insert(name);
  return names;
}

// Every name that a page may show.
std::set<std::string> known_tags(const TemplateFolder& folder, const StringsByLanguage& strings) {
  std::set<std::string> known{"."};
  for (const TemplateFiles* files : {&folder.pages, &folder.partials}) {
    for (const auto& [name, file] : *files) known.merge(tag_names(file.text));
  }
  for (const std::string& partial : names_in(folder.partials)) known.insert(">" + partial);
  for (const auto& [lang, texts] : strings) {
    for (const auto& [key, text] : texts.texts()) known.insert("t." + key);
  }
  return known;
}

void require_version(const TemplateFile& own, const TemplateFile& ours) {
  if (own.version == ours.version) return;
  const std::string written = own.version == 0
                                  ? "it does not say which version of this template it is written for"
                                  : fmt::format("it is written for version {} of this template", own.version);
  throw kb::Error(fmt::format("{}: {}; this program has version {}", own.file, written, ours.version),
                  fmt::format("compare it with {}, see docs/templates.md, and begin it with {}{} }}}}",
                              ours.file, kVersion, ours.version));
}

void override_files(const fs::path& dir, const std::set<std::string>& tags, TemplateFiles& files) {
  for (auto& [name, own] : read_files(dir)) {
    const auto ours = files.find(name);
    if (ours == files.end())
      throw kb::Error(own.file + ": there is no template of this name" + meant(name, names_in(files)),
                      "rename or remove it");
    require_version(own, ours->second);
    for (const std::string& tag : tag_names(own.text)) {
      if (!tags.contains(tag))
        throw kb::Error(fmt::format("{}: no page has {{{{{}}}}}{}", own.file, tag, meant(tag, tags)),
                        "correct or remove it; docs/templates.md says what there is");
    }
    ours->second = std::move(own);
  }
}

// "{n}" and the like, which are filled in.
std::set<std::string> names_filled_in(std::string_view text) {
  std::set<std::string> names;
  for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close != std::string_view::npos) names.emplace(text.substr(open, close + 1 - open));
  }
  return names;
}

// A text must say something, and may have no names but those of our text of the same key, in any plural form.
void require_names(const fs::path& file, const std::string& key, const std::string& text,
                   const service::FlatYaml& ours) {
  if (kb::trim(text).empty()) throw kb::Error(file.string() + ": " + key + " is empty", "write a text");
  const std::string group = key.substr(0, key.find('.'));
  std::set<std::string> known;
  for (auto our = ours.lower_bound(group); our != ours.end() && our->first.starts_with(group); ++our) {
    if (our->first.substr(0, our->first.find('.')) == group) known.merge(names_filled_in(our->second));
  }
  for (const std::string& name : names_filled_in(text)) {
    if (!known.contains(name))
      throw kb::Error(fmt::format("{}: {} has {}, which nothing fills in", file.string(), key, name),
                      known.empty() ? "remove it" : fmt::format("there is {}", fmt::join(known, ", ")));
  }
}

}  // namespace

TemplateFolder read_templates(const fs::path& dir) {
  std::error_code error;
  if (!fs::is_directory(dir, error))
    throw kb::Error("cannot read the templates in " + dir.string() + ": there is no such folder",
                    "name their folder with --templates");
  return {read_files(dir), read_files(dir / "partials")};
}

void override_templates(const fs::path& dir, const StringsByLanguage& strings, TemplateFolder& folder) {
  const std::set<std::string> tags = known_tags(folder, strings);
  override_files(dir, tags, folder.pages);
  override_files(dir / "partials", tags, folder.partials);
}

void override_strings(const fs::path& dir, StringsByLanguage& strings) {
  std::set<std::string> known;
  for (const auto& [lang, texts] : strings) {
    for (const auto& [key, text] : texts.texts()) known.insert(key);
  }
  for (const fs::path& file : files_with(dir, ".yaml")) {
    const std::string lang = file.stem().string();
    const auto ours = strings.find(lang);
    const service::FlatYaml& first = strings.begin()->second.texts();
    service::FlatYaml texts = ours == strings.end() ? service::FlatYaml() : ours->second.texts();
    for (auto& [key, text] : service::read_flat_yaml(file)) {
      if (!known.contains(key))
        throw kb::Error(fmt::format("{}: no text has the key {}{}", file.string(), key, meant(key, known)),
                        "correct or remove it");
      require_names(file, key, text, first);
      texts.insert_or_assign(key, text);
    }
    if (ours != strings.end()) strings.erase(ours);
    strings.try_emplace(lang, lang, std::move(texts));
  }
}

}  // namespace searchd
