#include "indexer/article/products.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "indexer/findings/finding_list.h"
#include "indexer/source/article_id.h"
#include "kb/text/ascii.h"
#include "kb/text/nearest_name.h"
#include "kb/text/text.h"

namespace indexer {
namespace {

// The products of site.yaml by id and by each of their names.
class ProductNames {
 public:
  explicit ProductNames(const std::vector<kb::Category>& products) {
    for (const kb::Category& product : products) {
      ids_.emplace(kb::fold(product.id), product.id);
      for (const auto& [lang, name] : product.name) ids_.emplace(kb::fold(name), product.id);
      known_.push_back(product.id);
    }
  }

  // "" when there is none.
  std::string find(std::string_view name) const {
    for (const std::string& key : {kb::fold(name), category_id(name)}) {
      if (const auto found = ids_.find(key); found != ids_.end()) return found->second;
    }
    return "";
  }

  std::string_view nearest(std::string_view name) const { return kb::nearest_name(name, known_); }

 private:
  std::map<std::string, std::string, std::less<>> ids_;
  std::vector<std::string_view> known_;  // of the site, which outlives this
};

void add(std::vector<std::string>& ids, std::string id) {
  if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

std::vector<std::string> known_ids(const Page& page, const ProductNames& names, FileFindings& findings) {
  std::vector<std::string> ids;
  for (const std::string& name : page.meta.products) {
    std::string id = names.find(name);
    if (id.empty()) {
      const std::string_view near = names.nearest(name);
      findings.report("unknown-product", page.meta.products_at,
                      fmt::format("site.yaml has no product '{}'{}", name,
                                  near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
    }
    add(ids, std::move(id));
  }
  return ids;
}

std::vector<kb::Category> products_of(std::vector<Page>& pages) {
  std::map<std::string, kb::Category> products;
  for (Page& page : pages) {
    std::vector<std::string> ids;
    for (const std::string& name : page.meta.products) {
      const std::string id = category_id(name);
      add(ids, id);
      if (id.empty() || !page.listed()) continue;
      kb::Category& product = products[id];
      product.id = id;
      product.name.emplace(page.lang, name);
    }
    page.meta.products = std::move(ids);
  }
  std::vector<kb::Category> list;
  for (auto& [id, product] : products) list.push_back(std::move(product));
  return list;
}

// Customers type what the home page calls a product, which its articles need not say.
void add_keywords(std::vector<Page>& pages, const std::vector<kb::Category>& products) {
  for (Page& page : pages) {
    if (page.meta.products.empty()) continue;
    const std::string said =
        kb::to_lower(page.meta.title + "\n" + page.file.text.substr(page.meta.body_offset));
    for (const kb::Category& product : products) {
      const std::string name(kb::local(product.name, page.lang));
      const auto& own = page.meta.products;
      const bool is_own = std::find(own.begin(), own.end(), product.id) != own.end();
      if (is_own && !name.empty() && said.find(kb::to_lower(name)) == std::string::npos)
        page.meta.keywords.push_back(name);
    }
  }
}

}  // namespace

std::vector<Finding> name_products(std::vector<Page>& pages, const RuleSet& rules, kb::Site& site) {
  std::vector<Finding> findings;
  if (site.products.empty()) {
    site.products = products_of(pages);
    add_keywords(pages, site.products);
    return findings;
  }
  const ProductNames names(site.products);
  for (Page& page : pages) {
    FileFindings of_file(rules, page.file.path);
    page.meta.products = known_ids(page, names, of_file);
    append(findings, of_file.take());
  }
  add_keywords(pages, site.products);
  return findings;
}

}  // namespace indexer
