#include "indexer/article/media_files.h"

#include <doctest/doctest.h>

using namespace indexer;

TEST_CASE("media files: what goes with a film lies beside it") {
  const FileNames names({"a/film.mp4", "a/film.png", "a/film.JPG", "a/film.DE.vtt", "a/film.pt_br.vtt",
                         "a/film.en.vtt", "a/film.vtt", "a/film.to-do.vtt", "a/film.md", "a/film.en.txt",
                         "b/film.es.vtt"});
  const MediaFiles files = find_media_files("a/film.mp4", names, "fr");
  CHECK(files.poster == "a/film.JPG");
  CHECK(files.captions == std::map<std::string, std::string>{{"de", "a/film.DE.vtt"},
                                                             {"en", "a/film.en.vtt"},
                                                             {"fr", "a/film.vtt"},
                                                             {"pt-BR", "a/film.pt_br.vtt"}});
  CHECK(files.transcript == "a/film.en.txt");
  CHECK(files.transcript_lang == "en");
  CHECK(find_media_files("a/film.mp4", names, "en").captions.at("en") == "a/film.en.vtt");
}

TEST_CASE("media files: the transcript that a reader understands best") {
  const FileNames names({"a.de.txt", "a.en.txt", "a.pt.txt", "b.txt", "c.de.txt", "c.it.txt"});
  CHECK(find_media_files("a.mp3", names, "de").transcript == "a.de.txt");
  CHECK(find_media_files("a.mp3", names, "pt-BR").transcript == "a.pt.txt");
  CHECK(find_media_files("a.mp3", names, "fr").transcript == "a.en.txt");
  CHECK(find_media_files("b.mp3", names, "fr").transcript_lang == "fr");
  CHECK(find_media_files("c.mp3", names, "fr").transcript == "c.de.txt");
  CHECK(find_media_files("d.mp3", names, "fr").transcript.empty());
}
