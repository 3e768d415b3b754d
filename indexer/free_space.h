// Checks that the disk has room for another generation, before anything is written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "indexer/compilation.h"
#include "kb/store/manifest.h"

namespace indexer {

// Returns the bytes that this user can still write at a path. Tests pass one of their own.
using FreeSpace = std::function<std::uintmax_t(const std::filesystem::path&)>;

// The largest number there is when the system does not say.
std::uintmax_t free_space_at(const std::filesystem::path& path);

// An estimate of the new generation's size, from the size of its text and assets. Less where the live
// generation needed less for each section.
std::uintmax_t expected_size(const Compilation& site, const std::optional<kb::Manifest>& live);

// Throws kb::Error when less than `needed` is free.
void require_space(const std::filesystem::path& index, std::uintmax_t needed, const FreeSpace& free_space);

}  // namespace indexer
