#include "kb/text/emoji.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>

#include "kb/text/ascii.h"

namespace kb {
namespace {

constexpr std::size_t kLongestName = 60;

struct Named {
  std::string_view name;
  char32_t emoji;
};

// What is called otherwise by GitHub than by Unicode, as far as documents use it.
constexpr std::array kNamed{Named{"+1", 0x1F44D},
                            Named{"thumbsup", 0x1F44D},
                            Named{"-1", 0x1F44E},
                            Named{"thumbsdown", 0x1F44E},
                            Named{"smile", 0x1F604},
                            Named{"smiley", 0x1F603},
                            Named{"grinning", 0x1F600},
                            Named{"grin", 0x1F601},
                            Named{"laughing", 0x1F606},
                            Named{"joy", 0x1F602},
                            Named{"rofl", 0x1F923},
                            Named{"blush", 0x1F60A},
                            Named{"slightly_smiling_face", 0x1F642},
                            Named{"wink", 0x1F609},
                            Named{"heart_eyes", 0x1F60D},
                            Named{"sunglasses", 0x1F60E},
                            Named{"thinking", 0x1F914},
                            Named{"confused", 0x1F615},
                            Named{"cry", 0x1F622},
                            Named{"sob", 0x1F62D},
                            Named{"scream", 0x1F631},
                            Named{"rage", 0x1F621},
                            Named{"tada", 0x1F389},
                            Named{"heart", 0x2764},
                            Named{"clap", 0x1F44F},
                            Named{"wave", 0x1F44B},
                            Named{"ok_hand", 0x1F44C},
                            Named{"muscle", 0x1F4AA},
                            Named{"pray", 0x1F64F},
                            Named{"raised_hands", 0x1F64C},
                            Named{"point_right", 0x1F449},
                            Named{"point_left", 0x1F448},
                            Named{"point_up", 0x261D},
                            Named{"point_down", 0x1F447},
                            Named{"eyes", 0x1F440},
                            Named{"v", 0x270C},
                            Named{"x", 0x274C},
                            Named{"o", 0x2B55},
                            Named{"white_check_mark", 0x2705},
                            Named{"heavy_exclamation_mark", 0x2757},
                            Named{"exclamation", 0x2757},
                            Named{"question", 0x2753},
                            Named{"grey_question", 0x2754},
                            Named{"bangbang", 0x203C},
                            Named{"no_entry", 0x26D4},
                            Named{"stop_sign", 0x1F6D1},
                            Named{"rotating_light", 0x1F6A8},
                            Named{"bulb", 0x1F4A1},
                            Named{"pencil", 0x1F4DD},
                            Named{"pencil2", 0x270F},
                            Named{"book", 0x1F4D6},
                            Named{"pushpin", 0x1F4CC},
                            Named{"paperclip", 0x1F4CE},
                            Named{"mag", 0x1F50D},
                            Named{"mag_right", 0x1F50E},
                            Named{"email", 0x2709},
                            Named{"phone", 0x260E},
                            Named{"telephone", 0x260E},
                            Named{"iphone", 0x1F4F1},
                            Named{"computer", 0x1F4BB},
                            Named{"gear", 0x2699},
                            Named{"tools", 0x1F6E0},
                            Named{"hammer_and_wrench", 0x1F6E0},
                            Named{"zap", 0x26A1},
                            Named{"boom", 0x1F4A5},
                            Named{"star", 0x2B50},
                            Named{"star2", 0x1F31F},
                            Named{"sunny", 0x2600},
                            Named{"cloud", 0x2601},
                            Named{"earth_americas", 0x1F30E},
                            Named{"house", 0x1F3E0},
                            Named{"calendar", 0x1F4C6},
                            Named{"date", 0x1F4C5},
                            Named{"clock", 0x1F550},
                            Named{"hourglass_flowing_sand", 0x23F3},
                            Named{"moneybag", 0x1F4B0},
                            Named{"credit_card", 0x1F4B3},
                            Named{"gift", 0x1F381},
                            Named{"shopping_cart", 0x1F6D2},
                            Named{"truck", 0x1F69A},
                            Named{"car", 0x1F697},
                            Named{"airplane", 0x2708},
                            Named{"checkered_flag", 0x1F3C1},
                            Named{"construction", 0x1F6A7},
                            Named{"recycle", 0x267B},
                            Named{"new", 0x1F195},
                            Named{"soon", 0x1F51C},
                            Named{"information_source", 0x2139},
                            Named{"arrow_right", 0x27A1},
                            Named{"arrow_left", 0x2B05},
                            Named{"arrow_up", 0x2B06},
                            Named{"arrow_down", 0x2B07},
                            Named{"arrow_forward", 0x25B6},
                            Named{"red_circle", 0x1F534},
                            Named{"green_circle", 0x1F7E2},
                            Named{"yellow_circle", 0x1F7E1},
                            Named{"white_circle", 0x26AA},
                            Named{"black_circle", 0x26AB},
                            Named{"poop", 0x1F4A9},
                            Named{"hankey", 0x1F4A9},
                            Named{"100", 0x1F4AF},
                            Named{"seedling", 0x1F331},
                            Named{"coffee", 0x2615},
                            Named{"beers", 0x1F37B},
                            Named{"sparkling_heart", 0x1F496}};

using Table = std::map<std::string, char32_t, std::less<>>;

void add(Table& table, std::string_view name, char32_t emoji) {
  std::string key = to_lower(name);
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  table.emplace(std::move(key), emoji);
  for (const std::string_view end : {" SIGN", " SYMBOL", " FACE"}) {
    if (name.ends_with(end)) add(table, name.substr(0, name.size() - end.size()), emoji);
  }
}

// Unicode's names of all emoji that are one character, and GitHub's before them.
Table make_table() {
  constexpr UChar32 kFirst = 0x203C;
  constexpr UChar32 kLast = 0x1FAFF;
  Table table;
  for (const Named& named : kNamed) table.emplace(named.name, named.emoji);
  std::array<char, 100> name{};
  for (UChar32 c = kFirst; c <= kLast; ++c) {
    UErrorCode status = U_ZERO_ERROR;
    if (u_hasBinaryProperty(c, UCHAR_EMOJI) == 0) continue;
    const int size = u_charName(c, U_UNICODE_CHAR_NAME, name.data(), static_cast<int>(name.size()), &status);
    if (U_SUCCESS(status) != 0 && size > 0)
      add(table, {name.data(), static_cast<std::size_t>(size)}, static_cast<char32_t>(c));
  }
  return table;
}

std::string drawn(char32_t emoji) {
  constexpr UChar32 kDrawn = 0xFE0F;  // asks for the picture where a plain sign is the rule
  const auto c = static_cast<UChar32>(emoji);
  icu::UnicodeString text(c);
  if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) == 0) text.append(kDrawn);
  std::string out;
  return text.toUTF8String(out);
}

bool is_name_character(char c) { return is_alnum(c) || c == '_' || c == '-' || c == '+'; }

// Bytes of the `:name:` that begins here, 0 when there is none.
std::size_t code_size(std::string_view text, std::size_t at) {
  if (at > 0 && (is_alnum(text[at - 1]) || text[at - 1] == '_')) return 0;
  std::size_t end = at + 1;
  while (end < std::min(text.size(), at + kLongestName) && is_name_character(text[end])) ++end;
  if (end == at + 1 || end >= text.size() || text[end] != ':') return 0;
  const char before = at > 0 ? text[at - 1] : ' ';
  const char behind = end + 1 < text.size() ? text[end + 1] : ' ';
  const bool is_in_path = before == ':' && behind == ':';
  return is_in_path || is_alnum(behind) || behind == '_' ? 0 : end + 1 - at;
}

}  // namespace

std::string with_emoji(std::string_view text) {
  if (text.find(':') == std::string_view::npos) return std::string(text);
  static const Table table = make_table();
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = text[at] == ':' ? code_size(text, at) : 0;
    const auto found = size == 0 ? table.end() : table.find(to_lower(text.substr(at + 1, size - 2)));
    if (found != table.end()) {
      out += drawn(found->second);
      at += size;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace kb
