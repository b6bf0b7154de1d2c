#include "searcher/http/listener.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>
#include <thread>

#include "furat/errors.hpp"
#include "searcher/host_port.hpp"

namespace furat::http {
namespace {

[[noreturn]] void throw_errno(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// The address as the system has it.
struct SystemAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;

  explicit SystemAddress(const ListenAddress& address) {
    if (address.v6) {
      auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
      v6.sin6_family = AF_INET6;
      v6.sin6_port = htons(address.port);
      inet_pton(AF_INET6, address.host.c_str(), &v6.sin6_addr);
      size = sizeof v6;
    } else {
      auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
      v4.sin_family = AF_INET;
      v4.sin_port = htons(address.port);
      inet_pton(AF_INET, address.host.c_str(), &v4.sin_addr);
      size = sizeof v4;
    }
  }
  [[nodiscard]] sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

bool is_address(const std::string& host, bool v6) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(v6 ? AF_INET6 : AF_INET, host.c_str(), bytes.data()) == 1;
}

std::uint16_t port_of(int socket) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  getsockname(socket, reinterpret_cast<sockaddr*>(&storage), &size);
  return ntohs(storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(storage).sin6_port
                                             : reinterpret_cast<sockaddr_in&>(storage).sin_port);
}

void set_option(int socket, int level, int name) {
  const int on = 1;
  setsockopt(socket, level, name, &on, sizeof on);
}

}  // namespace

ListenAddress parsed_listen_address(const std::string& text) {
  auto found = host_port_in(text);
  if (found && found->host == "localhost") found->host = "127.0.0.1";
  if (!found || !is_address(found->host, found->in_brackets))
    throw RequestError("'" + text + "' is no address and port to listen at", "listen", text, 0,
                       {"127.0.0.1:8080", "[::1]:8080", "127.0.0.1:0"});
  return {found->host, found->port, found->in_brackets};
}

bool is_loopback(const ListenAddress& address) {
  return address.v6 ? address.host == "::1" : address.host.starts_with("127.");
}

std::string url_of(const ListenAddress& address) {
  return fmt::format("http://{0}{2}{1}:{3}/", address.v6 ? "[" : "", address.v6 ? "]" : "",
                     address.host, address.port);
}

StopSignal::StopSignal() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw_errno("eventfd");
}

StopSignal::~StopSignal() { close(descriptor_); }

void StopSignal::stop() const noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(descriptor_, &one, sizeof one);
}

bool StopSignal::stopped() const {
  pollfd wanted{descriptor_, POLLIN, 0};
  return poll(&wanted, 1, 0) > 0;
}

Listener::Listener(const ListenAddress& address) : address_(address) {
  socket_ = socket(address.v6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (socket_ < 0) throw_errno("socket");
  set_option(socket_, SOL_SOCKET, SO_REUSEADDR);
  SystemAddress system(address);
  constexpr int kBacklog = 128;
  if (bind(socket_, system.get(), system.size) != 0 || listen(socket_, kBacklog) != 0) {
    const int error = errno;
    close(socket_);
    throw std::system_error(error, std::generic_category(), "cannot listen at " + url_of(address));
  }
  address_.port = port_of(socket_);
}

Listener::~Listener() { close(socket_); }

std::optional<int> Listener::accepted(const StopSignal& stop) const {
  for (;;) {
    std::array<pollfd, 2> wanted{{{socket_, POLLIN, 0}, {stop.descriptor(), POLLIN, 0}}};
    poll(wanted.data(), wanted.size(), -1);
    if (wanted[1].revents != 0) return std::nullopt;
    const int socket = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket >= 0) {
      set_option(socket, IPPROTO_TCP, TCP_NODELAY);  // head and body of an answer go out apart
      return socket;
    }
    // What went wrong is the connection's fault, or passes: a server does not end for it.
    if (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace furat::http
