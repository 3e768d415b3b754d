#include "indexer/source/article_id.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "kb/model/error.h"
#include "kb/text/paths.h"
#include "kb/text/percent.h"

namespace indexer {

namespace {

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
  if (slug.empty()) return kb::encode_path(fmt::format("/{}/{}", lang, id.id));
  return category_url(lang, id.category) + kb::encode_path(id_part(slug));
}

std::string category_id(std::string_view folder) {
  return id_from_path(std::string(folder) + "/x.md").category;
}

std::string category_url(std::string_view lang, std::string_view category) {
  return kb::encode_path(category.empty() ? fmt::format("/{}/", lang)
                                          : fmt::format("/{}/{}/", lang, category));
}

std::string fold_case(std::string_view text) {
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::string out;
  folded.foldCase().toUTF8String(out);
  return out;
}

}  // namespace indexer
