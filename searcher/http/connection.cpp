#include "searcher/http/connection.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace furat::http {
namespace {

using std::chrono::steady_clock;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

int milliseconds_to(steady_clock::time_point end) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - steady_clock::now()).count();
  return static_cast<int>(std::max<decltype(left)>(left, 0));
}

}  // namespace

Connection::Connection(int socket, const ConnectionLimits& limits, const StopSignal& stop)
    : socket_(socket), limits_(limits), stop_(stop) {}

Connection::~Connection() { close(socket_); }

Connection::Arrival Connection::receive(Clock::time_point end) {
  while (Clock::now() < end) {
    std::array<char, 16 * 1024> bytes;  // NOLINT(*-member-init): what is read is set
    const auto size = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size > 0) {
      received_.append(bytes.data(), static_cast<std::size_t>(size));
      return Arrival::bytes;
    }
    if (size == 0) return Arrival::gone;
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return Arrival::gone;
    std::array<pollfd, 2> wanted{{{socket_, POLLIN, 0}, {stop_.descriptor(), POLLIN, 0}}};
    poll(wanted.data(), wanted.size(), milliseconds_to(end));
    // What came before the server was told to stop is still answered.
    if (wanted[0].revents == 0 && wanted[1].revents != 0) return Arrival::gone;
  }
  return Arrival::late;
}

std::variant<std::string, Refusal, Connection::Gone> Connection::read_head(Clock::time_point end) {
  std::size_t searched = 0;  // a head that comes byte by byte is read once
  for (;;) {
    // Empty lines before a request are passed over.
    received_.erase(0, received_.find_first_not_of("\r\n"));
    if (const auto found = head_end(received_, searched);
        found && found->next <= limits_.head.head) {
      auto head = received_.substr(0, found->text);
      received_.erase(0, found->next);
      return head;
    }
    if (received_.find('\n') >= limits_.head.line && received_.size() >= limits_.head.line)
      return Refusal{414, "the address is too long"};
    if (received_.size() >= limits_.head.head) return Refusal{431, "the header is too long"};
    searched = received_.size() - std::min<std::size_t>(received_.size(), 2);
    const auto arrival = receive(end);
    if (arrival == Arrival::late) return Refusal{408, "the request did not come in time"};
    if (arrival == Arrival::gone) return Gone{};
  }
}

std::variant<Connection::Received, Refusal, Connection::Gone> Connection::read_body(
    const Head& head, Clock::time_point end) {
  if (head.waits && received_.size() < head.body && !send(kContinue)) return Gone{};
  while (received_.size() < head.body) {
    const auto arrival = receive(end);
    if (arrival == Arrival::late) return Refusal{408, "the body did not come in time"};
    if (arrival == Arrival::gone) return Gone{};
  }
  Received result{head.target, received_.substr(0, head.body), head.keep_alive};
  received_.erase(0, head.body);
  return result;
}

std::variant<Connection::Received, Refusal, Connection::Gone> Connection::next() {
  sent_by_.reset();
  if (received_.empty() && receive(Clock::now() + limits_.idle) != Arrival::bytes) return Gone{};
  const auto end = Clock::now() + limits_.transfer;
  auto lines = read_head(end);
  if (auto* refusal = std::get_if<Refusal>(&lines)) return *refusal;
  if (std::holds_alternative<Gone>(lines)) return Gone{};
  auto checked = checked_head(std::get<std::string>(lines), limits_.head);
  if (auto* refusal = std::get_if<Refusal>(&checked)) return *refusal;
  auto& head = std::get<Head>(checked);
  head_ = std::move(head.text);
  position_ = 0;
  return read_body(head, end);
}

bool Connection::send(std::string_view text) {
  if (!sent_by_) sent_by_ = Clock::now() + limits_.transfer;
  while (!text.empty() && Clock::now() < *sent_by_) {
    const auto size = ::send(socket_, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (size >= 0) {
      text.remove_prefix(static_cast<std::size_t>(size));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
    pollfd wanted{socket_, POLLOUT, 0};
    poll(&wanted, 1, milliseconds_to(*sent_by_));
  }
  return text.empty();
}

void Connection::finish(std::chrono::milliseconds patience) {
  shutdown(socket_, SHUT_WR);
  const auto end = Clock::now() + patience;
  constexpr std::size_t kEnough = 1 << 20;
  std::size_t passed_over = 0;
  do {
    passed_over += received_.size();
    received_.clear();
  } while (passed_over < kEnough && receive(end) == Arrival::bytes);
}

std::string Connection::peer() const {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (getpeername(socket_, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return "-";
  const void* bytes = &reinterpret_cast<sockaddr_in&>(storage).sin_addr;
  if (storage.ss_family == AF_INET6) bytes = &reinterpret_cast<sockaddr_in6&>(storage).sin6_addr;
  return inet_ntop(storage.ss_family, bytes, text.data(), text.size()) == nullptr ? "-"
                                                                                  : text.data();
}

ssize_t Connection::read(char* out, std::size_t size) {
  const auto taken = head_.copy(out, size, position_);
  position_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t Connection::write(const char* bytes, std::size_t size) {
  return send({bytes, size}) ? static_cast<ssize_t>(size) : -1;
}

// Nobody asks: the access log takes peer().
void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}
void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  get_remote_ip_and_port(ip, port);
}

}  // namespace furat::http
