#include "tests/faults/load_client.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <deque>
#include <stdexcept>

#include "kb/store/descriptor.h"

namespace faults {

namespace {

using Time = std::chrono::steady_clock::time_point;
using std::chrono::steady_clock;

struct Client {
  kb::Descriptor socket;
  std::string unsent;
  std::string received;
  Time sent;  // its request
  bool busy = false;
};

double milliseconds(Time from, Time to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

// Where the answer at the beginning of `bytes` ends; 0 when it is not whole.
std::size_t end_of_answer(const std::string& bytes) {
  const auto head = bytes.find("\r\n\r\n");
  if (head == std::string::npos) return 0;
  const auto length = bytes.find("\r\nContent-Length: ");
  if (length >= head) return head + 4;
  const std::size_t end = head + 4 + std::strtoul(bytes.c_str() + length + 18, nullptr, 10);
  return end <= bytes.size() ? end : 0;
}

class Crowd {
 public:
  explicit Crowd(const Load& load)
      : load_(load), epoll_(::epoll_create1(EPOLL_CLOEXEC)), begin_(steady_clock::now()) {
    clients_.resize(load.connections);
    for (std::size_t i = 0; i < clients_.size(); ++i) {
      connect(i);
      if (load.rate > 0)
        free_.push_back(i);
      else
        ask(i);
    }
  }

  LoadResult run() {
    std::array<epoll_event, 256> events{};
    const Time end = begin_ + load_.time;
    while (!is_done(end)) {
      send_what_is_due();
      const int count = ::epoll_wait(epoll_.get(), events.data(), events.size(), 1);
      for (int i = 0; i < count; ++i) handle(events.at(static_cast<std::size_t>(i)).data.u64);
    }
    result_.seconds = milliseconds(begin_, steady_clock::now()) / 1000;
    std::sort(result_.milliseconds.begin(), result_.milliseconds.end());
    return std::move(result_);
  }

 private:
  // At the end by time, what was asked is still awaited.
  bool is_done(Time end) const {
    if (load_.count > 0 && result_.answers() >= load_.count) return true;
    if (steady_clock::now() < end) return false;
    const bool awaited =
        std::any_of(clients_.begin(), clients_.end(), [](const Client& c) { return c.busy; });
    return !awaited || steady_clock::now() > end + std::chrono::seconds(15);
  }

  bool is_over() const {
    return load_.count > 0 ? asked_ >= load_.count : steady_clock::now() >= begin_ + load_.time;
  }

  void connect(std::size_t i) {
    Client& client = clients_[i];
    client.socket = kb::Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!client.socket) throw std::runtime_error("too few descriptors for this many connections");
    const int on = 1;
    ::setsockopt(client.socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(load_.port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(client.socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to);
    epoll_event event{EPOLLIN | EPOLLOUT | EPOLLET, {.u64 = i}};
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, client.socket.get(), &event);
  }

  void ask(std::size_t i) {
    Client& client = clients_[i];
    client.unsent = request(asked_++);
    client.sent = steady_clock::now();
    client.busy = true;
    flush(client);
  }

  std::string request(long number) const {
    if (load_.next) return load_.next(number);
    return load_.requests[static_cast<std::size_t>(number) % load_.requests.size()];
  }

  static void flush(Client& client) {
    while (!client.unsent.empty()) {
      const ssize_t sent =
          ::send(client.socket.get(), client.unsent.data(), client.unsent.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // epoll says when to go on, or that it is closed
      client.unsent.erase(0, static_cast<std::size_t>(sent));
    }
  }

  void send_what_is_due() {
    if (load_.rate <= 0) return;
    const Time now = steady_clock::now();
    const auto due = [&] {
      return begin_ +
             std::chrono::nanoseconds(static_cast<long>(1e9 / load_.rate * static_cast<double>(asked_)));
    };
    while (!free_.empty() && due() <= now && !is_over()) {
      const std::size_t i = free_.front();
      free_.pop_front();
      ask(i);
    }
  }

  void handle(std::size_t i) {
    Client& client = clients_[i];
    flush(client);
    const bool was_busy = client.busy;
    bool closed = !receive(client);
    if (const std::size_t end = was_busy ? end_of_answer(client.received) : 0; end > 0)
      closed = !take_answer(client, end) || closed;
    else if (closed && was_busy)
      note(client, 0, "");
    if (closed) reconnect(i);
    if (was_busy && !client.busy) go_on(i);
  }

  // False when the connection is over.
  static bool receive(Client& client) {
    std::array<char, 65536> buffer{};
    ssize_t count = 0;
    while ((count = ::recv(client.socket.get(), buffer.data(), buffer.size(), 0)) > 0) {
      client.received.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR);
  }

  // False when it says that the connection is over.
  bool take_answer(Client& client, std::size_t end) {
    const std::string answer = client.received.substr(0, end);
    client.received.erase(0, end);
    const auto body = answer.find("\r\n\r\n") + 4;
    note(client, std::atoi(answer.c_str() + 9), std::string_view(answer).substr(body));
    return answer.find("\r\nConnection: close") >= body;
  }

  void note(Client& client, int status, std::string_view body) {
    client.busy = false;
    ++result_.statuses[status];
    if (status == 200) result_.milliseconds.push_back(milliseconds(client.sent, steady_clock::now()));
    const bool right = load_.is_right ? load_.is_right(status, body) : status == 200;
    if (!right) ++result_.wrong;
    if (load_.now_and_then && result_.answers() % 100 == 0) load_.now_and_then();
  }

  void go_on(std::size_t i) {
    if (load_.rate > 0)
      free_.push_back(i);
    else if (!is_over())
      ask(i);
  }

  void reconnect(std::size_t i) {
    clients_[i].received.clear();
    clients_[i].unsent.clear();
    connect(i);
  }

  const Load& load_;
  kb::Descriptor epoll_;
  Time begin_;
  std::vector<Client> clients_;
  std::deque<std::size_t> free_;
  long asked_ = 0;
  LoadResult result_;
};

}  // namespace

long LoadResult::answers() const {
  long sum = 0;
  for (const auto& [status, count] : statuses) sum += count;
  return sum;
}

double LoadResult::percentile(double percent) const {
  if (milliseconds.empty()) return 0;
  const auto last = static_cast<double>(milliseconds.size() - 1);
  return milliseconds[static_cast<std::size_t>(last * percent / 100)];
}

std::string LoadResult::text() const {
  std::string out = fmt::format("{} answers in {:.1f} s, {:.0f} a second:", answers(), seconds,
                                static_cast<double>(answers()) / seconds);
  for (const auto& [status, count] : statuses) {
    out += status == 0 ? fmt::format(" lost {},", count) : fmt::format(" {} x {},", count, status);
  }
  return out + fmt::format(" {} wrong; 200 in p50 {:.2f} ms, p99 {:.2f} ms, max {:.2f} ms", wrong,
                           percentile(50), percentile(99), percentile(100));
}

std::string get_request(std::string_view target) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

LoadResult run(const Load& load) { return Crowd(load).run(); }

}  // namespace faults
