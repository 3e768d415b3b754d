// An outbox with messages, and the program that is to deliver them.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "outbox/outbox.h"
#include "tests/http/process.h"
#include "tests/support/eventually.h"
#include "tests/unit/kb/fixture.h"

namespace courier_test {

inline const std::string kSecret = "0123456789abcdef0123456789abcdef";

struct Scene {
  kb::TempFolder folder;
  outbox::Outbox outbox{folder / "out"};
  std::string log = (folder / "log").string();

  Scene() { std::ofstream(folder / "secret") << kSecret << "\n"; }

  // `file`: the bytes of one that comes with it.
  void put(const std::string& id, const std::string& file = "") const {
    outbox::Message message;
    message.file = file;
    message.file_name = file.empty() ? "" : "colis abîmé.png";
    message.file_type = file.empty() ? "" : "image/png";
    message.id = id;
    message.time = std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000));
    message.lang = "fr";
    message.subject = "Où est mon colis ?";
    message.text = "Bonjour,\n\nil n’est pas là.";
    message.reply_to = "anne@client.example";
    outbox.put(message);
  }
  std::vector<std::string> command(std::vector<std::string> more) const {
    std::vector<std::string> all{FIRSTLINE_COURIER, "--outbox", outbox.folder().string()};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  std::vector<std::string> webhook(int port) const {
    return command({"--webhook", "http://127.0.0.1:" + std::to_string(port) + "/hook?team=a",
                    "--webhook-secret-file", (folder / "secret").string()});
  }
  // Also that no text of a message and nobody's address is in the log.
  bool logged(const std::string& text) const {
    if (!std::filesystem::exists(log)) return false;
    const std::string all = kb::read_file(log);
    return all.find("colis") == std::string::npos && all.find("anne@") == std::string::npos &&
           all.find(text) != std::string::npos;
  }
};

}  // namespace courier_test
