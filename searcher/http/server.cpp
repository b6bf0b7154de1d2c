#include "searcher/http/server.hpp"

#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <utility>

#include "searcher/http/answers.hpp"
#include "searcher/http/connection.hpp"
#include "searcher/http/hang_ups.hpp"

namespace furat::http {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point begin) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7), in whatever locale.
std::string http_date(std::chrono::system_clock::time_point now) {
  constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(now - day));
  return fmt::format(
      "{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday(day).c_encoding()],
      static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
      static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
      time.seconds().count());
}

/// What is answered: the HTTP library hands its handlers nothing else of ours.
struct Turn {
  Connection& connection;
  Connection::Received& received;
};
thread_local Turn* turn = nullptr;

/// An answer that does not go through the HTTP library, as there is no request it could read.
std::string written_answer(const Answer& answer) {
  std::string text = "HTTP/1.1 " + std::to_string(answer.status) + ' ';
  text += reason_of(answer.status);
  text += "\r\nConnection: close\r\nContent-Type: " + answer.content_type;
  text += "\r\nContent-Length: " + std::to_string(answer.body.size());
  for (const auto& [name, value] : headers_of(answer)) text += "\r\n" + name + ": " + value;
  return text + "\r\n\r\n" + answer.body;
}

}  // namespace

/// Takes from cpp-httplib how a request is read and an answer written. Not its way to accept
/// connections: that ends when one fails, queues without limit and shares the port with others.
class Server::Impl final : private httplib::Server {
 public:
  Impl(const ListenAddress& address, const ServerLimits& limits, http::Server::Handler handler,
       Observer observer)
      : listener_(address),
        limits_(limits),
        handler_(std::move(handler)),
        observer_(std::move(observer)) {
    connection_limits_.head.body = limits.body;
    connection_limits_.transfer = limits.transfer;
    connection_limits_.idle = limits.idle;
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.idle).count());
    set_keep_alive_max_count(kRequestsOfConnection);
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      respond(request, response);
      return HandlerResponse::Handled;
    });
    // What the library itself refuses.
    set_error_handler([](const httplib::Request&, httplib::Response& response) {
      if (!response.body.empty()) return;
      fill(response, refused(response.status, "this is no request"));
    });
  }

  [[nodiscard]] const ListenAddress& address() const { return listener_.address(); }
  [[nodiscard]] std::size_t connections() const { return open_; }
  void stop() const noexcept { stop_.stop(); }

  void run() {
    httplib::ThreadPool threads(limits_.connections);
    while (const auto socket = listener_.accepted(stop_)) {
      if (open_ >= limits_.connections) {
        guarded([&] { turn_away(*socket); });
        continue;
      }
      ++open_;
      threads.enqueue([this, socket = *socket] {
        guarded([&] { serve(socket); });
        --open_;
      });
    }
    threads.shutdown();
  }

 private:
  static constexpr std::size_t kRequestsOfConnection = 10'000;

  /// What goes wrong with one connection (memory runs out) ends that one and no other.
  template <class Talk>
  static void guarded(Talk talk) noexcept {
    try {
      talk();
    } catch (...) {  // nobody is left to tell: the connection is closed
    }
  }

  static void fill(httplib::Response& response, Answer&& answer) {
    response.status = answer.status;
    response.body = std::move(answer.body);
    if (!answer.content_type.empty()) response.set_header("Content-Type", answer.content_type);
    for (const auto& [name, value] : headers_of(answer)) response.set_header(name, value);
    response.set_header("Date", http_date(std::chrono::system_clock::now()));
  }

  void respond(const httplib::Request& parsed, httplib::Response& response) const {
    const auto begin = Clock::now();
    auto& [connection, received] = *turn;
    const HangUps::Watched watched(hang_ups_, connection.socket());
    const Request request{parsed.method,
                          std::move(received.target),
                          parsed.get_header_value("host"),
                          parsed.get_header_value("authorization"),
                          parsed.get_header_value("if-none-match"),
                          parsed.get_header_value("content-type"),
                          std::move(received.body),
                          watched.token()};
    auto answer = handler_(request);
    Served served{connection.peer(), request.method,     request.target, answer.route,
                  answer.status,     answer.body.size(), since(begin)};
    fill(response, std::move(answer));
    observer_(served);
  }

  /// Too many connections: said at once, by the thread that accepts.
  void turn_away(int socket) const {
    Connection connection(socket, connection_limits_, stop_);
    refuse(connection, {503, "too many connections"}, std::chrono::milliseconds(5));
  }

  void refuse(Connection& connection, const Refusal& refusal,
              std::chrono::milliseconds patience) const {
    const auto answer = refusal.status == 405 ? not_allowed("GET, HEAD, POST")
                                              : refused(refusal.status, refusal.message);
    connection.send(written_answer(answer));
    connection.finish(patience);
    observer_({connection.peer(), "-", "-", "", answer.status, answer.body.size(), {}});
  }

  void serve(int socket) {
    Connection connection(socket, connection_limits_, stop_);
    constexpr std::chrono::milliseconds kPatience{500};
    for (std::size_t count = 1;; ++count) {
      auto next = connection.next();
      if (std::holds_alternative<Connection::Gone>(next)) return;
      if (const auto* refusal = std::get_if<Refusal>(&next))
        return refuse(connection, *refusal, kPatience);
      if (!answer(connection, std::get<Connection::Received>(next), count)) break;
    }
    connection.finish(kPatience);
  }

  /// Whether the connection goes on.
  bool answer(Connection& connection, Connection::Received& received, std::size_t count) {
    // Where connections are scarce, none is kept for what may come.
    const bool last = !received.keep_alive || count >= kRequestsOfConnection || stop_.stopped() ||
                      open_ * 4 > limits_.connections * 3;
    bool closed = false;
    Turn mine{connection, received};
    turn = &mine;
    const bool written = process_request(connection, last, closed, nullptr);
    turn = nullptr;
    return written && !last && !closed;
  }

  Listener listener_;
  ServerLimits limits_;
  ConnectionLimits connection_limits_;
  StopSignal stop_;
  mutable HangUps hang_ups_;
  http::Server::Handler handler_;
  Observer observer_;
  std::atomic<std::size_t> open_ = 0;
};

Server::Server(const ListenAddress& address, const ServerLimits& limits, Handler handler,
               Observer observer)
    : impl_(std::make_unique<Impl>(address, limits, std::move(handler), std::move(observer))) {}
Server::~Server() = default;

const ListenAddress& Server::address() const { return impl_->address(); }
std::size_t Server::connections() const { return impl_->connections(); }
void Server::run() { impl_->run(); }
void Server::stop() noexcept { impl_->stop(); }

}  // namespace furat::http
