#include "searchd/net/answer.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>
#include <utility>

#include "searchd/http/field_value.h"
#include "searchd/http/security_headers.h"

namespace searchd {

namespace {

// What our handlers and the request parser answer with. Clients go by the number alone (RFC 9112, 4).
constexpr auto kReasons = std::to_array<std::pair<int, std::string_view>>({
    {200, "OK"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {413, "Payload Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Entity"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
});

std::string_view reason_of(int status) {
  const auto* found = std::find_if(kReasons.begin(), kReasons.end(),
                                   [&](const auto& reason) { return reason.first == status; });
  return found == kReasons.end() ? "" : found->second;
}

std::string http_date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

// "256 KiB", "5 MiB"; a limit of several MiB has some KiB more for what stands around a file.
std::string size_text(std::size_t bytes) {
  constexpr std::size_t kKibibyte = 1024;
  constexpr std::size_t kMebibyte = kKibibyte * 1024;
  return bytes < kMebibyte ? fmt::format("{} KiB", bytes / kKibibyte)
                           : fmt::format("{} MiB", bytes / kMebibyte);
}

std::string refusal_text(int status, std::size_t most) {
  if (status == 413)
    return fmt::format("This is too long to be sent here: {} are the most.\n", size_text(most));
  if (status == 500) return "Something went wrong on our side. Please try again in a moment.\n";
  if (status == 503) return "Too many visitors at once. Please try again in a moment.\n";
  return "This request could not be read.\n";
}

Response refusal_page(int status, std::size_t most = kMaxRequestBody) {
  Response response;
  response.status = status;
  response.set("Content-Type", "text/plain; charset=utf-8");
  response.set("Cache-Control", "no-store");
  if (status == 503) response.set("Retry-After", "1");
  add_security_headers(response);
  response.body = make_body(refusal_text(status, most));
  return response;
}

Response respond(const Handler& handler, const Request& request) {
  try {
    return handler(request);
  } catch (...) {
    return refusal_page(500);
  }
}

bool may_have_body(int status) { return status != 204 && status != 304; }  // RFC 9110, 6.4.1

void add_header(std::string& head, std::string_view name, std::string_view value) {
  if (is_token(name) && is_field_value(value)) head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string response_head(const Response& response, bool keep_alive, std::string_view date) {
  std::string head;
  head.reserve(1024);
  fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  add_header(head, "Date", date);
  for (const Header& header : response.headers) add_header(head, header.name, header.value);
  if (may_have_body(response.status))
    add_header(head, "Content-Length", std::to_string(response.body->size()));
  add_header(head, "Connection", keep_alive ? "keep-alive" : "close");  // HTTP/1.0 has to be told
  return head += "\r\n";
}

Answer answer(const Handler& handler, const Request& request, bool keep_alive) {
  Response response = respond(handler, request);
  const bool has_body = may_have_body(response.status) && request.method != "HEAD";
  return {response_head(response, keep_alive, http_date()), has_body ? std::move(response.body) : nullptr,
          keep_alive};
}

Answer refusal(int status, bool keep_alive, std::size_t most) {
  return answer([=](const Request&) { return refusal_page(status, most); }, {}, keep_alive);
}

}  // namespace searchd
