// Takes what could identify a person out of what visitors type, before it is kept anywhere.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace events {

inline constexpr std::size_t kMaxQueryBytes = 200;
inline constexpr std::size_t kMaxQuestionBytes = 1200;   // a whole query of the search box, and room
inline constexpr std::size_t kMaxCommentBytes = 10'000;  // 2,000 characters of any script, and room

// Makes equal questions equal, as a search does: case, accents, punctuation.
using Fold = std::string (*)(std::string_view text);

// Replaces what looks like an email address, a network address, a phone, card or account number, or a secret
// by <email>, <ip>, <mac>, <number> or <token>, and so what follows a word for a password, PIN or card code.
// When in doubt it replaces. Short numbers and codes (E1042, 5.13.2), Windows' error codes (0x80070057),
// times, and the dates of this century (2026-11-27) stay. Control characters are dropped. What is left
// between the placeholders is folded, and the result is cut to max_bytes between two UTF-8 characters.
std::string scrub(std::string_view text, std::size_t max_bytes = kMaxQueryBytes, Fold fold = nullptr);

// What a visitor typed, as far as it may be kept. Every way to make one scrubs, so an event that holds this
// type cannot hold anything else.
template <std::size_t kMaxBytes>
class ScrubbedText {
 public:
  ScrubbedText() = default;
  // Implicit: text that becomes part of an event is scrubbed without anybody having to think of it.
  template <std::convertible_to<std::string_view> Text>
  ScrubbedText(const Text& typed, Fold fold = nullptr) : text_(scrub(typed, kMaxBytes, fold)) {}

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

using QueryText = ScrubbedText<kMaxQueryBytes>;
using QuestionText = ScrubbedText<kMaxQuestionBytes>;
using CommentText = ScrubbedText<kMaxCommentBytes>;

}  // namespace events
