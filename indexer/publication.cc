#include "indexer/publication.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "indexer/check/expectation_check.h"
#include "indexer/findings/finding_list.h"
#include "indexer/meaning/embedding.h"
#include "indexer/memory/memory_input.h"
#include "kb/model/error.h"
#include "kb/model/version.h"
#include "kb/store/generation.h"
#include "kb/store/index_writer.h"
#include "kb/store/manifest.h"
#include "kb/store/meaning_models.h"
#include "kb/store/snapshot.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours kClockSkew{1};  // allowed between machines that build the same index

int total(const std::map<std::string, int>& articles) {
  int sum = 0;
  for (const auto& [lang, count] : articles) sum += count;
  return sum;
}

// Nothing when there is no live generation, or a damaged one, which is about to be replaced.
std::optional<kb::Manifest> live_manifest(const fs::path& index) {
  for (const kb::GenerationInfo& generation : kb::list_generations(index)) {
    if (generation.state == kb::State::live) return generation.manifest;
  }
  return std::nullopt;
}

// When a fifth of the articles is gone, the folder was more likely mounted or checked out wrongly than tidied
// up.
void guard_against_loss(const Compilation& site, const std::optional<kb::Manifest>& live,
                        const PublishOptions& options) {
  if (options.guard == Guard::force || options.drafts == Drafts::show) return;
  if (!live || live->drafts) return;
  const int before = total(live->articles);
  const int now = total(site.articles_by_language());
  if (now * 5 >= before * 4) return;
  throw kb::Error(fmt::format("only {} of the {} articles that are live would be left", now, before),
                  "check that the content folder is complete, or add --force if it is meant");
}

// The model of meaning, kept in the index, and what it says about the articles.
struct Understood {
  kb::ReadModel model;
  kb::MeaningSource source;
};

std::unique_ptr<const Understood> understand(const Compilation& site, const PublishOptions& options) {
  if (options.meaning.empty()) return nullptr;
  auto made = std::make_unique<Understood>();
  made->model = kb::read_model(options.meaning);
  kb::keep_model(options.index, made->model);
  const fs::path cache = kb::model_path(options.index, made->model.hash + ".cache");
  made->source = embed(made->model.model, site.articles, {cache, options.jobs, options.progress});
  return made;
}

MemoryInput remember(const Compilation& site, const PublishOptions& options) {
  if (options.memory.empty()) return {};
  return read_memory(options.memory,
                     {site.learned, site.checks.rules, site.site.languages, site.articles, site.redirects});
}

std::string describe(const MemoryInput& memory) {
  if (memory.hash.empty()) return "";
  const auto also = [](std::size_t count, std::string_view what) {
    return count == 0 ? "" : fmt::format(", {} {}", count, what);
  };
  return fmt::format("{} past choice{}{}{}{}", memory.entries.size(), memory.entries.size() == 1 ? "" : "s",
                     also(memory.decided, "decided by learned.yaml"),
                     also(memory.gone, "of articles that are gone"),
                     also(memory.foreign, "of languages that the site does not have"));
}

kb::Manifest describe(const Compilation& site, const PublishOptions& options) {
  kb::Manifest manifest;
  manifest.program = kb::program_version();
  manifest.revision = site.revision;
  manifest.built = options.now;
  manifest.drafts = options.drafts == Drafts::show;
  manifest.articles = site.articles_by_language();
  for (const kb::Article& article : site.articles)
    manifest.sections += static_cast<int>(article.sections.size());
  manifest.next_change = site.next_change;
  return manifest;
}

}  // namespace

Publication publish(Compilation site, const PublishOptions& options) {
  kb::PendingGeneration pending(options.index);
  const auto live = live_manifest(options.index);
  guard_against_loss(site, live, options);
  require_space(options.index, expected_size(site, live), options.free_space);
  kb::Manifest manifest = describe(site, options);
  const auto understood = understand(site, options);
  if (understood) manifest.model = understood->model.hash;
  MemoryInput memory = remember(site, options);
  manifest.memory = memory.hash;
  Publication made;
  made.memory = describe(memory);
  made.findings = std::move(memory.findings);
  const std::size_t count = site.articles.size();
  site.assets->write(pending.dir() / "assets");
  kb::write_index(pending.dir(),
                  {site.site, std::move(site.articles), std::move(site.redirects),
                   understood ? &understood->source : nullptr, std::move(memory.entries)},
                  [&](std::size_t done) {
                    if (options.progress) options.progress("Indexing", done, count);
                  });
  pending.seal(manifest);
  if (live && live->built > options.now + kClockSkew) made.built_later = live->built;
  if (!site.checks.empty()) {
    const auto snapshot = kb::Snapshot::open(pending.dir(), kb::Verify::sizes);
    append(made.findings, check_searches(*snapshot, site.checks, options.jobs));
  }
  const bool forbidden = has_errors(made.findings, options.strict) && options.guard == Guard::keep;
  if (!forbidden) made.name = pending.publish();
  return made;
}

}  // namespace indexer
