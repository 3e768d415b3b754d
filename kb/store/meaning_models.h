// The models of meaning that lie beside the generations of an index: INDEX/models/HASH, each named by its
// SHA-256 in the manifests of the generations that were built with it.
#pragma once

#include <filesystem>
#include <string>

#include "kb/meaning/meaning_model.h"

namespace kb {

// Where the model of this hash lies. What is remembered of it for the next build lies beside it, `.cache`.
std::filesystem::path model_path(const std::filesystem::path& index, const std::string& hash);

struct ReadModel {
  std::string hash;   // 64 hex digits
  std::string bytes;  // of the whole file
  MeaningModel model;
};

// Throws Error when the file cannot be read, is larger than 256 MiB, or is no model.
ReadModel read_model(const std::filesystem::path& file);

// Puts the model into the index, on the disk, unless it is there. Throws Error. Requires: the index's lock.
void keep_model(const std::filesystem::path& index, const ReadModel& model);

// Removes models that no generation names, with what is remembered of them. When a manifest cannot be read,
// all stay. Requires: the index's lock.
void remove_unused_models(const std::filesystem::path& index);

}  // namespace kb
