// Whether a condition of a template holds, as far as plain data tells: `false`, `page.beta == "yes"`,
// `jekyll.environment == "production"`. Liquid, and what Jinja and Nunjucks write the same.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

enum class Truth { no, yes, unknown };

// What a name stands for; nullopt when nobody said.
using NamedValue = std::function<std::optional<std::string>(std::string_view name)>;

// `condition` is what stands behind `if`. The site is the one that everybody sees: its environment is
// "production". What is for some visitors only, or by its name for those who work on the site, does not hold
// unless `value` says so.
Truth liquid_truth(std::string_view condition, const NamedValue& value);

}  // namespace indexer
