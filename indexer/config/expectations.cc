#include "indexer/config/expectations.h"

#include <fmt/format.h>

#include "indexer/config/config_file.h"
#include "indexer/source/languages.h"

namespace indexer {

namespace {

constexpr int kMaxTop = 50;

void read_article(const YamlFields& fields, const YamlEntry& entry, Expectation& to) {
  const std::string text = fields.text(entry).value_or("");
  const auto hash = text.find('#');
  to.article = text.substr(0, hash);
  if (hash != std::string::npos) to.anchor = text.substr(hash + 1);
}

void read_lang(const YamlFields& fields, const YamlEntry& entry, Expectation& to) {
  to.lang = fields.text(entry).value_or("");
  if (!is_language_code(to.lang)) fields.wrong(entry, "a language code such as en or pt-BR");
}

Expectation read_expectation(const YamlFields& fields, const YamlNode& node) {
  static constexpr YamlKey<Expectation> kKeys[] = {
      {"query", read_member<&Expectation::query>},
      {"lang", read_lang},
      {"article", read_article},
      {"top", [](const YamlFields& f, const YamlEntry& e,
                 Expectation& to) { to.top = f.number(e, 1, kMaxTop).value_or(1); }},
      {"nothing", read_member<&Expectation::nothing>},
      {"must_not_show", read_member<&Expectation::must_not_show>},
  };
  Expectation expectation;
  expectation.at = node.at;
  read_config_keys(node, kKeys, fields, expectation);
  if (expectation.query.empty()) fields.report(node.at, "an expectation needs a query");
  const int aims = (expectation.article.empty() ? 0 : 1) + (expectation.nothing ? 1 : 0);
  if (aims == 2 || (aims == 0 && expectation.must_not_show.empty())) {
    fields.report(node.at, "an expectation needs one of article, nothing: true, must_not_show");
  }
  return expectation;
}

}  // namespace

Expectations read_expectations(const std::filesystem::path& root) {
  const RuleSet rules(true);
  FileFindings findings(rules, "expectations.yaml");
  const YamlFields fields("config-value", findings);
  Expectations out;
  const auto node = read_config_file(root, findings);
  if (node && !node->is_list() && !(node->is_map() && node->entries.empty())) {
    fields.report(node->at, "this must be a list of {query: ..., article: ...}");
  }
  if (node) {
    for (const YamlNode& item : node->items) out.list.push_back(read_expectation(fields, item));
  }
  out.findings = findings.take();
  return out;
}

}  // namespace indexer
