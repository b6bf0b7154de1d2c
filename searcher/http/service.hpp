// From a request to its answer: who may ask, which route, what is cached, what went wrong.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "furat/searcher.hpp"
#include "searcher/http/access.hpp"
#include "searcher/http/message.hpp"
#include "searcher/http/routes.hpp"
#include "searcher/http/target.hpp"

namespace furat::http {

/// For many threads.
class Service {
 public:
  using Text = std::function<std::string()>;

  /// `token` empty: everybody may ask. `metrics` gives what /metrics says, `report` takes what went
  /// wrong inside, for the log: clients are not told paths.
  Service(const Searcher& searcher, const AnswerLimits& limits, AllowedHosts hosts,
          std::string token, Text metrics, std::function<void(const std::string&)> report);

  /// Never throws.
  [[nodiscard]] Answer answer(const Request& request) const;

  [[nodiscard]] std::size_t in_flight() const { return in_flight_; }

 private:
  [[nodiscard]] Answer routed(const Request& request) const;
  [[nodiscard]] Answer api(const Request& request, const Target& target) const;
  [[nodiscard]] Answer health() const;
  [[nodiscard]] Answer asked(const Request& request, const Target& target,
                             const RouteMatch& match) const;
  [[nodiscard]] Answer current(const Request& request, const Route& route, const Call& call) const;
  /// Whether that is the newest generation, as far as can be told in time.
  [[nodiscard]] bool is_still(const std::string& generation, const Call& call) const;

  const Searcher& searcher_;
  AnswerLimits limits_;
  AllowedHosts hosts_;
  std::string token_;
  Text metrics_;
  std::function<void(const std::string&)> report_;
  mutable std::atomic<std::size_t> in_flight_ = 0;
};

}  // namespace furat::http
