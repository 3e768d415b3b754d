// Whether something that a visitor sent may be acted on, and why not.
#pragma once

#include <array>
#include <chrono>
#include <string_view>

#include "kb/model/enum_names.h"

namespace searchd {

enum class Refusal { none, foreign, too_many, trap, wrong_token, expired_token, too_soon };

// As metrics name them.
constexpr auto names_of(Refusal) {
  return std::to_array<std::string_view>(
      {"foreign", "too_many", "trap", "wrong_token", "expired_token", "too_soon"});
}

int status_of(Refusal refusal);  // 403, 422 or 429

struct Admission {
  Refusal refusal = Refusal::none;
  std::chrono::seconds retry_after{0};
};

}  // namespace searchd
