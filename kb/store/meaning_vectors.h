// The vectors of a language's articles, as a generation keeps them: one file, of which only the articles in
// question are read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kb/store/descriptor.h"

namespace kb {

// Collects the vectors of articles, in the order of their documents.
class MeaningVectorsWriter {
 public:
  explicit MeaningVectorsWriter(std::size_t width) : width_(width) {}

  // Requires: the vectors lie one after the other, each of the width.
  void add(const std::vector<std::int8_t>& vectors);
  std::string encode() const;

 private:
  std::size_t width_;
  std::vector<std::uint32_t> ends_;  // number of vectors up to the end of each article
  std::vector<std::int8_t> vectors_;
};

class MeaningVectors {
 public:
  // Throws Error when the file cannot be read or is not what the writer writes for so many articles.
  MeaningVectors(const std::filesystem::path& file, std::size_t width, std::size_t articles);

  // Of a document (from 1), one after the other; none for a document that is not there. Any thread may ask.
  // Throws Error when the file cannot be read any more.
  std::vector<std::int8_t> of(unsigned document) const;

 private:
  std::string name_;
  Descriptor file_;
  std::size_t width_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace kb
