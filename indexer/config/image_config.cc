#include "indexer/config/image_config.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/config/config_file.h"
#include "kb/model/image_hosts.h"

namespace indexer {

namespace {

void read_hosts(const YamlFields& fields, const YamlEntry& entry, ImageConfig& to) {
  std::vector<std::string>& hosts = to.hosts;
  for (const std::string& text : fields.texts(entry, YamlFields::Commas::split)) {
    auto host = kb::parse_image_host(text);
    if (!host) {
      fields.report(entry.value.at,
                    fmt::format("'{}' is not a host such as cdn.example.com or \"*.img.example.com\"", text));
    } else if (hosts.size() == kb::kMaxImageHosts) {
      return fields.report(
          entry.value.at,
          fmt::format("more than {} hosts; name one with *. for all below it", kb::kMaxImageHosts));
    } else if (std::find(hosts.begin(), hosts.end(), *host) == hosts.end()) {
      hosts.push_back(*std::move(host));
    }
  }
}

}  // namespace

void read_images(const YamlFields& fields, const YamlEntry& entry, ImageConfig to) {
  static constexpr YamlKey<ImageConfig> kImageKeys[] = {
      {"hosts", read_hosts}, {"resize", [](const YamlFields& f, const YamlEntry& e, ImageConfig& into) {
                                read_value(f, e, into.resize);
                              }}};
  read_config_keys(entry.value, kImageKeys, fields, to);
}

}  // namespace indexer
