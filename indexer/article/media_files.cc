#include "indexer/article/media_files.h"

#include <algorithm>
#include <array>

#include "indexer/source/article_id.h"
#include "indexer/source/languages.h"
#include "kb/text/language_tag.h"

namespace indexer {
namespace {

constexpr std::array<std::string_view, 4> kPosters{".jpg", ".jpeg", ".png", ".webp"};

using ByLanguage = std::map<std::string, std::string>;

// The lowest for the kind of picture that is taken first; as many as there are for what is none.
std::size_t rank_of_poster(std::string_view ending) {
  const auto* found = std::find(kPosters.begin(), kPosters.end(), ending);
  return static_cast<std::size_t>(found - kPosters.begin());
}

// ".de.vtt" is in German, and ".vtt" in the page's language unless another file is that by its name.
void add_text(const std::string& file, std::string_view ending, const std::string& lang, ByLanguage& to) {
  const std::size_t dot = ending.rfind('.');
  const auto named = dot == 0 ? std::nullopt : language_code(ending.substr(1, dot - 1));
  if (named)
    to.insert_or_assign(*named, file);
  else if (dot == 0)
    to.try_emplace(lang, file);
}

// In the reader's language, else a form of it, else English, else any.
std::string best_language(const ByLanguage& files, const std::string& lang) {
  if (files.contains(lang)) return lang;
  const auto related = std::find_if(files.begin(), files.end(), [&](const auto& file) {
    return kb::base_language(file.first) == kb::base_language(lang);
  });
  if (related != files.end()) return related->first;
  return files.contains("en") ? "en" : files.begin()->first;
}

}  // namespace

MediaFiles find_media_files(std::string_view path, const FileNames& names, const std::string& lang) {
  MediaFiles files;
  ByLanguage transcripts;
  std::size_t best_poster = kPosters.size();
  for (const std::string& file : names.beside(path)) {
    const std::string ending = fold_case(std::string_view(file).substr(path.rfind('.')));  // ".en.vtt"
    if (const std::size_t rank = rank_of_poster(ending); rank < best_poster) {
      files.poster = file;
      best_poster = rank;
    }
    if (ending.ends_with(".vtt")) add_text(file, ending, lang, files.captions);
    if (ending.ends_with(".txt")) add_text(file, ending, lang, transcripts);
  }
  if (transcripts.empty()) return files;
  files.transcript_lang = best_language(transcripts, lang);
  files.transcript = transcripts.at(files.transcript_lang);
  return files;
}

}  // namespace indexer
