#include "kb/text/symbols.h"

#include <doctest/doctest.h>

namespace kb {
namespace {

std::string shown(std::string_view text) {
  std::string all;
  for (const Symbol& symbol : symbols_of(text))
    all += (all.empty() ? "" : " ") + symbol.text + (symbol.named ? "=name" : "");
  return all;
}

struct Example {
  std::string_view text;
  std::string_view symbols;
};

TEST_CASE("symbols: operators, names with signs before them, and emoji") {
  for (const auto& [text, symbols] : {
           Example{"git push --force", "--force=name"},
           Example{"use --dry-run, or (-v)", "--dry run=name -v=name"},
           Example{"tar -xf and a -dash", "-xf=name"},
           Example{"edit .env or ~/.bashrc", ".env=name ~/. .bashrc=name"},
           Example{"ask in #general", "#general=name #"},
           Example{"a -> b and a=>b", "-> =>"},
           Example{"c->d, a!=b", "-> !="},
           Example{"use \"->\", or (=>).", "-> =>"},
           Example{"sudo !!", "!!"},
           Example{"80% of $5", "% $"},
           Example{"C++ and C#", "++ #"},
           Example{"call main()", ""},
           Example{"()", "()"},
           Example{"100\uFF05", "%"},
           Example{"9,90 \u20AC", "\u20AC"},
           Example{"Great \U0001F44D\U0001F3FD\U0001F44D!", "\U0001F44D \U0001F44D"},
           Example{"\u2764\uFE0F", "\u2764"},
           Example{"\u26A0\uFE0F Stop", "\u26A0"},
       }) {
    CAPTURE(text);
    CHECK(shown(text) == symbols);
  }
}

TEST_CASE("symbols: what only ends or joins words and sentences is none") {
  for (const std::string_view text :
       {"Wait! Now... (or later?) \"Yes\", it's well-known: 4.2, snake_case; A\u2014B \u2013 "
        "\u201Cdone\u201D.",
        "? - .", "\u8BBE\u7F6E\u3002\u5B8C\u6210\uFF01", "don't", "----------------", "-5 .5", ""}) {
    CAPTURE(text);
    CHECK(shown(text) == "");
  }
}

TEST_CASE("symbols: the range is that of the text") {
  const auto symbols = symbols_of("push (--force)");
  REQUIRE(symbols.size() == 1);
  CHECK(symbols[0].begin == 6);
  CHECK(symbols[0].end == 13);
}

}  // namespace
}  // namespace kb
