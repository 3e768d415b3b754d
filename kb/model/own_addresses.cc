#include "kb/model/own_addresses.h"

#include <algorithm>

namespace kb {

namespace {

// One that ends in '*' stands for all that begin so.
constexpr std::string_view kOwn[] = {
    "/",           "/.well-known/security.txt",
    "/api/*",      "/assets/*",
    "/healthz",    "/favicon.ico",
    "/llms.txt",   "/metrics",
    "/readyz",     "/openapi.json",
    "/robots.txt", "/opensearch.xml",
    "/sitemap-*",  "/sitemap.xml",
    "/widget.js",
};

constexpr std::string_view kBelowLanguage[] = {
    "",         "contact",        "contact/chosen", "contact/message", "feed.atom",   "feedback",
    "llms.txt", "opensearch.xml", "search",         "status",          "status.atom", "widget",
    "widget/*",
};

bool stands_for(std::string_view listed, std::string_view path) {
  if (!listed.ends_with('*')) return path == listed;
  listed.remove_suffix(1);
  return path.starts_with(listed);
}

}  // namespace

bool is_own_address(std::string_view path) {
  return std::any_of(std::begin(kOwn), std::end(kOwn),
                     [&](std::string_view listed) { return stands_for(listed, path); });
}

bool is_own_below_language(std::string_view rest) {
  return std::any_of(std::begin(kBelowLanguage), std::end(kBelowLanguage),
                     [&](std::string_view listed) { return stands_for(listed, rest); });
}

}  // namespace kb
