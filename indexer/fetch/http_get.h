// Asks one web server for one image. The only file that talks to cpp-httplib. No redirect is followed here;
// no cookie, password or proxy of the environment is used.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kb/model/web_address.h"

namespace indexer {

enum class Reach { public_only, any };  // any: also one's own network, and other ports

struct HttpAnswer {
  int status = 0;  // 0 when there was no answer: see problem
  std::string type;
  std::string location;
  std::string body;     // of status 200
  std::string problem;  // why there is no answer that can be used, as the end of a sentence
};

// Numeric addresses of the host that may be asked: never link-local ones, whatever `reach`. Empty with a
// problem when there are none.
struct HostAddresses {
  std::vector<std::string> list;
  std::string problem;
};
HostAddresses look_up_host(const kb::WebAddress& address, Reach reach);

// Asks the server at the numeric address `ip` and no other, whatever the name means by now. `address.path` is
// sent as it is. `most_bytes` counts what a compressed answer (gzip, deflate, br) becomes.
HttpAnswer http_get(const kb::WebAddress& address, const std::string& ip, std::size_t most_bytes);

}  // namespace indexer
