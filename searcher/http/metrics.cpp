#include "searcher/http/metrics.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

#include "furat/version.hpp"

namespace furat::http {
namespace {

/// Label values are our own patterns, generation names and versions; quotes cannot be in them.
void append_head(std::string& out, const char* name, const char* type, const char* help) {
  out += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

template <class Value>
void append_gauge(std::string& out, const char* name, const char* help, const Value& value) {
  append_head(out, name, "gauge", help);
  out += fmt::format("{} {}\n", name, value);
}

/// Of this process, by the kernel's account; 0 where it gives none.
std::size_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0, resident = 0;
  file >> all >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

void Metrics::count(const Served& served) {
  const std::lock_guard lock(mutex_);
  const std::string route = served.route.empty() ? "other" : served.route;
  ++requests_[{route, served.status}];
  bytes_ += served.bytes;
  auto& durations = durations_[route];
  const double seconds = std::chrono::duration<double>(served.duration).count();
  std::size_t bound = 0;
  while (bound < kBounds.size() && seconds * 1000 > kBounds[bound]) ++bound;
  ++durations.below[bound];
  ++durations.count;
  durations.seconds += seconds;
}

std::string Metrics::text(const IndexInfo& index, std::size_t connections,
                          std::size_t searching) const {
  const std::lock_guard lock(mutex_);
  std::string out;
  append_head(out, "furat_http_requests_total", "counter", "Requests answered.");
  for (const auto& [key, count] : requests_)
    out += fmt::format("furat_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first,
                       key.second, count);
  append_head(out, "furat_http_request_duration_seconds", "histogram",
              "From a request read to its answer made, without the time to send it.");
  for (const auto& measured : durations_) {
    const auto& route = measured.first;  // no structured binding: clang 14 captures none
    const auto& durations = measured.second;
    const auto line = [&](const std::string& bound, std::uint64_t count) {
      out +=
          fmt::format("furat_http_request_duration_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n",
                      route, bound, count);
    };
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < kBounds.size(); ++i)
      line(fmt::format("{}", kBounds[i] / 1000.0), below += durations.below[i]);
    line("+Inf", durations.count);
    out += fmt::format("furat_http_request_duration_seconds_sum{{route=\"{}\"}} {}\n", route,
                       durations.seconds);
    out += fmt::format("furat_http_request_duration_seconds_count{{route=\"{}\"}} {}\n", route,
                       durations.count);
  }
  append_head(out, "furat_http_response_bytes_total", "counter", "Bytes of bodies.");
  out += fmt::format("furat_http_response_bytes_total {}\n", bytes_);
  append_gauge(out, "furat_http_connections", "Connections open.", connections);
  append_gauge(out, "furat_http_requests_in_flight", "Requests being answered.", searching);
  append_gauge(out, "furat_index_articles", "Articles of the index.", index.articles);
  append_gauge(out, "furat_index_passages", "Passages of the index.", index.passages);
  append_gauge(out, "furat_missing_shards", "Shards that answers are without.",
               index.missing_shards.size());
  append_gauge(out, "furat_stale_shards",
               "Shards searched in an older state than another knows of.",
               index.stale_shards.size());
  append_head(out, "furat_index_info", "gauge", "The generation that is served.");
  out += fmt::format("furat_index_info{{generation=\"{}\",digest=\"{}\"}} 1\n", index.generation,
                     index.digest);
  append_head(out, "furat_build_info", "gauge", "The program.");
  out += fmt::format("furat_build_info{{version=\"{}\"}} 1\n", version());
  append_gauge(out, "process_resident_memory_bytes", "Resident memory.", resident_bytes());
  return out;
}

}  // namespace furat::http
