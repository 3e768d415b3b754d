#include "searchd/pages/facet_list.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "kb/model/article.h"
#include "kb/query/filter.h"
#include "kb/text/title_order.h"

namespace searchd {

std::string category_title(const Visit& visit, const std::string& id) {
  const kb::CategoryNode* node = visit.catalogue().category(id);
  return node == nullptr ? "" : node->title;
}

std::string product_title(const Visit& visit, const std::string& id) {
  const kb::ProductNode* node = visit.catalogue().product(id);
  return node == nullptr ? "" : node->title;
}

namespace {

constexpr std::size_t kMostChoices = 12;

using Link = std::function<std::string(const kb::SearchQuery&)>;

// One thing to narrow by, as the page shows it.
struct FacetKind {
  const char* id;  // of its heading
  const char* heading;
  const char* all;
  std::string kb::Filter::*field;
  std::vector<kb::FacetCount> kb::Facets::*counts;
  std::string (*title)(const Visit& visit, const std::string& value);  // "" for what the site does not have
};

std::string title_of_type(const Visit& visit, const std::string& name) {
  return kb::parse_name<kb::ArticleType>(name) ? visit.strings().named("type", name) : "";
}

constexpr std::array kFacetKinds{
    FacetKind{"product", "narrow_by_product", "all_products", &kb::Filter::product, &kb::Facets::products,
              product_title},
    FacetKind{"facets", "narrow_by_topic", "all_topics", &kb::Filter::category, &kb::Facets::categories,
              category_title},
    FacetKind{"type", "narrow_by_type", "all_types", &kb::Filter::type, &kb::Facets::types, title_of_type},
};

struct Choice {
  std::string id;
  std::string title;
  int count;
  std::string order;  // see kb::TitleOrder
};

// Those with the most articles first, equal ones as readers look for them. Of many the last are left out, but
// never what is chosen.
std::vector<Choice> choices(const Visit& visit, const FacetKind& kind, const kb::Facets& facets,
                            const std::string& chosen, const kb::TitleOrder& order) {
  std::vector<Choice> list;
  for (const auto& [id, count] : facets.*kind.counts) {
    const std::string title = kind.title(visit, id);
    if (!title.empty()) list.push_back({id, title, count, order.key(title)});
  }
  std::sort(list.begin(), list.end(), [](const Choice& a, const Choice& b) {
    return a.count != b.count ? a.count > b.count : a.order < b.order;
  });
  std::size_t kept = 0;
  std::erase_if(list, [&](const Choice& choice) { return ++kept > kMostChoices && choice.id != chosen; });
  return list;
}

std::vector<View> facet_items(const Visit& visit, const kb::SearchQuery& query, const FacetKind& kind,
                              const std::vector<Choice>& list, const Link& link) {
  return views_of(list, [&](const Choice& choice) {
    kb::SearchQuery other = query;
    other.filter.*kind.field = choice.id;
    View item;
    item.set("title", choice.title);
    item.set("count", visit.strings().number(choice.count));
    item.set("url", link(other));
    item.set("selected", choice.id == query.filter.*kind.field);
    return item;
  });
}

}  // namespace

// A single product or type leaves nothing to choose.
void set_facets(View& view, const Visit& visit, const kb::SearchQuery& query, const kb::Facets& facets,
                const Link& link) {
  std::vector<View> groups;
  const kb::TitleOrder order(visit.lang);
  for (const FacetKind& kind : kFacetKinds) {
    if (link(query).empty()) break;
    const std::string& chosen = query.filter.*kind.field;
    std::vector<View> items =
        facet_items(visit, query, kind, choices(visit, kind, facets, chosen, order), link);
    const std::size_t least = !chosen.empty() ? 0 : kind.field == &kb::Filter::category ? 1 : 2;
    if (items.size() < least) continue;
    kb::SearchQuery wider = query;
    (wider.filter.*kind.field).clear();
    View& group = groups.emplace_back();
    group.set("id", kind.id);
    group.set("heading", visit.strings().text(kind.heading));
    group.set("all", visit.strings().text(kind.all));
    group.set("clear_url", chosen.empty() ? "" : link(wider));
    group.set_list("values", std::move(items));
  }
  view.set_list("facets", std::move(groups));
}

}  // namespace searchd
