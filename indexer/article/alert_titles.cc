#include "indexer/article/alert_titles.h"

#include <array>

#include "kb/text/language_tag.h"

namespace indexer {

namespace {

using Texts = std::array<std::string_view, 14>;

constexpr Texts kNames{"note", "tip",  "important", "warning", "caution", "info",     "danger",
                       "todo", "done", "table",     "back",    "details", "variants", "transcript"};

struct Row {
  std::string_view lang;
  Texts words;
};

constexpr std::array kRows{
    Row{"ar",
        {"ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه", "معلومات", "خطر", "لم يُنجز", "أُنجز", "جدول",
         "العودة إلى النص", "التفاصيل", "اختر جهازك أو إصدارك", "نص التسجيل"}},
    Row{"da",
        {"Bemærk", "Tip", "Vigtigt", "Advarsel", "Forsigtig", "Info", "Fare", "Ikke udført", "Udført",
         "Tabel", "Tilbage til teksten", "Detaljer", "Vælg din enhed eller version", "Transskription"}},
    Row{"de",
        {"Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht", "Info", "Gefahr", "Offen", "Erledigt",
         "Tabelle", "Zurück zum Text", "Details", "Wählen Sie Ihr Gerät oder Ihre Version",
         "Text zum Nachlesen"}},
    Row{"es",
        {"Nota", "Consejo", "Importante", "Advertencia", "Precaución", "Información", "Peligro", "Pendiente",
         "Hecho", "Tabla", "Volver al texto", "Detalles", "Elija su dispositivo o versión", "Transcripción"}},
    Row{"fr",
        {"Remarque", "Astuce", "Important", "Avertissement", "Attention", "Info", "Danger", "À faire", "Fait",
         "Tableau", "Retour au texte", "Détails", "Choisissez votre appareil ou votre version",
         "Transcription"}},
    Row{"it",
        {"Nota", "Suggerimento", "Importante", "Avviso", "Attenzione", "Info", "Pericolo", "Da fare", "Fatto",
         "Tabella", "Torna al testo", "Dettagli", "Scegli il dispositivo o la versione", "Trascrizione"}},
    Row{"nl",
        {"Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Let op", "Info", "Gevaar", "Te doen", "Gedaan",
         "Tabel", "Terug naar de tekst", "Details", "Kies je apparaat of versie", "Transcript"}},
    Row{"pl",
        {"Uwaga", "Wskazówka", "Ważne", "Ostrzeżenie", "Ostrożnie", "Informacja", "Niebezpieczeństwo",
         "Do zrobienia", "Zrobione", "Tabela", "Wróć do tekstu", "Szczegóły", "Wybierz urządzenie lub wersję",
         "Transkrypcja"}},
    Row{"pt",
        {"Nota", "Dica", "Importante", "Aviso", "Cuidado", "Informação", "Perigo", "Por fazer", "Feito",
         "Tabela", "Voltar ao texto", "Detalhes", "Escolha o seu dispositivo ou versão", "Transcrição"}},
    Row{"sv",
        {"Obs", "Tips", "Viktigt", "Varning", "Var försiktig", "Info", "Fara", "Att göra", "Klart", "Tabell",
         "Tillbaka till texten", "Detaljer", "Välj enhet eller version", "Transkription"}},
};

}  // namespace

std::map<std::string, std::string> alert_titles(std::string_view lang) {
  std::map<std::string, std::string> out;
  for (const Row& row : kRows) {
    if (row.lang != kb::base_language(lang)) continue;
    for (std::size_t i = 0; i < kNames.size(); ++i) out.emplace(kNames[i], row.words[i]);
  }
  return out;
}

}  // namespace indexer
