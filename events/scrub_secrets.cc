#include "events/scrub_secrets.h"

namespace events {
namespace {

using std::string;

// English, German, French, Spanish, Portuguese, Italian, Dutch, Danish, Norwegian, Swedish, Polish, Czech,
// Russian; as people write them without accents, too.
const string kPassword =
    "pass ?(?:word|wd|phrase|code|wort|ord)|pwd|pw|kenn ?wort|login ?code|"
    "mot de passe|mdp|contrase(?:ñ|n)a|palavra[- ]passe|senha|parola d'ordine|"
    "wachtwoord|adgangskode|kodeord|l(?:ö|o|oe)senord|has(?:ł|l)o|heslo|пароль";
const string kIs =
    "is|was|lautet|ist|war|heißt|heisst|est|était|etait|es|era|é|è|luidt|er|är|ar|jest|je|это|(?<=has[łl]"
    "o\\s)to";
// What is said about a password with "is".
const string kStates =
    "a|an|the|my|your|in|on|at|to|of|for|by|with|from|and|or|but|if|so|as|it|this|that|what|where|how|why|"
    "not|no|never|always|still|being|been|now|only|just|too|very|already|also|then|wrong|incorrect|invalid|"
    "correct|right|valid|expired|expiring|weak|strong|short|long|unknown|missing|required|needed|forgotten|"
    "lost|"
    "reset|changed|locked|blocked|refused|rejected|accepted|gone|ok|okay|different|stolen|leaked|hacked|"
    "used|entered|typed|given|displayed|visible|protected|created|linked|mandatory|optional|possible|"
    "temporary|"
    "default|known|new|old|same|easy|hard|good|bad|safe|secure|fine|all|any|more|less|about|after|before|"
    "when|"
    "which|who|there|here|i|you|he|she|we|they|getting|coming|failing|automatically|up|out|under|over|"
    "compromised|empty|broken|saved|stored|hidden|set|sent|shown|asked|case|"
    "falsch|nicht|kein|keine|richtig|ung(?:ü|u|ue)ltig|abgelaufen|zu|vergessen|weg|verloren|gesperrt|"
    "unbekannt|schwach|"
    "stark|korrekt|geändert|gestohlen|immer|noch|das|die|der|mein|dein|auf|für|von|leer|sicher|unsicher|"
    "es|sie|er|ich|wir|ihr|mir|sofort|wieder|nur|schon|jetzt|bereits|hier|da|dort|wo|wie|was|warum|neu|alt|"
    "gleich|bekannt|ein|eine|einfach|viel|sehr|im|mit|bei|nach|"
    "pas|ne|toujours|plus|incorrecte?|invalide|erronée?|faux|fausse|oubliée?|perdue?|expirée?|bloquée?|le|la|"
    "trop|correcte?|refusée?|faible|"
    "no|incorrect[ao]|v[áa]lid[ao]|inv[áa]lid[ao]|err[óo]nea|errad[ao]|olvidad[ao]|perdid[ao]|caducad[ao]|"
    "demasiado|bloquead[ao]|"
    "muy|el|la|não|muito|expirad[ao]|esquecid[ao]|correct[ao]|"
    "non|sbagliata|errata|scaduta|dimenticata|troppo|persa|bloccata|"
    "niet|fout|verkeerd|onjuist|ongeldig|verlopen|vergeten|kwijt|te|"
    "ikke|forkert|feil|glemt|ugyldig|utløpt|inte|fel|glömt|ogiltigt|"
    "nie|błędne|nieprawidłowe|złe|není|špatné|neplatné|не|неверный|неправильный";
const string kChangedTo = "to|auf|à|en|in|op|til|till|na";  // "change it to"
const string kLinkOrChange = R"re(\s{1,3}(?:)re" + kIs + "|" + kChangedTo + R"re()\s{0,2}[:=]?\s{1,3})re";
const string kLink = R"re(\s{1,3}(?:)re" + kIs + R"re()\s{0,2}[:=]?\s{1,3})re";
const string kSecret = R"re(["'“„«]?[^\s"”»]++["'”»]?(?:\s\d{2,8}(?![\p{L}\p{N}]))?)re";
// With a digit, as no ordinary word has.
const string kOddSecret = R"re((?=[^\s\d]{0,60}\d)(?=\S{4})\S++)re";
const string kOther = R"re((?:\s{1,3}[\p{L}']{1,20}+){0,4}?)re";  // "for my account"

const string kCode =
    "pin(?:[ -]?(?:code|number|nummer|kod|kode))?|code pin|código pin|codigo "
    "pin|geheimzahl|geheimnummer|nip|tan|"
    "mtan|otp|2fa(?:[ -]?code)?|sms[ -]?code|one[- ]time "
    "(?:code|password|pin|passcode)|einmal(?:code|passwort|pin)|"
    "(?:verification|security|confirmation|login|authentication|access|entry) code|bestätigungscode|"
    "sicherheits(?:code|nummer)|zugangscode|code de "
    "(?:vérification|verification|sécurité|securite|confirmation)|"
    "código de (?:verificación|seguridad|verificação|segurança)|codigo de "
    "(?:verificacion|seguridad|verificacao|"
    "seguranca)|codice di (?:verifica|sicurezza)|verificatiecode|beveiligingscode|код";
const string kCardCode =
    "cvv2?|cvc2?|csc|cvn|card verification "
    "(?:value|code|number)|karten?prüf(?:nummer|ziffer)|prüf(?:nummer|ziffer)|"
    "cryptogramme";
const string kToDigits = R"re((?:\s{1,3}(?:)re" + kIs + "|" + kChangedTo + R"re())?[\s:=#.-]{1,4})re";
const string kNoMore = R"re((?![\p{L}\p{N}]))re";

const string kExpiry =
    "exp(?:\\.|iry|ires?|iration)?(?: date)?|valid (?:thru|through|until|to)|good thru|gültig bis|gueltig "
    "bis|"
    "ablaufdatum|verfallsdatum|date d'expiration|expire(?: le)?|caduca|caducidad|fecha de "
    "caducidad|vencimiento|"
    "vence|validade|scadenza|vervaldatum|geldig tot|udløbsdato|utløpsdato";

const string kBetween = R"re([\s:=./-]{1,4})re";
const string kStart = R"re((?<![\p{L}\p{N}]))re";

string word_for(const string& words) { return kStart + "(?:" + words + ")" + kNoMore; }

}  // namespace

std::vector<ScrubRule> secret_rules() {
  const string password = word_for(kPassword);
  const string says_no_state = "(?!(?:" + kStates + ")" + kNoMore + ")";
  return {
      {"<token>", "(" + password + kOther + kLinkOrChange + ")" + kOddSecret},
      {"<token>", "(" + password + kLink + ")" + says_no_state + kSecret},
      {"<token>", "(" + password + kBetween + ")" + kOddSecret},
      // Nothing stands between the word and what follows.
      {"<token>",
       R"re(((?:密码|密碼|パスワード|暗証番号|비밀번호)\s?(?:是|为|為|は|는)?[\s:]{0,2})[!-~]{4,}+)re"},
      {"<number>", "(" + word_for(kCode) + kToDigits + R"re()\d(?:[ -]?\d){3,9}+)re" + kNoMore},
      {"<number>", "(" + word_for(kCardCode) + kToDigits + R"re()\d(?:[ -]?\d){2,3}+)re" + kNoMore},
      {"<number>",
       "(" + word_for(kExpiry) + kBetween + R"re()(?:0?[1-9]|1[0-2])[ ./-]{1,3}(?:20)?[2-4]\d)re" + kNoMore},
  };
}

}  // namespace events
