// Every article of the hostile corpus ends in a page or a finding that names its file, within the bounds; and
// twice the text costs about twice the time, unless a limit refuses it. FIRSTLINE_LONG=1 mixes and changes
// them for ten minutes; FIRSTLINE_VERBOSE=1 says what each costs.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "tests/hostile/article_inputs.h"
#include "tests/hostile/bounded_run.h"

namespace {

constexpr std::size_t kFullSize = 256UL * 1024;

hostile::Outcome check_article(const std::string& text) {
  hostile::Folder folder;
  folder.write("en/hostile.md", text);
  return hostile::run_indexer({"check", folder.path().string()});
}

// The finding that refused the article, or "".
std::string refusal(const std::string& output) {
  const auto at = std::min(output.find(" [markdown-limit]"), output.find(" [table-too-wide]"));
  if (at == std::string::npos) return "";
  const auto begin = output.rfind("error: ", at);
  return begin == std::string::npos ? "" : output.substr(begin, at - begin);
}

void say(const std::string& name, const hostile::Outcome& outcome) {
  if (std::getenv("FIRSTLINE_VERBOSE") == nullptr) return;
  std::puts(fmt::format("{:5.2f} s {:4.0f} MB  exit {}  {}  {}", outcome.cpu_seconds, outcome.resident_mb,
                        outcome.exit_code, name, refusal(outcome.output))
                .c_str());
}

void check_bounds(const hostile::Outcome& outcome) {
  CHECK(outcome.exit_code <= 1);
  CHECK(outcome.cpu_seconds < hostile::kMaxCpuSeconds);
  CHECK(outcome.resident_mb < hostile::kMaxResidentMb);
  if (outcome.exit_code != 0) CHECK(outcome.output.find("en/hostile.md") != std::string::npos);
}

// What two articles make together, with some bytes changed.
std::string mixed(const std::string& first, const std::string& second, std::mt19937& random) {
  const auto below = [&](std::size_t size) { return random() % std::max<std::size_t>(size, 1); };
  const std::size_t cut = below(first.size());
  std::string text = first.substr(0, cut) + second.substr(below(second.size()));
  for (std::size_t i = 0; i < 8; ++i) text[below(text.size())] = "<>[](){}*_`|:-\n #&\"'/"[below(21)];
  text.resize(std::min(text.size(), kFullSize));
  return text;
}

// Each second input, from `first` on.
void check_inputs(std::size_t first) {
  const auto& inputs = hostile::article_inputs();
  for (std::size_t i = first; i < inputs.size(); i += 2) {
    const hostile::ArticleInput& input = inputs[i];
    CAPTURE(input.name);
    const hostile::Outcome outcome = check_article(input.make(kFullSize));
    say(input.name, outcome);
    check_bounds(outcome);
    CHECK(outcome.output.find(input.finding) != std::string::npos);
    if (outcome.cpu_seconds < hostile::kStableSeconds || !refusal(outcome.output).empty()) continue;
    CHECK(hostile::growth([&](std::size_t size) { return check_article(input.make(size)); }, kFullSize) <
          hostile::kMaxGrowth);
  }
}

}  // namespace

TEST_CASE("hostile articles: each ends within 2 s and 256 MB, its file named when it is refused") {
  check_inputs(0);
}

// Half of them, for a second processor.
TEST_CASE("hostile articles, second half: the same") { check_inputs(1); }

TEST_CASE("hostile articles: mixed and changed, they end within the same bounds" *
          doctest::skip(std::getenv("FIRSTLINE_LONG") == nullptr)) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(10);
  const auto& inputs = hostile::article_inputs();
  for (unsigned seed = 1; std::chrono::steady_clock::now() < end; ++seed) {
    std::mt19937 random(seed);
    const auto& first = inputs[random() % inputs.size()];
    const auto& second = inputs[random() % inputs.size()];
    const std::string name = fmt::format("{}: {} + {}", seed, first.name, second.name);
    CAPTURE(name);
    const hostile::Outcome outcome =
        check_article(mixed(first.make(kFullSize), second.make(kFullSize), random));
    say(name, outcome);
    check_bounds(outcome);
  }
}
