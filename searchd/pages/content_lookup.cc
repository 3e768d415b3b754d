#include "searchd/pages/content_lookup.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "kb/text/percent.h"

namespace searchd {

namespace {

constexpr std::string_view kMarkdown = ".md";

std::string lower_case(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())})
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
  return out;
}

// "/en/orders/" -> "en" and "orders/". Both are "" when the path does not begin with a language.
std::pair<std::string_view, std::string_view> split_language(const kb::Snapshot& snapshot,
                                                             std::string_view path) {
  if (!path.starts_with('/')) return {};
  const auto slash = path.find('/', 1);
  const std::string_view lang = path.substr(1, slash == std::string_view::npos ? slash : slash - 1);
  if (!snapshot.site().has_language(lang)) return {};
  return {lang, slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1)};
}

// The page of a folder has no address of its own: it is shown as part of the category. An unlisted one is not
// shown there.
Found card_found(const kb::Catalogue& catalogue, const kb::Card& card) {
  const kb::CategoryNode* node = card.is_folder ? catalogue.category(card.category) : nullptr;
  if (node) return {Found::Kind::category, nullptr, node};
  return {Found::Kind::article, &card};
}

Found markdown_found(const kb::Catalogue& catalogue, std::string_view path, std::string_view rest) {
  path.remove_suffix(kMarkdown.size());
  rest.remove_suffix(kMarkdown.size());
  const kb::Card* card = catalogue.by_url(kb::encode_path(path));
  if (card && card_found(catalogue, *card).card) return {Found::Kind::markdown, card};
  while (rest.ends_with('/')) rest.remove_suffix(1);
  const kb::CategoryNode* node = catalogue.category(rest);
  return node && node->page ? Found{Found::Kind::markdown, node->page} : Found{};
}

Found exact_page(const kb::Snapshot& snapshot, std::string_view path) {
  const auto [lang, rest] = split_language(snapshot, path);
  if (lang.empty() || rest.empty()) return {};
  const kb::Catalogue& catalogue = snapshot.catalogue(lang);
  if (const kb::Card* card = catalogue.by_url(kb::encode_path(path))) return card_found(catalogue, *card);
  if (rest.ends_with('/')) {
    const kb::CategoryNode* node = catalogue.category(rest.substr(0, rest.size() - 1));
    return node ? Found{Found::Kind::category, nullptr, node} : Found{};
  }
  return path.ends_with(kMarkdown) ? markdown_found(catalogue, path, rest) : Found{};
}

Found redirected(const kb::Snapshot& snapshot, std::string_view path, std::string_view query) {
  const kb::Redirect* redirect = snapshot.redirect(kb::encode_path(path), query);
  if (!redirect) return {};
  if (redirect->to.empty()) return {Found::Kind::gone};
  return {Found::Kind::moved, nullptr, nullptr, redirect->to};
}

Found moved_to(const Found& found) {
  if (found.kind == Found::Kind::category) return {Found::Kind::moved, nullptr, nullptr, found.category->url};
  return {Found::Kind::moved, nullptr, nullptr,
          found.card->url + (found.kind == Found::Kind::markdown ? ".md" : "")};
}

std::string toggled_slash(std::string path) {
  if (!path.ends_with('/')) return path + "/";
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

// "/pt-BR/orders/a" for "/PT_br/Orders/A": the language as the site writes it, the rest in lower case. The
// path in lower case when it does not begin with a language.
std::string usual_spelling(const kb::Snapshot& snapshot, const std::string& path) {
  std::string lower = lower_case(path);
  if (!lower.starts_with('/')) return lower;
  const std::size_t end = std::min(lower.find('/', 1), lower.size());
  std::string spelled = lower.substr(1, end - 1);
  std::replace(spelled.begin(), spelled.end(), '_', '-');
  for (const std::string& lang : snapshot.site().languages) {
    if (lower_case(lang) == spelled) return "/" + lang + lower.substr(end);
  }
  return lower;
}

Found other_spelling(const kb::Snapshot& snapshot, const std::string& path, std::string_view query) {
  const std::string usual = usual_spelling(snapshot, path);
  for (const std::string& spelling : {toggled_slash(path), usual, toggled_slash(usual), lower_case(path)}) {
    if (const Found page = exact_page(snapshot, spelling); page.kind != Found::Kind::nothing)
      return moved_to(page);
    if (Found redirect = redirected(snapshot, spelling, query); redirect.kind != Found::Kind::nothing)
      return redirect;
  }
  return {};
}

// "/en", "/EN/" and "/pt_br" are the home pages of "en" and "pt-BR".
Found home_spelling(const kb::Snapshot& snapshot, std::string_view path) {
  std::string home = usual_spelling(snapshot, std::string(path));
  while (home.ends_with('/')) home.pop_back();
  if (home.empty() || !snapshot.site().has_language(std::string_view(home).substr(1))) return {};
  return {Found::Kind::moved, nullptr, nullptr, home + "/"};
}

// "/guide/x" for "/guide/x.html" and "/guide/x/index.html", as other tools have it.
std::string_view without_file_name(std::string_view path) {
  for (const std::string_view end : {"index.html", ".html", ".htm"}) {
    if (path.ends_with(end)) return path.substr(0, path.size() - end.size());
  }
  return path;
}

// The address that a page had before it came here: without a language, which is the first one's then, or with
// ".html".
Found former_address(const kb::Snapshot& snapshot, std::string_view path, std::string_view query) {
  const std::string_view plain = without_file_name(path);
  if (plain.size() < path.size()) {
    if (Found found = other_spelling(snapshot, std::string(plain), query); found.kind != Found::Kind::nothing)
      return found;
  }
  if (!path.starts_with('/') || !split_language(snapshot, path).first.empty()) return {};
  const std::string in_first = "/" + snapshot.site().languages.front() + std::string(plain);
  const Found exact = exact_page(snapshot, in_first);
  return exact.kind != Found::Kind::nothing ? moved_to(exact) : other_spelling(snapshot, in_first, query);
}

}  // namespace

Found look_up(const kb::Snapshot& snapshot, std::string_view path, std::string_view query) {
  if (Found page = exact_page(snapshot, path); page.kind != Found::Kind::nothing) return page;
  if (Found redirect = redirected(snapshot, path, query); redirect.kind != Found::Kind::nothing)
    return redirect;
  if (Found home = home_spelling(snapshot, path); home.kind != Found::Kind::nothing) return home;
  if (Found found = other_spelling(snapshot, std::string(path), query); found.kind != Found::Kind::nothing)
    return found;
  return former_address(snapshot, path, query);
}

}  // namespace searchd
