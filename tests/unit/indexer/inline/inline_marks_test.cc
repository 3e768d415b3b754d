#include "indexer/inline/inline_marks.h"

#include <doctest/doctest.h>

namespace {

std::string read(std::string_view text) {
  indexer::Lines lines = indexer::split_lines(text, 1);
  indexer::mark_kinds(lines);
  indexer::read_inline_marks(lines);
  return indexer::join_lines(lines);
}

struct Case {
  const char* theirs;
  const char* ours;
};

}  // namespace

TEST_CASE("Marks of other tools become HTML") {
  for (const auto& [theirs, ours] : {
           Case{"a ==marked *text*== b", "a <mark>marked *text*</mark> b\n"},
           Case{"これは==重要==です", "これは<mark>重要</mark>です\n"},
           Case{"^^new^^ ++also new++", "<ins>new</ins> <ins>also new</ins>\n"},
           Case{"a {++new++}{--old--} {==marked==} {~~was~>is~~}",
                "a <ins>new</ins><del>old</del> <mark>marked</mark> <del>was</del><ins>is</ins>\n"},
           Case{"-   :material-home: text", "-   text\n"},
           Case{"a :material-home: text", "a  text\n"},
           Case{"{++not closed {--}", "{++not closed {--}\n"},
           Case{"H~2~O, x^2^ and 10^-3^", "H<sub>2</sub>O, x<sup>2</sup> and 10<sup>-3</sup>\n"},
           Case{"++ctrl+alt+del++", "<kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd>\n"},
           Case{"++cmd+page-up++ ++f5++ ++ctrl+plus++",
                "<kbd>Cmd</kbd>+<kbd>Page Up</kbd> <kbd>F5</kbd> <kbd>Ctrl</kbd>+<kbd>+</kbd>\n"},
           Case{"++\"Start menu\"+a++", "<kbd>Start menu</kbd>+<kbd>A</kbd>\n"},
           Case{"In [!DNL Wrenfold] choose [!UICONTROL Save as].", "In Wrenfold choose **Save as**.\n"},
           Case{"**[!UICONTROL Save]** then **x** [!UICONTROL Y] **[!UICONTROL A] > [!UICONTROL B]**",
                "**Save** then **x** **Y** **A > B**\n"},
           Case{"[!BADGE New]{type=Positive url=\"x.md\"} a", "New a\n"},
           Case{"a :material-home: b :octicons-tag-24:{ .lg } c", "a  b  c\n"},
       }) {
    CAPTURE(theirs);
    CHECK(read(theirs) == ours);
  }
}

TEST_CASE("What looks like a mark stays") {
  for (const char* text :
       {"a == b and c == d\n", "x==y and y==z\n", "Title\n=====\n", "C++ and D++\n", "~~struck~~ ~struck~\n",
        "a[^1] b[^2]\n", "`==a==` \\==a==\n", "<a href=\"?a==b==c\">x</a>\n", "https://a.example/?q==b==\n",
        "[x](y==z==)\n", "10:30:00 a:b:c\n", "++\n", "====\n", "2^10 and 2^20\n", "i++ + ++j\n", "a ~2~ b\n",
        "[!NOTE] x\n", "{{ a == b == c }}\n"}) {
    CHECK(read(text) == text);
  }
}
