#include "searchd/contact/attachment.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "kb/text/ascii.h"
#include "kb/text/utf8.h"

namespace searchd {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxExtension = 5;  // longer ones are rather words of the name

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }
bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8\xff"); }
bool is_gif(std::string_view bytes) { return bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a"); }
bool is_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }
bool is_plain_file(std::string_view bytes) {
  return !bytes.empty() && bytes.find('\0') == bytes.npos && kb::is_valid_utf8(bytes);
}
bool is_webp(std::string_view bytes) {
  return bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
}

// The brands of ISO/IEC 23008-12 that are coded with HEVC, among those the file says it is compatible with:
// its own says "mif1" as often, which AVIF does too.
bool is_heic(std::string_view bytes) {
  constexpr std::array kBrands{"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv};
  constexpr std::size_t kOwnBrand = 8;
  constexpr std::size_t kMostBytes = 256;
  if (bytes.size() < kOwnBrand + 4 || bytes.substr(4, 4) != "ftyp") return false;
  std::uint32_t size = 0;
  for (const char c : bytes.substr(0, 4)) size = size << 8U | static_cast<unsigned char>(c);
  const std::string_view box = bytes.substr(0, std::min<std::size_t>(size, kMostBytes));
  for (std::size_t at = kOwnBrand; at + 4 <= box.size(); at += 4) {
    const bool is_version = at == kOwnBrand + 4;
    if (!is_version && std::find(kBrands.begin(), kBrands.end(), box.substr(at, 4)) != kBrands.end())
      return true;
  }
  return false;
}

struct KnownType {
  FileType type;
  bool (*fits)(std::string_view bytes);
};

constexpr std::array kKnown{KnownType{{"image/png", ",png,"}, is_png},
                            KnownType{{"image/jpeg", ",jpg,jpeg,"}, is_jpeg},
                            KnownType{{"image/gif", ",gif,"}, is_gif},
                            KnownType{{"image/webp", ",webp,"}, is_webp},
                            KnownType{{"image/heic", ",heic,heif,"}, is_heic},
                            KnownType{{"application/pdf", ",pdf,"}, is_pdf},
                            KnownType{{"text/plain", ",txt,text,log,"}, is_plain_file}};

std::string_view first_extension(const FileType& type) {
  return type.extensions.substr(1, type.extensions.find(',', 1) - 1);
}

// Characters that have no shape of their own, or that show a name in another order than it has.
bool is_hidden(char32_t c) {
  return c < U' ' || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || c == 0x200B ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string without_hidden(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    if (!is_hidden(kb::next_code_point(name, at))) out += name.substr(begin, at - begin);
  }
  return out;
}

// "jpg" of "me.jpg"; "" when what stands behind the last dot is none.
std::string_view extension_of(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return "";
  const std::string_view extension = name.substr(dot + 1);
  const bool fits =
      extension.size() <= kMaxExtension && std::all_of(extension.begin(), extension.end(), kb::is_alnum);
  return fits ? extension : "";
}

}  // namespace

const FileType* file_type_of(std::string_view bytes) {
  const auto* found =
      std::find_if(kKnown.begin(), kKnown.end(), [&](const KnownType& known) { return known.fits(bytes); });
  return found == kKnown.end() ? nullptr : &found->type;
}

std::string accepted_file_types() {
  std::string list;
  for (const KnownType& known : kKnown) {
    list += list.empty() ? "" : ",";
    list.append(known.type.media_type).append(",.").append(first_extension(known.type));
  }
  return list;
}

std::string attachment_name(std::string_view name, const FileType& type) {
  const auto slash = name.find_last_of("/\\");
  const std::string clean = without_hidden(slash == name.npos ? name : name.substr(slash + 1));
  std::string_view stem = kb::trim(clean, ". ");
  const std::string_view old = extension_of(stem);
  const std::string listed = "," + kb::to_lower(old) + ",";
  const bool stays = !old.empty() && type.extensions.find(listed) != type.extensions.npos;
  const std::string extension(stays ? old : first_extension(type));
  if (!old.empty()) stem.remove_suffix(old.size() + 1);
  stem = kb::trim_end(kb::first_characters(stem, kMaxFileName - 1 - extension.size()), ". ");
  return (stem.empty() ? "file" : std::string(stem)) + "." + extension;
}

std::string_view file_problem(std::string_view bytes) {
  if (bytes.size() > kMaxFileBytes) return "problem_file_large";
  return file_type_of(bytes) ? "" : "problem_file_type";
}

}  // namespace searchd
