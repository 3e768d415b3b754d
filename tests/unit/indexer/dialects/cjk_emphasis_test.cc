#include "indexer/dialects/cjk_emphasis.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_cjk_emphasis(lines);
  return indexer::join_lines(lines);
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("Emphasis beside punctuation is read in Chinese, Japanese and Korean") {
  for (const auto& [theirs, ours] : {
           Case{"これは**「強調」**です。", "これは<strong>「強調」</strong>です。\n"},
           Case{"**「強調」**です", "<strong>「強調」</strong>です\n"},
           Case{"**\"강조\"**는 **(x)**를", "<strong>\"강조\"</strong>는 <strong>(x)</strong>를\n"},
           Case{"请点击**“保存”**按钮，*《书》*好", "请点击<strong>“保存”</strong>按钮，<em>《书》</em>好\n"},
           Case{"这是**重要。**然后", "这是<strong>重要。</strong>然后\n"},
           Case{"これは**[リンク](x)**と~~「古い」~~です",
                "これは<strong>[リンク](x)</strong>と<del>「古い」</del>です\n"},
           Case{"- **`コード`**を", "- <strong>`コード`</strong>を\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("What CommonMark reads itself, code and escapes stay") {
  for (const char* text : {"これは**強調**です\n", "**重要** な *点*\n", "`**「x」**です`\n",
                           "\\*\\*「x」\\*\\*です\n", "a**\"b\"**c\n", "2 * 3 * 4 は 24\n", "* **a**\n",
                           "**「強調\n", "****「強調」****です\n", "| ** | あ | ** |\n"}) {
    CHECK(read(text) == text);
  }
}
