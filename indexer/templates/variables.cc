#include "indexer/templates/variables.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/includes/include_tag.h"
#include "indexer/lines/inline_text.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kLongestTag = 500;
constexpr std::size_t kMostBytes = 256UL * 1024;  // of all values in a text
constexpr int kDeepest = 5;                       // values that hold variables
constexpr std::string_view kData = "{% data variables.";

struct VariableName {
  std::string_view theirs;
  std::string_view ours;
};

// What an expression begins with, and where the value is then looked for (see SiteData and page_value).
constexpr std::array kVariableNames{
    VariableName{"$frontmatter.", "page."},
    VariableName{"frontmatter.", "page."},
    VariableName{"frontMatter.", "page."},
    VariableName{"page.meta.", "page."},
    VariableName{"page.", "page."},
    VariableName{".Params.", "page."},
    VariableName{".Page.Params.", "page."},
    VariableName{".Title", "page.title"},
    VariableName{"$page.title", "page.title"},
    VariableName{".Site.Params.", "site.params."},
    VariableName{".Site.Data.", "site.data."},
    VariableName{".Site.", "site."},
    VariableName{"config.", "site."},
    VariableName{"$site.", "site."},
    VariableName{"site.", "site."},
};

// Prefixes of addresses.
constexpr std::array<std::string_view, 10> kBases{
    "site.baseurl", "site.url",   "site.base_url", "base_path",       "base_url",
    "baseurl",      "$site.base", ".Site.BaseURL", "site.github.url", "config.site_url"};

template <std::size_t n>
bool contains(const std::array<std::string_view, n>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return kb::is_alnum(c) || c == '_' || c == '-' || c == '.' || c == '$';
  });
}

// Of "'a'" or "\"a\"".
std::optional<std::string_view> literal(std::string_view text) {
  const bool is_quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'');
  if (!is_quoted || text.find(text.front(), 1) != text.size() - 1) return std::nullopt;
  return text.substr(1, text.size() - 2);
}

class Filler {
 public:
  explicit Filler(const DialectContext& context) : context_(&context) {}

  std::string fill(std::string_view text) {
    return rewrite_inline(text, [&](std::string_view rest, std::string_view before) {
      return rest.starts_with('{') ? replacement(rest.substr(0, kLongestTag), before) : std::nullopt;
    });
  }

  // GitHub's own names are meant in code, too.
  std::string fill_data(std::string_view text, int depth = 0) {
    std::string out;
    for (std::size_t at = text.find(kData); at != std::string_view::npos; at = text.find(kData)) {
      out += text.substr(0, at);
      text.remove_prefix(at);
      const std::size_t end = text.substr(0, kLongestTag).find("%}");
      const auto value = end == std::string_view::npos || depth > kDeepest
                             ? std::nullopt
                             : ask(kb::trim(text.substr(8, end - 8)));
      out += value ? fill_data(*value, depth + 1) : std::string(kData);
      text.remove_prefix(value ? end + 2 : kData.size());
    }
    return out.append(text);
  }

 private:
  std::optional<Replacement> replacement(std::string_view rest, std::string_view before) {
    if (rest.starts_with("{% raw %}") || rest.starts_with("{%raw%}")) return raw(rest);
    if (rest.starts_with("{{<") || rest.starts_with("{{%"))
      return tag(rest, 3, rest[2] == '<' ? ">}}" : "%}}", before);
    if (rest.starts_with("{{")) return tag(rest, 2, "}}", before);
    if (rest.starts_with("{%") && may_be_liquid(rest)) return tag(rest, 2, "%}", before);
    if (rest.starts_with("{front")) return tag(rest, 1, "}", before);
    return std::nullopt;
  }

  static std::optional<Replacement> raw(std::string_view rest) {
    constexpr std::string_view kEnd = "endraw";
    const std::size_t end = rest.find(kEnd);
    const std::size_t size = end == std::string_view::npos ? rest.size() : end + kEnd.size();
    return Replacement{size, std::string(rest.substr(0, size))};
  }

  std::optional<Replacement> tag(std::string_view rest, std::size_t open, std::string_view close,
                                 std::string_view before) {
    const std::size_t end = rest.find(close, open);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view content = kb::trim(rest.substr(open, end - open), " \t-");
    const std::size_t size = end + close.size();
    std::optional<std::string> text;
    if (close == "%}") {
      text = liquid_tag(content);
    } else if (open == 3) {
      text = shortcode(content);
    } else {
      text = expression(content);
    }
    if (!text) return std::nullopt;
    const bool is_hugo_base = content == ".Site.BaseURL" || content == "baseurl";  // ends with a slash
    if (is_hugo_base && before.ends_with('(') && size < rest.size() && kb::is_alnum(rest[size])) text = "/";
    return Replacement{size, std::move(*text)};
  }

  // Whether it can be one of the tags below, so that nobody looks for the end of others.
  static bool may_be_liquid(std::string_view rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t-", 2), rest.size()));
    return rest.starts_with("link ") || rest.starts_with("post_url ");
  }

  // link _faq/x.md; post_url 2026-03-01-x
  static std::optional<std::string> liquid_tag(std::string_view content) {
    for (const auto& [name, folder] : {VariableName{"link ", "/"}, VariableName{"post_url ", "/_posts/"}}) {
      if (!content.starts_with(name)) continue;
      std::string_view path = kb::trim(content.substr(name.size()), " \t/\"'");
      if (path.empty() || path.find_first_of("{ ") != std::string_view::npos) return std::nullopt;
      return std::string(folder).append(path);
    }
    return std::nullopt;
  }

  // param x; ref "x.md#y"; relref path="x.md"
  std::optional<std::string> shortcode(std::string_view content) {
    const std::string name = kb::to_lower(content.substr(0, content.find_first_of(kb::kBlanks)));
    if (name == "baseurl") return "";
    if (name != "param" && name != "ref" && name != "relref") return std::nullopt;
    IncludeArguments arguments = read_arguments(content.substr(name.size()));
    const std::string& named = arguments["path"];
    const std::string target = named.empty() ? arguments["0"] : named;
    if (target.empty()) return std::nullopt;
    if (name != "param") return target;
    auto value = ask("page." + target);
    return value ? value : ask("site.params." + target);
  }

  // `head | filter: x`
  std::optional<std::string> expression(std::string_view content) {
    const std::size_t bar = std::min(content.find('|'), content.size());
    const std::string_view head = kb::trim(content.substr(0, bar));
    const std::string_view filters = content.substr(bar);
    if (const auto text = literal(head)) {
      const bool is_address = filters.find("_url") != std::string_view::npos;
      const bool is_relative = is_address && !text->starts_with('/') && !text->starts_with('#') &&
                               text->find(':') == std::string_view::npos;
      return (is_relative ? "/" : "") + std::string(*text);
    }
    if (contains(kBases, head)) return "";
    if (!is_name(head)) return std::nullopt;
    if (auto value = named(head)) return value;
    if (const std::size_t at = filters.find("default:"); at != std::string_view::npos) {
      if (const auto text = literal(kb::trim(filters.substr(at + 8)))) return std::string(*text);
    }
    // What the page's own front matter does not say is nothing there, too.
    if (head.starts_with("$frontmatter.")) return "";
    const bool is_site = head.starts_with("site.") || head.starts_with("page.");
    return is_site && !filters.empty() ? std::optional<std::string>("") : std::nullopt;
  }

  std::optional<std::string> named(std::string_view head) {
    for (const auto& [theirs, ours] : kVariableNames) {
      if (head.starts_with(theirs)) return ask(std::string(ours).append(head.substr(theirs.size())));
    }
    // MkDocs, Mintlify, MyST and Jupyter Book
    for (const std::string_view place : {"site.extra.", "site.variables.", "page.myst.substitutions.",
                                         "page.substitutions.", "site.parse.myst_substitutions."}) {
      if (auto value = ask(std::string(place).append(head))) return value;
    }
    return std::nullopt;
  }

  std::optional<std::string> ask(std::string_view name) {
    if (!context_->value || bytes_ > kMostBytes) return std::nullopt;
    auto value = context_->value(name);
    if (value) bytes_ += value->size();
    return value;
  }

  const DialectContext* context_;
  std::size_t bytes_ = 0;
};

}  // namespace

void read_variables(Lines& lines, const DialectContext& context) {
  Filler filler(context);
  for (Line& line : lines) {
    if (line.kind == LineKind::comment || line.text.find('{') == std::string::npos) continue;
    line.rewrite(filler.fill_data(line.text));
    if (line.kind == LineKind::text) line.rewrite(filler.fill(line.text));
  }
}

std::string fill_variables(std::string_view text, const DialectContext& context) {
  Filler filler(context);
  return filler.fill(filler.fill_data(text));
}

}  // namespace indexer
