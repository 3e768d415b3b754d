// The theme's own files in memory, compressed once, under names that contain their hash.
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

  // The bytes in this encoding. Where there are none, the plain ones, and `encoding` becomes identity.
  const Body& body(Encoding& encoding) const;
};

class AssetTable {
 public:
  // "site.css" gets the public name "site.1f0c3a9b2d5e.css".
  void add(std::string_view file_name, std::string bytes);

  const ThemeAsset* find(std::string_view name) const;        // by public name
  std::string public_name(std::string_view file_name) const;  // "" when there is no such file

 private:
  std::map<std::string, ThemeAsset, std::less<>> assets_;
  std::map<std::string, std::string, std::less<>> names_;  // file name -> public name
};

// From the extension: "image/svg+xml". An unknown one is "application/octet-stream".
std::string_view content_type_of(std::string_view file_name);

}  // namespace searchd
