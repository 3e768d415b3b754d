#include "indexer/theme/style_contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
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

// Parts of our pages that hold links and text of every kind.
constexpr std::array<std::string_view, 19> kContainers{
    "html",  "body",  "header", "footer", "main",    "nav",       "article",    ".top",    ".foot", ".hero",
    ".home", ".page", ".prose", ".body",  ".answer", ".feedback", ".more-help", ".notice", ".alert"};
constexpr std::array<std::string_view, 4> kTexts{"--ink", "--ink-2", "--ink-3", "--link"};

using Tokens = std::map<std::string, Token, std::less<>>;

bool is_root(const std::string& selector) { return selector == ":root" || selector == "html"; }

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(at), text.size());
    if (const auto part = kb::trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// "p", "main a": every page has such text, whatever its classes are.
bool is_plain(std::string_view selector) {
  return std::all_of(selector.begin(), selector.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || kb::is_digit(c) || c == ' ' || c == '>';
  });
}

bool is_container(std::string_view selector) {
  const auto last = split(selector, " >+~");
  return !last.empty() && std::find(kContainers.begin(), kContainers.end(), last.back()) != kContainers.end();
}

const StyleDeclaration* find(const StyleRule& rule, std::string_view name, std::string_view other = {}) {
  const StyleDeclaration* found = nullptr;
  for (const StyleDeclaration& declaration : rule.declarations)
    if (declaration.name == name || declaration.name == other) found = &declaration;
  return found;
}

// The sheet as it counts for pages of one scheme.
class Scheme {
 public:
  Scheme(bool dark, std::string_view accent) : dark_(dark) {
    for (const StyleToken& token : style_tokens(accent))
      tokens_[std::string(token.name)] = {dark ? token.dark : token.light, std::nullopt};
  }

  std::vector<StyleProblem> check(const StyleSheet& sheet) {
    std::vector<const StyleRule*> rules;
    for (const StyleRule& rule : sheet.rules)
      if (counts(rule)) rules.push_back(&rule);
    for (const StyleRule* rule : rules)
      if (is_root(rule->selector)) set_variables(*rule);
    for (const StyleRule* rule : rules)
      if (is_root(rule->selector)) set_tokens(*rule, tokens_);
    for (const StyleRule* rule : rules) note_colours(*rule);
    check_pairs(tokens_);
    for (const StyleRule* rule : rules) check_rule(*rule);
    return std::move(problems_);
  }

 private:
  struct Colours {
    std::optional<kb::Colour> text;
    std::optional<kb::Colour> behind;
  };

  bool counts(const StyleRule& rule) const {
    if (rule.selector.starts_with("@")) return false;
    return std::all_of(rule.conditions.begin(), rule.conditions.end(), [&](const std::string& condition) {
      for (const std::string_view other :
           {"print", "forced-colors", "prefers-contrast", "@keyframes", "@supports not"})
        if (has(condition, other)) return false;
      return !has(condition, "prefers-color-scheme") || has(condition, "dark") == dark_;
    });
  }

  void set_variables(const StyleRule& rule) {
    for (const StyleDeclaration& declaration : rule.declarations)
      if (declaration.name.starts_with("--")) variables_[declaration.name] = declaration.value;
  }

  // The tokens that the rule sets.
  void set_tokens(const StyleRule& rule, Tokens& tokens) const {
    for (const StyleDeclaration& declaration : rule.declarations) {
      std::string name = declaration.name;
      if (name == (dark_ ? "--accent-dark" : "--accent")) name = "--brand";
      if (name == "--accent-ink" && !dark_) name = "--brand-ink";
      if (const auto token = tokens.find(name); token != tokens.end())
        token->second = {colour_of(declaration.value), declaration.at};
    }
  }

  // What a value comes to in this scheme; nullopt when that takes more than looking it up.
  std::optional<kb::Colour> colour_of(std::string_view value, int depth = 0) const {
    constexpr int kMostLookups = 8;
    constexpr std::string_view kBoth = "light-dark(";
    if (depth == kMostLookups) return std::nullopt;
    if (value.starts_with(kBoth) && value.ends_with(")")) {
      const auto sides = split(value.substr(kBoth.size(), value.size() - kBoth.size() - 1), ",");
      return sides.size() == 2 ? colour_of(sides[dark_ ? 1 : 0], depth + 1) : std::nullopt;
    }
    if (!value.starts_with("var(") || !value.ends_with(")")) return parse_css_colour(value);
    const std::string_view inside = value.substr(4, value.size() - 5);
    const auto comma = std::min(inside.find(','), inside.size());
    const std::string_view name = kb::trim(inside.substr(0, comma));
    if (const auto token = tokens_.find(name); token != tokens_.end()) return token->second.colour;
    if (const auto own = variables_.find(name); own != variables_.end())
      return colour_of(own->second, depth + 1);
    return comma == inside.size() ? std::nullopt : colour_of(kb::trim(inside.substr(comma + 1)), depth + 1);
  }

  void note_colours(const StyleRule& rule) {
    const StyleDeclaration* text = find(rule, "color");
    const StyleDeclaration* behind = find(rule, "background", "background-color");
    for (const std::string_view selector : split(rule.selector, ",")) {
      Colours& colours = colours_[std::string(selector)];
      if (text) colours.text = colour_of(text->value);
      if (behind) colours.behind = colour_of(behind->value);
    }
  }

  void check_pairs(const Tokens& tokens) {
    for (const Pair& pair : kPairs) {
      const Token& text = tokens.find(pair.text)->second;
      const Token& behind = tokens.find(pair.behind)->second;
      if (text.at || behind.at) check_pair(pair, text, behind);
    }
  }

  void check_pair(const Pair& pair, const Token& text, const Token& behind) {
    for (const auto& [name, token] : {std::pair{pair.text, &text}, std::pair{pair.behind, &behind}}) {
      if (!token->colour)
        return add(*token->at,
                   fmt::format("the contrast of {} cannot be computed; write it as \"#rrggbb\"", name));
    }
    compare(std::max(text.at.value_or(0), behind.at.value_or(0)), *text.colour,
            fmt::format("{} on {}", pair.text, pair.behind), *behind.colour);
  }

  void check_rule(const StyleRule& rule) {
    if (is_root(rule.selector)) return;
    Tokens own = tokens_;
    for (auto& [name, token] : own) token.at.reset();  // those of all pages have been looked at
    set_tokens(rule, own);
    check_pairs(own);
    const StyleDeclaration* text = find(rule, "color");
    const StyleDeclaration* behind = find(rule, "background", "background-color");
    if (text == nullptr && behind == nullptr) return;
    for (const std::string_view selector : split(rule.selector, ",")) {
      if (text) check_text(selector, *text);
      if (behind) check_behind(selector, *behind, own, text != nullptr);
    }
  }

  // What lies behind is said with the text, else of what is around it, else it is the page.
  void check_text(std::string_view selector, const StyleDeclaration& text) {
    const auto ink = colour_of(text.value);
    std::optional<kb::Colour> behind;
    if (is_plain(selector)) behind = tokens_.find("--paper")->second.colour;
    std::string around;
    for (const std::string_view compound : split(selector, " >+~")) {
      around += (around.empty() ? "" : " ") + std::string(compound);
      for (const std::string& part : {std::string(compound), around}) {
        const auto known = colours_.find(part);
        if (known != colours_.end() && known->second.behind) behind = known->second.behind;
      }
    }
    if (const auto known = colours_.find(selector); known != colours_.end() && known->second.behind)
      behind = known->second.behind;
    if (ink && behind) compare(text.at, *ink, std::string(selector), *behind);
  }

  // A part that holds all kinds of text is compared with each.
  void check_behind(std::string_view selector, const StyleDeclaration& behind, const Tokens& own,
                    bool has_text) {
    const auto paper = colour_of(behind.value);
    if (!paper) return;
    const auto& known = colours_.find(selector)->second;
    const bool sets_text = has_text || known.text;
    const bool contains = is_container(selector);
    if (!contains && (sets_text || !is_plain(selector))) return;
    for (const std::string_view name : kTexts) {
      if (name == "--ink" ? sets_text : !contains) continue;
      const auto ink = own.find(name)->second.colour;
      if (ink) compare(behind.at, *ink, fmt::format("{} in {}", name, selector), *paper);
    }
  }

  void compare(std::size_t at, kb::Colour text, const std::string& what, kb::Colour behind) {
    const double ratio = std::floor(kb::contrast(text, behind) * 100) / 100;
    if (ratio >= kb::kReadable) return;
    add(at, fmt::format("{}: text in {} on {} has a contrast of {:.2f} to 1 on {} pages; people can read it "
                        "from {} on",
                        what, kb::to_string(text), kb::to_string(behind), ratio, dark_ ? "dark" : "light",
                        kb::kReadable));
  }

  void add(std::size_t at, std::string message) { problems_.push_back({at, std::move(message)}); }

  bool dark_;
  Tokens tokens_;
  std::map<std::string, std::string, std::less<>> variables_;  // of the whole page
  std::map<std::string, Colours, std::less<>> colours_;        // by selector
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
