// What articles say they are about. site.yaml may name the products; else all that articles name are
// products, so that any folder builds.
#pragma once

#include <vector>

#include "indexer/article/pages.h"
#include "indexer/findings/finding.h"
#include "kb/model/site.h"

namespace indexer {

// Turns the products of the pages from names or ids into ids, and leaves out what `site` does not have. A
// site without products gets all that listed pages name, by name. Returns the findings.
// An article that does not say what its product is called gets the name as a keyword.
std::vector<Finding> name_products(std::vector<Page>& pages, const RuleSet& rules, kb::Site& site);

}  // namespace indexer
