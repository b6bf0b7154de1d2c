// How many searches a second one Searcher answers to many threads: what the HTTP server is measured
// against. serve_benchmark.py runs it.
//
// usage: furat-search-rate INDEX TARGETS THREADS SECONDS
// TARGETS has a line a request, as the HTTP API takes it: /api/search?q=siege&facets=place. Prints
// one JSON object: rate, median and 99th percentile of the time of a search,
// processor time of one.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "furat/searcher.hpp"
#include "searcher/http/parameters.hpp"
#include "searcher/http/routes.hpp"
#include "searcher/http/target.hpp"

namespace {

using namespace furat;
using Clock = std::chrono::steady_clock;

std::vector<SearchRequest> read_requests(const char* path) {
  std::vector<SearchRequest> requests;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto target = http::parsed_target(line).value();
    const auto& route = *http::route_for(target.path).route;
    const auto read = http::read_parameters(target.parameters, route.parameters, route.formats);
    requests.push_back(requests::request_of(read.options, read.options.query));
  }
  return requests;
}

/// Milliseconds of each search of one thread.
std::vector<double> times(const Searcher& searcher, const std::vector<SearchRequest>& requests,
                          std::size_t first, Clock::time_point end) {
  std::vector<double> times;
  for (auto at = first; Clock::now() < end; ++at) {
    const auto begin = Clock::now();
    const auto results = searcher.search(requests[at % requests.size()]);
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  return times;
}

void measure(const Searcher& searcher, const std::vector<SearchRequest>& requests,
             std::size_t threads, int seconds) {
  std::vector<std::vector<double>> of_thread(threads);
  const auto clock = std::clock();
  const auto begin = Clock::now();
  {
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i)
      running.emplace_back([&, i] {
        of_thread[i] = times(searcher, requests, i * requests.size() / threads,
                             begin + std::chrono::seconds(seconds));
      });
  }
  const auto took = std::chrono::duration<double>(Clock::now() - begin).count();
  const auto used = 1000.0 * static_cast<double>(std::clock() - clock) / CLOCKS_PER_SEC;
  std::vector<double> all;
  for (const auto& some : of_thread) all.insert(all.end(), some.begin(), some.end());
  std::sort(all.begin(), all.end());
  const auto count = static_cast<double>(all.size());
  std::printf("{\"rate\": %.1f, \"p50_ms\": %.3f, \"p99_ms\": %.3f, \"cpu_ms\": %.3f}\n",
              count / took, all[all.size() / 2], all[all.size() * 99 / 100], used / count);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) {
    std::fputs("usage: furat-search-rate INDEX TARGETS THREADS SECONDS\n", stderr);
    return 2;
  }
  const Searcher searcher(argv[1], {std::max(1U, std::thread::hardware_concurrency())});
  const auto requests = read_requests(argv[2]);
  for (const auto& request : requests) (void)searcher.search(request);  // what is kept is there
  measure(searcher, requests, std::stoul(argv[3]), std::stoi(argv[4]));
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "furat-search-rate: %s\n", error.what());
  return 1;
}
