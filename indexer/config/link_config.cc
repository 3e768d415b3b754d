#include "indexer/config/link_config.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/config/config_file.h"
#include "kb/model/web_address.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kMostLinks = 12;  // of a header or a footer

bool has_space_or_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return kb::is_space(c) || kb::is_control(c); });
}

// A path of this host begins with one slash: browsers read two as another host.
bool is_link(std::string_view url) {
  if (has_space_or_control(url) || url.find('\\') != std::string_view::npos) return false;
  if (url.starts_with("/")) return !url.starts_with("//");
  for (const std::string_view scheme : {"mailto:", "tel:"})
    if (url.starts_with(scheme)) return url.size() > scheme.size();
  return kb::parse_web_address(url).has_value();
}

void read_url(const YamlFields& fields, const YamlEntry& entry, kb::SiteLink& link) {
  read_value(fields, entry, link.url);
  const auto is_wrong = [](const auto& url) { return !is_link(url.second); };
  if (!std::any_of(link.url.begin(), link.url.end(), is_wrong)) return;
  fields.wrong(
      entry,
      "an address such as https://shop.example, mailto:help@shop.example, tel:+4930123456 or /imprint");
  link.url.clear();
}

template <std::vector<kb::SiteLink> kb::SiteLinks::*member>
void read_list(const YamlFields& fields, const YamlEntry& entry, kb::SiteLinks& to) {
  static constexpr YamlKey<kb::SiteLink> kKeys[] = {{"label", read_member<&kb::SiteLink::label>},
                                                    {"url", read_url}};
  std::vector<kb::SiteLink>& links = to.*member;
  for (const YamlNode& item : fields.items(entry)) {
    kb::SiteLink link;
    read_config_keys(item, kKeys, fields, link);
    if (item.find("label") == nullptr || item.find("url") == nullptr) {
      fields.report(item.at, "a link needs a label and a url");
    } else if (links.size() == kMostLinks) {
      return fields.report(item.at, fmt::format("more than {} links", kMostLinks));
    } else if (!link.label.empty() && !link.url.empty()) {
      links.push_back(std::move(link));
    }
  }
}

}  // namespace

void read_links(const YamlFields& fields, const YamlEntry& entry, kb::SiteLinks& links) {
  static constexpr YamlKey<kb::SiteLinks> kKeys[] = {{"header", read_list<&kb::SiteLinks::header>},
                                                     {"footer", read_list<&kb::SiteLinks::footer>}};
  read_config_keys(entry.value, kKeys, fields, links);
}

}  // namespace indexer
