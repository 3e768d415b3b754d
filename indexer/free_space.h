// Whether the disk has room for another generation, asked before anything is written to it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "indexer/compilation.h"
#include "kb/store/manifest.h"

namespace indexer {

// Bytes that this user may still write at a path. Tests have disks of their own.
using FreeSpace = std::function<std::uintmax_t(const std::filesystem::path&)>;
std::uintmax_t free_space_at(const std::filesystem::path& path);  // all there can be when nobody knows

// How big the generation of this content will be: what the text and the assets let expect, or less if the
// live one needs less for as many sections.
std::uintmax_t expected_size(const Compilation& site, const std::optional<kb::Manifest>& live);

// Throws kb::Error when there is less than `needed`.
void require_space(const std::filesystem::path& index, std::uintmax_t needed, const FreeSpace& free_space);

}  // namespace indexer
