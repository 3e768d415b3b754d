// Films, embedded pages, pictures and icons as each tool's tags have them. A film or page becomes a link,
// since what another server plays would tell it who reads what; a picture becomes Markdown's.
#pragma once

#include <string>
#include <string_view>

#include "indexer/dialects/lines.h"

namespace indexer {

void read_media(Lines& lines);

// The page where people watch what a player plays: "https://www.youtube.com/embed/ID" ->
// "https://www.youtube.com/watch?v=ID". Any other address stays.
std::string film_page(std::string_view address);

// Whether an address is of a site for films.
bool is_film_site(std::string_view address);

}  // namespace indexer
