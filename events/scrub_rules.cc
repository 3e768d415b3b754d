#include "events/scrub_rules.h"

#include <vector>

#include "events/scrub_secrets.h"

namespace events {
namespace {

using std::string;

// Quantifiers are possessive, or bounded to a few characters: matching stays linear in the text.
const string kWordStart = "(?<![a-z0-9])";
const string kWordEnd = "(?![a-z0-9])";

// --- Addresses of the web -------------------------------------------------------------------------------

const string kUserInfo = R"re((\b[a-z][a-z0-9+.-]{1,20}://)[^\s/?#]{1,300}@)re";
const string kUrlQuery = R"re(((?<=[\p{L}\p{N}/])[?#;&])[\w.\[\]-]{1,64}=\S*+)re";
const string kNamedSecret =
    R"re((\b(?:pass(?:word|wd|phrase|wort|code)?|pwd|mot de passe|contraseña|senha|secret|token|api[ _-]?key|)re"
    R"re(session[ _-]?id|jwt|bearer)\s{0,2}[=:]\s{0,2}|\bbearer\s)\S++)re";

// --- Email addresses ------------------------------------------------------------------------------------

const string kLocalPart = R"re([\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~\\-]++)re";
// With a comma or two: "smith,joe@example.com" is one person.
const string kLocal =
    R"re((?<![\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~\\-]))re" + kLocalPart + "(?:," + kLocalPart + "){0,2}+";
// A domain without a dot counts too: "joe@gmail" is still Joe.
const string kEmail =
    "(?:\"[^\"]{1,64}\"|" + kLocal +
    R"re()@{1,3}(?:[\p{L}\p{N}\p{M}-]++(?:[.。][\p{L}\p{N}\p{M}_-]++)*+|\[[^\]\s]{1,64}\]))re";

// The same in words: "joe (at) shop dot example". An "at" between blanks needs a domain with a dot behind it.
const string kAtWord =
    "(?:at(?:[ -](?:sign|symbol|zeichen))?|ät|arroba|arobas?e?|chiocciola|klammeraffe|apenstaartje|małpa|"
    "zavináč|собака)";
const string kDotWord = "(?:dot|punkt|punto|ponto|point|punt|kropka|tečka|точка)";
const string kAtInBrackets =
    R"re(\s{0,2}[(\[{<«*_|-]{1,2}\s?(?:)re" + kAtWord + R"re(|@|a)\s?[)\]}>»*_|-]{1,2}\s{0,2})re";
const string kAtInQuotes = R"re(\s{0,2}["'“”„‘’]\s?(?:)re" + kAtWord + R"re(|@)\s?["'“”„‘’]\s{0,2})re";
const string kAtSign = "(?:" + kAtInBrackets + "|" + kAtInQuotes +
                       R"re(|\s{0,2}@{1,3}\s{0,2}|\s?(?:%40|&#(?:0{0,4}64|x0{0,4}40);|&commat;)\s?))re";
const string kSpelledAt = R"re(\s{1,3})re" + kAtWord + R"re(\s{1,3})re";
const string kAt = "(?:" + kAtSign + "|" + kSpelledAt + ")";
const string kPlainDot =
    R"re((?:[.。]|\s{1,2}[.。]\s{1,2}|\s{0,2}[(\[{<]\s?(?:[.,]|)re" + kDotWord + R"re()\s?[)\]}>]\s{0,2}))re";
const string kSpelledDot = R"re([\s_-]{1,3})re" + kDotWord + R"re([\s_-]{1,3})re";
const string kDot = "(?:" + kPlainDot + "|" + kSpelledDot + ")";
const string kSpelledLocal =
    R"re((?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64}?(?:)re" + kDot + R"re([\p{L}\p{N}_+-]{1,64}?){0,3})re";
const string kLabel = R"re([\p{L}\p{N}-]{1,63}?)re";
const string kEnd = R"re((?![\p{L}\p{N}]))re";
const string kFileName =
    "(?:pdf|php|html?|jsp?|cc|cpp|py|exe|dll|png|jpe?g|gif|txt|docx?|xlsx?|zip|csv|json|xml)";
// Behind a dot or an "at" in words only what ends addresses often: "pick up at store point berlin" is none.
const string kCommonTop =
    R"re((?:com|net|org|info|edu|gov|biz|name|online|shop|store|app|dev|cloud|email|example|\p{L}{2}))re";
const string kUndottedFile = "(?!" + kFileName + kEnd + ")";
const string kTop =
    "(?:" + kPlainDot + kUndottedFile + R"re(\p{L}{2,24}|)re" + kSpelledDot + kCommonTop + ")";
// In "arrived at work.it was broken" a sentence begins without a blank.
const string kNoSentence = R"re((?!(?:it|is|in|to|so|my|no|do|by|am|as|we|he|if|on)\s+\p{L}))re";
const string kTopAfterWord =
    "(?:" + kPlainDot + kNoSentence + kUndottedFile + "|" + kSpelledDot + ")" + kCommonTop;
const string kLabels = kLabel + "(?:" + kDot + kLabel + "){0,4}";
const string kSpelledEmail = kSpelledLocal + "(?:" + kAtSign + kLabels + kTop + "|" + kSpelledAt + kLabels +
                             kTopAfterWord + ")" + kEnd;
const string kBracketedEmail = kSpelledLocal + kAtInBrackets + R"re([\p{L}\p{N}][\p{L}\p{N}-]*+)re";
const string kProviderEmail =
    kSpelledLocal + kAt +
    "(?:(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|gmx|protonmail)|(?!(?:a|an|the|my|your)\\s)" +
    kLabel + R"re(\scom))re" + kEnd;
// A preposition is an "at" only before the domain of a mail provider: "bestellt bei shop.de" is no address.
const string kHostedEmail =
    R"re((?!(?:e-?mail|mail|adresse?|konto|account|compte|conto|postfach|client|kunde|klant|cliente)\s))re" +
    kSpelledLocal + R"re(\s{1,3}(?:bei|chez|bij|presso)\s{1,3})re" +
    "(?:g(?:oogle)?mail|hotmail|outlook|live|msn|yahoo|icloud|aol|gmx|web|freenet|t-online|posteo|mailbox|"
    "proton(?:mail)?|orange|wanadoo|free|laposte|sfr|libero|virgilio|alice|tin|ziggo|kpnmail|telenet|skynet|"
    "wp|onet|interia|seznam|mail|yandex)" +
    kDot + R"re(\p{L}{2,3})re" + kEnd;
// "j o e @ e x a m p l e . c o m"; one of the two sides may be written as usual.
const string kSpacedDomain = R"re((?:[\p{L}\p{N}._-]\s{1,2}){3,64}[\p{L}\p{N}])re";
const string kSpacedEmail =
    R"re((?<![\p{L}\p{N}._+-])(?:(?:[\p{L}\p{N}._+-]\s{1,2}){2,32}@\s{0,2}(?:)re" + kSpacedDomain +
    R"re(|[\p{L}\p{N}-]{2,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4})|[\p{L}\p{N}._+-]{1,64}+\s{0,2}@\s{0,2})re" +
    kSpacedDomain + ")" + kEnd;

// --- What stays although it is made of digits -----------------------------------------------------------

const string kErrorCode = "0x[0-9a-f]{1,8}" + kWordEnd;  // 32 bits; longer hexadecimal may be a wallet
// Only of this century: an earlier date is a birthday more often than anything else.
const string kIsoDate =
    R"re(20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)re"
    R"re((?:[.,]\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![a-z0-9]|[-./]\d))re";
// At most twelve digits, as in "10.0.19045.3693": more are a card.
const string kNamedVersion =
    R"re((?:(?:version|firmware|release|update|build|ver)[ .:]{1,2}v?|v)(?!(?:\.?\d){13})\d{1,5}(?:\.\d{1,5}){1,3}(?![a-z0-9]|\.\d))re";
// "5.13.2", with fewer digits than a telephone number. Four parts without a name are a network address.
const string kVersion =
    R"re((?<!\d[.:/ -])(?!(?:\.?\d){7})(?:0|[1-9]\d{0,3})(?:\.(?:0|[1-9]\d{0,3})){2}(?![a-z0-9]|[.:/-]\d))re";
const string kDay = R"re((?:0?[1-9]|[12]\d|3[01]))re";
const string kMonth = "(?:0?[1-9]|1[0-2])";
const string kTime = R"re((?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![a-z0-9:]))re";
const string kTo = R"re(\s?[-–—]\s?)re";
// "24.12.2026 19:30", "24.-26.12.2026", "12/24/2026".
const string kDate = R"re((?<!\d[./-])(?:)re" + kDay + R"re(\.(?:)re" + kMonth + R"re(\.(?:20\d\d)?)?)re" +
                     kTo + ")?(?:" + kDay + R"re(\.)re" + kMonth + R"re(\.|)re" + kDay + "/" + kMonth + "/|" +
                     kMonth + "/" + kDay + "/|" + kDay + "-" + kMonth + R"re(-)20\d\d(?:,?\s)re" + kTime +
                     R"re()?(?![a-z0-9]|[./-]\d))re";
// "19:30-21:00": times, and no number before or behind them.
const string kTimes = R"re((?<!\d[.:/ -]))re" + kTime + "(?:" + kTo + kTime + R"re()?(?:[ ,;/]{1,3})re" +
                      kTime + R"re(){0,5}(?![.:/ -]{1,3}\d))re";
const string kYears =
    R"re((?<!\d[.:/ -])20[0-4]\d(?:[ ,/&+–-]{1,3}20[0-4]\d){1,2}(?![a-z0-9]|[.:/ -]{1,3}\d))re";
const string kKept = kWordStart + "(?:" + kErrorCode + "|" + kIsoDate + "|" + kNamedVersion + "|" + kDate +
                     "|" + kTimes + "|" + kYears + "|" + kVersion + ")";

// --- Numbers of machines --------------------------------------------------------------------------------

const string kMac = kWordStart + R"re((?:[0-9a-f]{2}(?::[0-9a-f]{2}){5}|[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|)re" +
                    R"re((?=[0-9.]{0,9}[a-f])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}|)re" +
                    R"re((?=[0-9]{1,11}[a-f]|[a-f]{1,11}[0-9])[0-9a-f]{12}|)re" +
                    R"re((?=[0-9 ]{2,15}[a-f])[0-9a-f]{2}(?: [0-9a-f]{2}){5}))re" + kWordEnd;
// With "::" or all eight groups; or at least four groups, a letter among them. Times and ratios have neither.
const string kIpv6 =
    R"re((?<![a-z0-9:.])(?=:{0,2}[0-9a-f]{1,4}:{1,2}[0-9a-f])(?=[0-9a-f:]{0,40}[0-9])(?=)re"
    R"re([0-9a-f:]{0,40}::|(?:[0-9a-f]{1,4}:){7}|(?=[0-9:]{0,30}[a-f])(?:[0-9a-f]{1,4}:){3}))re"
    R"re([0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\.\d{1,3}){0,3}(?:%\w{1,20})?(?:/\d{1,3})?)re" +
    kWordEnd;
const string kOctet = R"re((?:25[0-5]|2[0-4]\d|1?\d?\d))re";
const string kIpv4 =
    R"re((?<![a-z0-9.]))re" + kOctet + R"re((?:\.)re" + kOctet + R"re(){3}(?:(?::|/)\d{1,5})?(?!\d|\.\d))re";

// --- Numbers of people ----------------------------------------------------------------------------------

// The countries that have IBANs, by the length of theirs without the country and its two check digits
// (SWIFT's IBAN registry).
string iban() {
  struct Length {
    int after_check_digits;
    std::string_view countries;
  };
  static constexpr Length kLengths[] = {
      {11, "NO"},
      {12, "BE"},
      {14, "DK|FI|FK|FO|GL|NL|SD"},
      {15, "MK|SI"},
      {16, "AT|BA|EE|KZ|LT|LU|MN|XK"},
      {17, "CH|HR|LI|LV"},
      {18, "BG|BH|CR|DE|GB|GE|IE|ME|RS|VA"},
      {19, "AE|GI|IL|IQ|OM|SO|TL"},
      {20, "AD|CZ|ES|MD|PK|RO|SA|SE|SK|TN|VG"},
      {21, "LY|PT|ST"},
      {22, "IS|TR"},
      {23, "BI|DJ|FR|GR|IT|MC|MR|SM"},
      {24, "AL|AZ|BY|CY|DO|GT|HU|LB|NI|PL|SV"},
      {25, "BR|EG|PS|QA|UA"},
      {26, "JO|KW|MU|YE"},
      {27, "MT|SC"},
      {28, "LC"},
      {29, "RU"},
  };
  string out = kWordStart + R"re((?=[a-z]{2}(?:[^\d]{0,9}\d){8})(?:)re";
  for (const auto& [length, countries] : kLengths) {
    out +=
        "(?:" + string(countries) + R"re()\d{2}(?:[ ._\-]{0,2}[a-z0-9]){)re" + std::to_string(length) + "}|";
  }
  out += R"re([a-z]{2}\d{2}(?=[a-z]{0,10}\d)[a-z0-9]{11,30}))re";
  return out + "[a-z0-9]*+";
}

const string kUuid = kWordStart + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}" + kWordEnd;
// Letters and digits mixed, as no word is: 20 of them, 16 of hexadecimal, or 16 that change often.
const string kMixed =
    R"re((?<![a-z0-9])(?:(?=[a-z]{0,63}\d)(?=\d{0,63}[a-z])[a-z0-9]{20,}+|(?=[a-f]{0,15}\d)(?=\d{0,15}[a-f])re"
    R"re()[0-9a-f]{16,}+(?![a-z])|(?=(?:[a-z]++\d++|\d++[a-z]++){4})[a-z0-9]{16,}+)[\w=~+-]*+)re";
const string kManyCases =
    R"re((?-i:(?<![A-Za-z0-9])(?:(?=(?:[a-z]{1,9}[A-Z]{1,9}|[A-Z]{1,9}[a-z]{1,9}){5})[A-Za-z]{20,}+|)re"
    R"re((?=[^a-z\s]{0,20}[a-z])(?=[^A-Z\s]{0,20}[A-Z])(?=\D{0,30}\d)[A-Za-z0-9+/_]{40,}+)))re";
const string kLicenceKey =
    kWordStart +
    R"re((?=(?:[^\d\s]{0,12}\d){2})(?=[\d-]{0,24}[a-z])(?:[a-z0-9]{5}(?:-[a-z0-9]{5}){3,}|[a-z0-9]{4}(?:-[a-z0-9]{4}){3,}))re" +
    kWordEnd;

const string kSeparators = R"re([^\p{L}\p{Nd}]{0,4})re";  // as in "(0170) - 123"
const string kSeparator = "(?:" + kSeparators + "(?!" + kKept + "))";
// What goes with a number: the plus, a bracket that it closes, an IBAN's country, check digits and bank
// ("GB29 NWBK "), and the rest of its last word. A word with a digit that is no number, as in E1042, does not
// run on, or "E1042 v4.1.1.2" would be one long number.
const string kHead =
    R"re((?<![a-z0-9])(?<!\p{Nd})(?:[a-z]{2}\d{2} (?:[a-z]{4} )?)?(?:\((?=\+?\d{1,6}\)))?)re";
const string kTail = "[a-z0-9]*+";
// Twelve digits, with letters between them too, as in "4111x1111x1111x1111" or "4111 x 1111".
const string kCard =
    kHead + R"re(\+?\p{Nd}(?:(?:[a-z]|\s[a-z]\s|)re" + kSeparator + R"re()\p{Nd}){11,}+)re" + kTail;
// Seven digits; shorter ones are mostly sizes, years, versions and error codes. After a plus, or a word for a
// telephone, five are enough.
const string kNumber = kHead + R"re(\+?\p{Nd}(?:)re" + kSeparator + R"re(\p{Nd}){6,}+)re" + kTail;
const string kShortNumber = kHead +
                            R"re((?:\+|(?<=\b(?:tel|fax|handy|telefon|téléphone|móvil)[ .:]{1,3}))re" +
                            R"re()\p{Nd}(?:)re" + kSeparator + R"re(\p{Nd}){4,}+)re" + kTail;
const string kNumberInWord = kWordStart + R"re([a-z0-9]{0,63}?\p{Nd}{7,}+[a-z0-9]*+)re";

string or_kept(const string& pattern) { return "(" + kKept + ")|" + pattern; }

std::vector<ScrubRule> rules_of_form() {
  return {
      {"<email>", kSpacedEmail},
      {"<email>", kEmail},
      {"<email>", kSpelledEmail},
      {"<email>", kBracketedEmail},
      {"<email>", kProviderEmail},
      {"<email>", kHostedEmail},
      {"<number>", iban()},
      {"<token>", kUuid},
      {"<token>", kMixed},
      {"<token>", kManyCases},
      {"<token>", kLicenceKey},
      {"<mac>", kMac},
      {"<ip>", kIpv6},
      {"<ip>", or_kept(kIpv4)},
      {"<number>", or_kept(kCard)},
      {"<number>", or_kept(kNumber)},
      {"<number>", or_kept(kShortNumber)},
      {"<number>", or_kept(kNumberInWord)},
  };
}

// What a word tells to be secret goes first: it may look like something harmless.
std::vector<ScrubRule> make_rules() {
  std::vector<ScrubRule> rules{{"", kUserInfo}, {"<token>", kUrlQuery}, {"<token>", kNamedSecret}};
  for (const ScrubRule& rule : secret_rules()) rules.push_back(rule);
  for (const ScrubRule& rule : rules_of_form()) rules.push_back(rule);
  return rules;
}

}  // namespace

std::span<const ScrubRule> scrub_rules() {
  static const std::vector<ScrubRule> rules = make_rules();
  return rules;
}

}  // namespace events
