#include "indexer/check/site_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "indexer/findings/finding_list.h"
#include "kb/model/date.h"

namespace indexer {

namespace {

class Checks {
 public:
  explicit Checks(const SiteParts& site) : site_(site), rules_(site.config.rules) {}

  void anchors();
  void reviews();
  void translations();
  void pins();
  void notices();
  void categories();
  void expectations();
  std::vector<Diagnostic> take() { return std::move(findings_); }

 private:
  void report(const std::string& path, std::string_view rule, Position at, std::string message) {
    indexer::report(findings_, rules_, path, rule, at, std::move(message));
  }
  const std::string& default_language() const { return site_.table.languages().codes.front(); }
  bool exists_anywhere(const std::string& id) const {
    const auto& codes = site_.table.languages().codes;
    return std::any_of(codes.begin(), codes.end(),
                       [&](const auto& lang) { return site_.table.by_id(lang, id); });
  }

  const SiteParts& site_;
  const RuleSet& rules_;
  std::vector<Diagnostic> findings_;
};

void Checks::anchors() {
  std::map<const Page*, std::set<std::string>> known;
  for (const CompiledArticle& article : site_.articles) {
    if (!article.refused) known[article.page] = {article.anchors.begin(), article.anchors.end()};
  }
  for (const CompiledArticle& article : site_.articles) {
    for (const AnchorUse& use : article.uses) {
      const auto target = known.find(use.target);
      if (target == known.end()) {
        report(article.page->file.path, "missing-link", use.at,
               fmt::format("the article {} is left out, so nobody could follow this link",
                           use.target->file.path));
        continue;
      }
      // In browsers, #top leads to the top of any page.
      if (use.anchor.empty() || use.anchor == "top" || target->second.contains(use.anchor)) continue;
      report(article.page->file.path, "missing-anchor", use.at,
             fmt::format("{} has no heading '#{}'", use.target->file.path, use.anchor));
    }
  }
}

void Checks::reviews() {
  for (const Page& page : site_.pages) {
    if (!page.shown() || !page.meta.review_by || *page.meta.review_by >= site_.today) continue;
    const std::string owner = page.meta.owner.empty() ? "" : fmt::format(" by {}", page.meta.owner);
    report(page.file.path, "review-overdue", page.meta.review_at,
           fmt::format("the review{} was due on {}", owner, kb::format_date(*page.meta.review_by)));
  }
}

void Checks::translations() {
  std::set<std::string> originals;
  for (const Page& page : site_.pages) {
    if (page.lang == default_language()) originals.insert(page.id.id);
  }
  for (const Page& page : site_.pages) {
    if (!page.shown() || page.lang == default_language() || originals.contains(page.id.id)) continue;
    report(page.file.path, "translation-of-nothing", {},
           fmt::format("there is no article '{}' in {}", page.id.id, default_language()));
  }
}

void Checks::pins() {
  const auto& pins = site_.config.site.pins;
  for (std::size_t i = 0; i < pins.size(); ++i) {
    const std::string& lang = pins[i].lang.empty() ? default_language() : pins[i].lang;
    if (pins[i].article.empty() || site_.table.by_id(lang, pins[i].article)) continue;
    report("site.yaml", "pin-to-nothing", site_.config.pins_at[i],
           fmt::format("the pin '{}' leads to '{}', which is no article in {}", pins[i].query,
                       pins[i].article, lang));
  }
}

void Checks::notices() {
  const auto& notices = site_.config.site.notices;
  for (std::size_t i = 0; i < notices.size(); ++i) {
    const kb::Notice& notice = notices[i];
    if (!notice.article.empty() && !exists_anywhere(notice.article)) {
      report("site.yaml", "notice-to-nothing", site_.config.notices_at[i],
             fmt::format("the notice leads to '{}', which is no article", notice.article));
    }
    for (const std::string& category : notice.categories) {
      if (site_.table.has_category(category)) continue;
      report("site.yaml", "notice-to-nothing", site_.config.notices_at[i],
             fmt::format("the notice is for '{}', which is no category", category));
    }
  }
}

void Checks::categories() {
  const auto& categories = site_.config.site.categories;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    if (site_.table.has_category(categories[i].id)) continue;
    report("site.yaml", "category-to-nothing", site_.config.categories_at[i],
           fmt::format("no article lies in the category '{}'", categories[i].id));
  }
}

void Checks::expectations() {
  for (const Expectation& expectation : site_.expectations) {
    const std::string& lang = expectation.lang.empty() ? default_language() : expectation.lang;
    if (expectation.article.empty() || site_.table.by_id(lang, expectation.article)) continue;
    report("expectations.yaml", "expectation-to-nothing", expectation.at,
           fmt::format("'{}' is no article in {}", expectation.article, lang));
  }
}

}  // namespace

std::vector<Diagnostic> check_site(const SiteParts& site) {
  Checks checks(site);
  checks.anchors();
  checks.reviews();
  checks.translations();
  checks.pins();
  checks.notices();
  checks.categories();
  checks.expectations();
  return checks.take();
}

}  // namespace indexer
