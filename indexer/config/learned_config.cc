#include "indexer/config/learned_config.h"

#include "indexer/config/config_file.h"
#include "indexer/source/languages.h"

namespace indexer {

namespace {

void read_pair_lang(const YamlFields& fields, const YamlEntry& entry, LearnedPair& to) {
  to.lang = fields.text(entry).value_or("");
  if (!is_language_code(to.lang)) fields.wrong(entry, "a language code such as en or pt-BR");
}

template <std::vector<LearnedPair> Learned::*member>
void read_pairs(const YamlFields& fields, const YamlEntry& entry, Learned& to) {
  static constexpr YamlKey<LearnedPair> kKeys[] = {
      {"query", read_member<&LearnedPair::query>},
      {"article", read_member<&LearnedPair::article>},
      {"lang", read_pair_lang},
  };
  for (const YamlNode& item : fields.items(entry)) {
    LearnedPair pair;
    pair.at = item.at;
    read_config_keys(item, kKeys, fields, pair);
    if (pair.query.empty() || pair.article.empty())
      fields.report(item.at, "this needs 'query' and 'article'");
    else
      (to.*member).push_back(std::move(pair));
  }
}

}  // namespace

Learned read_learned(const std::filesystem::path& root) {
  static constexpr YamlKey<Learned> kKeys[] = {
      {"veto", read_pairs<&Learned::veto>},
      {"accepted", read_pairs<&Learned::accepted>},
  };
  const RuleSet rules(true);
  FileFindings findings(rules, "learned.yaml");
  const YamlFields fields("config-value", findings);
  Learned learned;
  if (const auto node = read_config_file(root, findings)) read_config_keys(*node, kKeys, fields, learned);
  learned.findings = findings.take();
  return learned;
}

}  // namespace indexer
