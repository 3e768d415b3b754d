// Posts a message to an address, signed, so that whoever gets it knows that it is from us and new.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "courier/attempt.h"
#include "kb/model/web_address.h"

namespace courier {

struct Webhook {
  kb::WebAddress address;
  std::string secret;
};

// "t=1800000000,v1=<hex>": HMAC-SHA-256 of "1800000000.<body>".
std::string signature(std::string_view secret, std::chrono::sys_seconds now, std::string_view body);

// Posts `body`, JSON. The same `id` is the same message. Delivered is what is answered with 2xx; a redirect
// is not followed, and the answer's body not read.
Attempt post(const Webhook& webhook, const std::string& id, const std::string& body,
             std::chrono::sys_seconds now);

}  // namespace courier
