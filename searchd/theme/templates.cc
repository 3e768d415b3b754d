#include "searchd/theme/templates.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <mutex>
#include <vector>

#include "kb/model/error.h"

namespace searchd {

namespace engine = kainjow::mustache;

namespace {

// "Unclosed section "open" at 3834" -> "... in line 93". The engine counts bytes.
std::string with_line(std::string message, const TemplateFile& file) {
  const auto digits = message.find_last_not_of("0123456789") + 1;
  std::size_t at = 0;
  if (std::from_chars(message.data() + digits, message.data() + message.size(), at).ec != std::errc{})
    return message;
  const auto end = file.text.begin() + static_cast<std::ptrdiff_t>(std::min(at, file.text.size()));
  const auto line = std::count(file.text.begin(), end, '\n') + (file.version > 0 ? 2 : 1);
  message.resize(digits);
  if (message.ends_with(" at ")) message.resize(digits - 4);
  return fmt::format("{} in line {}", message, line);
}

void check(const TemplateFiles& files) {
  for (const auto& [name, file] : files) {
    const engine::mustache parsed(file.text);
    if (!parsed.is_valid())
      throw kb::Error(file.file + ": " + with_line(parsed.error_message(), file), "correct the template");
  }
}

// Partials that include others twice would double it again and again.
void require_size(const TemplateFile& source, std::size_t bytes) {
  if (bytes <= kMaxTemplateBytes) return;
  throw kb::Error(
      fmt::format("{}: with its partials it has more than {} bytes", source.file, kMaxTemplateBytes),
      "include fewer partials");
}

// Replaces each {{> name}} by the text of the partial. The engine would parse partials again at every use,
// and crash on one that includes itself.
std::string expand(const TemplateFile& source, const TemplateFiles& partials,
                   std::vector<std::string>& open) {
  std::string out;
  std::string_view text = source.text;
  for (auto tag = text.find("{{>"); tag != std::string_view::npos; tag = text.find("{{>")) {
    out += text.substr(0, tag);
    const auto end = text.find("}}", tag);  // exists, since the template has been parsed
    std::string name(text.substr(tag + 3, end - tag - 3));
    std::erase(name, ' ');
    text.remove_prefix(end + 2);
    const auto partial = partials.find(name);
    if (partial == partials.end()) {
      throw kb::Error(source.file + ": there is no partial " + name,
                      "add partials/" + name + ".html.mustache");
    }
    if (std::find(open.begin(), open.end(), name) != open.end()) {
      throw kb::Error(partial->second.file + ": includes itself", "a partial cannot include itself");
    }
    open.push_back(name);
    out += expand(partial->second, partials, open);
    open.pop_back();
    require_size(source, out.size() + text.size());
  }
  return out += text;
}

engine::data to_data(const View& view);

engine::data to_data(const View::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    return text->empty() ? engine::data{false} : engine::data{*text};  // the engine treats "" as true
  }
  if (const auto* list = std::get_if<std::vector<View>>(&value)) {
    engine::data out{engine::data::type::list};
    for (const View& item : *list) out.push_back(to_data(item));
    return out;
  }
  return engine::data{std::get<bool>(value)};
}

engine::data to_data(const View& view) {
  engine::data out;
  for (const auto& [name, value] : view.values()) out[name] = to_data(value);
  return out;
}

}  // namespace

// One template, parsed once for each thread that renders it at the same time: the engine's render() is not
// const.
class Templates::Page {
 public:
  explicit Page(std::string source) : source_(std::move(source)) { give_back(take()); }

  std::string render(engine::context<std::string>& context) {
    auto parsed = take();
    std::ostringstream out;
    parsed->render(context, out);
    give_back(std::move(parsed));
    return std::move(out).str();
  }

 private:
  using Parsed = std::unique_ptr<engine::mustache>;

  Parsed take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<engine::mustache>(source_);
    Parsed parsed = std::move(idle_.back());
    idle_.pop_back();
    return parsed;
  }
  void give_back(Parsed parsed) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(parsed));
  }

  const std::string source_;
  std::mutex mutex_;
  std::vector<Parsed> idle_;
};

struct Templates::Texts {
  engine::data data;  // {t: {key: text, plural: {one: text}}}
};

Templates::Templates(const TemplateFolder& folder, const StringsByLanguage& strings) {
  check(folder.partials);
  check(folder.pages);
  for (const auto& [name, file] : folder.pages) {
    std::vector<std::string> open;
    pages_.emplace(name, std::make_unique<Page>(expand(file, folder.partials, open)));
  }
  for (const auto& [lang, texts] : strings) {
    engine::data keys;
    for (const auto& [key, text] : texts.texts()) {
      const auto dot = key.find('.');
      if (dot == std::string::npos) {
        keys[key] = engine::data{text};
      } else {
        keys[key.substr(0, dot)][key.substr(dot + 1)] = engine::data{text};
      }
    }
    texts_.emplace(lang, std::make_unique<Texts>(Texts{engine::data{"t", keys}}));
  }
}

Templates::~Templates() = default;

bool Templates::has(std::string_view name) const { return pages_.contains(name); }

std::string Templates::render(std::string_view name, std::string_view lang, const View& view) const {
  const engine::data data = to_data(view);
  engine::context<std::string> context(&texts_.find(lang)->second->data);
  context.push(&data);
  return pages_.find(name)->second->render(context);
}

}  // namespace searchd
