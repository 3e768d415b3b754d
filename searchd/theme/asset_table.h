// The theme's own files, kept in memory under names that hold their hash, compressed once.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "searchd/http/etag.h"
#include "searchd/http/http_message.h"

namespace searchd {

struct ThemeAsset {
  std::string content_type;
  std::string hash;
  Body identity;
  Body gzip;    // null when it would not be smaller
  Body brotli;  // the same

  // The asked encoding's bytes where there are some, else the plain ones.
  const Body& body(Encoding& encoding) const;
};

class AssetTable {
 public:
  // "site.css" is then known as "site.1f0c3a9b2d.css".
  void add(std::string_view file_name, std::string bytes);

  const ThemeAsset* find(std::string_view name) const;        // by the name with the hash
  std::string public_name(std::string_view file_name) const;  // "" when there is no such file

 private:
  std::map<std::string, ThemeAsset, std::less<>> assets_;
  std::map<std::string, std::string, std::less<>> names_;  // file name -> name with the hash
};

// By the name's extension: "image/svg+xml"; unknown ones are "application/octet-stream".
std::string_view content_type_of(std::string_view file_name);

}  // namespace searchd
