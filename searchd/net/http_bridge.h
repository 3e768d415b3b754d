// From a Response to the bytes of an answer, through cpp-httplib. The only file that touches the library's
// protected interface. The library gets no byte that a client wrote: requests were read and validated before,
// and its own parser decodes header values, trusts a REMOTE_ADDR header and cuts answers into ranges.
#pragma once

#include <functional>

#include "searchd/http/http_message.h"
#include "searchd/net/connection.h"

namespace searchd {

class HttpBridge {
 public:
  using Handler = std::function<Response(const Request&)>;
  using RefusalPage = std::function<Response(int status)>;  // must not throw

  HttpBridge(Handler handler, RefusalPage refusal_page);

  // Any thread. A handler that throws is answered with the page for 500; nothing of the exception goes out.
  Answer answer(const Request& request, bool keep_alive) const;
  Answer refuse(int status, bool keep_alive) const;

 private:
  Handler handler_;
  RefusalPage refusal_page_;
};

}  // namespace searchd
