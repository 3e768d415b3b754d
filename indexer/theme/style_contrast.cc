#include "indexer/theme/style_contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "indexer/theme/css_colour.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

struct Pair {
  std::string_view text;
  std::string_view behind;
};

constexpr std::array kPairs{
    Pair{"--ink", "--paper"},       Pair{"--ink-2", "--paper"},     Pair{"--ink-3", "--paper"},
    Pair{"--link", "--paper"},      Pair{"--brand-ink", "--brand"}, Pair{"--ink", "--sunk"},
    Pair{"--ink-2", "--sunk"},      Pair{"--note", "--paper"},      Pair{"--tip", "--paper"},
    Pair{"--important", "--paper"}, Pair{"--warning", "--paper"},   Pair{"--caution", "--paper"}};

struct Token {
  std::optional<kb::Colour> colour;  // nullopt: cannot be computed
  std::optional<std::size_t> at;     // where the sheet sets it
};

bool has(const std::string& condition, std::string_view what) {
  return condition.find(what) != std::string::npos;
}

// The sheet as it counts for pages of one scheme.
class Scheme {
 public:
  Scheme(bool dark, std::string_view accent) : dark_(dark) {
    for (const StyleToken& token : style_tokens(accent))
      tokens_[std::string(token.name)] = {dark ? token.dark : token.light, std::nullopt};
  }

  std::vector<StyleProblem> check(const StyleSheet& sheet) {
    for (const StyleRule& rule : sheet.rules) {
      if (counts(rule) && (rule.selector == ":root" || rule.selector == "html")) set_tokens(rule);
    }
    for (const Pair& pair : kPairs) check_pair(pair);
    for (const StyleRule& rule : sheet.rules) {
      if (counts(rule) && !rule.selector.starts_with("@")) check_rule(rule);
    }
    return std::move(problems_);
  }

 private:
  bool counts(const StyleRule& rule) const {
    return std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const std::string& condition) {
      for (const std::string_view other : {"print", "forced-colors", "prefers-contrast", "@keyframes"})
        if (has(condition, other)) return false;
      return !has(condition, "prefers-color-scheme") || has(condition, "dark") == dark_;
    });
  }

  void set_tokens(const StyleRule& rule) {
    for (const StyleDeclaration& declaration : rule.declarations) {
      std::string name = declaration.name;
      if (name == (dark_ ? "--accent-dark" : "--accent")) name = "--brand";
      if (name == "--accent-ink" && !dark_) name = "--brand-ink";
      if (const auto token = tokens_.find(name); token != tokens_.end())
        token->second = {colour_of(declaration.value), declaration.at};
    }
  }

  std::optional<kb::Colour> colour_of(std::string_view value) const {
    if (value.starts_with("var(") && value.ends_with(")")) {
      const auto token = tokens_.find(std::string(value.substr(4, value.size() - 5)));
      return token == tokens_.end() ? std::nullopt : token->second.colour;
    }
    return parse_css_colour(value);
  }

  void check_pair(const Pair& pair) {
    const Token& text = tokens_.find(pair.text)->second;
    const Token& behind = tokens_.find(pair.behind)->second;
    if (!text.at && !behind.at) return;
    for (const auto& [name, token] : {std::pair{pair.text, &text}, std::pair{pair.behind, &behind}}) {
      if (!token->colour)
        return add(*token->at,
                   fmt::format("the contrast of {} cannot be computed; write it as \"#rrggbb\"", name));
    }
    compare(text.at && behind.at ? std::max(*text.at, *behind.at) : text.at.value_or(behind.at.value_or(0)),
            *text.colour, fmt::format("{} on {}", pair.text, pair.behind), *behind.colour);
  }

  void check_rule(const StyleRule& rule) {
    const StyleDeclaration* text = nullptr;
    const StyleDeclaration* behind = nullptr;
    for (const StyleDeclaration& declaration : rule.declarations) {
      if (declaration.name == "color") text = &declaration;
      if (declaration.name == "background" || declaration.name == "background-color") behind = &declaration;
    }
    if (text == nullptr && behind == nullptr) return;
    const auto ink = text ? colour_of(text->value) : tokens_.find("--ink")->second.colour;
    const auto paper = behind ? colour_of(behind->value) : tokens_.find("--paper")->second.colour;
    if (!ink || !paper) return;
    compare((text ? text : behind)->at, *ink, rule.selector, *paper);
  }

  void compare(std::size_t at, kb::Colour text, const std::string& what, kb::Colour behind) {
    const double ratio = kb::contrast(text, behind);
    if (ratio >= kb::kReadable) return;
    add(at, fmt::format("{}: text in {} on {} has a contrast of {:.1f} to 1 on {} pages; people can read it "
                        "from {} on",
                        what, kb::to_string(text), kb::to_string(behind), ratio, dark_ ? "dark" : "light",
                        kb::kReadable));
  }

  void add(std::size_t at, std::string message) { problems_.push_back({at, std::move(message)}); }

  bool dark_;
  std::map<std::string, Token, std::less<>> tokens_;
  std::vector<StyleProblem> problems_;
};

}  // namespace

// The values of site.css.
std::vector<StyleToken> style_tokens(std::string_view accent) {
  const kb::Accent brand = kb::accent_of(accent);
  const kb::Colour light = *kb::parse_colour(brand.light);
  const kb::Colour dark = *kb::parse_colour(brand.dark);
  return {{"--paper", kb::kWhite, kb::kDarkPage},
          {"--ink", {0x16, 0x19, 0x1d}, {0xec, 0xee, 0xef}},
          {"--ink-2", {0x4a, 0x51, 0x59}, {0xb4, 0xba, 0xc0}},
          {"--ink-3", {0x61, 0x69, 0x70}, {0x9a, 0xa1, 0xa8}},
          {"--sunk", {0xf1, 0xf3, 0xf3}, {0x19, 0x1c, 0x1f}},
          {"--note", {0x1f, 0x5a, 0x9c}, {0x8d, 0xbc, 0xf2}},
          {"--tip", {0x1f, 0x6b, 0x45}, {0x7f, 0xd1, 0xa3}},
          {"--important", {0x66, 0x40, 0xa8}, {0xc1, 0xa6, 0xf5}},
          {"--warning", {0x8a, 0x52, 0x00}, {0xef, 0xb9, 0x68}},
          {"--caution", {0xab, 0x26, 0x26}, {0xf7, 0x9a, 0x93}},
          {"--brand", light, dark},
          {"--brand-ink", *kb::parse_colour(brand.light_ink), {0x0b, 0x0e, 0x10}},
          {"--link", light, dark}};
}

std::vector<StyleProblem> contrast_problems(const StyleSheet& sheet, std::string_view accent) {
  std::vector<StyleProblem> problems;
  for (const bool dark : {false, true}) {
    for (StyleProblem& problem : Scheme(dark, accent).check(sheet)) {
      const auto is_same = [&](const StyleProblem& other) { return other.message == problem.message; };
      if (std::none_of(problems.begin(), problems.end(), is_same)) problems.push_back(std::move(problem));
    }
  }
  return problems;
}

}  // namespace indexer
