// A form with a file: the first line is its Content-Type, the rest the body. Read or refused; what comes out
// is text where it is shown, and the file is a part of the body.
#include "searchd/http/multipart.h"

#include <algorithm>

#include "kb/text/utf8.h"
#include "searchd/contact/attachment.h"
#include "tests/fuzz/fuzz.h"

namespace {

bool is_text(std::string_view text) { return kb::is_valid_utf8(text) && text.find('\0') == text.npos; }

void check_file(const searchd::FilePart& file, std::string_view body) {
  fuzz::must(is_text(file.name), "a file's name is text");
  fuzz::must(!file.bytes.empty(), "a file is not empty");
  fuzz::must(
      file.bytes.data() >= body.data() && file.bytes.data() + file.bytes.size() <= body.data() + body.size(),
      "a file is a part of the body");
  const searchd::FileType* type = searchd::file_type_of(file.bytes);
  if (!type) return;
  const std::string name = searchd::attachment_name(file.name, *type);
  fuzz::must(is_text(name) && kb::length(name) <= searchd::kMaxFileName, "a name is text within its limit");
  fuzz::must(name.find_first_of("/\\\r\n") == name.npos, "a name is no path and one line");
  fuzz::must(name.rfind('.') != name.npos && name.front() != '.', "a name has an extension");
  fuzz::must(searchd::attachment_name(name, *type) == name, "a good name stays as it is");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all = fuzz::as_text(data, size);
  const auto end = std::min(all.find('\n'), all.size());
  const std::string_view body = all.substr(std::min(end + 1, all.size()));
  const auto form = searchd::parse_multipart(all.substr(0, end), body);
  if (!form) return 0;
  const std::string query = form->fields.to_query();
  const auto again = searchd::Params::parse(query);
  fuzz::must(again && again->to_query() == query, "fields are what a plain form could have");
  if (form->file) check_file(*form->file, body);
  return 0;
}
