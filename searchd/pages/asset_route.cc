#include "searchd/pages/asset_route.h"

#include "kb/store/file.h"
#include "kb/text/percent.h"
#include "searchd/http/compression.h"
#include "searchd/http/security_headers.h"
#include "searchd/pages/error_page.h"

namespace searchd {

namespace {

constexpr std::size_t kTagDigits = 20;

Reply theme_asset(const Visit& visit, const ThemeAsset& asset) {
  Encoding encoding = choose_encoding(visit.request.header("Accept-Encoding"));
  Reply reply;
  reply.freshness = Freshness::immutable;
  reply.tag = asset.hash;
  reply.response.body = asset.body(encoding);
  reply.response.set("Content-Type", asset.content_type);
  if (encoding != Encoding::identity)
    reply.response.set("Content-Encoding", std::string(to_string(encoding)));
  return reply;
}

bool is_played(std::string_view content_type) {
  return content_type.starts_with("audio/") || content_type.starts_with("video/");
}

// What a browser may show by itself: plain text is a film's transcript. Everything else is downloaded, so
// that no file of the content can run as a page of this site.
bool is_shown(std::string_view content_type) {
  return content_type.starts_with("image/") || is_played(content_type) ||
         content_type.starts_with("text/plain");
}

Reply content_asset(const Visit& visit, const std::filesystem::path& file) {
  const std::string type(content_type_of(visit.rest));
  Reply reply;
  reply.freshness = Freshness::immutable;
  reply.tag = visit.snapshot().manifest().files.at("assets/" + visit.rest).sha256.substr(0, kTagDigits);
  reply.response.body = make_body(kb::read_file(file));
  reply.response.set("Content-Type", type);
  reply.response.set("Content-Security-Policy", std::string(sandbox_policy()));
  // Safari plays nothing that it cannot have in parts.
  if (is_played(type)) reply.response.set("Accept-Ranges", "bytes");
  if (!is_shown(type)) reply.response.set("Content-Disposition", "attachment");
  return reply;
}

}  // namespace

Reply asset_route(const Visit& visit) {
  if (const ThemeAsset* asset = visit.edition.asset(visit.rest)) return theme_asset(visit, *asset);
  const auto file = visit.edition.snapshot() ? visit.snapshot().asset(visit.rest) : std::nullopt;
  return file ? content_asset(visit, *file) : error_page(visit, 404);
}

Reply favicon(const Visit& visit) {
  const std::string& icon = visit.edition.site().theme.icon;
  const std::string name =
      icon.empty() ? visit.edition.theme().assets().public_name("favicon.svg") : kb::encode_path(icon);
  return name.empty() ? error_page(visit, 404) : redirect_reply(visit, 302, "/assets/" + name);
}

}  // namespace searchd
