// What lies beside a film or sound of the content folder and goes with it, found by its name: for film.mp4
// the poster film.jpg, the captions film.en.vtt, the transcript film.en.txt.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/source/file_names.h"

namespace indexer {

// Paths below the content folder.
struct MediaFiles {
  std::string poster;                           // "" for none
  std::map<std::string, std::string> captions;  // language -> file
  std::string transcript;                       // the one that readers of the page understand best
  std::string transcript_lang;
};

// `lang` is the page's: film.vtt and film.txt are in it.
MediaFiles find_media_files(std::string_view path, const FileNames& names, const std::string& lang);

}  // namespace indexer
