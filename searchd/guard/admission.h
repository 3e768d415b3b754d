// Whether something that a visitor sent may be acted on, and why not.
#pragma once

#include <chrono>
#include <string_view>

namespace searchd {

enum class Refusal { none, foreign, too_many, trap, wrong_token, expired_token, too_soon };

std::string_view to_string(Refusal refusal);  // for metrics: "foreign"
int status_of(Refusal refusal);               // 403, 422 or 429

struct Admission {
  Refusal refusal = Refusal::none;
  std::chrono::seconds retry_after{0};
};

}  // namespace searchd
