#include "courier/webhook.h"

#include <httplib.h>

#include <charconv>

#include "kb/model/version.h"
#include "kb/store/sha256.h"

#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#error "compile this file with the cflags of cpp-httplib's pkg-config file"
#endif

namespace courier {

namespace {

constexpr time_t kSecondsToConnect = 10;
constexpr time_t kSecondsToAnswer = 20;
// Bytes per second. What is sent waits in the kernel before it leaves, so an answer may be late by as much.
constexpr std::size_t kSlowest = 32'000;

std::string problem_of(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::ConnectionTimeout:
      return "the webhook cannot be reached";
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
    case httplib::Error::SSLServerVerification:
      return "the webhook has no certificate that is trusted";
    default:
      return "the webhook sends no answer that can be read";
  }
}

// A date, which it may be too, is not worth the reading.
std::chrono::seconds seconds_in(const std::string& text) {
  int seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return std::chrono::seconds(std::max(seconds, 0));
}

httplib::Request request_for(const Webhook& webhook, const std::string& id, const std::string& body,
                             std::chrono::sys_seconds now) {
  httplib::Request request;
  request.method = "POST";
  request.path = webhook.address.path.empty() ? "/" : webhook.address.path;
  request.body = body;
  request.headers = {{"Content-Type", "application/json"},
                     {"Idempotency-Key", id},
                     {"X-Firstline-Signature", signature(webhook.secret, now, body)},
                     {"User-Agent", "firstline-courier/" + std::string(kb::program_version())}};
  return request;
}

}  // namespace

std::string signature(std::string_view secret, std::chrono::sys_seconds now, std::string_view body) {
  const std::string time = std::to_string(now.time_since_epoch().count());
  return "t=" + time + ",v1=" + kb::hmac_sha256(secret, time + "." + std::string(body));
}

Attempt post(const Webhook& webhook, const std::string& id, const std::string& body,
             std::chrono::sys_seconds now) {
  httplib::Client client(webhook.address.origin());
  client.enable_server_certificate_verification(true);
  client.set_connection_timeout(kSecondsToConnect);
  client.set_read_timeout(kSecondsToAnswer + static_cast<time_t>(body.size() / kSlowest));
  client.set_write_timeout(kSecondsToAnswer);
  client.set_follow_location(false);
  client.set_url_encode(false);
  int status = 0;
  std::chrono::seconds retry_after{0};
  const auto read_head = [&](const httplib::Response& head) {
    status = head.status;
    retry_after = seconds_in(head.get_header_value("Retry-After"));
    return false;  // its body says nothing to us
  };
  httplib::Request request = request_for(webhook, id, body, now);
  request.response_handler = read_head;
  const httplib::Result result = client.send(request);
  if (result) read_head(*result);  // an answer without a body is not shown to the handler
  if (status == 0) return {false, problem_of(result.error())};
  if (status >= 200 && status < 300) return {true};
  return {false, "the webhook answered " + std::to_string(status), retry_after};
}

}  // namespace courier
