// Words after which people type what nobody else may know: passwords, PINs, codes of cards and logins.
#pragma once

#include <vector>

#include "events/scrub_rules.h"

namespace events {

// Each keeps the word and replaces what follows it.
// - passwords: "my password is hunter2", "passwort lautet sommer2024", "password hunter2". Behind "is" a
// plain
//   word goes too, unless it says what is wrong with the password ("is expired"); elsewhere what has a digit.
// - PINs, TANs and codes of logins: "pin 4711"; four to ten digits, as the pins of a plug have fewer.
// - codes and dates of cards: "cvv 123", "exp 12 28".
std::vector<ScrubRule> secret_rules();

}  // namespace events
