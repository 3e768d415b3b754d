#include "kb/model/catalogue.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

#include "kb/model/article.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"
#include "kb/text/title_order.h"

namespace kb {

namespace {

// By weight, then by title.
void sort_cards(std::vector<const Card*>& cards, const TitleOrder& order) {
  std::vector<std::tuple<int, std::string, const Card*>> keyed;
  for (const Card* card : cards) keyed.emplace_back(card->weight, order.key(card->title), card);
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    const auto& [weight_a, title_a, card_a] = a;
    const auto& [weight_b, title_b, card_b] = b;
    return std::tie(weight_a, title_a, card_a->id) < std::tie(weight_b, title_b, card_b->id);
  });
  std::transform(keyed.begin(), keyed.end(), cards.begin(), [](const auto& key) { return std::get<2>(key); });
}

using Nodes = std::map<std::string, CategoryNode, std::less<>>;

CategoryNode& node_for(Nodes& nodes, std::string_view id) {
  const auto [at, added] = nodes.try_emplace(std::string(id));
  if (added) {
    at->second.id = id;
    at->second.parent = parent_of(id);
    if (!at->second.parent.empty()) node_for(nodes, parent_of(id)).children.emplace_back(id);
  }
  return at->second;
}

// The places of site.yaml's categories in its list, by id.
using Ranks = std::map<std::string_view, std::size_t>;

Ranks ranks_of(const std::vector<Category>& categories) {
  Ranks ranks;
  for (std::size_t i = 0; i < categories.size(); ++i) ranks.emplace(categories[i].id, i);
  return ranks;
}

void name_node(CategoryNode& node, const Site& site, const Ranks& ranks, std::string_view lang) {
  const auto rank = ranks.find(node.id);
  const Category* known = rank == ranks.end() ? nullptr : &site.categories[rank->second];
  node.title = known ? local(known->name, lang, site.languages.front()) : "";
  node.description = known ? local(known->description, lang, site.languages.front()) : "";
  node.icon = known ? known->icon : "";
  if (node.title.empty())
    node.title = node.page && !node.page->title.empty() ? node.page->title : title_from_path(node.id);
  if (node.description.empty() && node.page) node.description = node.page->description;
  node.url = encode_path("/" + std::string(lang) + "/" + node.id + "/");
}

// site.yaml's categories in its order, then by the weight of their pages, then by title.
void sort_nodes(std::vector<std::string>& ids, const Nodes& nodes, const Ranks& ranks,
                const TitleOrder& order) {
  constexpr auto kUnranked = std::numeric_limits<std::size_t>::max();
  const auto key = [&](const std::string& id) {
    const CategoryNode& node = nodes.at(id);
    const auto rank = ranks.find(id);
    return std::tuple(rank == ranks.end() ? kUnranked : rank->second, node.page ? node.page->weight : 0,
                      order.key(node.title), std::string_view(id));
  };
  std::sort(ids.begin(), ids.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

// Requires: `cards` is sorted by id.
const Card* find_in(const std::vector<Card>& cards, std::string_view id) {
  const auto at =
      std::lower_bound(cards.begin(), cards.end(), id,
                       [](const Card& card, std::string_view wanted) { return card.id < wanted; });
  return at != cards.end() && at->id == id ? &*at : nullptr;
}

// Documents are numbered from 1.
unsigned number_in(const std::vector<Card>& cards, std::string_view id) {
  const Card* card = find_in(cards, id);
  return card == nullptr ? 0 : static_cast<unsigned>(card - cards.data()) + 1;
}

// Takes the unlisted cards out. Both keep their order.
std::vector<Card> take_unlisted(std::vector<Card>& cards) {
  const auto first =
      std::stable_partition(cards.begin(), cards.end(), [](const Card& card) { return !card.unlisted; });
  std::vector<Card> unlisted(std::make_move_iterator(first), std::make_move_iterator(cards.end()));
  cards.erase(first, cards.end());
  return unlisted;
}

std::vector<ProductNode> product_nodes(const Site& site, const std::vector<Card>& cards,
                                       std::string_view lang) {
  std::map<std::string_view, int> counts;
  for (const Card& card : cards) {
    for (const std::string& product : card.products) counts[product] += card.is_folder ? 0 : 1;
  }
  std::vector<ProductNode> nodes;
  for (const Category& product : site.products) {
    const int count = counts[product.id];
    if (count == 0) continue;
    const std::string& first = site.languages.front();
    const std::string_view name = local(product.name, lang, first);
    nodes.push_back({product.id, name.empty() ? title_from_path(product.id) : std::string(name),
                     std::string(local(product.description, lang, first)), product.icon, count});
  }
  return nodes;
}

}  // namespace

Card card_of(const Article& article) {
  Card card;
  card.id = article.id;
  card.lang = article.lang;
  card.url = article.url;
  card.title = article.title;
  card.description = article.description;
  card.category = article.category;
  card.products = article.products;
  card.type = article.type;
  card.is_folder = article.is_folder;
  card.weight = article.weight;
  card.featured = article.featured;
  card.unlisted = article.unlisted;
  card.updated = article.updated;
  if (!article.corrections.empty()) card.corrected = article.corrections.front().date;
  return card;
}

Catalogue::Catalogue(const Site& site, std::string lang, std::vector<Card> cards)
    : lang_(std::move(lang)), cards_(std::move(cards)), unlisted_(take_unlisted(cards_)) {
  for (const Card& card : unlisted_) by_url_.emplace(card.url, &card);
  for (const Card& card : cards_) {
    by_url_.emplace(card.url, &card);
    if (card.category.empty()) {
      if (!card.is_folder) top_articles_.push_back(&card);
      continue;
    }
    CategoryNode& node = node_for(categories_, card.category);
    if (card.is_folder) {
      node.page = &card;
      continue;
    }
    node.articles.push_back(&card);
    for (std::string_view id = card.category; !id.empty(); id = parent_of(id))
      ++node_for(categories_, id).count;
  }
  const Ranks ranks = ranks_of(site.categories);
  const TitleOrder order(lang_);
  for (auto& [id, node] : categories_) {
    name_node(node, site, ranks, lang_);
    sort_cards(node.articles, order);
    if (node.parent.empty()) top_.push_back(id);
  }
  for (auto& [id, node] : categories_) sort_nodes(node.children, categories_, ranks, order);
  sort_nodes(top_, categories_, ranks, order);
  products_ = product_nodes(site, cards_, lang_);
  sort_cards(top_articles_, order);
}

const ProductNode* Catalogue::product(std::string_view id) const {
  const auto found = std::find_if(products_.begin(), products_.end(),
                                  [&](const ProductNode& node) { return node.id == id; });
  return found == products_.end() ? nullptr : &*found;
}

const Card* Catalogue::find(std::string_view id) const { return find_in(cards_, id); }

const Card* Catalogue::find_any(std::string_view id) const {
  const Card* card = find(id);
  return card != nullptr ? card : find_in(unlisted_, id);
}

unsigned Catalogue::document(std::string_view id) const { return number_in(cards_, id); }

unsigned Catalogue::unlisted_document(std::string_view id) const { return number_in(unlisted_, id); }

const Card* Catalogue::by_url(std::string_view path) const {
  const auto found = by_url_.find(path);
  return found == by_url_.end() ? nullptr : found->second;
}

const CategoryNode* Catalogue::category(std::string_view id) const {
  const auto found = categories_.find(id);
  return found == categories_.end() ? nullptr : &found->second;
}

}  // namespace kb
