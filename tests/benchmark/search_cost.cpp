// What a search costs in one process, beside the bare Xapian API on the same database: the best ten
// passages, exact counts of three dimensions, ten snippets.
//
// usage: furat-search-cost INDEX QUERIES PASSES [THREADS [PARALLEL]]
// QUERIES has a line a query: kind, TAB, words, TAB, place id or nothing. Kinds: term, or, and,
// phrase, place (any of the words, at the place). Prints one JSON object: for each way the mean,
// median and 90th percentile over the queries, and the means of each kind, in microseconds of
// processor time; of each query the smallest of all passes but the first. "first" is the mean of
// the first pass, when nothing is kept in memory by Furat.
//
// With THREADS, so many of them put all queries to one Searcher at the same time, with counts and
// snippets, each beginning with another one; PARALLEL is SearcherOptions::parallel_requests. Prints
// queries a second, and the median and the 99th percentile of the microseconds a query took by the
// clock on the wall, of all passes but the first; and the memory in use at the end.
#include <time.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "furat/searcher.hpp"
#include "index/generation.hpp"
#include "index/passage_record.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"

namespace {

using namespace furat;

/// What this thread has used: other programs on the machine do not count.
double cpu_microseconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) * 1e6 + static_cast<double>(used.tv_nsec) / 1e3;
}

struct Question {
  std::string kind, words, place;
};

std::vector<Question> read_questions(const char* path) {
  std::vector<Question> questions;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    Question question;
    std::getline(cells, question.kind, '\t');
    std::getline(cells, question.words, '\t');
    std::getline(cells, question.place, '\t');
    questions.push_back(question);
  }
  return questions;
}

/// Keeps the compiler from leaving out what is measured.
std::size_t sink = 0;

/// The least code that answers by the Xapian API alone.
class Floor {
 public:
  explicit Floor(const std::string& index)
      : generation_(index), database_(index::passages_path(generation_.path()).string()) {}

  Xapian::Query query(const Question& question) {
    std::vector<std::string> stems;
    const auto tokens = analysis::tokenize(question.words);
    for (const auto& token : tokens.tokens())
      stems.emplace_back(analyzer_.stem(tokens.folded(token)));
    const auto op = question.kind == "and"      ? Xapian::Query::OP_AND
                    : question.kind == "phrase" ? Xapian::Query::OP_PHRASE
                                                : Xapian::Query::OP_OR;
    Xapian::Query query(op, stems.begin(), stems.end());
    if (question.place.empty()) return query;
    return {Xapian::Query::OP_FILTER, query,
            Xapian::Query(index::bounded_term(index::prefix::kPlace, question.place))};
  }

  Xapian::MSet best(const Xapian::Query& query, Xapian::doccount seen = 0,
                    const std::vector<Xapian::MatchSpy*>& spies = {}) {
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 0, 0.75, 0));
    enquire.set_query(query);
    for (auto* spy : spies) enquire.add_matchspy(spy);
    auto found = enquire.get_mset(0, 10, seen);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      sink += hit.get_document().get_data().size();
    return found;
  }

  void counts(const Xapian::Query& query) {
    Xapian::ValueCountMatchSpy spies[] = {Xapian::ValueCountMatchSpy(index::kSlotPlaces),
                                          Xapian::ValueCountMatchSpy(index::kSlotActors),
                                          Xapian::ValueCountMatchSpy(index::kSlotDates)};
    best(query, database_.get_doccount(), {&spies[0], &spies[1], &spies[2]});
    for (const auto& spy : spies) {
      std::unordered_map<std::uint32_t, std::size_t> passages;
      for (auto it = spy.values_begin(); it != spy.values_end(); ++it)
        for (const auto value : index::unpack_set(*it).value_or(std::vector<std::uint32_t>{}))
          passages[value] += it.get_termfreq();
      sink += passages.size();
    }
  }

  void snippets(const Xapian::MSet& found, const std::vector<std::string>& texts) {
    for (const auto& text : texts) sink += found.snippet(text, 300, stem_).size();
  }

  std::vector<std::string> texts(const Xapian::MSet& found) {
    std::vector<std::string> texts;
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      texts.push_back(index::decode_passage_record(hit.get_document().get_data())->text);
    return texts;
  }

 private:
  index::OpenGeneration generation_;
  Xapian::Database database_;
  analysis::TermAnalyzer analyzer_;
  Xapian::Stem stem_{"english"};
};

SearchRequest request_of(const Question& question) {
  SearchRequest request;
  request.query = question.words;
  if (question.kind == "or" || question.kind == "place") request.match = MatchMode::any;
  if (question.kind == "phrase") request.query = '"' + question.words + '"';
  if (!question.place.empty()) request.filters = {{"place", question.place}};
  request.expand_names = false;  // the floor knows of no spellings
  request.snippet_chars = 0;
  return request;
}

SearchRequest best_only(SearchRequest request) {
  request.totals = false;
  return request;
}
SearchRequest with_facets(SearchRequest request) {
  request.facets = {"place", "actor", "date"};
  return request;
}
SearchRequest counts_only(SearchRequest request) {
  request.limit = 0;
  return with_facets(std::move(request));
}
SearchRequest with_snippets(SearchRequest request) {
  request.snippet_chars = 300;
  return request;
}

class Measurement {
 public:
  /// Times one way of answering one query once.
  void take(const std::string& way, std::size_t query, bool first,
            const std::function<void()>& run) {
    const auto begin = cpu_microseconds();
    run();
    const auto us = cpu_microseconds() - begin;
    auto& best = (first ? first_ : best_)[way];
    if (best.size() <= query) best.resize(query + 1, std::numeric_limits<double>::infinity());
    best[query] = std::min(best[query], us);
  }

  [[nodiscard]] nlohmann::ordered_json report(const std::vector<Question>& questions) const {
    nlohmann::ordered_json report;
    for (const auto& [way, times] : best_) {
      auto sorted = times;
      std::sort(sorted.begin(), sorted.end());
      auto& row = report[way];
      row["mean"] = mean(times);
      row["median"] = sorted[sorted.size() / 2];
      row["p90"] = sorted[sorted.size() * 9 / 10];
      row["first"] = mean(first_.at(way));
      std::map<std::string, std::vector<double>> by_kind;
      for (std::size_t i = 0; i < times.size(); ++i) by_kind[questions[i].kind].push_back(times[i]);
      for (const auto& [kind, of_kind] : by_kind) row[kind] = mean(of_kind);
    }
    return report;
  }

 private:
  static double mean(const std::vector<double>& times) {
    return std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
  }
  std::map<std::string, std::vector<double>> first_, best_;
};

void measure(const std::string& index, const std::vector<Question>& questions, int passes) {
  Floor floor(index);
  const Searcher searcher(index);
  Measurement measurement;
  const auto search = [&searcher](const SearchRequest& request) {
    sink += searcher.search(request).hits.size();
  };
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = 0; i < questions.size(); ++i) {
      const auto query = floor.query(questions[i]);
      const auto request = request_of(questions[i]);
      const auto take = [&](const char* way, const std::function<void()>& run) {
        measurement.take(way, i, pass == 0, run);
      };
      take("floor best 10", [&] { floor.best(query); });
      take("furat best 10", [&] { search(best_only(request)); });
      take("furat counts", [&] { search(counts_only(request)); });
      take("furat best 10 and totals", [&] { search(request); });
      take("furat best 10 and counts", [&] { search(with_facets(request)); });
      take("furat best 10 and snippets", [&] { search(with_snippets(best_only(request))); });
      const auto found = floor.best(query);
      const auto texts = floor.texts(found);
      take("floor snippets", [&] { floor.snippets(found, texts); });
      if (pass < 2) take("floor best 10 and counts", [&] { floor.counts(query); });
    }
  }
  auto report = measurement.report(questions);
  report["passages"] = searcher.info().passages;
  std::cout << report.dump(1) << "\n";
}

using WallClock = std::chrono::steady_clock;

double microseconds_since(WallClock::time_point begin) {
  return std::chrono::duration<double, std::micro>(WallClock::now() - begin).count();
}

/// Puts all questions to the searcher, from the one at `first` on; how long each took.
std::vector<double> ask_all(const Searcher& searcher, const std::vector<Question>& questions,
                            std::size_t first) {
  std::vector<double> times;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const auto request =
        with_facets(with_snippets(request_of(questions[(first + i) % questions.size()])));
    const auto begin = WallClock::now();
    static_cast<void>(searcher.search(request));
    times.push_back(microseconds_since(begin));
  }
  return times;
}

std::vector<double> ask_with_threads(const Searcher& searcher,
                                     const std::vector<Question>& questions, std::size_t threads) {
  std::vector<std::vector<double>> times(threads);
  {
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i)
      running.emplace_back(
          [&, i] { times[i] = ask_all(searcher, questions, i * questions.size() / threads); });
  }
  std::vector<double> all;
  for (const auto& of_thread : times) all.insert(all.end(), of_thread.begin(), of_thread.end());
  return all;
}

std::string memory_in_use() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return line.substr(line.find_first_of("0123456789"));
  return {};
}

void measure_threads(const std::string& index, const std::vector<Question>& questions, int passes,
                     std::size_t threads, std::size_t parallel) {
  const Searcher searcher(index, {parallel});
  sink += ask_with_threads(searcher, questions, threads).size();
  std::vector<double> times;
  const auto begin = WallClock::now();
  for (int pass = 1; pass < passes; ++pass) {
    const auto of_pass = ask_with_threads(searcher, questions, threads);
    times.insert(times.end(), of_pass.begin(), of_pass.end());
  }
  const auto seconds = microseconds_since(begin) / 1e6;
  std::sort(times.begin(), times.end());
  nlohmann::ordered_json report;
  report["threads"] = threads;
  report["queries per second"] = static_cast<double>(times.size()) / seconds;
  report["median"] = times[times.size() / 2];
  report["p99"] = times[times.size() * 99 / 100];
  report["memory"] = memory_in_use();
  std::cout << report.dump(1) << "\n";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 4 || argc > 6 || std::stoi(argv[3]) < 2) {
    std::fputs(
        "usage: furat-search-cost INDEX QUERIES PASSES [THREADS [PARALLEL]]    (2 passes at "
        "least)\n",
        stderr);
    return 2;
  }
  const auto questions = read_questions(argv[2]);
  if (argc == 4)
    measure(argv[1], questions, std::stoi(argv[3]));
  else
    measure_threads(argv[1], questions, std::stoi(argv[3]), std::stoul(argv[4]),
                    argc == 6 ? std::stoul(argv[5]) : 0);
  return sink == 0 ? 1 : 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "furat-search-cost: %s\n", error.what());
  return 1;
} catch (const Xapian::Error& error) {
  std::fprintf(stderr, "furat-search-cost: %s\n", error.get_description().c_str());
  return 1;
}
