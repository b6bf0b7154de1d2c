// The socket that connections come in by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace furat::http {

/// "127.0.0.1:8080", "[::1]:0", "localhost:8080", "0.0.0.0:80".
struct ListenAddress {
  std::string host;  ///< an address, without brackets
  std::uint16_t port = 0;
  bool v6 = false;
};

/// Throws RequestError ("listen") for what is no address: names other than localhost are none.
[[nodiscard]] ListenAddress parsed_listen_address(const std::string& text);

/// Whether only this machine can reach it: 127.0.0.0/8 and ::1.
[[nodiscard]] bool is_loopback(const ListenAddress& address);

/// "http://127.0.0.1:8080/"
[[nodiscard]] std::string url_of(const ListenAddress& address);

/// Tells threads that wait for sockets to stop. stop() may be called in a signal handler.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  void stop() const noexcept;
  [[nodiscard]] bool stopped() const;
  [[nodiscard]] int descriptor() const { return descriptor_; }  ///< readable from then on

 private:
  int descriptor_;
};

/// Throws std::system_error if it cannot listen there.
class Listener {
 public:
  explicit Listener(const ListenAddress& address);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// With the port that was chosen, if none was named.
  [[nodiscard]] const ListenAddress& address() const { return address_; }

  /// The next connection, a socket that is the caller's to close; none once `stop` says so.
  [[nodiscard]] std::optional<int> accepted(const StopSignal& stop) const;

 private:
  ListenAddress address_;
  int socket_ = -1;
};

}  // namespace furat::http
