// Which other hosts may show their images on our pages. The indexer keeps such images, and the daemon's
// content security policy allows just these hosts: both go by this file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

// Each goes into a header of every page.
inline constexpr std::size_t kMaxImageHosts = 20;

// "CDN.example.com" -> "cdn.example.com"; "*.img.example.com" stands for every host below img.example.com.
// Nothing for a scheme, port or path, an IP address, a wildcard elsewhere or before a top domain.
std::optional<std::string> parse_image_host(std::string_view text);

// Whether `host`, in lower case, is one of `hosts` or below a wildcard of them.
bool is_image_host(std::string_view host, const std::vector<std::string>& hosts);

}  // namespace kb
