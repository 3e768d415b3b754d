#include "events/scrub_secrets.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "events/scrub.h"

namespace events {
namespace {

struct Example {
  std::string_view typed;
  std::string_view kept;
};

TEST_CASE("secrets: what follows a word for a password goes") {
  for (const auto& [typed, kept] : {
           Example{"my password is hunter2 and pin 4711", "my password is <token> and pin <number>"},
           Example{"passwort lautet sommer2024", "passwort lautet <token>"},
           Example{"Mein Passwort ist Sommerregen, warum geht es nicht",
                   "Mein Passwort ist <token> warum geht es nicht"},
           Example{"my password is swordfish", "my password is <token>"},
           Example{"my password is \"swordfish\".", "my password is <token>."},
           Example{"password hunter2 rejected", "password <token> rejected"},
           Example{"the password for my account is hunter2", "the password for my account is <token>"},
           Example{"change my password to hunter2", "change my password to <token>"},
           Example{"passwort sommer 2024", "passwort sommer 2024"},
           Example{"passwort ist sommer 2024 warum", "passwort ist <token> warum"},
           Example{"mot de passe est soleil99", "mot de passe est <token>"},
           Example{"mi contraseña es perro77", "mi contraseña es <token>"},
           Example{"mi contrasena es perro77", "mi contrasena es <token>"},
           Example{"minha senha é gato99", "minha senha é <token>"},
           Example{"wachtwoord is fiets123", "wachtwoord is <token>"},
           Example{"moje hasło to kotek12", "moje hasło to <token>"},
           Example{"我的密码是abc123怎么办", "我的密码是<token>怎么办"},
           Example{"パスワードはneko1234です", "パスワードは<token>です"},
           Example{"PASSWORD IS HUNTER2", "PASSWORD IS <token>"},
       }) {
    CAPTURE(typed);
    CHECK(scrub(typed) == kept);
  }
}

TEST_CASE("secrets: PINs, one-time codes, and the codes and dates of cards go") {
  for (const auto& [typed, kept] : {
           Example{"exp 12 28 cvv 123", "exp <number> cvv <number>"},
           Example{"card expires 12/2028", "card expires <number>"},
           Example{"gültig bis 03/29 prüfziffer 4711", "gültig bis <number> prüfziffer <number>"},
           Example{"my pin is 4711", "my pin is <number>"},
           Example{"change my pin to 1234", "change my pin to <number>"},
           Example{"pin: 4711", "pin: <number>"},
           Example{"PIN-Code 47 11 geht nicht", "PIN-Code <number> geht nicht"},
           Example{"meine geheimzahl lautet 4711", "meine geheimzahl lautet <number>"},
           Example{"tan 482913 wird nicht angenommen", "tan <number> wird nicht angenommen"},
           Example{"verification code 482 913", "verification code <number>"},
           Example{"code de vérification 482913", "code de vérification <number>"},
           Example{"código de seguridad es 123456", "código de seguridad es <number>"},
           Example{"cvc 0123", "cvc <number>"},
       }) {
    CAPTURE(typed);
    CHECK(scrub(typed) == kept);
  }
}

TEST_CASE("secrets: what is said about passwords, pins and codes stays") {
  for (const std::string_view typed : {
           "my password is not working",
           "my password is wrong",
           "password is expired",
           "password is too short",
           "where is password reset",
           "password reset link expired",
           "I have forgotten my passcode to access my app",
           "Mit dem neuen Passwort ist es wieder offen",
           "the password is used by 2 people",
           "reset password 2 factor",
           "what is my password",
           "passwords are visible",
           "passwort ist falsch",
           "mein passwort ist abgelaufen",
           "passwort vergessen",
           "mon mot de passe est incorrect",
           "mot de passe oublié",
           "mi contraseña no es válida",
           "la contraseña es incorrecta",
           "wachtwoord is verlopen",
           "pin 13 led does not blink",
           "arduino pin 5 and 6",
           "connect the pin to 5 volts",
           "pin is locked after 3 attempts",
           "how long is the cvv",
           "error code 1042",
           "expired in 2024",
           "experience 12 28",
           "spin 4711",
           "when does my voucher expire",
       }) {
    CAPTURE(typed);
    CHECK(scrub(typed) == typed);
  }
}

TEST_CASE("secrets: a text of such words takes no long time") {
  std::string text;
  while (text.size() < 10'000) text += "password for my pin exp passwort ist ";
  const auto begin = std::chrono::steady_clock::now();
  scrub(text, kMaxCommentBytes);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
}

}  // namespace
}  // namespace events
