#include "tests/faults/site.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace faults {

namespace fs = std::filesystem;
using http_test::Process;

namespace {

constexpr const char* kIcon = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>\n";

std::string article(const std::string& title, const std::string& text) {
  return "---\ntitle: " + title + "\n---\n" + text + "\n\n## More\n\nWrite to us when this does not help.\n";
}

}  // namespace

bool is_long() { return std::getenv("FIRSTLINE_LONG") != nullptr; }

Command operator+(Command a, const Command& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Ended run_to_end(const Command& command) {
  const kb::TempFolder folder;
  Ended ended;
  Process process(command, folder / "err");
  for (std::string line = process.read_line(); !line.empty(); line = process.read_line())
    ended.out += line + "\n";
  ended.code = process.wait();
  ended.err = kb::read_file(folder / "err");
  return ended;
}

Command with_strace(const Command& options, const Command& command) {
  return Command{FIRSTLINE_STRACE, "-D", "-f", "-qq", "-o", "/dev/null"} + options + command;
}

Command fault_at(const std::string& calls, const std::string& fault) {
  return {"-e", "trace=" + calls, "-e", "inject=" + calls + ":" + fault};
}

bool can_inject() {
  static const bool can = [] {
    const bool works = fs::exists(FIRSTLINE_STRACE) &&
                       run_to_end(with_strace({"-e", "trace=getpid"}, {"/bin/true"})).code == 0;
    if (!works) MESSAGE("skipped: strace is not there, or may not trace programs here");
    return works;
  }();
  return can;
}

Site::Site() {
  folder.write("content/site.yaml",
               "title: Acme Help\nbase_url: https://shop.example\nlanguages: [en, de]\n");
  folder.write("content/en/orders/delivery.md", article("Delivery", "![A parcel](parcel.svg) By van."));
  folder.write("content/en/orders/parcel.svg", kIcon);
  folder.write("content/en/orders/returns.md",
               article("Returns", "Within a month, [by parcel](delivery.md)."));
  folder.write("content/de/orders/delivery.md", article("Lieferung", "Mit dem Lieferwagen."));
  write_title("Aardvark");
}

void Site::write_title(const std::string& title) const {
  folder.write("content/en/orders/hours.md", article(title, "We are " + title + " all day."));
}

void Site::add_articles(int count) const {
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int word = 0; word < 400; ++word) text += "word" + std::to_string(i * 37 + word * word % 997) + " ";
    folder.write("content/en/more/a" + std::to_string(i) + ".md",
                 article("Number " + std::to_string(i), text));
  }
}

Command Site::build_command() const { return {FIRSTLINE_INDEXER, "build", content, "--index", index}; }

Ended Site::build() const { return run_to_end(build_command()); }

std::string Site::current() const {
  std::string name = kb::read_file(index / "CURRENT");
  if (!name.empty()) name.pop_back();
  return name;
}

std::vector<std::string> Site::leftovers() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(index)) {
    const std::string name = entry.path().filename();
    if (name.ends_with(".tmp")) names.push_back(name);
  }
  return names;
}

void Site::keep() const { fs::copy(index, folder / "kept", fs::copy_options::recursive); }

void Site::restore() const {
  fs::remove_all(index);
  fs::copy(folder / "kept", index, fs::copy_options::recursive);
}

Ended Site::verify() const { return run_to_end({FIRSTLINE_INDEXER, "verify", index}); }

bool Site::finds(const std::string& query) const {
  return run_to_end({FIRSTLINE_INDEXER, "search", index, query, "--json"}).out.find("orders/hours") !=
         std::string::npos;
}

Daemon::Daemon(const Site& site, const Command& before, const Command& after)
    : log_file(site.folder / "daemon.log") {
  process.emplace(
      before + Command{FIRSTLINE_SEARCHD, "--index", site.index, "--listen", "127.0.0.1:0"} + after,
      log_file.string());
  const std::string line = process->read_line();
  if (line.starts_with("Serving http://127.0.0.1:")) port = std::stoi(line.substr(line.rfind(':') + 1));
}

}  // namespace faults
