#include "kb/search/result_json.h"

#include <nlohmann/json.hpp>

#include "kb/model/date.h"
#include "kb/search/marked_html.h"

namespace kb {

namespace {

using Json = nlohmann::ordered_json;
using Address = std::function<std::string(std::string_view path)>;

Json replacements(const std::vector<Replacement>& list) {
  Json out = Json::array();
  for (const Replacement& one : list) out.push_back({{"from", one.from}, {"to", one.to}});
  return out;
}

Json interpretation_json(const Interpretation& from) {
  return {{"corrected", replacements(from.corrected)},
          {"synonyms", replacements(from.synonyms)},
          {"ignored", from.ignored},
          {"unknown_codes", from.unknown_codes},
          {"shortened", from.shortened},
          {"relaxed", from.relaxed}};
}

Json answer_json(const std::optional<Answer>& answer, const Address& address) {
  if (!answer) return nullptr;
  return {{"id", answer->id},           {"title", answer->title},
          {"heading", answer->heading}, {"url", address(answer->url)},
          {"html", answer->html},       {"passage", answer->passage}};
}

Json contact_json(const std::optional<ContactCard>& contact) {
  if (!contact) return nullptr;
  Json channels = Json::array();
  for (const ContactCard::Channel& channel : contact->channels) {
    channels.push_back({{"kind", channel.kind},
                        {"label", channel.label},
                        {"value", channel.value},
                        {"open", channel.open ? Json(*channel.open) : Json()}});
  }
  return {{"url", contact->url}, {"channels", std::move(channels)}};
}

Json hit_json(const Hit& hit, const Address& address) {
  return {{"id", hit.id},
          {"lang", hit.lang},
          {"title", hit.title},
          {"heading", hit.heading},
          {"anchor", hit.anchor},
          {"url", address(hit.url)},
          {"category", hit.category},
          {"products", hit.products},
          {"type", hit.type},
          {"snippet", marked_html(hit.snippet)},
          {"score", hit.score},
          {"nearest", hit.nearest},
          {"updated", hit.updated ? Json(format_date(*hit.updated)) : Json()}};
}

Json asked_json(const std::vector<Asked>& asked, const Address& address) {
  Json out = Json::array();
  for (const Asked& one : asked) out.push_back({{"text", one.text}, {"hit", hit_json(one.hit, address)}});
  return out;
}

// `title(id)` is "" where the site has none.
template <typename Title>
Json facet_json(const std::vector<FacetCount>& counts, const Title& title) {
  Json out = Json::array();
  for (const auto& [id, count] : counts) {
    const std::string name(title(id));
    out.push_back({{"id", id}, {"title", name.empty() ? id : name}, {"count", count}});
  }
  return out;
}

Json facets_json(const Facets& facets, const Catalogue& catalogue) {
  const auto category_title = [&](const std::string& id) {
    const CategoryNode* node = catalogue.category(id);
    return node == nullptr ? std::string() : node->title;
  };
  const auto product_title = [&](const std::string& id) {
    const ProductNode* node = catalogue.product(id);
    return node == nullptr ? std::string() : node->title;
  };
  const auto no_title = [](const std::string&) { return std::string(); };
  return {{"category", facet_json(facets.categories, category_title)},
          {"product", facet_json(facets.products, product_title)},
          {"type", facet_json(facets.types, no_title)}};
}

}  // namespace

std::string result_json(const Snapshot& snapshot, const SearchQuery& query, const SearchResult& result,
                        const Address& address, JsonStyle style, const std::optional<ContactCard>& contact) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit, address));
  const Json document{{"query", query.text},
                      {"lang", query.lang},
                      {"total", result.total},
                      {"total_is_minimum", result.total_is_minimum},
                      {"confidence", result.confidence},
                      {"generation", snapshot.name()},
                      {"interpretation", interpretation_json(result.interpretation)},
                      {"answer", answer_json(result.answer, address)},
                      {"asked", asked_json(result.asked, address)},
                      {"contact", contact_json(contact)},
                      {"hits", std::move(hits)},
                      {"facets", facets_json(result.facets, snapshot.catalogue(query.lang))}};
  return document.dump(style == JsonStyle::indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kb
