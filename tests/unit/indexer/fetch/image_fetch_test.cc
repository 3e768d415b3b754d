#include "indexer/fetch/image_fetch.h"

#include <doctest/doctest.h>

#include <map>

#include "tests/unit/indexer/fetch/small_images.h"

using namespace indexer;

namespace {

const std::string kPng = indexer_test::kSmallPng;

// Servers that a test makes up: address -> status, location. Remembers who was asked.
class Web {
 public:
  void add(const std::string& url, int status, const std::string& location) {
    answers_[url] = {status, location};
  }

  FetchedImage fetch(const std::string& url) {
    return follow_to_image(url, [this](const kb::WebAddress& address) {
      const std::string asked = address.origin() + address.path;
      asked_.push_back(asked);
      HttpAnswer answer;
      const auto found = answers_.find(asked);
      answer.status = found == answers_.end() ? 200 : found->second.first;
      answer.type = "image/png";
      if (found != answers_.end()) answer.location = found->second.second;
      if (answer.status == 200) answer.body = kPng;
      return answer;
    });
  }
  const std::vector<std::string>& asked() const { return asked_; }

 private:
  std::map<std::string, std::pair<int, std::string>> answers_;
  std::vector<std::string> asked_;
};

}  // namespace

TEST_CASE("image fetch: an address is asked for as browsers would") {
  struct Example {
    std::string url;
    std::string asked;
  };
  for (const auto& [url, asked] : {
           Example{"http://X.example", "http://x.example/"},
           Example{"https://x.example?a=b", "https://x.example/?a=b"},
           Example{"https://x.example:443/a%20b.png#part", "https://x.example/a%20b.png"},
           Example{"https://x.example/a b\xC3\xA4.png?c=d e", "https://x.example/a%20b%C3%A4.png?c=d%20e"},
           Example{"https://x.example/a\r\nHost: y", "https://x.example/a%0D%0AHost:%20y"},
       }) {
    CAPTURE(url);
    Web web;
    CHECK(web.fetch(url).extension == "png");
    CHECK(web.asked() == std::vector<std::string>{asked});
  }
}

TEST_CASE("image fetch: five redirects are followed, each to an address of the web") {
  Web web;
  web.add("http://a.example/1", 301, "https://b.example/2/x");
  web.add("https://b.example/2/x", 302, "../3");
  web.add("https://b.example/2/../3", 307, "/4?q#f");
  web.add("https://b.example/4?q", 308, "//c.example/5");
  web.add("https://c.example/5", 303, "6");
  CHECK(web.fetch("http://a.example/1").extension == "png");
  CHECK(web.asked().back() == "https://c.example/6");
  web.add("https://c.example/6", 302, "6");
  CHECK(web.fetch("http://a.example/1").problem == "it leads through more than 5 redirects");
}

TEST_CASE("image fetch: a redirect to anything else is followed nowhere") {
  for (const char* location :
       {"", "file:///etc/passwd", "ftp://x.example/a", "gopher://x.example/", "javascript:x",
        "https://user:secret@x.example/a", "https://", "//user@x.example/"}) {
    CAPTURE(location);
    Web web;
    web.add("http://a.example/", 302, location);
    CHECK(web.fetch("http://a.example/").problem ==
          "it leads to no address of the web without a user's name");
    CHECK(web.asked().size() == 1);
  }
}

TEST_CASE("image fetch: what is no image has a reason") {
  const auto answer = [](int status, const std::string& type, const std::string& body) {
    return follow_to_image("http://a.example/",
                           [&](const kb::WebAddress&) {
                             return HttpAnswer{status, type, "", body, ""};
                           })
        .problem;
  };
  CHECK(answer(404, "image/png", "") == "its server answers 404");
  CHECK(answer(204, "", "") == "its server answers 204");
  CHECK(answer(200, "text/html", kPng) == "it is not a PNG, JPEG, GIF, WebP or AVIF image");
  CHECK(answer(200, "image/png", "<!doctype html>") == "it is not a PNG, JPEG, GIF, WebP or AVIF image");
  CHECK(answer(200, "image/svg+xml", "<svg/>") == "it is not a PNG, JPEG, GIF, WebP or AVIF image");
  CHECK(answer(200, "image/png", kPng.substr(0, 30)) == "it is an image that is cut off or damaged");
  CHECK(answer(200, "image/png", kPng.substr(0, 8) + "<script>") ==
        "it is an image that is cut off or damaged");
  CHECK(answer(200, "image/png", kPng).empty());
}

TEST_CASE("image fetch: addresses of this machine are refused without --allow-private") {
  for (const char* url :
       {"http://127.0.0.1/a.png", "http://localhost/a.png", "http://[::1]/a.png", "http://0x7f.1/",
        "http://2130706433/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest",
        "http://10.0.0.1/", "http://0/", "https://[fe80::1]/"}) {
    CAPTURE(url);
    const FetchedImage image = fetch_image(url, {});
    CHECK(image.extension.empty());
    const bool is_refused = image.problem.find("is no public address; --allow-private") != std::string::npos;
    const bool is_never = image.problem.find("these are never asked") != std::string::npos;
    CHECK((is_refused || is_never || image.problem.starts_with("there is no host")));
  }
  CHECK(fetch_image("http://1.1.1.1:8080/", {}).problem == "its port 8080 is not the web's");
}
