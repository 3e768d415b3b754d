// Gets an image from the web: redirects, what it must be, and the bounds of all that.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/fetch/http_get.h"

namespace indexer {

struct FetchLimits {
  std::size_t bytes = 10U * 1024 * 1024;
  std::chrono::milliseconds time = std::chrono::seconds{30};
  Reach reach = Reach::public_only;
};

struct FetchedImage {
  std::string extension;  // "png"; "" when there is none: see problem
  std::string bytes;
  std::string problem;  // as the end of a sentence
};

// Where `location` leads from `from`; "" when that is no address of the web.
std::string redirect_target(const kb::WebAddress& from, std::string_view location);

// Follows at most five redirects, each asked for anew by `get`. The path that `get` is given is
// percent-encoded.
using Get = std::function<HttpAnswer(const kb::WebAddress&)>;
FetchedImage follow_to_image(std::string_view url, const Get& get);

// The same from the web, in a child process that ends when the time is up or it wants too much memory.
// Requires: no other thread runs.
FetchedImage fetch_image(const std::string& url, const FetchLimits& limits);

}  // namespace indexer
