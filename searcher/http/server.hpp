// Serves HTTP: connections, threads, limits and what all answers have. What is answered is the
// handler's business.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "searcher/http/listener.hpp"
#include "searcher/http/message.hpp"

namespace furat::http {

struct ServerLimits {
  std::size_t connections = 64;  ///< at a time, a thread each; further ones get 503
  std::size_t body = 256 * 1024;
  std::chrono::milliseconds transfer{10'000};  ///< for a whole request to come, and for an answer
  std::chrono::milliseconds idle{15'000};      ///< between two requests of a connection
};

/// Something that was answered, or refused before it was a request.
struct Served {
  std::string peer, method, target;
  std::string route;
  int status = 0;
  std::size_t bytes = 0;  ///< of the body
  std::chrono::microseconds duration{};
};

class Server {
 public:
  using Handler = std::function<Answer(const Request&)>;
  using Observer = std::function<void(const Served&)>;

  /// Listens from now on; throws std::system_error. `handler` and `observer` are called by many
  /// threads at once and must not throw.
  Server(const ListenAddress& address, const ServerLimits& limits, Handler handler,
         Observer observer);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] const ListenAddress& address() const;
  [[nodiscard]] std::size_t connections() const;  ///< open now

  /// Until stop(); then what runs is finished: as long as a request and its answer may take.
  void run();

  /// Also in a signal handler.
  void stop() noexcept;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat::http
