// The API's description, made from openapi.json when the program is built.
#pragma once

#include <string_view>

namespace searchd {

extern const std::string_view kOpenApi;

}  // namespace searchd
