#include "indexer/config/link_config.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/config/config_file.h"
#include "kb/model/web_address.h"
#include "kb/text/ascii.h"

namespace indexer {

namespace {

constexpr std::size_t kMostLinks = 12;  // of a header or a footer

bool is_printable(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return kb::is_space(c) || kb::is_control(c); });
}

// A path of this host begins with one slash: browsers read two as another host.
bool is_link(std::string_view url) {
  if (!is_printable(url) || url.find('\\') != std::string_view::npos) return false;
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

void read_label(const YamlFields& fields, const YamlEntry& entry, kb::SiteLink& link) {
  read_value(fields, entry, link.label);
}

void read_list(const YamlFields& fields, const YamlEntry& entry, std::vector<kb::SiteLink>& links) {
  static constexpr YamlKey<kb::SiteLink> kKeys[] = {{"label", read_label}, {"url", read_url}};
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

void read_header(const YamlFields& fields, const YamlEntry& entry, kb::SiteLinks& links) {
  read_list(fields, entry, links.header);
}

void read_footer(const YamlFields& fields, const YamlEntry& entry, kb::SiteLinks& links) {
  read_list(fields, entry, links.footer);
}

}  // namespace

void read_links(const YamlFields& fields, const YamlEntry& entry, kb::SiteLinks& links) {
  static constexpr YamlKey<kb::SiteLinks> kKeys[] = {{"header", read_header}, {"footer", read_footer}};
  read_config_keys(entry.value, kKeys, fields, links);
}

}  // namespace indexer
