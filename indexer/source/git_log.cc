#include "indexer/source/git_log.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>

#include <cstring>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <string_view>

#include "kb/model/error.h"

namespace indexer {

namespace {

template <auto free>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    free(object);
  }
};
using Odb = std::unique_ptr<git_odb, Free<git_odb_free>>;
using Repository = std::unique_ptr<git_repository, Free<git_repository_free>>;
using Commit = std::unique_ptr<git_commit, Free<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, Free<git_tree_free>>;

void must(int result) {
  if (result < 0) throw kb::Error("the git repository is damaged or incomplete", "run git fsck in it");
}

struct OidLess {
  bool operator()(const git_oid& a, const git_oid& b) const { return git_oid_cmp(&a, &b) < 0; }
};

// The library's own state.
struct Library {
  Library() {
    must(git_libgit2_init());
    // What an object holds is not hashed again: a damaged one costs a date, not more.
    must(git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0));
  }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

// The files that have no date yet, as a tree of their names.
struct Undated {
  std::map<std::string, Undated, std::less<>> below;
  std::int64_t* date = nullptr;  // of a file; null for a folder
};

// A commit that waits to be looked at.
struct Step {
  std::shared_ptr<git_commit> commit;
  git_oid folder{};  // the content folder's tree in it; zero when it has none
  git_time_t time = 0;
  bool operator<(const Step& other) const { return time < other.time; }
};

class Log {
 public:
  explicit Log(const GitRepository& where) : below_(where.below) {
    git_odb* odb = nullptr;
    must(git_odb_new(&odb));
    odb_.reset(odb);
    // Only these two, so that alternates, which may name any folder of the machine, are not followed.
    git_odb_backend* backend = nullptr;
    must(git_odb_backend_loose(&backend, where.objects.c_str(), -1, 0, 0, 0));
    must(git_odb_add_backend(odb, backend, 1));
    must(git_odb_backend_pack(&backend, where.objects.c_str()));
    must(git_odb_add_backend(odb, backend, 2));
    git_repository* repository = nullptr;
    must(git_repository_wrap_odb(&repository, odb));
    repository_.reset(repository);
  }

  void date_all(const std::string& head, Undated& undated) {
    git_oid oid;
    must(git_oid_fromstr(&oid, head.c_str()));
    push(oid);
    drop_untracked(steps_.top().folder, undated);
    while (!steps_.empty() && !undated.below.empty()) {
      const Step step = steps_.top();
      steps_.pop();
      visit(step, undated);
    }
  }

 private:
  void push(const git_oid& oid) {
    if (seen_.insert(oid).second) steps_.push(step_of(oid));
  }

  Step step_of(const git_oid& oid) {
    git_commit* commit = nullptr;
    must(git_commit_lookup(&commit, repository_.get(), &oid));
    Step step{{commit, git_commit_free}, {}, git_commit_time(commit)};
    if (below_.empty()) {
      step.folder = *git_commit_tree_id(commit);
      return step;
    }
    git_tree* root = nullptr;
    must(git_commit_tree(&root, commit));
    const Tree owner(root);
    git_tree_entry* entry = nullptr;
    const int found = git_tree_entry_bypath(&entry, root, below_.c_str());
    if (found == GIT_ENOTFOUND) return step;
    must(found);
    if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) step.folder = *git_tree_entry_id(entry);
    git_tree_entry_free(entry);
    return step;
  }

  // git's history simplification: a parent with the same folder tells all of it.
  void visit(const Step& step, Undated& undated) {
    std::vector<Step> parents;
    for (unsigned i = 0; i < git_commit_parentcount(step.commit.get()); ++i) {
      Step parent = step_of(*git_commit_parent_id(step.commit.get(), i));
      const bool same = git_oid_equal(&parent.folder, &step.folder) != 0;
      if (same) parents.clear();
      parents.push_back(std::move(parent));
      if (same) return enqueue(parents);
    }
    if (parents.size() < 2)
      date_changes(step.folder, parents.empty() ? git_oid{} : parents[0].folder, step.time, undated);
    enqueue(parents);
  }

  void enqueue(std::vector<Step>& parents) {
    for (Step& parent : parents) {
      if (seen_.insert(*git_commit_id(parent.commit.get())).second) steps_.push(std::move(parent));
    }
  }

  Tree tree(const git_oid& oid) {
    if (git_oid_is_zero(&oid)) return nullptr;
    git_tree* found = nullptr;
    must(git_tree_lookup(&found, repository_.get(), &oid));
    return Tree(found);
  }

  static const git_tree_entry* find(const Tree& tree, const std::string& name) {
    return tree ? git_tree_entry_byname(tree.get(), name.c_str()) : nullptr;
  }
  static bool is_folder(const git_tree_entry* entry) {
    return entry && git_tree_entry_type(entry) == GIT_OBJECT_TREE;
  }
  static bool is_same(const git_tree_entry* a, const git_tree_entry* b) {
    return b && git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) &&
           git_tree_entry_filemode_raw(a) == git_tree_entry_filemode_raw(b);
  }
  static git_oid folder_id(const git_tree_entry* entry) {
    return is_folder(entry) ? *git_tree_entry_id(entry) : git_oid{};
  }

  void drop_untracked(const git_oid& folder, Undated& undated) {
    const Tree here = tree(folder);
    for (auto at = undated.below.begin(); at != undated.below.end();) {
      auto& [name, node] = *at;
      const git_tree_entry* entry = find(here, name);
      if (!node.date) drop_untracked(folder_id(entry), node);
      const bool untracked = node.date ? !entry || is_folder(entry) : node.below.empty();
      at = untracked ? undated.below.erase(at) : std::next(at);
    }
  }

  void date_changes(const git_oid& now, const git_oid& before, git_time_t time, Undated& undated) {
    const Tree new_tree = tree(now);
    const Tree old_tree = tree(before);
    for (auto at = undated.below.begin(); at != undated.below.end();) {
      auto& [name, node] = *at;
      const git_tree_entry* entry = find(new_tree, name);
      const git_tree_entry* old = find(old_tree, name);
      const bool changed = entry && !is_same(entry, old);
      if (changed && !node.date) date_changes(folder_id(entry), folder_id(old), time, node);
      if (changed && node.date && !is_folder(entry)) *node.date = time;
      const bool done = node.date ? *node.date != 0 : node.below.empty();
      at = done ? undated.below.erase(at) : std::next(at);
    }
  }

  std::string below_;
  Odb odb_;
  Repository repository_;
  std::priority_queue<Step> steps_;  // newest first
  std::set<git_oid, OidLess> seen_;
};

void add(Undated& undated, std::string_view path, std::int64_t& date) {
  Undated* node = &undated;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    node = &node->below[std::string(name)];
    path.remove_prefix(std::min(name.size() + 1, path.size()));
  }
  node->date = &date;
}

}  // namespace

std::vector<std::int64_t> last_commits(const GitRepository& repository,
                                       const std::vector<std::string>& files) {
  std::vector<std::int64_t> dates(files.size(), 0);
  Undated undated;
  for (std::size_t i = 0; i < files.size(); ++i) add(undated, files[i], dates[i]);
  const Library library;
  Log(repository).date_all(repository.head, undated);
  return dates;
}

}  // namespace indexer
