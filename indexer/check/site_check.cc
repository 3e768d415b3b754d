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
  void products();
  void expectations();
  std::vector<Finding> take() { return std::move(findings_); }

 private:
  void report(const std::string& path, std::string_view rule, Position at, std::string message) {
    indexer::report(findings_, rules_, path, rule, at, std::move(message));
  }
  const std::string& default_language() const { return site_.table.languages().codes.front(); }
  // Why nothing may lead to this article. "" when it is listed in one of the languages.
  std::string fault_of(const std::vector<std::string>& languages, const std::string& id) const {
    bool is_known = false;
    for (const std::string& lang : languages) {
      const Page* page = site_.table.by_id(lang, id);
      if (page != nullptr && page->listed()) return "";
      is_known = is_known || page != nullptr;
    }
    return is_known ? "is unlisted" : "is no article";
  }

  const SiteParts& site_;
  const RuleSet& rules_;
  std::vector<Finding> findings_;
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
    if (!page.published() || !page.meta.review_by || *page.meta.review_by >= site_.today) continue;
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
    if (!page.listed() || page.lang == default_language() || originals.contains(page.id.id)) continue;
    report(page.file.path, "translation-of-nothing", {},
           fmt::format("there is no article '{}' in {}", page.id.id, default_language()));
  }
}

void Checks::pins() {
  const auto& pins = site_.config.site.pins;
  for (std::size_t i = 0; i < pins.size(); ++i) {
    const std::string& lang = pins[i].lang.empty() ? default_language() : pins[i].lang;
    const std::string fault = fault_of({lang}, pins[i].article);
    if (pins[i].article.empty() || pins[i].article == kb::kContactPin || fault.empty()) continue;
    report("site.yaml", "pin-to-nothing", site_.config.pins_at[i],
           fmt::format("the pin '{}' leads to '{}', which {} in {}", pins[i].query, pins[i].article, fault,
                       lang));
  }
}

void Checks::notices() {
  const auto& notices = site_.config.site.notices;
  for (std::size_t i = 0; i < notices.size(); ++i) {
    const kb::Notice& notice = notices[i];
    const std::string fault = fault_of(site_.table.languages().codes, notice.article);
    if (!notice.article.empty() && !fault.empty()) {
      report("site.yaml", "notice-to-nothing", site_.config.notices_at[i],
             fmt::format("the notice leads to '{}', which {}", notice.article, fault));
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

void Checks::products() {
  const auto& products = site_.config.site.products;
  for (std::size_t i = 0; i < products.size(); ++i) {
    const auto is_about = [&](const Page& page) {
      const auto& ids = page.meta.products;
      return page.published() && std::find(ids.begin(), ids.end(), products[i].id) != ids.end();
    };
    if (std::any_of(site_.pages.begin(), site_.pages.end(), is_about)) continue;
    report("site.yaml", "product-to-nothing", site_.config.products_at[i],
           fmt::format("no article is about the product '{}'", products[i].id));
  }
}

void Checks::expectations() {
  for (const Expectation& expectation : site_.expectations) {
    const std::string& lang = expectation.lang.empty() ? default_language() : expectation.lang;
    const std::string fault = fault_of({lang}, expectation.article);
    if (expectation.article.empty() || fault.empty()) continue;
    report("expectations.yaml", "expectation-to-nothing", expectation.at,
           fmt::format("'{}' {} in {}", expectation.article, fault, lang));
  }
}

}  // namespace

std::vector<Finding> check_site(const SiteParts& site) {
  Checks checks(site);
  checks.anchors();
  checks.reviews();
  checks.translations();
  checks.pins();
  checks.notices();
  checks.categories();
  checks.products();
  checks.expectations();
  return checks.take();
}

}  // namespace indexer
