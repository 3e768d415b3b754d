#include "searchd/visit/live_index.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>

#include "kb/model/error.h"
#include "kb/search/search.h"
#include "kb/store/generation.h"
#include "service/log.h"

namespace searchd {

namespace fs = std::filesystem;

namespace {

// Opens the databases and searches once, so that no visitor waits for the disk.
void warm_up(const kb::Snapshot& snapshot) {
  for (const std::string& lang : snapshot.site().languages) {
    const auto& cards = snapshot.catalogue(lang).cards();
    if (cards.empty()) continue;
    kb::SearchQuery query;
    query.lang = lang;
    query.text = cards.front().title.substr(0, kb::kMaxQueryBytes / 2);
    kb::search(snapshot, query);
  }
}

// Changes whenever CURRENT is written, even with the same generation's name.
std::string pointer_stamp(const fs::path& index, const std::string& name) {
  struct stat info {};
  if (::stat((index / "CURRENT").c_str(), &info) != 0) return name;
  return name + "/" + std::to_string(info.st_ino) + "/" + std::to_string(info.st_mtim.tv_sec) + "." +
         std::to_string(info.st_mtim.tv_nsec);
}

}  // namespace

LiveIndex::LiveIndex(fs::path index, Preview preview, Metrics& metrics)
    : index_(std::move(index)), preview_(preview), metrics_(metrics) {}

std::shared_ptr<const kb::Snapshot> LiveIndex::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

std::string LiveIndex::live_name() const {
  const auto snapshot = current();
  return snapshot ? snapshot->name() : "";
}

LiveIndex::SnapshotPtr LiveIndex::open(const std::string& name, kb::Verify how) const {
  SnapshotPtr snapshot = kb::Snapshot::open(index_ / name, how);
  if (snapshot->manifest().drafts && preview_ == Preview::off) {
    throw kb::Error(name + " holds drafts", "serve it with --preview, or build without --drafts");
  }
  warm_up(*snapshot);
  return snapshot;
}

void LiveIndex::go_live(SnapshotPtr snapshot) {
  service::log_event("generation_live", {{"generation", snapshot->name()}});
  problem_.clear();
  const std::lock_guard lock(mutex_);
  current_.swap(snapshot);  // the old one, if nobody else reads it, is closed after the lock is released
}

void LiveIndex::refuse(const std::string& name, const std::string& why, const std::string& hint) {
  if (why == problem_) return;
  problem_ = why;
  metrics_.count_refused_generation();
  service::log_event("generation_refused",
                     {{"generation", name}, {"still", live_name()}, {"why", why}, {"hint", hint}});
}

bool LiveIndex::try_open(const std::string& name, kb::Verify how) {
  try {
    go_live(open(name, how));
    return true;
  } catch (const kb::Error& error) {
    refuse(name, error.what(), error.hint());
  } catch (const std::exception& error) {
    refuse(name, error.what(), "build the content again");
  }
  return false;
}

bool LiveIndex::open_newest_except(const std::string& name, kb::Verify how) {
  auto names = kb::generation_names(index_);
  std::reverse(names.begin(), names.end());
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& other) { return other != name && try_open(other, how); });
}

void LiveIndex::open_first() {
  const std::lock_guard lock(checking_);
  std::string name;
  try {
    name = kb::current_generation(index_).value_or("");
  } catch (const std::exception& error) {
    refuse("", error.what(), "run firstline-indexer rollback, or build the content again");
  }
  if (!name.empty() && try_open(name, kb::Verify::sizes)) return;
  if (!name.empty()) refused_ = pointer_stamp(index_, name);
  if (open_newest_except(name, kb::Verify::sizes)) return;
  service::log_event("no_generation", {{"index", index_.string()}, {"hint", "run firstline-indexer build"}});
}

void LiveIndex::verify_hashes() {
  const std::lock_guard lock(checking_);
  const std::string name = live_name();
  if (name.empty()) return;
  try {
    kb::verify(index_ / name, kb::Verify::hashes);
    service::log_event("generation_verified", {{"generation", name}});
    return;
  } catch (const std::exception& error) {
    if (!fs::exists(index_ / name)) return;  // removed, not broken: what is open keeps working
    refuse(name, error.what(), "run firstline-indexer rollback, or build the content again");
  }
  refused_ = pointer_stamp(index_, name);
  if (open_newest_except(name, kb::Verify::hashes)) return;
  const std::lock_guard guard(mutex_);
  current_.reset();
}

void LiveIndex::check_now() {
  const std::lock_guard lock(checking_);
  try {
    const auto name = kb::current_generation(index_);
    if (!name || *name == live_name()) return;
    const std::string stamp = pointer_stamp(index_, *name);
    if (stamp == refused_) return;
    if (!try_open(*name, kb::Verify::hashes)) refused_ = stamp;
  } catch (const std::exception& error) {
    refuse("", error.what(), "check the index folder");
  }
}

}  // namespace searchd
