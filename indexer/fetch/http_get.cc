#include "indexer/fetch/http_get.h"

#include <fmt/format.h>
#include <httplib.h>
#include <netdb.h>

#include <charconv>
#include <memory>

#include "indexer/fetch/public_address.h"
#include "kb/model/version.h"

#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#error "compile this file with the cflags of cpp-httplib's pkg-config file"
#endif

namespace indexer {

namespace {

constexpr std::size_t kMostAddresses = 4;  // of one host that are tried
constexpr time_t kSecondsToConnect = 10;

struct Authority {
  std::string host;  // of IPv6 without brackets
  int port = 0;
};

Authority authority_of(const kb::WebAddress& address) {
  Authority out{address.host, address.scheme == "https" ? 443 : 80};
  const std::size_t colon = out.host.rfind(':');
  const bool has_port = colon != std::string::npos && !out.host.ends_with(']');
  if (has_port) {
    std::from_chars(out.host.data() + colon + 1, out.host.data() + out.host.size(), out.port);
    out.host.erase(colon);
  }
  if (out.host.starts_with('[')) out.host = out.host.substr(1, out.host.size() - 2);
  return out;
}

std::string numeric(const addrinfo& info) {
  std::array<char, NI_MAXHOST> text{};
  const int failed =
      ::getnameinfo(info.ai_addr, info.ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST);
  return failed != 0 ? "" : text.data();
}

std::string problem_of(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::ConnectionTimeout:
      return "its server cannot be reached";
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
    case httplib::Error::SSLServerVerification:
      return "its server has no certificate that is trusted";
    default:
      return "its server sends no answer that can be read";
  }
}

HttpAnswer ask(httplib::ClientImpl& client, const Authority& server, const std::string& path,
               const std::string& ip, std::size_t most_bytes) {
  client.set_hostname_addr_map({{server.host, ip}});
  client.set_connection_timeout(kSecondsToConnect);
  client.set_follow_location(false);
  client.set_decompress(true);  // some servers compress what nobody asked to be
  client.set_url_encode(false);
  client.set_keep_alive(false);
  const httplib::Headers headers{{"Accept", "image/avif,image/webp,image/png,image/jpeg,image/gif"},
                                 {"Accept-Encoding", "identity"},
                                 {"User-Agent", "firstline-indexer/" + std::string(kb::program_version())}};
  HttpAnswer answer;
  const std::string too_big = fmt::format("it has more than {} MiB", most_bytes >> 20U);
  const auto begin = [&](const httplib::Response& head) {
    answer.status = head.status;
    answer.type = head.get_header_value("Content-Type");
    answer.location = head.get_header_value("Location");
    if (head.has_header("Content-Length") &&
        head.get_header_value<std::uint64_t>("Content-Length") > most_bytes)
      answer.problem = too_big;
    return answer.status == 200 && answer.problem.empty();
  };
  const auto take = [&](const char* data, std::size_t size) {
    if (answer.body.size() + size > most_bytes) answer.problem = too_big;
    if (answer.problem.empty()) answer.body.append(data, size);
    return answer.problem.empty();
  };
  const httplib::Result result = client.Get(path, headers, begin, take);
  if (result && answer.status == 0) {  // `begin` is not asked about an answer without a body
    answer.status = result->status;
    answer.type = result->get_header_value("Content-Type");
  }
  const bool was_read = result || (answer.status != 0 && answer.status != 200);
  if (!was_read && answer.problem.empty()) answer.problem = problem_of(result.error());
  return answer;
}

}  // namespace

HostAddresses look_up_host(const kb::WebAddress& address, Reach reach) {
  const Authority server = authority_of(address);
  const bool is_web_port = server.port == 80 || server.port == 443;
  if (reach == Reach::public_only && !is_web_port)
    return {{}, fmt::format("its port {} is not the web's", server.port)};
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(server.host.c_str(), nullptr, &hints, &found) != 0)
    return {{}, fmt::format("there is no host {}", server.host)};
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> list(found, ::freeaddrinfo);
  HostAddresses out;
  out.problem =
      fmt::format("{} is no public address; --allow-private allows those of your own network", server.host);
  for (const addrinfo* info = list.get(); info != nullptr && out.list.size() < kMostAddresses;
       info = info->ai_next) {
    if (is_never_asked(*info->ai_addr)) {
      out.problem = fmt::format("{} is a link-local or metadata address; these are never asked", server.host);
      continue;
    }
    if (reach == Reach::public_only && !is_public(*info->ai_addr)) continue;
    if (std::string text = numeric(*info); !text.empty()) out.list.push_back(std::move(text));
  }
  if (!out.list.empty()) out.problem.clear();
  return out;
}

HttpAnswer http_get(const kb::WebAddress& address, const std::string& ip, std::size_t most_bytes) {
  const Authority server = authority_of(address);
  if (address.scheme == "https") {
    httplib::SSLClient client(server.host, server.port);
    client.enable_server_certificate_verification(true);
    return ask(client, server, address.path, ip, most_bytes);
  }
  httplib::ClientImpl client(server.host, server.port);
  return ask(client, server, address.path, ip, most_bytes);
}

}  // namespace indexer
