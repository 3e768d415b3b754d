// A small site in two languages, published as a real generation: what the HTTP tests ask questions of.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kb/memory/memory_file.h"
#include "kb/model/article.h"
#include "kb/model/catalogue.h"
#include "kb/model/site.h"
#include "tests/support/eventually.h"
#include "tests/unit/kb/fixture.h"

namespace http_test {

enum class Drafts { no, yes };

struct SampleSite {
  kb::Site site;
  std::vector<kb::Article> articles;
  std::vector<kb::Redirect> redirects;
  std::vector<kb::MemoryEntry> memory = {};

  kb::Article& article(const std::string& id);
};

// Orders (with a folder page and the nested orders/returns) and account in English, one article in German, a
// moved and a retired URL, an image and a download.
SampleSite sample_site();

// Writes, seals and publishes a generation; returns its name.
std::string publish(const std::filesystem::path& index, const SampleSite& sample, Drafts drafts = Drafts::no);

// Changes one byte of the largest file of a generation, leaving its size.
void corrupt(const std::filesystem::path& generation);

using support::eventually;

}  // namespace http_test
