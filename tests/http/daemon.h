// The real program on a free port, with a log that can be read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kb/store/file.h"
#include "tests/http/process.h"
#include "tests/http/test_server.h"

namespace http_test {

struct NoIndex {};

// Over an index and a copy of the templates that a test may break.
struct Daemon {
  kb::TempFolder folder;
  std::filesystem::path index = folder / "index";
  std::filesystem::path templates = folder / "templates";
  std::filesystem::path log_file = folder / "log";
  std::optional<Process> process;
  int port = 0;

  explicit Daemon(std::vector<std::string> extra = {}) {
    http_test::publish(index, http_test::sample_site());
    copy_templates();
    start(std::move(extra));
  }

  // Not started yet; the test makes the index.
  explicit Daemon(NoIndex) { copy_templates(); }

  void copy_templates() const {
    std::filesystem::copy(http_test::templates_folder(), templates, std::filesystem::copy_options::recursive);
  }

  void start(std::vector<std::string> extra) {
    std::vector<std::string> command{FIRSTLINE_SEARCHD, "--index",  index,        "--templates",
                                     templates,         "--listen", "127.0.0.1:0"};
    command.insert(command.end(), extra.begin(), extra.end());
    process.emplace(command, log_file.string());
    const std::string line = process->read_line();
    const auto colon = line.rfind(':');
    if (line.starts_with("Serving http://127.0.0.1:")) port = std::stoi(line.substr(colon + 1));
  }
  std::string log() const { return kb::read_file(log_file); }
};

}  // namespace http_test
