// A film or sound of the content folder, and what goes with it: data for its player.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace indexer {

inline constexpr std::size_t kMostCaptions = 40;  // of one film

struct Captions {
  std::string url;
  std::string lang;  // "de"; "" when nobody says it
  std::string name;  // as readers choose it: "Deutsch"
  bool is_default = false;
};

struct MediaFile {
  bool is_sound = false;
  std::string poster;  // URL of the picture that is shown before it plays; "" for none
  int width = 0;       // of the poster in pixels, 0 when unknown
  int height = 0;
  std::vector<Captions> captions;
  std::string transcript;        // URL; "" for none
  std::string transcript_lang;   // when it is not the page's
  std::string transcript_words;  // "Transcript", in the page's language
};

}  // namespace indexer
