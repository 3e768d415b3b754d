#include "kb/words/contractions.h"

#include <algorithm>
#include <map>
#include <set>

#include "kb/text/language_tag.h"
#include "kb/text/text.h"
#include "kb/text/utf8.h"
#include "kb/words/word_lists.h"

namespace kb {

namespace {

// With their apostrophes. Forms that are other words without it ("we'll", "qu'elle") are left out.
constexpr WordList kForms[] = {
    {"en", R"(
ain't aren't can't could've couldn't didn't doesn't don't hadn't hasn't haven't he'd he's here's how'd how's
i'm i've isn't it'd it'll it's let's ma'am mightn't mustn't needn't o'clock she'd she's should've shouldn't
that'd that'll that's there'll there's they'd they'll they're they've wasn't we've weren't what'll what're
what's when's where'd where's who'd who'll who's who've why's won't would've wouldn't y'all you'd you'll
you're you've
)"},
    {"de", R"(
brauch's findet's funktioniert's geht's gibt's hab's hat's ich's ist's kann's klappt's kommt's kriegt's
lauft's liegt's macht's mach's muss's nutzt's passt's probier's steht's stimmt's tut's versuch's war's weiss's
werd's wird's
)"},
    {"fr", R"(
aujourd'hui c'est c'etait c'etaient d'abord d'accord d'ailleurs d'apres d'autre d'autres d'avoir d'etre d'habitude
d'ici d'ou d'un d'une j'ai j'aime j'aimerais j'arrive j'attends j'aurais j'avais j'essaie j'essaye j'etais
j'habite j'ignore j'oublie j'utilise jusqu'a jusqu'au l'ai l'autre l'un l'une lorsqu'il m'a m'aider m'avez
m'est m'inscrire n'a n'ai n'arrive n'avez n'est n'etait n'ont n'y presqu'il puisqu'il qu'est qu'il qu'ils
qu'on qu'un qu'une quelqu'un s'agit s'est s'il s'ils s'inscrire s'ouvre s'affiche s'allume t'as
)"},
    {"it", R"(
all'inizio anch'io c'era c'erano c'entra d'accordo dev'essere dell'altro l'altra l'altro l'avete l'ha l'hai l'hanno
l'ho l'ultima l'ultimo m'ha mezz'ora nient'altro nessun'altra quand'e quell'altro quest'anno qual'e
senz'altro sull'app tutt'altro un'altra un'ora v'e
)"},
    {"nl", R"(
auto's foto's video's zo'n m'n z'n pagina's camera's
)"},
};

// Articles and pronouns that lose their vowel before another, and endings that are set off.
struct Elision {
  std::string_view lang;
  std::string_view before;  // words, before a vowel
  std::string_view after;   // words, after a vowel
};

constexpr Elision kElisions[] = {
    {"fr", "c d j jusqu l lorsqu m n puisqu qu quoiqu s t\n", ""},
    {"it", "all c coll d dall dell l m nell quell quest s sull t un v\n", ""},
    {"ca", "d l m n s t\n", ""},
    {"nl", "", "s\n"},
};

std::string without_apostrophes(std::string text) {
  std::erase(text, '\'');
  return text;
}

using Forms = std::map<std::string, std::string, std::less<>>;  // without the apostrophe -> as read with it

const Forms& forms(std::string_view lang) {
  static const auto all = [] {
    std::map<std::string_view, Forms> made;
    for (const WordList& list : kForms) {
      for (const std::string_view form : words_of(list))
        made[list.lang].emplace(without_apostrophes(std::string(form)), fold(form));
    }
    return made;
  }();
  static const Forms none;
  const auto found = all.find(base_language(lang));
  return found == all.end() ? none : found->second;
}

bool is_vowel(char c) { return std::string_view("aeiouyh").find(c) != std::string_view::npos; }

}  // namespace

std::string contraction(std::string_view lang, std::string_view folded) {
  const auto found = forms(lang).find(folded);
  return found == forms(lang).end() ? "" : found->second;
}

bool is_contraction(std::string_view lang, std::string_view folded) {
  static const auto read = [] {
    std::map<std::string_view, std::set<std::string, std::less<>>> made;
    for (const WordList& list : kForms) {
      for (const auto& [bare, meant] : forms(list.lang)) made[list.lang].insert({bare, meant});
    }
    return made;
  }();
  const auto found = read.find(base_language(lang));
  return found != read.end() && found->second.contains(folded);
}

std::string negation(std::string_view lang, std::string_view folded) {
  return base_language(lang) == "en" && folded.ends_with("nt") && is_contraction(lang, folded) ? "not" : "";
}

std::vector<std::string> without_elision(std::string_view lang, std::string_view folded) {
  constexpr std::size_t kShortest = 3;  // what tokenize() parts from an article
  std::vector<std::string> rests;
  for (const Elision& elision : kElisions) {
    if (elision.lang != base_language(lang)) continue;
    for (const std::string_view article : words_of({lang, elision.before})) {
      if (!folded.starts_with(article)) continue;
      const std::string_view rest = folded.substr(article.size());
      if (length(rest) >= kShortest && is_vowel(rest.front())) rests.emplace_back(rest);
    }
    for (const std::string_view ending : words_of({lang, elision.after})) {
      if (!folded.ends_with(ending)) continue;
      const std::string_view rest = folded.substr(0, folded.size() - ending.size());
      if (length(rest) >= kShortest && is_vowel(rest.back())) rests.emplace_back(rest);
    }
  }
  std::stable_sort(rests.begin(), rests.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return rests;
}

}  // namespace kb
