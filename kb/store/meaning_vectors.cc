#include "kb/store/meaning_vectors.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "kb/model/error.h"

namespace kb {

namespace {

constexpr std::string_view kVectorsMagic = "FLVECTS1";
constexpr std::size_t kHead = kVectorsMagic.size() + 2 * sizeof(std::uint32_t);

void append(std::string& out, std::uint32_t value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

// Whether all bytes could be read.
bool read_at(const Descriptor& file, std::size_t at, void* to, std::size_t count) {
  auto* next = static_cast<char*>(to);
  while (count > 0) {
    const ssize_t size = ::pread(file.get(), next, count, static_cast<off_t>(at));
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    next += size;
    at += static_cast<std::size_t>(size);
    count -= static_cast<std::size_t>(size);
  }
  return true;
}

[[noreturn]] void bad_vectors(const std::string& name) {
  throw Error("cannot read the vectors of meaning in " + name, "build the content again");
}

}  // namespace

void MeaningVectorsWriter::add(const std::vector<std::int8_t>& vectors) {
  vectors_.insert(vectors_.end(), vectors.begin(), vectors.end());
  ends_.push_back(static_cast<std::uint32_t>(vectors_.size() / width_));
}

std::string MeaningVectorsWriter::encode() const {
  std::string out(kVectorsMagic);
  append(out, static_cast<std::uint32_t>(width_));
  append(out, static_cast<std::uint32_t>(ends_.size()));
  for (const std::uint32_t end : ends_) append(out, end);
  const std::size_t head = out.size();
  out.resize(head + vectors_.size());
  if (!vectors_.empty()) std::memcpy(out.data() + head, vectors_.data(), vectors_.size());
  return out;
}

MeaningVectors::MeaningVectors(const std::filesystem::path& file, std::size_t width, std::size_t articles)
    : name_(file.string()),
      file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)),
      width_(width),
      ends_(articles) {
  char head[kHead];
  std::uint32_t found[2];
  if (!file_ || !read_at(file_, 0, head, kHead)) bad_vectors(name_);
  std::memcpy(found, head + kVectorsMagic.size(), sizeof found);
  if (std::string_view(head, kVectorsMagic.size()) != kVectorsMagic || found[0] != width ||
      found[1] != articles)
    bad_vectors(name_);
  if (!read_at(file_, kHead, ends_.data(), ends_.size() * sizeof ends_[0])) bad_vectors(name_);
  if (!std::is_sorted(ends_.begin(), ends_.end())) bad_vectors(name_);
  const auto count = ends_.empty() ? 0 : std::size_t{ends_.back()};
  if (std::filesystem::file_size(file) != kHead + ends_.size() * sizeof ends_[0] + count * width)
    bad_vectors(name_);
}

std::vector<std::int8_t> MeaningVectors::of(unsigned document) const {
  if (document == 0 || document > ends_.size()) return {};
  const std::size_t first = document == 1 ? 0 : ends_[document - 2];
  std::vector<std::int8_t> vectors((ends_[document - 1] - first) * width_);
  const std::size_t at = kHead + ends_.size() * sizeof ends_[0] + first * width_;
  if (!read_at(file_, at, vectors.data(), vectors.size())) bad_vectors(name_);
  return vectors;
}

}  // namespace kb
