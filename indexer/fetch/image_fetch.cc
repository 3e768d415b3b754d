#include "indexer/fetch/image_fetch.h"

#include <fmt/format.h>

#include <csignal>

#include "indexer/fetch/image_structure.h"
#include "indexer/fetch/image_type.h"
#include "indexer/source/confined.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

constexpr int kMostRedirects = 5;
constexpr std::size_t kChildMemory = std::size_t{256} << 20U;
constexpr std::size_t kLongestAddress = 4096;

// What an address may hold besides letters and digits, an escape's % among it.
constexpr std::string_view kAddressCharacters = "/%?=&+,;:@!$'()*";

std::optional<kb::WebAddress> address_of(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (url.size() > kLongestAddress) return std::nullopt;
  std::string text(url);
  const std::size_t authority = text.find("://");
  const std::size_t end =
      authority == std::string::npos ? authority : text.find_first_of("/?", authority + 3);
  if (end == std::string::npos) {
    text += '/';
  } else if (text[end] == '?') {
    text.insert(end, "/");
  }
  auto address = kb::parse_web_address(text);
  if (address) address->path = kb::percent_encode(address->path, kAddressCharacters);
  return address;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

FetchedImage problem(std::string text) {
  FetchedImage out;
  out.problem = std::move(text);
  return out;
}

FetchedImage image_of(HttpAnswer answer) {
  if (!answer.problem.empty()) return problem(std::move(answer.problem));
  if (answer.status != 200) return problem(fmt::format("its server answers {}", answer.status));
  const std::string_view extension = image_extension(answer.body);
  if (!is_image_type(answer.type) || extension.empty())
    return problem("it is not a PNG, JPEG, GIF, WebP or AVIF image");
  if (!is_whole_image(answer.body, extension)) return problem("it is an image that is cut off or damaged");
  return {std::string(extension), std::move(answer.body), ""};
}

HttpAnswer get_from_web(const kb::WebAddress& address, const FetchLimits& limits) {
  const HostAddresses hosts = look_up_host(address, limits.reach);
  HttpAnswer answer;
  answer.problem = hosts.problem;
  for (const std::string& ip : hosts.list) {
    answer = http_get(address, ip, limits.bytes);
    if (answer.status != 0) break;
  }
  return answer;
}

// Through the pipe from the child: a kind, then its text.
std::string pack(const FetchedImage& image) {
  return image.problem.empty() ? image.extension + "\n" + image.bytes : "\n" + image.problem;
}

FetchedImage unpack(std::string_view packed) {
  const std::size_t feed = packed.find('\n');
  if (feed == std::string_view::npos) return problem("it could not be read");
  const std::string_view rest = packed.substr(feed + 1);
  if (feed == 0) return problem(std::string(rest));
  return {std::string(packed.substr(0, feed)), std::string(rest), ""};
}

}  // namespace

std::string redirect_target(const kb::WebAddress& from, std::string_view location) {
  if (location.empty()) return "";
  if (location.starts_with("//")) return from.scheme + ":" + std::string(location);
  if (location.starts_with('/')) return from.origin() + std::string(location);
  const std::size_t colon = location.find(':');
  const bool has_scheme = colon != std::string_view::npos && colon < location.find_first_of("/?#");
  if (has_scheme)
    return kb::parse_web_address(location.substr(0, location.find_first_of("?#"))) ? std::string(location)
                                                                                   : "";
  const std::string_view path = std::string_view(from.path).substr(0, from.path.find('?'));
  return from.origin() + std::string(path.substr(0, path.rfind('/') + 1)) + std::string(location);
}

FetchedImage follow_to_image(std::string_view url, const Get& get) {
  auto address = address_of(url);
  for (int hops = 0; address; ++hops) {
    HttpAnswer answer = get(*address);
    if (!is_redirect(answer.status)) return image_of(std::move(answer));
    if (hops == kMostRedirects)
      return problem(fmt::format("it leads through more than {} redirects", kMostRedirects));
    address = address_of(redirect_target(*address, answer.location));
  }
  return problem("it leads to no address of the web without a user's name");
}

FetchedImage fetch_image(const std::string& url, const FetchLimits& limits) {
  const auto begin = std::chrono::steady_clock::now();
  const auto packed = run_confined({limits.time, kChildMemory}, [&] {
    std::signal(SIGPIPE, SIG_IGN);
    return pack(follow_to_image(url, [&](const kb::WebAddress& at) { return get_from_web(at, limits); }));
  });
  if (packed) return unpack(*packed);
  const bool is_late = std::chrono::steady_clock::now() - begin >= limits.time;
  if (!is_late) return problem("it could not be read");
  return problem(fmt::format("it takes longer than {} s",
                             std::chrono::duration_cast<std::chrono::seconds>(limits.time).count()));
}

}  // namespace indexer
