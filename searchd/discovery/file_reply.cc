#include "searchd/discovery/file_reply.h"

namespace searchd {

std::string without_forbidden(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string_view three = text.substr(i, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {  // U+FFFE and U+FFFF
      i += 2;
    } else if (byte >= 0x20U || byte == '\t' || byte == '\n' || byte == '\r') {
      out += text[i];
    }
  }
  return out;
}

Reply file_reply(const Visit& visit, TemplateName file, std::string_view content_type, const View& view) {
  Reply reply;
  reply.response.set("Content-Type", std::string(content_type));
  reply.response.body = make_body(without_forbidden(visit.edition.theme().render(file, visit.lang, view)));
  return reply;
}

}  // namespace searchd
