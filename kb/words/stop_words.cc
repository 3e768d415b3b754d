#include "kb/words/stop_words.h"

#include "kb/text/utf8.h"
#include "kb/words/word_lists.h"

namespace kb {

namespace {

constexpr std::string_view kNorwegian = R"(
at av da de deg den denne der det dette din dine ditt du eller en er et etter for fra ha han har hun hva
hvis hvor hvordan i ikke jeg kan man med meg men min mine mitt na nar og om opp oss over pa seg sin skal
som til ut var vi vil
)";

// Function words only, folded. English is kept short on purpose: longer lists cost more than they bring.
constexpr WordList kStopWords[] = {
    {"en", R"(
a an and are as at be by for from i in is it my of on or that the this to was with
)"},
    {"de", R"(
aber alle als also am an auch auf aus bei bin bis bitte da damit das dass dein dem den der des die dies
diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas fur habe
haben hat hatte hier ich ihm ihn ihr ihre im in ins ist ja kann kannst konnen man mein meine meinem meinen
meiner mich mir mit muss nach noch nun nur ob oder schon sein seine sich sie sind so soll uber um und uns
unser unsere unter vom von vor war waren was wenn wer werde werden wie wieder will wir wird wo wurde zu
zum zur
)"},
    {"fr", R"(
a ai as au aux avec c ce ces cet cette comment d dans de des du elle elles en est et etre il ils j je l la
le les leur lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas peut peux pour qu que quel
quelle qui s sa se ses si son sont suis sur t ta te tes toi ton tu un une vos votre vous y
)"},
    {"es", R"(
a al como con cual cuando de del el ella ellos en entre era es esa ese eso esta este esto estoy ha han hay
la las le les lo los mas me mi mis muy o para pero por porque puedo que quien se si sin sobre son su sus
te tengo ti tu tus un una uno unos y ya yo
)"},
    {"it", R"(
a ai al alla alle anche che chi ci come con cosa da dal dalla dei del della delle di e ed era gli ha hai
ho i il in io la le lei lo lui ma mi mia mie miei mio ne nei nel nella noi non o per piu posso puo quale
quando quello questa questo se si sono su sua sul sulla suo ti tra tu un una uno vi voi
)"},
    {"pt", R"(
a ao aos as com como da das de dela dele do dos e ela ele em entre era essa esse esta este eu foi ha isso
isto ja lhe mais mas me meu meus minha minhas muito na nas no nos o os ou para pela pelo por posso qual
quando que quem se sem ser seu seus sua suas te tem tu um uma voce
)"},
    {"nl", R"(
aan al als bij dan dat de deze die dit door een en er ge had heb hebben heeft het hij hoe ik in is je kan
kun kunnen maar me men met mij mijn na naar niet nog nu of om omdat ons onze ook op over te tot u uit uw
van veel voor waar was wat we wel wie wij worden wordt ze zich zij zijn zo zou
)"},
    {"sv", R"(
alla att av bli blir da de dem den denna det detta dig din dina ditt du eller en er ett fick for fran ha
han har hon hur i in inte jag jo kan man med men mig min mina mitt mot nar ni nu och om oss pa sa sedan
sig sin ska skulle som till ut vad var vi vid vill
)"},
    {"da", R"(
af alle at da de den denne der deres det dette dig din dine dit du eller en end er et for fra ham han har
havde hun hvad hvis hvor hvordan i ikke jeg kan man med meget men mig min mine mit mod nar ned nu og om os
over pa sig sin skal skulle som til ud under vi vil ville
)"},
    {"no", kNorwegian},
    {"nb", kNorwegian},
    {"fi", R"(
ei en etta he han hanen ja joka jos kanssa kuin kun me mika mina minulla minun mita mutta myos ne niin nyt
olen on ovat se sen sina sinun siita taa tama te tai voi voin
)"},
    // Characters: two of them are a stop word, too.
    {"zh", R"(
的 了 是 在 有 和 与 为 什 么 多 少 哪 谁 吗 呢 吧 怎 样 如 何
)"},
};

// Whether every character of a word is in the list.
bool all_in(const WordSet& list, std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    next_code_point(word, at);
    if (!list.contains(word.substr(begin, at - begin))) return false;
  }
  return true;
}

}  // namespace

bool is_stop_word(std::string_view lang, std::string_view folded) {
  static const WordTable table(kStopWords);
  const WordSet* words = table.of(lang);
  if (words == nullptr) return false;
  return lang.starts_with("zh") ? all_in(*words, folded) : words->contains(folded);
}

}  // namespace kb
