#include "indexer/alert_titles.h"

#include <array>

namespace indexer {

namespace {

struct Titles {
  std::string_view lang;
  std::string_view note, tip, important, warning, caution;
};

constexpr std::array kTitles{
    Titles{"da", "Bemærk", "Tip", "Vigtigt", "Advarsel", "Forsigtig"},
    Titles{"de", "Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"},
    Titles{"es", "Nota", "Consejo", "Importante", "Advertencia", "Precaución"},
    Titles{"fr", "Remarque", "Astuce", "Important", "Avertissement", "Attention"},
    Titles{"it", "Nota", "Suggerimento", "Importante", "Avviso", "Attenzione"},
    Titles{"nl", "Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Let op"},
    Titles{"pl", "Uwaga", "Wskazówka", "Ważne", "Ostrzeżenie", "Ostrożnie"},
    Titles{"pt", "Nota", "Dica", "Importante", "Aviso", "Cuidado"},
    Titles{"sv", "Obs", "Tips", "Viktigt", "Varning", "Var försiktig"},
};

}  // namespace

std::map<std::string, std::string> alert_titles(std::string_view lang) {
  std::map<std::string, std::string> out;
  for (const Titles& titles : kTitles) {
    if (titles.lang != lang.substr(0, lang.find('-'))) continue;
    out = {{"note", std::string(titles.note)},
           {"tip", std::string(titles.tip)},
           {"important", std::string(titles.important)},
           {"warning", std::string(titles.warning)},
           {"caution", std::string(titles.caution)}};
  }
  return out;
}

}  // namespace indexer
