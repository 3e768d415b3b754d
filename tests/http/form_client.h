// Fills in forms as a browser does: the hidden fields of the page, and what a visitor types.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/http/test_server.h"

namespace http_test {

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string form_body(const Fields& fields);

// The fields with another value in the one of this name.
Fields with(Fields fields, const std::string& name, const std::string& value);

// The token in a page, or "".
std::string token_in(const Answer& page);

// A token of the page, five seconds old.
std::string fresh_token(TestServer& server, const std::string& page);

Answer post_form(const TestServer& server, const std::string& target, const Fields& fields,
                 const Headers& headers = {});

}  // namespace http_test
