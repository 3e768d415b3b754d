#include "searchd/net/request_parser.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "kb/text/ascii.h"
#include "searchd/http/field_value.h"

namespace searchd {

namespace {

constexpr int kFine = 0;  // else the status that refuses

// Host and port, no user name; a comma would be two hosts to some proxies.
bool is_authority(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return kb::is_alnum(c) || std::string_view("-._~!$&'()*+;=%:[]").find(c) != std::string_view::npos;
  });
}

bool is_target(std::string_view text) {
  return text.starts_with('/') &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F && c != '#'; });
}

bool is_version(std::string_view text) {
  return text.size() == 8 && text.starts_with("HTTP/") && kb::is_digit(text[5]) && text[6] == '.' &&
         kb::is_digit(text[7]);
}

}  // namespace

RequestParser::State RequestParser::feed(std::string_view bytes) {
  if (state_ == State::refused) return state_;
  buffer_ += bytes;
  if (state_ != State::complete) advance();
  return state_;
}

bool RequestParser::take_continue() { return std::exchange(wants_continue_, false) && state_ == State::body; }

bool RequestParser::take_large() { return std::exchange(is_large_, false) && state_ == State::body; }

Request RequestParser::take() {
  Request out = std::exchange(request_, {});
  authority_.clear();
  state_ = State::idle;
  advance();
  return out;
}

void RequestParser::advance() {
  if (state_ == State::idle && !buffer_.empty()) state_ = State::head;
  if (state_ == State::head) advance_head();
  if (state_ != State::body || buffer_.size() < body_size_) return;
  take_body();
  if (buffer_.empty()) buffer_.shrink_to_fit();  // thousands of idle connections keep nothing
  state_ = State::complete;
}

// A large body is moved, so that there is never a second one of it.
void RequestParser::take_body() {
  if (body_size_ <= kMaxRequestBody) {
    request_.body = buffer_.substr(0, body_size_);
    buffer_.erase(0, body_size_);
    return;
  }
  std::string next = buffer_.substr(body_size_);
  buffer_.resize(body_size_);
  request_.body = std::exchange(buffer_, std::move(next));
}

// Looks at each byte once and in order, so that a client is refused at the first bad byte it sends.
void RequestParser::advance_head() {
  while (state_ == State::head) {
    const std::size_t end = std::min(buffer_.find('\n', seen_), buffer_.size());
    const std::size_t limit = std::min(line_ + kMaxLine, kMaxHead);
    for (; seen_ < std::min(end, limit); ++seen_) {
      const bool after_cr = seen_ > line_ && buffer_[seen_ - 1] == '\r';
      if (after_cr || (is_refused(buffer_[seen_]) && buffer_[seen_] != '\r')) return refuse(400);
    }
    if (end > limit) return refuse(request_.method.empty() ? 414 : 431);
    if (end == buffer_.size()) return;
    if (end == line_ || buffer_[end - 1] != '\r') return refuse(400);
    const std::string_view line(buffer_.data() + line_, end - 1 - line_);
    line_ = seen_ = end + 1;
    if (const int status = accept_line(line); status != kFine) return refuse(status);
  }
}

int RequestParser::accept_line(std::string_view line) {
  if (request_.method.empty()) {
    const bool is_first = line_ == line.size() + 2;  // RFC 9112, 2.2: one empty line may precede
    return line.empty() && is_first ? kFine : accept_request_line(line);
  }
  if (!line.empty()) return accept_header(line);
  buffer_.erase(0, line_);
  line_ = seen_ = 0;
  state_ = State::body;
  return finish_head();
}

int RequestParser::accept_request_line(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == last) return 400;
  const std::string_view method = line.substr(0, first);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(method) || !is_version(version)) return 400;
  if (!version.starts_with("HTTP/1.")) return 505;
  request_.method = method;
  is_http_1_1_ = version.back() != '0';  // RFC 9110, 2.5: a later minor version is read as the one we know
  return accept_target(line.substr(first + 1, last - first - 1));
}

// The absolute form has to be accepted, and its host counts more than the Host header (RFC 9112, 3.2.2). The
// other two forms, for CONNECT and "OPTIONS *", ask for nothing we have.
int RequestParser::accept_target(std::string_view target) {
  if (target.size() > kMaxTarget) return 414;
  std::string rest;
  const auto colon = std::min(target.find("://"), target.size());
  const std::string_view scheme = target.substr(0, colon);
  if (colon < target.size() && (same_name(scheme, "http") || same_name(scheme, "https"))) {
    const auto slash = std::min(target.find_first_of("/?", colon + 3), target.size());
    authority_ = target.substr(colon + 3, slash - colon - 3);
    if (!is_authority(authority_)) return 400;
    target.remove_prefix(slash);
    if (!target.starts_with('/')) rest += '/';
  }
  rest += target;
  if (!is_target(rest)) return 400;
  const auto question = std::min(rest.find('?'), rest.size());
  request_.path = rest.substr(0, question);
  request_.query = rest.substr(std::min(question + 1, rest.size()));
  return kFine;
}

// A continued line and a blank before the colon are refused here too: neither leaves a token as the name.
int RequestParser::accept_header(std::string_view line) {
  if (request_.headers.size() == kMaxHeaders) return 431;
  const auto colon = line.find(':');
  if (colon == line.npos || !is_token(line.substr(0, colon))) return 400;
  request_.headers.push_back(
      {std::string(line.substr(0, colon)), std::string(kb::trim(line.substr(colon + 1), kb::kBlanks))});
  return kFine;
}

int RequestParser::finish_head() {
  const auto hosts = count("Host");
  if (hosts > 1 || (hosts == 0 && is_http_1_1_)) return 400;
  if (hosts == 1 && !is_authority(request_.header("Host"))) return 400;
  if (const int status = read_body_size(); status != kFine) return status;
  const bool expects = count("Expect") > 0;
  if (expects && !same_name(request_.header("Expect"), "100-continue")) return 417;
  wants_continue_ = expects && is_http_1_1_ && buffer_.size() < body_size_;  // HTTP/1.0 does not know it
  keep_alive_ = !connection_says("close") && (is_http_1_1_ || connection_says("keep-alive"));
  if (authority_.empty()) return kFine;
  std::erase_if(request_.headers, [](const Header& header) { return same_name(header.name, "Host"); });
  request_.headers.push_back({"Host", authority_});
  return kFine;
}

int RequestParser::read_body_size() {
  const auto lengths = count("Content-Length");
  if (lengths > 1 || (lengths == 1 && count("Transfer-Encoding") > 0)) return 400;
  const std::string_view coding = request_.header("Transfer-Encoding");
  if (count("Transfer-Encoding") > 0) return same_name(coding, "chunked") ? 411 : 501;
  if (count("Content-Encoding") > 0) return 415;
  body_size_ = 0;
  if (lengths == 0) return kFine;
  const std::string_view text = request_.header("Content-Length");
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  if (text.empty() || end != text.data() + text.size()) return 400;
  const bool fits = error == std::errc{};
  most_ = fits && size > kMaxRequestBody && body_limit_ ? body_limit_(request_) : kMaxRequestBody;
  if (!fits || size > most_) return 413;
  if (size > 0 && (request_.method == "GET" || request_.method == "HEAD")) return 400;
  body_size_ = size;
  is_large_ = size > kMaxRequestBody;
  if (is_large_) buffer_.reserve(size);  // grown step by step it would be copied, and held twice
  return kFine;
}

void RequestParser::refuse(int status) {
  state_ = State::refused;
  refusal_ = status;
  buffer_ = {};
  request_ = {};
}

std::size_t RequestParser::count(std::string_view name) const {
  const auto is_it = [&](const Header& header) { return same_name(header.name, name); };
  const auto& headers = request_.headers;
  return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(), is_it));
}

bool RequestParser::connection_says(std::string_view option) const {
  const auto& headers = request_.headers;
  return std::any_of(headers.begin(), headers.end(), [&](const Header& header) {
    if (!same_name(header.name, "Connection")) return false;
    const auto options = list_items(header.value);
    return std::any_of(options.begin(), options.end(),
                       [&](std::string_view item) { return same_name(item, option); });
  });
}

}  // namespace searchd
