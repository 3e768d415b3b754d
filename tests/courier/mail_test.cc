#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdlib>

#include "kb/store/descriptor.h"
#include "tests/courier/scene.h"

using namespace courier_test;
using http_test::Process;
using support::eventually;

namespace {

bool has(const char* what) { return std::system(what) == 0; }  // NOLINT

int free_port() {
  const kb::Descriptor socket(::socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* any = reinterpret_cast<sockaddr*>(&address);  // NOLINT
  socklen_t size = sizeof address;
  if (::bind(socket.get(), any, size) != 0 || ::getsockname(socket.get(), any, &size) != 0) return 0;
  return ntohs(address.sin_port);
}

// What a mail server gets, at the second attempt; "" where there is none to try it with.
std::string delivered_mail(const Scene& scene) {
  if (!has("msmtp --version >/dev/null 2>&1") || !has("/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null")) {
    MESSAGE("skipped: tools/install test installs msmtp and python3-aiosmtpd");
    return "";
  }
  std::filesystem::create_directory(scene.folder / "mails");
  Process sink({"/usr/bin/python3", FIRSTLINE_SOURCE_DIR "/tests/courier/smtp_sink.py",
                (scene.folder / "mails").string(), std::to_string(free_port())},
               (scene.folder / "sink-log").string());
  const std::string port = sink.read_line();
  REQUIRE_FALSE(port.empty());
  const Process courier(scene.command({"--mail-command",
                                       "msmtp --file=/dev/null --host=127.0.0.1 --port=" + port +
                                           " --from=help@shop.example -t",
                                       "--mail-from", "help@shop.example", "--mail-to", "team@shop.example"}),
                        scene.log);
  REQUIRE(eventually([&] { return scene.outbox.counts().delivered == 1; }));
  CHECK(scene.logged("event=message_not_delivered"));
  return kb::read_file(scene.folder / "mails" / "2.eml");
}

}  // namespace

TEST_CASE("mail: msmtp takes a message to a mail server, which refuses it once") {
  const Scene scene;
  scene.put(std::string(64, 'a'));
  const std::string mail = delivered_mail(scene);
  if (mail.empty()) return;
  for (const std::string text :
       {"help@shop.example team@shop.example\r\n", "Reply-To: anne@client.example\r\n",
        "Subject: =?UTF-8?B?T8O5IGVzdCBtb24gY29saXMgPw==?=\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n", "Qm9uam91ciwNCg0KaWwgbuKAmWVzdCBwYXMgbMOgLg0K"}) {
    CAPTURE(text);
    CHECK(mail.find(text) != std::string::npos);
  }
}

TEST_CASE("mail: a file is what a program that reads mail finds in it") {
  const Scene scene;
  std::string file;
  for (unsigned i = 0; i < 1'000'000; ++i) file += static_cast<char>(i * i >> 3U);
  scene.put(std::string(64, 'a'), file);
  const std::string mail = delivered_mail(scene);
  if (mail.empty()) return;
  const auto found = scene.folder / "found";
  std::filesystem::create_directory(found);
  Process reader({"/usr/bin/python3", FIRSTLINE_SOURCE_DIR "/tests/courier/read_mail.py",
                  (scene.folder / "mails" / "2.eml").string(), found.string()},
                 (scene.folder / "reader-log").string());
  REQUIRE(reader.wait() == 0);
  CHECK(kb::read_file(found / "text").starts_with("Bonjour,\r\n\r\nil n’est pas là.\r\n"));
  CHECK(kb::read_file(found / "name") == "colis abîmé.png image/png");
  CHECK(kb::read_file(found / "file") == file);
}
