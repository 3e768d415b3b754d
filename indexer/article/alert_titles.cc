#include "indexer/article/alert_titles.h"

#include <algorithm>
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
    Row{"cs",
        {"Poznámka", "Tip", "Důležité", "Varování", "Pozor", "Informace", "Nebezpečí", "Zbývá udělat",
         "Hotovo", "Tabulka", "Zpět k textu", "Podrobnosti", "Vyberte své zařízení nebo verzi", "Přepis"}},
    Row{"da",
        {"Bemærk", "Tip", "Vigtigt", "Advarsel", "Forsigtig", "Info", "Fare", "Ikke udført", "Udført",
         "Tabel", "Tilbage til teksten", "Detaljer", "Vælg din enhed eller version", "Transskription"}},
    Row{"de",
        {"Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht", "Info", "Gefahr", "Offen", "Erledigt",
         "Tabelle", "Zurück zum Text", "Details", "Wählen Sie Ihr Gerät oder Ihre Version",
         "Text zum Nachlesen"}},
    Row{"el",
        {"Σημείωση", "Συμβουλή", "Σημαντικό", "Προειδοποίηση", "Προσοχή", "Πληροφορία", "Κίνδυνος",
         "Εκκρεμεί", "Έγινε", "Πίνακας", "Πίσω στο κείμενο", "Λεπτομέρειες",
         "Επιλέξτε τη συσκευή ή την έκδοσή σας", "Απομαγνητοφώνηση"}},
    Row{"es",
        {"Nota", "Consejo", "Importante", "Advertencia", "Precaución", "Información", "Peligro", "Pendiente",
         "Hecho", "Tabla", "Volver al texto", "Detalles", "Elija su dispositivo o versión", "Transcripción"}},
    Row{"fa",
        {"یادداشت", "نکته", "مهم", "هشدار", "احتیاط", "اطلاعات", "خطر", "انجام نشده", "انجام شده", "جدول",
         "بازگشت به متن", "جزئیات", "دستگاه یا نسخهٔ خود را انتخاب کنید", "رونوشت متنی"}},
    Row{"fi",
        {"Huomautus", "Vinkki", "Tärkeää", "Varoitus", "Varo", "Tietoa", "Vaara", "Tekemättä", "Tehty",
         "Taulukko", "Takaisin tekstiin", "Lisätiedot", "Valitse laite tai versio", "Tekstivastine"}},
    Row{"fr",
        {"Remarque", "Astuce", "Important", "Avertissement", "Attention", "Info", "Danger", "À faire", "Fait",
         "Tableau", "Retour au texte", "Détails", "Choisissez votre appareil ou votre version",
         "Transcription"}},
    Row{"he",
        {"הערה", "עצה", "חשוב", "אזהרה", "זהירות", "מידע", "סכנה", "לביצוע", "בוצע", "טבלה", "חזרה לטקסט",
         "פרטים", "בחירת המכשיר או הגרסה", "תמליל"}},
    Row{"hu",
        {"Megjegyzés", "Tipp", "Fontos", "Figyelmeztetés", "Vigyázat", "Információ", "Veszély", "Teendő",
         "Kész", "Táblázat", "Vissza a szöveghez", "Részletek", "Válassza ki az eszközt vagy a verziót",
         "Átirat"}},
    Row{"it",
        {"Nota", "Suggerimento", "Importante", "Avviso", "Attenzione", "Info", "Pericolo", "Da fare", "Fatto",
         "Tabella", "Torna al testo", "Dettagli", "Scegli il dispositivo o la versione", "Trascrizione"}},
    Row{"ja",
        {"注", "ヒント", "重要", "警告", "注意", "情報", "危険", "未完了", "完了", "表", "本文に戻る", "詳細",
         "機種またはバージョンを選んでください", "文字起こし"}},
    Row{"ko",
        {"참고", "팁", "중요", "경고", "주의", "정보", "위험", "할 일", "완료", "표", "본문으로 돌아가기",
         "자세히", "기기 또는 버전을 선택하세요", "스크립트"}},
    Row{"nb",
        {"Merk", "Tips", "Viktig", "Advarsel", "Forsiktig", "Info", "Fare", "Ikke utført", "Utført", "Tabell",
         "Tilbake til teksten", "Detaljer", "Velg enheten eller versjonen din", "Transkripsjon"}},
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
    Row{"pt-BR",
        {"Nota", "Dica", "Importante", "Aviso", "Cuidado", "Informação", "Perigo", "A fazer", "Feito",
         "Tabela", "Voltar ao texto", "Detalhes", "Escolha seu aparelho ou sua versão", "Transcrição"}},
    Row{"ro",
        {"Notă", "Sfat", "Important", "Avertisment", "Atenție", "Informație", "Pericol", "De făcut", "Gata",
         "Tabel", "Înapoi la text", "Detalii", "Alegeți dispozitivul sau versiunea", "Transcriere"}},
    Row{"ru",
        {"Примечание", "Совет", "Важно", "Предупреждение", "Осторожно", "Информация", "Опасность",
         "Не выполнено", "Выполнено", "Таблица", "Назад к тексту", "Подробности",
         "Выберите своё устройство или версию", "Расшифровка"}},
    Row{"sk",
        {"Poznámka", "Tip", "Dôležité", "Varovanie", "Pozor", "Informácia", "Nebezpečenstvo", "Treba urobiť",
         "Hotovo", "Tabuľka", "Späť na text", "Podrobnosti", "Vyberte svoje zariadenie alebo verziu",
         "Prepis"}},
    Row{"sv",
        {"Obs", "Tips", "Viktigt", "Varning", "Var försiktig", "Info", "Fara", "Att göra", "Klart", "Tabell",
         "Tillbaka till texten", "Detaljer", "Välj enhet eller version", "Transkription"}},
    Row{"tr",
        {"Not", "İpucu", "Önemli", "Uyarı", "Dikkat", "Bilgi", "Tehlike", "Yapılacak", "Yapıldı", "Tablo",
         "Metne dön", "Ayrıntılar", "Cihazınızı veya sürümünüzü seçin", "Metin dökümü"}},
    Row{"uk",
        {"Примітка", "Порада", "Важливо", "Попередження", "Обережно", "Інформація", "Небезпека",
         "Не виконано", "Виконано", "Таблиця", "Назад до тексту", "Докладніше",
         "Виберіть свій пристрій або версію", "Розшифровка"}},
    Row{"zh-Hans",
        {"说明", "提示", "重要", "警告", "注意", "信息", "危险", "未完成", "已完成", "表格", "返回正文",
         "详情", "选择您的设备或版本", "文字稿"}},
    Row{"zh-Hant",
        {"說明", "提示", "重要", "警告", "注意", "資訊", "危險", "未完成", "已完成", "表格", "返回內文",
         "詳細資料", "選擇您的裝置或版本", "文字稿"}},
};

}  // namespace

std::map<std::string, std::string> alert_titles(std::string_view lang) {
  const std::string base(kb::base_language(lang));
  for (const std::string& name : {std::string(lang), base + "-" + kb::script_of(lang), base}) {
    const auto row =
        std::find_if(kRows.begin(), kRows.end(), [&](const Row& one) { return one.lang == name; });
    if (row == kRows.end()) continue;
    std::map<std::string, std::string> out;
    for (std::size_t i = 0; i < kNames.size(); ++i) out.emplace(kNames[i], row->words[i]);
    return out;
  }
  return {};
}

}  // namespace indexer
