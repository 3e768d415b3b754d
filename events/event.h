// What the daemon notes down about what visitors do. No field names a person: no address, no user agent, no
// cookie. What visitors type has a type that scrubs it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "events/scrub.h"

namespace events {

// Whether a client does something for the first time on a day (UTC): 0 when it does not, or when nobody
// knows. Otherwise the number of the memory that told the clients of this day apart, made at random when that
// memory began: two such events with one number are of two clients. Says nothing about who they are.
using First = std::int64_t;

enum class Outcome { answer, hits, nothing };
enum class Source { page, api };
enum class ContactStep { shown, opened, chosen };

// One search, whether computed or served from the cache.
struct Search {
  std::chrono::sys_seconds time{};
  std::string lang{};
  QueryText query{};  // folded by the caller, so that equal questions are counted together
  std::int64_t result_count = 0;
  double confidence = 0;  // 0 to 1
  Outcome outcome = Outcome::nothing;
  Source source = Source::page;
  bool served_from_cache = false;
  QueryText from_query{};  // folded; what was searched before, where this search was typed; or empty
  First first = 0;         // of these words
};

// A result that was followed.
struct Click {
  std::chrono::sys_seconds time{};
  std::string lang{};
  QueryText query{};  // folded by the caller
  std::string article_id{};
  std::int64_t rank = 0;  // 1 is the first hit
  First first = 0;        // of these words and this article
};

// A step on the contact page.
struct Contact {
  std::chrono::sys_seconds time{};
  std::string lang{};
  ContactStep step = ContactStep::shown;
  std::string channel{};     // empty while none is chosen
  std::string article_id{};  // the article the visitor came from, or empty
};

// A vote on an article.
struct Feedback {
  std::chrono::sys_seconds time{};
  std::string lang{};
  std::string article_id{};
  bool helpful = false;
  QueryText reason{};
  CommentText comment{};
  std::string token_hash{};  // hash of the form's one-time token; never empty
  QueryText query{};         // folded; the search that led to the article, or empty
  First first = 0;           // of these words and this article
};

// "Ask us to write this": sent from a page that found nothing.
struct ArticleRequest {
  std::chrono::sys_seconds time{};
  std::string lang{};
  QuestionText query{};      // folded by the caller
  std::string token_hash{};  // hash of the form's one-time token; never empty
};

}  // namespace events
