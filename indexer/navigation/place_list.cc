#include "indexer/navigation/place_list.h"

#include <algorithm>
#include <set>

#include "kb/text/paths.h"

namespace indexer {

namespace {

bool is_below(std::string_view path, std::string_view folder) {
  return folder.empty() ||
         (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

bool is_rest(const NavEntry& entry) { return entry.target == "..."; }

// The folder that all paths lie in.
std::string common_folder(const std::vector<std::string>& paths) {
  std::string_view folder = kb::parent_of(paths.front());
  for (const std::string& path : paths) {
    while (!is_below(path, folder)) folder = kb::parent_of(folder);
  }
  return std::string(folder);
}

std::size_t count_below(const std::vector<std::string>& paths, std::string_view folder) {
  return static_cast<std::size_t>(std::count_if(
      paths.begin(), paths.end(), [&](const std::string& path) { return is_below(path, folder); }));
}

void set_if_empty(std::string& to, const std::string& text) {
  if (to.empty()) to = text;
}

}  // namespace

Place& PlaceList::place_of(const std::string& path) {
  return files_->is_folder(path) ? navigation_->folders[path] : navigation_->articles[path];
}

// "..." stands for the articles and folders beside it that no entry names.
void PlaceList::add_rest(const std::vector<NavEntry>& entries, const NavList& list, std::vector<Found>& out) {
  std::set<std::string> named;
  for (const NavEntry& entry : entries) named.insert(files_->find(list.base, entry.target).path);
  std::vector<FoundEntry> rest = files_->children(list.base);
  if (list.is_descending) std::reverse(rest.begin(), rest.end());
  for (FoundEntry& child : rest) {
    if (!named.contains(child.path)) out.push_back({"", std::move(child.path), {}});
  }
}

std::vector<PlaceList::Found> PlaceList::find_all(const std::vector<NavEntry>& entries, const NavList& list,
                                                  LostEntries& lost) {
  std::vector<Found> found;
  bool had_rest = false;
  for (const NavEntry& entry : entries) {
    if (is_rest(entry)) {
      if (!had_rest) add_rest(entries, list, found);
      had_rest = true;
      continue;
    }
    Found one{entry.title, "", find_all(entry.items, list, lost)};
    if (!entry.target.empty()) {
      const FoundEntry target = files_->find(list.base, entry.target);
      one.path = target.path;
      if (target.kind == FoundEntry::Kind::none && lost.count++ == 0) lost.first = entry.target;
    }
    if (!one.path.empty()) set_if_empty(place_of(one.path).title, one.title);
    found.push_back(std::move(one));
  }
  return found;
}

// A folder stands where the first entry in it stands.
void PlaceList::place(const std::string& path, const std::string& base) {
  const std::string parent(kb::parent_of(path));
  if (!base.empty() && !is_below(path, base)) return;
  if (parent != base) place(parent, base);
  Place& at = place_of(path);
  if (!at.position) at.position = ++last_position_[parent];
}

void PlaceList::place_all(const std::vector<Found>& entries, const std::string& base) {
  for (const Found& entry : entries) {
    if (!entry.path.empty()) {
      place(entry.path, base);
      for (auto folder = kb::parent_of(entry.path); !folder.empty(); folder = kb::parent_of(folder))
        ++paths_below_[std::string(folder)];
    }
    place_all(entry.items, base);
  }
}

// Inner headings name their folders first. Returns the paths of the entry and all below it.
std::vector<std::string> PlaceList::name_folders(const Found& entry, const std::string& base) {
  std::vector<std::string> paths;
  for (const Found& item : entry.items) {
    std::vector<std::string> inner = name_folders(item, base);
    std::move(inner.begin(), inner.end(), std::back_inserter(paths));
  }
  std::string folder = paths.empty() ? "" : common_folder(paths);
  if (!entry.path.empty()) paths.push_back(entry.path);
  for (; is_below(folder, base) && !folder.empty(); folder = kb::parent_of(folder)) {
    if (entry.title.empty() || count_below(paths, folder) != paths_below_[folder]) break;
    std::string& title = navigation_->folders[folder].title;
    if (title.empty()) {
      title = entry.title;
      break;
    }
  }
  return paths;
}

LostEntries PlaceList::add(NavList list) {
  LostEntries lost;
  paths_below_.clear();
  if (!list.other_base.empty() && !files_->is_folder(list.base)) list.base = list.other_base;
  const std::vector<Found> found = find_all(list.entries, list, lost);
  place_all(found, list.base);
  for (const Found& entry : found) name_folders(entry, list.base);
  return lost;
}

void PlaceList::add_note(const std::string& folder, const FolderNote& note) {
  if (!files_->is_folder(folder)) return;
  Place& at = navigation_->folders[folder];
  set_if_empty(at.title, note.title);
  set_if_empty(at.description, note.description);
  if (!at.position) at.position = note.position;
}

}  // namespace indexer
