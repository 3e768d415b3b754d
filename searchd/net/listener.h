// Sockets that accept clients: TCP, Unix, or handed over by a service manager. No error of accept() ends it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kb/store/descriptor.h"

namespace searchd {

inline constexpr int kBacklog = 4096;  // clients the kernel keeps until they are accepted

struct Accepted {
  // none: nobody waits. failed: this client was lost, another may wait. exhausted: there are no descriptors
  // or no memory, try again in a moment.
  enum class Result { client, none, failed, exhausted };

  Result result = Result::none;
  kb::Descriptor socket;
  std::string peer;  // "192.0.2.1", without port; "" for a Unix socket
};

class Listener {
 public:
  // Throw Error when the address is taken, is not allowed or is no address. Port 0: any free one.
  static Listener tcp(const std::string& host, int port);
  static Listener unix_socket(const std::filesystem::path& path);  // replaces a socket that nobody listens on
  // What a service manager handed over (LISTEN_PID and LISTEN_FDS), in its order; usually nothing.
  static std::vector<Listener> inherited();

  std::string host() const;  // "127.0.0.1", "::1" or "unix:/run/firstline/socket"
  int port() const;          // 0 for a Unix socket
  int fd() const { return socket_.get(); }
  Accepted accept();
  void close() { socket_.close(); }

 private:
  explicit Listener(kb::Descriptor socket);

  kb::Descriptor socket_;
  kb::Descriptor spare_;  // closed for a moment when there is no other, to turn a client away
};

// Raises the limit on open files as far as this process may; without it a shell's 1,024 would be our limit.
void raise_descriptor_limit();

}  // namespace searchd
