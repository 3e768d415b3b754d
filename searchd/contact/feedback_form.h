// "Did this answer your question?", as it was sent: read, checked, and made into what is stored. No HTTP.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "events/event.h"
#include "searchd/http/url.h"

namespace searchd {

inline constexpr std::size_t kMaxComment = 2000;  // characters

// Why an article did not help. The names are stored, and end the keys of their texts: "reason_outdated".
inline constexpr std::array<std::string_view, 4> kReasons{"outdated", "failed", "unclear", "off_topic"};

struct FeedbackForm {
  std::string article_id;
  std::string helpful;  // "yes" or "no"
  std::string reason;   // one of kReasons, or ""
  std::string comment;  // lines end in \n
  std::string from;     // the query that led to the article, or ""
};

FeedbackForm read_feedback(const Params& form);

// Whether it says why.
inline bool says_more(const FeedbackForm& form) { return !form.reason.empty() || !form.comment.empty(); }

// Browsers send \r\n but count one character.
inline std::string with_plain_newlines(std::string text) {
  std::erase(text, '\r');
  return text;
}

// What has to be put right, and the key of the sentence that says so.
struct FieldProblem {
  std::string_view field;  // "" when none can be pointed at
  std::string_view text_key;
};

std::vector<FieldProblem> problems_of(const FeedbackForm& form);

// Requires: the form has no problems. `token` is kept as a hash.
events::Feedback to_event(const FeedbackForm& form, std::chrono::sys_seconds now, std::string_view lang,
                          std::string_view token);

}  // namespace searchd
