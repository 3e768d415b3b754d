#include "tests/http/form_client.h"

#include "searchd/http/url.h"

namespace http_test {

std::string form_body(const Fields& fields) {
  searchd::Params params;
  for (const auto& [name, value] : fields) params.set(name, value);
  return params.to_query();
}

Fields with(Fields fields, const std::string& name, const std::string& value) {
  for (auto& [key, old] : fields) {
    if (key == name) old = value;
  }
  return fields;
}

std::string token_in(const Answer& page) {
  const std::string before = "name=\"token\" value=\"";
  const auto at = page.body.find(before);
  if (at == std::string::npos) return "";
  const auto begin = at + before.size();
  return page.body.substr(begin, page.body.find('"', begin) - begin);
}

std::string fresh_token(TestServer& server, const std::string& page) {
  const std::string token = token_in(server.get(page));
  server.advance(std::chrono::seconds(5));
  return token;
}

Answer post_form(const TestServer& server, const std::string& target, const Fields& fields,
                 const Headers& headers) {
  Headers all = headers;
  all.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return server.ask("POST", target, all, form_body(fields));
}

}  // namespace http_test
