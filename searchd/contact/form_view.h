// What all forms show alike: the hidden fields that guard them, and what has to be put right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/theme/view.h"
#include "searchd/visit/visit.h"

namespace searchd {

// "token": `token`, or one made now.
void set_guard_fields(View& view, const Visit& visit, std::string_view purpose, std::string token = "");

struct FormMessage {
  std::string text;
  std::string url;  // "#fb-comment", or ""
};

// "problems" with "has_problems"; a page that has some is titled so by the template.
void set_problems(View& view, const std::vector<FormMessage>& messages);

// The sentence that says why a form was refused, in the visitor's language.
FormMessage refusal_message(const Visit& visit, Refusal refusal);

}  // namespace searchd
