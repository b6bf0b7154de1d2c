// Threads that share one Searcher. Each line of standard input is a query, answered by the thread
// that is free, in two seconds at most; if the index fails, what others are searching is cancelled.
// usage: shared_searcher INDEX < QUERIES
#include <algorithm>
#include <chrono>
#include <furat/searcher.hpp>
#include <iostream>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace {

class Answering {
 public:
  explicit Answering(const furat::Searcher& searcher) : searcher_(searcher) {}

  /// Takes queries until there are none; any number of threads at once.
  void work() {
    for (std::string query; !stop_.stop_requested() && next(query);) answer(query);
  }

  [[nodiscard]] bool failed() const { return stop_.stop_requested(); }

 private:
  bool next(std::string& query) {
    const std::lock_guard lock(reading_);
    return static_cast<bool>(std::getline(std::cin, query));
  }

  void answer(const std::string& query) {
    furat::SearchRequest request;
    request.query = query;
    request.deadline = std::chrono::seconds(2);
    request.stop = stop_.get_token();
    const auto results = searcher_.try_search(request);  // throws nothing: the query is a user's
    if (results) return print(query, std::to_string(results->total_passages) + " passages");
    print(query, results.error().message);
    if (results.error().kind == furat::Error::Kind::index) stop_.request_stop();
  }

  void print(const std::string& query, const std::string& text) {
    const std::lock_guard lock(writing_);
    std::cout << query << ": " << text << std::endl;
  }

  const furat::Searcher& searcher_;
  std::stop_source stop_;
  std::mutex reading_, writing_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: shared_searcher INDEX < QUERIES\n";
    return 2;
  }
  const auto searcher = furat::Searcher::try_open(argv[1]);
  if (!searcher) {
    std::cerr << searcher.error().message << '\n';
    return 1;
  }
  Answering answering(*searcher);
  {
    std::vector<std::jthread> threads;  // joined at the end of the block
    for (unsigned i = 0; i < std::max(2U, std::thread::hardware_concurrency()); ++i)
      threads.emplace_back([&] { answering.work(); });
  }
  return answering.failed() ? 1 : 0;
}
