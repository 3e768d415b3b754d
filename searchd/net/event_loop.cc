#include "searchd/net/event_loop.h"

#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <thread>
#include <utility>

#include "kb/model/error.h"

namespace searchd {

namespace {

using Phase = Connection::Phase;

constexpr std::uint64_t kListener = 0;  // epoll's names for what is no client
constexpr std::uint64_t kWake = 1;
constexpr std::uint64_t kFirstClient = 2;
constexpr int kAcceptsPerTurn = 64;
constexpr std::chrono::milliseconds kTick{
    100};  // how late a deadline, or a wake-up that failed, may be noticed
constexpr std::chrono::milliseconds kIdleTick{1000};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

std::size_t worker_count(const FrontOptions& options) {
  return options.workers > 0 ? options.workers : 2 * std::max(1U, std::thread::hardware_concurrency());
}

bool add(const kb::Descriptor& epoll, int fd, std::uint64_t id) {
  epoll_event event{EPOLLIN, {.u64 = id}};
  return ::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, fd, &event) == 0;
}

void wake(const kb::Descriptor& event) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written =
      ::write(event.get(), &one, sizeof one);  // fails only when already awake
}

}  // namespace

EventLoop::EventLoop(Listener listener, Handler handler, const FrontOptions& options, Clock clock)
    : options_(options),
      handler_(std::move(handler)),
      clock_(std::move(clock)),
      listener_(std::move(listener)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      now_(clock_()),
      next_id_(kFirstClient),
      workers_(worker_count(options), options.queue, options.patience, clock_) {
  if (add(epoll_, listener_.fd(), kListener) && add(epoll_, wake_.get(), kWake)) return;
  throw kb::Error(std::string("cannot watch sockets: ") + std::strerror(errno),
                  "raise the limit on open files");
}

void EventLoop::run() {
  std::array<epoll_event, 256> events{};
  while (!is_done()) {
    const int count =
        ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), wait_milliseconds());
    now_ = clock_();
    ++metrics_.turns;
    for (int i = 0; i < count; ++i) handle(events.at(static_cast<std::size_t>(i)));
    if (now_ >= next_sweep_) sweep();
    if (stops_ > 0 && !draining_) begin_drain();
  }
}

void EventLoop::stop() noexcept {
  ++stops_;
  wake(wake_);
}

bool EventLoop::is_done() const {
  return stops_ > 1 || (draining_ && (clients_.empty() || now_ >= drain_end_));
}

int EventLoop::wait_milliseconds() const {
  return static_cast<int>((clients_.empty() && listening_ ? kIdleTick : kTick).count());
}

void EventLoop::handle(const epoll_event& event) {
  const std::uint64_t id = event.data.u64;  // a copy: no reference may lead into a packed struct
  if (id == kListener) return accept_clients();
  if (id == kWake) return deliver_answers();
  const auto found = clients_.find(id);
  if (found == clients_.end()) return;
  Client& client = found->second;
  const Phase phase = client.connection.phase();
  if ((event.events & (EPOLLERR | EPOLLHUP)) != 0) return drop(found->first);
  if (phase == Phase::working) return watch(found->first, client, 0);  // it has to wait for its answer
  if (phase != Phase::writing) read(client);
  settle(found->first, client);
}

void EventLoop::sweep() {
  next_sweep_ = now_ + kTick;
  deliver_answers();
  if (!listening_ && !draining_) watch_listener(true);
  std::vector<Id> late;
  for (const auto& [id, client] : clients_) {
    if (client.connection.deadline() <= now_) late.push_back(id);
  }
  for (const Id id : late) {
    Client& client = clients_.at(id);
    if (client.connection.expire(now_)) ++metrics_.timeouts;
    settle(id, client);
  }
}

// Requests that are in the kernel's buffers already count as arrived.
void EventLoop::begin_drain() {
  draining_ = true;
  drain_end_ = now_ + options_.drain;
  workers_.stop_shedding();
  for (int i = 0; i < kBacklog / kAcceptsPerTurn && listening_; ++i) accept_clients();
  watch_listener(false);
  listener_.close();
  std::vector<Id> ids;
  for (const auto& [id, client] : clients_) ids.push_back(id);
  for (const Id id : ids) {
    Client& client = clients_.at(id);
    if (client.connection.phase() == Phase::reading) read(client);
    client.connection.drain(now_);
    settle(id, client);
  }
}

void EventLoop::accept_clients() {
  for (int i = 0; i < kAcceptsPerTurn; ++i) {
    Accepted accepted = listener_.accept();
    if (accepted.result == Accepted::Result::none) return;
    if (accepted.result == Accepted::Result::client) {
      admit(std::move(accepted));
      continue;
    }
    ++metrics_.accept_errors;
    if (accepted.result == Accepted::Result::exhausted) return watch_listener(false);  // until the next sweep
  }
}

void EventLoop::watch_listener(bool on) {
  epoll_event event{on ? EPOLLIN : 0U, {.u64 = kListener}};
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, listener_.fd(), &event);
  listening_ = on;
}

void EventLoop::admit(Accepted accepted) {
  ++metrics_.accepted;
  const int fd = accepted.socket.get();
  if (is_over_limit(accepted.peer)) {
    ++metrics_.turned_away;
    const Answer sorry = refusal(503, false);
    const std::string bytes = sorry.head + *sorry.body;
    ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return;
  }
  if (!add(epoll_, fd, next_id_)) return void(++metrics_.accept_errors);
  if (options_.max_per_client > 0 && !accepted.peer.empty()) ++per_peer_[accepted.peer];
  clients_.emplace(next_id_++, Client{std::move(accepted.socket), std::move(accepted.peer),
                                      Connection(options_.deadlines, now_, options_.body_limit)});
  metrics_.open = clients_.size();
}

bool EventLoop::is_over_limit(const std::string& peer) const {
  if (clients_.size() >= options_.connections) return true;
  const auto found = per_peer_.find(peer);
  return found != per_peer_.end() && found->second >= options_.max_per_client;
}

void EventLoop::drop(Id id) {
  const auto found = clients_.find(id);
  Client& client = found->second;
  unsent_ -= client.unsent;
  if (const auto peer = per_peer_.find(client.peer); peer != per_peer_.end() && --peer->second == 0)
    per_peer_.erase(peer);
  clients_.erase(found);
  metrics_.open = clients_.size();
}

void EventLoop::evict_slow_readers() {
  const auto key = [](const auto& entry) {
    return std::pair(entry.second.unsent == 0, entry.second.connection.deadline());
  };
  while (unsent_ > options_.max_unsent) {
    const auto slowest = std::min_element(clients_.begin(), clients_.end(),
                                          [&](const auto& a, const auto& b) { return key(a) < key(b); });
    ++metrics_.evicted;
    drop(slowest->first);
  }
}

void EventLoop::read(Client& client) {
  const ssize_t count = ::recv(client.socket.get(), buffer_.data(), buffer_.size(), 0);
  if (count > 0) return client.connection.receive({buffer_.data(), static_cast<std::size_t>(count)}, now_);
  if (count == 0 || (errno != EAGAIN && errno != EINTR)) client.connection.abort();
}

// False when the client has to read first.
bool EventLoop::write(Client& client) {
  std::array<iovec, 2> parts = client.connection.unsent();
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  const ssize_t count = ::sendmsg(client.socket.get(), &message, MSG_NOSIGNAL);
  if (count >= 0)
    client.connection.sent(static_cast<std::size_t>(count), now_);
  else if (errno != EAGAIN && errno != EINTR)
    client.connection.abort();
  return client.connection.phase() != Phase::writing;
}

bool EventLoop::admit_large_body(Client& client) {
  const auto holders = static_cast<std::size_t>(large_body_.use_count()) - 1;  // without the loop itself
  if (holders >= options_.large_bodies) return false;
  client.large_body = large_body_;
  return true;
}

// Goes on until the client or a worker has to move.
void EventLoop::settle(Id id, Client& client) {
  Connection& connection = client.connection;
  while (connection.phase() == Phase::ready || connection.phase() == Phase::writing) {
    if (connection.phase() == Phase::ready)
      dispatch(id, client);
    else if (!write(client))
      break;
  }
  account(client);
  if (connection.take_large() && !admit_large_body(client)) {
    connection.refuse(503, now_);
    return settle(id, client);
  }
  const int fd = client.socket.get();
  if (connection.take_continue()) ::send(fd, kContinue.data(), kContinue.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  switch (connection.phase()) {
    case Phase::lingering:
      ::shutdown(fd, SHUT_WR);
      [[fallthrough]];
    case Phase::reading:
      return watch(id, client, EPOLLIN);
    case Phase::writing:
      return watch(id, client, EPOLLOUT);
    case Phase::closed:
      return drop(id);
    default:
      return;  // working: a change of what is watched is rarely worth a system call
  }
}

void EventLoop::watch(Id id, Client& client, std::uint32_t events) {
  if (client.events == events) return;
  client.events = events;
  epoll_event event{events, {.u64 = id}};
  ::epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, client.socket.get(), &event);
}

// Bytes that the page cache holds too are not this client's fault.
void EventLoop::account(Client& client) {
  const std::size_t unsent = client.connection.owns_answer() ? client.connection.unsent_bytes() : 0;
  unsent_ = unsent_ - client.unsent + unsent;
  client.unsent = unsent;
}

void EventLoop::dispatch(Id id, Client& client) {
  Connection& connection = client.connection;
  LargeBody large_body = std::exchange(client.large_body, nullptr);
  if (const int status = connection.refusal(); status != 0) {
    ++metrics_.refused_with(status);
    return connection.answer(refusal(status, false, connection.most()), now_);
  }
  ++metrics_.requests;
  const bool keep_alive = connection.keep_alive();
  Request request = connection.take();
  request.client = client.peer;
  auto job = [this, id, keep_alive, request = std::move(request), held = std::move(large_body)](Turn turn) {
    const bool keep = keep_alive && !draining_;
    // A form is answered however late: with 503 what was typed into it would be lost.
    const bool too_late = turn == Turn::too_late && request.method != "POST";
    if (too_late) ++metrics_.overloaded;
    finish(id, too_late ? refusal(503, keep) : answer(handler_, request, keep));
  };
  if (workers_.push(std::move(job))) return;
  ++metrics_.overloaded;
  ++metrics_.answered;
  connection.answer(refusal(503, keep_alive), now_);
}

void EventLoop::finish(Id id, Answer answer) {
  ++metrics_.answered;
  std::unique_lock lock(answers_mutex_);
  const bool first = answers_.empty();
  answers_.emplace_back(id, std::move(answer));
  lock.unlock();
  if (first) wake(wake_);
}

void EventLoop::deliver_answers() {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto read = ::read(wake_.get(), &count, sizeof count);
  std::unique_lock lock(answers_mutex_);
  auto answers = std::exchange(answers_, {});
  lock.unlock();
  for (auto& [id, answer] : answers) {
    const auto found = clients_.find(id);
    if (found == clients_.end()) continue;  // it did not wait
    found->second.connection.answer(std::move(answer), now_);
    settle(id, found->second);
  }
  evict_slow_readers();
}

}  // namespace searchd
