// All hits one by one, and what the library leaves alone in the process that it is part of.
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstring>
#include <vector>

#include "furat/searcher.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::sample;
using furat::test::TemporaryIndex;

namespace {

/// As search() gives them, page by page.
std::vector<Hit> all_pages(SearchRequest request, std::size_t size) {
  std::vector<Hit> hits;
  request.limit = size;
  while (true) {
    auto page = sample().search(request).hits;
    if (page.empty()) return hits;
    for (auto& hit : page) hits.push_back(std::move(hit));
    request.offset += size;
  }
}

SearchRequest request_with(std::size_t kind) {
  SearchRequest request;
  request.query = "forces city";
  request.match = MatchMode::any;
  if (kind == 1) request.sort = SortBy::date;
  if (kind == 2) request.group = GroupBy::article;
  if (kind == 3) request.unique = request.explain = true;
  if (kind == 4) request.query.clear();
  if (kind == 5) request.offset = 70;
  return request;
}

}  // namespace

TEST_CASE("hits that are streamed are those of all pages, with the totals known before the first") {
  const auto request = request_with(GENERATE(0U, 1U, 2U, 3U, 4U, 5U));
  const auto expected = all_pages(request, 30);
  REQUIRE(expected.size() > 30);
  std::vector<Hit> hits;
  auto with_facets = request;
  with_facets.facets = {"place"};
  const auto summary =
      sample().for_each_hit(with_facets, [&](Hit&& hit, const HitProgress& progress) {
        CHECK(progress.done == hits.size());
        CHECK(progress.total == expected.size());
        CHECK(progress.summary.total_hits == expected.size() + request.offset);
        CHECK(progress.summary.facets.size() == 1);
        hits.push_back(std::move(hit));
        return true;
      });
  CHECK(hits == expected);
  CHECK(summary.hits.empty());
  CHECK(summary == [&] {
    with_facets.limit = 0;
    return sample().search(with_facets);
  }());
}

TEST_CASE("a stream ends when its taker has enough, throws, runs out of time or is cancelled") {
  std::size_t taken = 0;
  std::stop_source source;
  auto request = request_with(0);
  request.stop = source.get_token();
  const auto take_until = [&](auto enough) {
    taken = 0;
    return sample().try_for_each_hit(request, [&](Hit&&, const HitProgress&) {
      ++taken;
      return !enough();
    });
  };
  CHECK(take_until([&] { return taken == 7; }).has_value());
  CHECK(taken == 7);
  CHECK_THROWS_AS(
      sample().for_each_hit(
          request, [](Hit&&, const HitProgress&) -> bool { throw std::out_of_range("full"); }),
      std::out_of_range);
  const auto cancelled = take_until([&] {
    if (taken == 3) source.request_stop();
    return false;
  });
  REQUIRE_FALSE(cancelled.has_value());
  CHECK(cancelled.error().kind == Error::Kind::cancelled);
  CHECK(taken == 3);
}

TEST_CASE("who takes hits may search meanwhile, even where one request at a time is answered") {
  const Searcher searcher(sample().info().path, {1});
  std::size_t found = 0;
  searcher.for_each_hit(request_with(0), [&](Hit&& hit, const HitProgress& progress) {
    SearchRequest again;
    again.filters = {{"source", hit.article.source.empty() ? "none" : hit.article.source}};
    if (!searcher.search(again).hits.empty()) ++found;
    return progress.done < 10;
  });
  CHECK(found == 11);
}

namespace {

struct ProcessState {
  std::vector<std::string> handlers;
  std::string locale;
  friend bool operator==(const ProcessState&, const ProcessState&) = default;

  static ProcessState now() {
    ProcessState state;
    state.locale = std::setlocale(LC_ALL, nullptr);
    for (int number = 1; number < NSIG; ++number) {
      struct sigaction action {};
      if (sigaction(number, nullptr, &action) != 0) continue;
      std::string bytes(sizeof action.sa_handler, '\0');
      std::memcpy(bytes.data(), &action.sa_handler, bytes.size());
      state.handlers.push_back(bytes + std::to_string(action.sa_flags));
    }
    sigset_t blocked;
    pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
    for (int number = 1; number < NSIG; ++number)
      state.locale += sigismember(&blocked, number) != 0 ? '1' : '0';
    return state;
  }
};

/// What is written to a descriptor while this object lives.
class Captured {
 public:
  explicit Captured(int descriptor) : descriptor_(descriptor), saved_(::dup(descriptor)) {
    file_ = std::tmpfile();
    ::dup2(fileno(file_), descriptor);
  }
  ~Captured() {
    ::dup2(saved_, descriptor_);
    ::close(saved_);
    std::fclose(file_);
  }
  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;
  [[nodiscard]] off_t bytes() const { return ::lseek(descriptor_, 0, SEEK_END); }

 private:
  int descriptor_, saved_;
  std::FILE* file_;
};

}  // namespace

TEST_CASE("building and searching print nothing and change no signal and no locale") {
  const auto before = ProcessState::now();
  off_t printed = 0;
  {
    const Captured out(STDOUT_FILENO), err(STDERR_FILENO);
    const TemporaryIndex index({{"a.txt", "A convoy left Raqqa before dawn on 3 May 2017.", "", ""},
                                {"b.txt", "\xFF\xFE broken", "", ""}});
    SearchRequest request;
    request.query = "convoi";
    request.facets = {"place", "date"};
    const auto searcher = index.searcher();
    static_cast<void>(searcher.search(request));
    request.query = "((";
    static_cast<void>(searcher.try_search(request));
    static_cast<void>(Searcher::try_open(index.path() / "nowhere"));
    printed = out.bytes() + err.bytes();
  }
  CHECK(printed == 0);
  CHECK(ProcessState::now() == before);
}
