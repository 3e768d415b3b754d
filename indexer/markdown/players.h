// The player of a film or sound: the browser's own, with captions, a transcript and a link to the file for
// browsers that cannot play it and for paper.
#pragma once

#include <string>

#include "indexer/html/html_tree.h"
#include "indexer/html/media_element.h"
#include "indexer/markdown/links.h"
#include "indexer/markdown/media_file.h"

namespace indexer {

// What is written in the element counts before what lies beside the film.
MediaFile with_written_files(MediaFile media, const MediaElement& written, Links& links, Position at);

// What to do about a film without captions.
std::string captions_advice(const MediaElement& written);

// A figure, wherever it stands; settle_players() must see the page afterwards. `words` are those of a link to
// the file: "Video: How it is mounted".
HtmlNode media_player(const MediaFile& media, const MediaElement& written, const std::string& url,
                      const std::string& words);

// A player that shares its line with words, or stands where only words may (a heading, a link), becomes a
// link. One within a paragraph divides it.
void settle_players(HtmlNode& body);

}  // namespace indexer
