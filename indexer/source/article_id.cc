#include "indexer/source/article_id.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "kb/model/error.h"
#include "kb/text/paths.h"

namespace indexer {

namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

icu::UnicodeString lower_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw kb::Error("ICU has no normalisation data", "reinstall libicu");
  icu::UnicodeString lower = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  lower.toLower(icu::Locale::getRoot());
  icu::UnicodeString out = nfc->normalize(lower, status);
  if (U_FAILURE(status))
    throw kb::Error("ICU cannot normalise a file name", "rename the file in plain letters");
  return out;
}

bool is_kept(UChar32 c) { return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// Below 0 when it is not a hex digit.
int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string parts_to_id(std::string_view path) {
  std::string id;
  while (!path.empty()) {
    const auto slash = path.find('/');
    if (!id.empty()) id += '/';
    id += id_part(path.substr(0, slash));
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  }
  return id;
}

bool is_folder_page(std::string_view stem) {
  const std::string name = fold_case(stem);
  return name == "index" || name == "_index" || name == "readme";
}

}  // namespace

std::string id_part(std::string_view name) {
  const icu::UnicodeString lower = lower_nfc(name);
  icu::UnicodeString out;
  bool gap = false;
  for (int32_t i = 0; i < lower.length(); i = lower.moveIndex32(i, 1)) {
    const UChar32 c = lower.char32At(i);
    if (!is_kept(c)) {
      gap = true;
      continue;
    }
    if (gap && !out.isEmpty()) out.append(u'-');
    gap = false;
    out.append(c);
  }
  std::string part;
  out.toUTF8String(part);
  return part.empty() ? "-" : part;
}

ArticleId id_from_path(std::string_view path) {
  const std::string_view folder = kb::parent_of(path);
  std::string_view stem = path.substr(path.rfind('/') + 1);
  stem = stem.substr(0, stem.rfind('.'));
  ArticleId out;
  out.category = parts_to_id(folder);
  out.is_folder = !folder.empty() && is_folder_page(stem);
  out.id = out.category;
  if (out.is_folder) return out;
  if (!out.id.empty()) out.id += '/';
  out.id += id_part(stem);
  return out;
}

std::string article_url(std::string_view lang, const ArticleId& id, std::string_view slug) {
  if (id.is_folder) return category_url(lang, id.category);
  if (slug.empty()) return encode_path(fmt::format("/{}/{}", lang, id.id));
  return category_url(lang, id.category) + encode_path(id_part(slug));
}

std::string category_url(std::string_view lang, std::string_view category) {
  return encode_path(category.empty() ? fmt::format("/{}/", lang) : fmt::format("/{}/{}/", lang, category));
}

std::string encode_path(std::string_view path) {
  constexpr std::string_view kUnsafe = "\"<>\\^`{|}";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && kUnsafe.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return out;
}

std::string decode_path(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const int high = path[i] == '%' && i + 2 < path.size() ? hex_value(path[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(path[i + 2]) : -1;
    if (low < 0) {
      out += path[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::string fold_case(std::string_view text) {
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::string out;
  folded.foldCase().toUTF8String(out);
  return out;
}

}  // namespace indexer
