#include "kb/query/mail_lines.h"

#include <doctest/doctest.h>

#include <string>

namespace kb {
namespace {

// Each is wrapped in two lines of a mail.
TEST_CASE("mail lines: what a mail program adds is dropped, what somebody wrote stays") {
  for (const char* line :
       {"Sent from my iPhone", "sent from my Zorblat 7 Ultra", "Von meinem iPhone gesendet",
        "Enviado desde mi iPhone", "Envoy\xC3\xA9 de mon iPhone", "Verstuurd vanaf mijn iPhone",
        "Get Outlook for iOS", "On Mon, 2 Nov 2026 at 10:11, Ann Blythe <ann@mail.example> wrote:",
        "Am 02.11.26 um 10:11 schrieb Ann Blythe:",
        "El lun, 2 nov 2026, Ana (<ana@mail.example>) escribi\xC3\xB3:",
        "Le lun. 2 nov. 2026, Anne a \xC3\xA9"
        "crit :",
        "-----Original Message-----", "________________", "From: Ann\nTo: Help desk",
        "Von: Anna\r\nGesendet: Montag\r\nAn: Hilfe", "> From: Ann\n> Date: Monday",
        "--\nAnn Blythe\nBlythe & Sons\n1 Invented Lane"}) {
    CAPTURE(line);
    CHECK(without_mail_lines("It is broken.\n" + std::string(line) + "\n\nWhat now?") ==
          "It is broken.\n\nWhat now?");
  }
  for (const char* line :
       {"Sent with tracking, it never came.", "Von meinem Konto wurde abgebucht.", "To: do",
        "On Monday it stopped.", "Am Montag: nichts", "Subject: the parcel",
        "Sent from my old address by mistake, since I forgot to change it in the account"}) {
    CAPTURE(line);
    const std::string text = "It is broken.\n" + std::string(line) + "\nWhat now?";
    CHECK(without_mail_lines(text) == text);
  }
}

TEST_CASE("mail lines: what is quoted stays, without its marks") {
  CHECK(without_mail_lines("Still so.\n> > My light is red\n>What now?") ==
        "Still so.\nMy light is red\nWhat now?");
}

TEST_CASE("mail lines: a signature ends at an empty line, where a quoted mail begins, or after eight lines") {
  CHECK(without_mail_lines("Hi\n-- \nAnn\n\nMore") == "Hi\n\nMore");
  CHECK(without_mail_lines("Hi\n-- \nAnn\n> More") == "Hi\nMore");
  CHECK(without_mail_lines("Hi\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9") == "Hi\n9");
}

TEST_CASE("mail lines: a text of nothing else stays as it is") {
  for (const std::string text : {"", "\n", "Sent from my iPhone", "From: Ann\nTo: Ben", "--\nAnn"}) {
    CAPTURE(text);
    CHECK(without_mail_lines(text) == text);
  }
}

}  // namespace
}  // namespace kb
