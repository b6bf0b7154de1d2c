#include "searcher/http/serve.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>

#include "analysis/text/printable.hpp"
#include "searcher/http/metrics.hpp"
#include "searcher/http/server.hpp"
#include "searcher/http/service.hpp"
#include "searcher/requests/duration.hpp"

namespace furat::http {
namespace {

/// For the signal handler, which can be given nothing.
std::atomic<Server*> running = nullptr;

void stop_running(int /*signal*/) {
  if (auto* server = running.load()) server->stop();
}

/// While it lives, SIGINT and SIGTERM stop the server; a second one ends the program.
class StopsOnSignals {
 public:
  explicit StopsOnSignals(Server& server) {
    running = &server;
    struct sigaction action {};
    action.sa_handler = stop_running;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }
  ~StopsOnSignals() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    running = nullptr;
  }
  StopsOnSignals(const StopsOnSignals&) = delete;
  StopsOnSignals& operator=(const StopsOnSignals&) = delete;
};

ListenAddress checked_address(const ServeOptions& options) {
  auto address = parsed_listen_address(options.listen);
  if (!is_loopback(address) && !options.allow_remote)
    throw RequestError(
        "'" + options.listen +
            "' can be reached by other machines; --allow-remote says that this is meant",
        "listen", options.listen);
  return address;
}

/// A line of text of its own: nothing that came from a client can end it or steer a terminal.
void log_line(const std::string& text) {
  const auto line = analysis::printable(text) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void log_access(const Served& served) {
  constexpr std::size_t kLongest = 500;
  log_line(fmt::format("{} {} {} {} {} bytes {:.1f} ms", served.peer, served.method,
                       served.target.substr(0, kLongest), served.status, served.bytes,
                       static_cast<double>(served.duration.count()) / 1000.0));
}

ServerLimits server_limits_of(const ServeOptions& options) {
  ServerLimits limits;
  limits.connections = options.max_connections;
  limits.body = options.max_body;
  limits.transfer = requests::parse_duration(options.client_timeout);
  return limits;
}

AnswerLimits answer_limits_of(const ServeOptions& options) {
  return {options.max_hits, requests::parse_duration(options.request_timeout)};
}

/// More searches at a time than processors would only take these from each other.
SearcherOptions searcher_options_of(const ServeOptions& options) {
  return {options.threads > 0 ? options.threads
                              : std::max(1U, std::thread::hardware_concurrency())};
}

/// glibc keeps freed memory by arena, up to eight a processor: with a thread a connection that is
/// several times what the searches that run need.
void keep_few_arenas(std::size_t searches) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, static_cast<int>(2 * searches));
#else
  (void)searches;
#endif
}

}  // namespace

int serve(const OpenSearcher& open, const ServeOptions& options) {
  const auto address = checked_address(options);
  const auto token = options.token_file.empty() ? std::string() : token_of_file(options.token_file);
  const auto parallel = searcher_options_of(options);
  keep_few_arenas(parallel.parallel_requests);
  const Searcher searcher = open(parallel);
  Metrics metrics;
  Server* listening = nullptr;
  const Service* answering = nullptr;
  const auto metrics_text = [&] {
    return metrics.text(searcher.info(), listening->connections(), answering->in_flight());
  };
  const Service service(searcher, answer_limits_of(options),
                        AllowedHosts(address, options.public_names), token, metrics_text, log_line);
  answering = &service;
  Server server(
      address, server_limits_of(options),
      [&](const Request& request) { return service.answer(request); },
      [&](const Served& served) {
        metrics.count(served);
        if (options.access_log) log_access(served);
      });
  listening = &server;
  const StopsOnSignals stops(server);
  const auto info = searcher.info();
  fmt::print("listening on {} (index {}, {} passages)\n", url_of(server.address()),
             analysis::printable(info.path.string()), info.passages);
  std::fflush(stdout);
  server.run();
  return 0;
}

}  // namespace furat::http
