#include "searchd/contact/form_view.h"
#include "searchd/guard/post_guard.h"

#include <utility>

namespace searchd {

namespace {

std::string_view key_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::too_many:
      return "problem_too_many";
    case Refusal::too_soon:
      return "problem_too_soon";
    case Refusal::trap:
      return "problem_trap";
    default:
      return "problem_token";
  }
}

}  // namespace

void set_guard_fields(View& view, const Visit& visit, std::string_view purpose, std::string token) {
  view.set("token", token.empty() ? visit.guard.issue(purpose, visit.now) : std::move(token));
}

void set_problems(View& view, const std::vector<FormMessage>& messages) {
  std::vector<View> list;
  for (const FormMessage& message : messages) {
    View item;
    item.set("text", message.text);
    item.set("url", message.url);
    list.push_back(std::move(item));
  }
  view.set_list("problems", std::move(list));
}

FormMessage refusal_message(const Visit& visit, Refusal refusal) {
  return {visit.strings().text(key_of(refusal)), ""};
}

}  // namespace searchd
