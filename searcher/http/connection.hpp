// One connection: reads whole requests within limits and time, and takes answers, for cpp-httplib.
#pragma once

#include <httplib.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "searcher/http/listener.hpp"
#include "searcher/http/request_head.hpp"

namespace furat::http {

struct ConnectionLimits {
  HeadLimits head;
  /// From the first byte of a request to its last, and of an answer: slow clients hold nothing.
  std::chrono::milliseconds transfer{10'000};
  std::chrono::milliseconds idle{15'000};  ///< between two requests
};

/// Of one thread. As a stream it holds the head of the request that was read last.
class Connection final : public httplib::Stream {
 public:
  /// Closes the socket in the end.
  Connection(int socket, const ConnectionLimits& limits, const StopSignal& stop);
  ~Connection() override;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  struct Gone {};  ///< the client left, was idle or too slow to begin, or the server stops
  struct Received {
    std::string target;  ///< as sent
    std::string body;
    bool keep_alive = true;
  };
  /// The next request.
  [[nodiscard]] std::variant<Received, Refusal, Gone> next();

  /// False if the client does not take all of it in time.
  bool send(std::string_view text);

  /// Says that nothing more comes and waits a moment for the client to see it: a socket closed with
  /// bytes unread would take the answer back.
  void finish(std::chrono::milliseconds patience);

  [[nodiscard]] std::string peer() const;  ///< address of the client

  [[nodiscard]] bool is_readable() const override { return position_ < head_.size(); }
  [[nodiscard]] bool is_writable() const override { return true; }
  ssize_t read(char* out, std::size_t size) override;
  ssize_t write(const char* bytes, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;
  enum class Arrival { bytes, late, gone };

  [[nodiscard]] Arrival receive(Clock::time_point end);
  [[nodiscard]] std::variant<std::string, Refusal, Gone> read_head(Clock::time_point end);
  [[nodiscard]] std::variant<Received, Refusal, Gone> read_body(const Head& head,
                                                                Clock::time_point end);

  int socket_;
  const ConnectionLimits& limits_;
  const StopSignal& stop_;
  std::string received_;  ///< not used yet
  std::string head_;      ///< of the request, for the HTTP library
  std::size_t position_ = 0;
  std::optional<Clock::time_point> sent_by_;  ///< when the answer must be taken
};

}  // namespace furat::http
