#include "kb/words/contractions.h"

#include <doctest/doctest.h>

#include "kb/text/text.h"

namespace kb {
namespace {

struct Example {
  std::string_view lang;
  std::string_view bare;
  std::string_view typed;  // with the apostrophe
};

TEST_CASE("contractions: without its apostrophe a contraction is read as with it") {
  for (const auto& [lang, bare, typed] : {
           Example{"en", "wont", "won't"},
           Example{"en", "cant", "can't"},
           Example{"en", "isnt", "isn't"},
           Example{"en", "im", "I'm"},
           Example{"en", "ive", "I've"},
           Example{"en", "dont", "don't"},
           Example{"en", "whats", "what's"},
           Example{"en-gb", "doesnt", "doesn’t"},
           Example{"fr", "jai", "j'ai"},
           Example{"fr", "cest", "c'est"},
           Example{"fr", "quil", "qu'il"},
           Example{"fr", "dabord", "d'abord"},
           Example{"fr", "aujourdhui", "aujourd'hui"},
           Example{"it", "unaltra", "un'altra"},
           Example{"it", "lho", "l'ho"},
           Example{"de", "gehts", "geht's"},
           Example{"de", "habs", "hab's"},
           Example{"nl", "fotos", "foto's"},
       }) {
    CAPTURE(bare);
    CHECK(contraction(lang, bare) == fold(typed));
    CHECK(is_contraction(lang, bare));
    CHECK(is_contraction(lang, fold(typed)));
  }
}

TEST_CASE("contractions: English ones with not deny") {
  for (const std::string_view word : {"wont", "doesnt", "isnt", "cant"})
    CHECK(negation("en-gb", word) == "not");
  for (const std::string_view word : {"want", "id", "ive", "ant"}) CHECK(negation("en", word).empty());
  CHECK(negation("de", "gehts").empty());
}

TEST_CASE("contractions: other words are none, nor are those of another language") {
  for (const auto& [lang, bare, typed] : {
           Example{"en", "want", ""},
           Example{"en", "were", "we're"},
           Example{"en", "well", "we'll"},
           Example{"en", "ill", "I'll"},
           Example{"en", "cest", "c'est"},
           Example{"fr", "quelle", "qu'elle"},
           Example{"fr", "mont", "m'ont"},
           Example{"it", "cose", "cos'e"},
           Example{"de", "wies", "wie's"},
           Example{"xx", "wont", "won't"},
           Example{"", "", ""},
       }) {
    CAPTURE(bare);
    CHECK(contraction(lang, bare).empty());
    CHECK_FALSE(is_contraction(lang, bare));
  }
}

std::string rests(std::string_view lang, std::string_view word) {
  std::string all;
  for (const std::string& rest : without_elision(lang, word)) all += (all.empty() ? "" : " ") + rest;
  return all;
}

TEST_CASE("contractions: an article may be hidden in a word, an s at its end") {
  for (const auto& [lang, bare, left] : {
           Example{"fr", "lapp", "app"},
           Example{"fr", "lheure", "heure"},
           Example{"fr", "quune", "une"},
           Example{"fr", "jusquici", "usquici ici"},
           Example{"fr", "livre", "ivre"},
           Example{"fr", "commande", "ommande"},
           Example{"fr", "table", "able"},
           Example{"fr", "lun", ""},
           Example{"fr", "train", ""},
           Example{"it", "dellordine", "ellordine ordine"},
           Example{"it", "lordine", "ordine"},
           Example{"ca", "lordre", "ordre"},
           Example{"nl", "menus", "menu"},
           Example{"nl", "boeks", ""},
           Example{"en", "lapp", ""},
           Example{"de", "lapp", ""},
       }) {
    CAPTURE(bare);
    CHECK(rests(lang, bare) == left);
  }
}

}  // namespace
}  // namespace kb
