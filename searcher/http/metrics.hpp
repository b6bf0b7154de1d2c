// What the server did, in the text format of Prometheus.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "furat/searcher.hpp"
#include "searcher/http/server.hpp"

namespace furat::http {

/// For many threads.
class Metrics {
 public:
  void count(const Served& served);

  /// `connections` and `searching`: now.
  [[nodiscard]] std::string text(const IndexInfo& index, std::size_t connections,
                                 std::size_t searching) const;

 private:
  static constexpr std::array kBounds{1,   2,   5,   10,   20,   50,
                                      100, 200, 500, 1000, 2000, 5000};  ///< ms
  struct Durations {
    std::array<std::uint64_t, kBounds.size() + 1> below{};  ///< each by itself; the last: above all
    std::uint64_t count = 0;
    double seconds = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  ///< by route and status
  std::map<std::string, Durations> durations_;                     ///< by route
  std::uint64_t bytes_ = 0;
};

}  // namespace furat::http
