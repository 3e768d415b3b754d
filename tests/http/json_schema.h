// As much of JSON Schema as openapi.json uses, to hold the API's real answers against it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace http_test {

// "" when `value` fits, else where it does not and why: "/hits/0/score: not a number". `root` is the document
// that $ref points into.
std::string mismatch(const nlohmann::json& root, const nlohmann::json& schema, const nlohmann::json& value,
                     const std::string& at = "");

}  // namespace http_test
