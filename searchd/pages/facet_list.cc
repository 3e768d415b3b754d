#include "searchd/pages/facet_list.h"

#include <array>
#include <utility>
#include <vector>

#include "kb/model/article.h"
#include "kb/query/filter.h"

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

std::vector<View> facet_items(const Visit& visit, const kb::SearchQuery& query, const FacetKind& kind,
                              const kb::Facets& facets, const Link& link) {
  std::vector<View> items;
  kb::SearchQuery other = query;
  for (const auto& [id, count] : facets.*kind.counts) {
    const std::string title = kind.title(visit, id);
    if (title.empty()) continue;
    other.filter.*kind.field = id;
    View& item = items.emplace_back();
    item.set("title", title);
    item.set("count", visit.strings().number(count));
    item.set("url", link(other));
    item.set("selected", id == query.filter.*kind.field);
  }
  return items;
}

}  // namespace

// A single product or type leaves nothing to choose.
void set_facets(View& view, const Visit& visit, const kb::SearchQuery& query, const kb::Facets& facets,
                const Link& link) {
  std::vector<View> groups;
  for (const FacetKind& kind : kFacetKinds) {
    if (link(query).empty()) break;
    const bool chosen = !(query.filter.*kind.field).empty();
    std::vector<View> items = facet_items(visit, query, kind, facets, link);
    const std::size_t least = chosen ? 0 : kind.field == &kb::Filter::category ? 1 : 2;
    if (items.size() < least) continue;
    kb::SearchQuery wider = query;
    (wider.filter.*kind.field).clear();
    View& group = groups.emplace_back();
    group.set("id", kind.id);
    group.set("heading", visit.strings().text(kind.heading));
    group.set("all", visit.strings().text(kind.all));
    group.set("clear_url", chosen ? link(wider) : "");
    group.set_list("values", std::move(items));
  }
  view.set_list("facets", std::move(groups));
}

}  // namespace searchd
