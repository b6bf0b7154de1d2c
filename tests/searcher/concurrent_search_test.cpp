// One Searcher, many threads, and a writer that publishes generations meanwhile: every answer is
// the one that a single thread gets of its generation.
//
// FURAT_CONCURRENT_QUERIES and FURAT_CONCURRENT_GENERATIONS ask for more than the few that do for
// everyday use; CONTRIBUTING.md says how the full count is run.
#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "tests/support/any_request.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/changing_archive.hpp"
#include "tests/support/temporary_index.hpp"

using namespace furat;
using furat::test::AnyAnswer;
using furat::test::AnyRequest;
using furat::test::ask;
using furat::test::ChangingArchive;

namespace {

constexpr std::size_t kThreads = 8;
constexpr std::size_t kArticles = 24;

std::size_t number_from(const char* variable, std::size_t otherwise) {
  const char* const text = std::getenv(variable);  // before there are threads
  return text == nullptr ? otherwise : std::stoul(text);
}

template <class Choices>
std::string one_of(const Choices& choices, std::mt19937& random) {
  return choices[random() % std::size(choices)];
}

/// A few sentences with places, bodies and dates, the same for the same number.
std::string article_text(unsigned number) {
  static constexpr const char* kBodies[] = {"Syrian army",   "SDF",       "Islamic State",
                                            "Tiger Forces",  "Hezbollah", "Coalition",
                                            "Russian forces"};
  static constexpr const char* kVerbs[] = {"captured", "left", "shelled", "entered", "besieged"};
  static constexpr const char* kPlaces[] = {"Raqqa",      "Deir ez-Zor", "Mayadin", "Palmyra",
                                            "Al Bukamal", "Aleppo",      "Hama",    "Kafr Shanbat"};
  static constexpr const char* kTimes[] = {"on 5 September 2017", "in October 2017", "since 2014",
                                           "on Monday",           "in early 2016",   "on 3 May"};
  std::mt19937 random(number);
  std::string text;
  for (int paragraph = 0; paragraph < 4; ++paragraph) {
    for (int sentence = 0; sentence < 4; ++sentence)
      text += "The " + one_of(kBodies, random) + " " + one_of(kVerbs, random) + " the city of " +
              one_of(kPlaces, random) + " " + one_of(kTimes, random) + ", officials said. ";
    text += "\n\n";
  }
  return text;
}

/// The archive as the n-th generation has it; the first has all articles.
void change(const ChangingArchive& archive, unsigned generation) {
  for (unsigned i = 0; i < kArticles; ++i) {
    const auto name = "article-" + std::to_string(i) + ".txt";
    if (generation == 0 || i % 6 == generation % 6)
      archive.write(name, article_text(generation * 100 + i));
  }
  // Comes and goes.
  if (generation % 2 == 1) archive.remove("article-0.txt");
  if (generation % 2 == 0) archive.write("article-0.txt", article_text(generation));
}

void publish(const ChangingArchive& archive, unsigned generation) {
  change(archive, generation);
  if (generation == 0)
    static_cast<void>(archive.build());
  else
    static_cast<void>(archive.update());
}

const std::vector<AnyRequest>& requests() {
  static const auto made = furat::test::requests_of_all_kinds(
      {"Raqqa", "captured Deir Ezzor", "\"left the city\"", "army NEAR Palmyra", "bukam*",
       "who entered Mayadin?", "besiegd Aleppo", "", "hama -shelled", "kefer shenbat",
       "nothing AND ("},
      {"article-0#1", "article-3#2", "article-6#1", "article-7#99"});
  return made;
}

using Answers = std::vector<AnyAnswer>;

/// By generation, what a single thread is answered.
using Expected = std::map<std::string, Answers>;

Expected answers_of_one_thread(unsigned generations) {
  ChangingArchive archive;
  Expected expected;
  for (unsigned generation = 0; generation < generations; ++generation) {
    publish(archive, generation);
    const Searcher searcher(archive.index(), {1});
    auto& answers = expected[searcher.info().generation];
    for (const auto& request : requests()) answers.push_back(ask(searcher, request));
  }
  return expected;
}

/// Whether an answer is right that came between the two generations.
bool is_expected(const AnyAnswer& answer, std::size_t request, const std::string& before,
                 const std::string& after, const Expected& expected) {
  const auto generation = furat::test::generation_of(answer);
  if (!generation.empty())
    return before <= generation && generation <= after &&
           expected.at(generation)[request] == answer;
  for (auto it = expected.lower_bound(before); it != expected.upper_bound(after); ++it)
    if (it->second[request] == answer) return true;
  return false;
}

/// Asks until `queries` were asked, by whatever thread; which requests were answered wrongly.
class Crowd {
 public:
  Crowd(const Searcher& searcher, const Expected& expected, std::size_t queries)
      : searcher_(searcher), expected_(expected), queries_(queries) {}

  void ask_on(unsigned seed) {
    std::mt19937 random(seed);
    while (asked_++ < queries_) {
      const auto request = random() % requests().size();
      const auto before = searcher_.info().generation;
      const auto answer = ask(searcher_, requests()[request]);
      const auto after = searcher_.info().generation;
      if (is_expected(answer, request, before, after, expected_)) continue;
      const std::lock_guard lock(mutex_);
      wrong_.push_back(request);
    }
  }

  [[nodiscard]] std::size_t asked() const { return asked_; }
  [[nodiscard]] const std::vector<std::size_t>& wrong() const { return wrong_; }

 private:
  const Searcher& searcher_;
  const Expected& expected_;
  std::size_t queries_;
  std::atomic<std::size_t> asked_ = 0;
  std::mutex mutex_;
  std::vector<std::size_t> wrong_;
};

}  // namespace

TEST_CASE("answers to many threads while generations are published equal those to a single one") {
  const auto queries = number_from("FURAT_CONCURRENT_QUERIES", 1000);
  const auto generations =
      static_cast<unsigned>(number_from("FURAT_CONCURRENT_GENERATIONS", 4)) + 1;  // and the first
  const auto expected = answers_of_one_thread(generations);
  REQUIRE(expected.size() == generations);

  ChangingArchive archive;
  publish(archive, 0);
  const Searcher searcher(archive.index(), {GENERATE(std::size_t{3}, kThreads)});
  Crowd crowd(searcher, expected, queries);
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < kThreads; ++i) threads.emplace_back([&crowd, i] { crowd.ask_on(i); });
    for (unsigned generation = 1; generation < generations; ++generation) {
      while (crowd.asked() < generation * queries / (generations + 1))
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      publish(archive, generation);
    }
  }
  CHECK(searcher.info().generation == expected.rbegin()->first);
  CHECK(crowd.asked() >= queries);
  CHECK(crowd.wrong().empty());
}

TEST_CASE("the answers that are compared are no empty ones, nor the same in all generations") {
  const auto expected = answers_of_one_thread(2);
  const auto& first = expected.begin()->second;
  const auto& last = expected.rbegin()->second;
  std::size_t differing = 0, errors = 0;
  for (std::size_t i = 0; i < requests().size(); ++i) {
    differing += !(first[i] == last[i]);
    errors += std::holds_alternative<Error>(first[i]);
  }
  CHECK(differing * 2 > requests().size());
  CHECK(errors > 5);
  CHECK(errors * 4 < requests().size());
}
