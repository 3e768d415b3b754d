#include <doctest/doctest.h>
#include <httplib.h>
#include <sys/types.h>

#include <csignal>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "kb/store/sha256.h"
#include "tests/courier/scene.h"

using namespace courier_test;
using http_test::Process;
using support::eventually;

namespace {

// A web server that keeps what is posted to it, and answers as told: one answer after another, then 200.
class Receiver {
 public:
  explicit Receiver(std::deque<std::function<void(httplib::Response&)>> answers = {})
      : answers_(std::move(answers)) {
    server_.Post(".*", [this](const httplib::Request& request, httplib::Response& response) {
      const std::lock_guard lock(mutex_);
      got_.push_back(request);
      if (answers_.empty()) return;
      answers_.front()(response);
      answers_.pop_front();
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    eventually([&] { return server_.is_running(); });  // before that stop() does nothing
  }
  ~Receiver() {
    server_.stop();
    thread_.join();
  }
  int port() const { return port_; }
  std::vector<httplib::Request> got() {
    const std::lock_guard lock(mutex_);
    return got_;
  }

 private:
  httplib::Server server_;
  std::mutex mutex_;  // guards what is below
  std::deque<std::function<void(httplib::Response&)>> answers_;
  std::vector<httplib::Request> got_;
  int port_ = 0;
  std::thread thread_;
};

auto answer(int status) {
  return [status](httplib::Response& response) { response.status = status; };
}

// As docs/operating.md tells receivers to check.
bool is_signed(const httplib::Request& request) {
  const std::string header = request.get_header_value("X-Firstline-Signature");
  const auto comma = header.find(",v1=");
  if (!header.starts_with("t=") || comma == std::string::npos) return false;
  const std::string time = header.substr(2, comma - 2);
  return header.substr(comma + 4) == kb::hmac_sha256(kSecret, time + "." + request.body);
}

}  // namespace

TEST_CASE("webhook: a message arrives signed, and is gone") {
  const Scene scene;
  scene.put("aa");
  const std::string json = scene.outbox.read("aa");
  Receiver receiver;
  Process courier(scene.webhook(receiver.port()), scene.log);
  REQUIRE(eventually([&] { return scene.outbox.counts().delivered == 1; }));
  const auto got = receiver.got();
  REQUIRE(got.size() == 1);
  CHECK(got[0].body == json);
  CHECK(got[0].target == "/hook?team=a");
  CHECK(got[0].get_header_value("Content-Type") == "application/json");
  CHECK(got[0].get_header_value("Idempotency-Key") == "aa");
  CHECK(is_signed(got[0]));
  CHECK(scene.outbox.list().empty());
  CHECK(scene.logged("event=message_delivered id=aa"));
  courier.send_signal(SIGTERM);
  CHECK(courier.wait() == 0);
}

TEST_CASE("webhook: the largest file arrives whole") {
  const Scene scene;
  const std::string file(5UL * 1024 * 1024, '\xff');
  scene.put("aa", file);
  Receiver receiver;
  const Process courier(scene.webhook(receiver.port()), scene.log);
  REQUIRE(eventually([&] { return scene.outbox.counts().delivered == 1; }));
  const auto got = receiver.got();
  REQUIRE(got.size() == 1);
  CHECK(is_signed(got[0]));
  const outbox::Message message = outbox::from_json(got[0].body);
  CHECK(message.file == file);
  CHECK(message.file_name == "colis abîmé.png");
  CHECK(message.file_type == "image/png");
}

TEST_CASE("webhook: after an error it is sent again under the same key, redirects are not followed") {
  const Scene scene;
  scene.put("aa");
  Receiver receiver(
      {[](httplib::Response& response) { response.set_redirect("/elsewhere", 307); }, answer(204)});
  const Process courier(scene.webhook(receiver.port()), scene.log);
  REQUIRE(eventually([&] { return scene.outbox.counts().delivered == 1; }));
  const auto got = receiver.got();
  REQUIRE(got.size() == 2);
  CHECK(got[1].target == "/hook?team=a");
  CHECK(got[0].get_header_value("Idempotency-Key") == got[1].get_header_value("Idempotency-Key"));
  CHECK(is_signed(got[1]));
  CHECK(scene.logged("why=\"the webhook answered 307\""));
}

TEST_CASE("webhook: killed before it knows that a message arrived, it sends it again under the same key") {
  const Scene scene;
  scene.put("aa");
  pid_t pid = 0;
  Receiver receiver({[&](httplib::Response&) { ::kill(pid, SIGKILL); }});
  Process first(scene.webhook(receiver.port()), scene.log);
  pid = first.pid();
  CHECK(first.wait() == 128 + SIGKILL);
  REQUIRE(scene.outbox.list().size() == 1);
  const Process second(scene.webhook(receiver.port()), scene.log);
  REQUIRE(eventually([&] { return scene.outbox.counts().delivered == 1; }));
  const auto got = receiver.got();
  REQUIRE(got.size() == 2);
  CHECK(got[0].get_header_value("Idempotency-Key") == got[1].get_header_value("Idempotency-Key"));
  CHECK(got[0].body == got[1].body);
}

TEST_CASE("webhook: nobody there, and an answer that never ends") {
  const Scene scene;
  scene.put("aa");
  SUBCASE("nobody there") {
    int port = 0;
    {
      const Receiver gone;
      port = gone.port();
    }
    const Process courier(scene.webhook(port), scene.log);
    CHECK(eventually([&] { return scene.logged("why=\"the webhook cannot be reached\""); }));
    CHECK(scene.outbox.list().size() == 1);
  }
  SUBCASE("an answer that never ends is not waited for") {
    Receiver receiver({[](httplib::Response& response) {
      response.set_chunked_content_provider(
          "text/plain", [](std::size_t, httplib::DataSink& sink) { return sink.write("more", 4); });
    }});
    const Process courier(scene.webhook(receiver.port()), scene.log);
    CHECK(eventually([&] { return scene.outbox.counts().delivered == 1; }));
  }
}

TEST_CASE("courier: a second one does not start, nor one that does not know where to") {
  const Scene scene;
  const auto run = [&](const std::vector<std::string>& command) {
    Process courier(command, scene.log);
    return courier.wait();
  };
  Receiver receiver;
  const Process first(scene.webhook(receiver.port()), scene.log);
  REQUIRE(eventually([&] { return scene.logged("event=courier_started"); }));
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {scene.webhook(receiver.port()), "another courier works on"},
      {scene.command({}), "messages need one place to go to"},
      {scene.command({"--webhook", "http://shop.example/hook"}), "messages must not travel in the clear"},
      {scene.command({"--webhook", "https://shop.example/hook"}), "a webhook needs a secret"},
      {scene.command({"--webhook", "gopher://x"}), "is no address"},
      {scene.command({"--mail-command", "true", "--mail-from", "a@b.example"}), "an address each"}};
  for (const auto& [command, problem] : cases) {
    CAPTURE(problem);
    CHECK(run(command) == 2);
    CHECK(scene.logged(problem));
  }
}
