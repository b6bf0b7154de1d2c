// Measures what recognizing actors, places and dates costs: microseconds per 100 words beside those
// of tokenizing alone, and memory.
//
// usage: furat-recognition-cost [--runs N] PATH...
//
// Reads the articles of the paths as a build does, then times the steps over all of them, best of N
// runs. Writes one JSON object.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/actors/actor_recognizer.hpp"
#include "analysis/dates/date_recognizer.hpp"
#include "analysis/places/place_recognizer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "indexer/reading_all.hpp"
#include "indexer/recognition_data.hpp"

namespace {

using namespace furat;
using analysis::TokenizedText;

double milliseconds(const auto& action) {
  const auto begin = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double best_of(int runs, const auto& action) {
  double best = std::numeric_limits<double>::max();
  for (int i = 0; i < runs; ++i) best = std::min(best, milliseconds(action));
  return best;
}

/// Resident memory in MB, pages of mapped files included.
double resident_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}

struct TokenizedArticle {
  std::vector<TokenizedText> texts;
  std::optional<std::chrono::sys_days> published;
  std::vector<std::vector<analysis::ByteSpan>> owned;  ///< by names of actors
};

struct Arguments {
  int runs = 5;
  ArchiveOptions archive;
};

Arguments arguments_of(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--runs" && i + 1 < argc)
      arguments.runs = std::max(1, std::atoi(argv[++i]));
    else
      arguments.archive.inputs.emplace_back(argv[i]);
  }
  return arguments;
}

std::vector<std::vector<analysis::ByteSpan>> spans_of(
    const std::vector<std::vector<analysis::ActorMention>>& mentions) {
  std::vector<std::vector<analysis::ByteSpan>> spans(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i)
    for (const auto& mention : mentions[i]) spans[i].push_back(mention.name);
  return spans;
}

/// The data and recognizers of a run, with what loading them took.
struct Recognition {
  double before = resident_megabytes(), milliseconds_to_load = 0;
  indexer::RecognitionData data;
  std::optional<analysis::Gazetteer> gazetteer;
  std::optional<analysis::ActorLexicon> actors;
  std::optional<analysis::ActorRecognizer> actor_recognizer;
  std::optional<analysis::PlaceRecognizer> place_recognizer;

  Recognition() {
    milliseconds_to_load = milliseconds([this] {
      data = indexer::recognition_data();
      const auto names = analysis::NameTrie::view(data.lexicon.place_names);
      gazetteer.emplace(data.lexicon.places, data.world, names.value());
      place_recognizer.emplace(*gazetteer);
    });
    actors.emplace(data.lexicon.actors);
    actor_recognizer.emplace(*actors, *gazetteer);
  }
};

int measure(const Arguments& arguments) {
  std::vector<indexer::PreparedArticle> articles;
  indexer::for_each_prepared(
      arguments.archive,
      [&](indexer::PreparedArticle&& article) { articles.push_back(std::move(article)); },
      [](const ArticleProblem&) {});

  const Recognition recognition;
  const auto loaded = resident_megabytes();
  std::vector<TokenizedArticle> tokenized(articles.size());
  std::size_t words = 0, mentions = 0;
  const auto tokenize_all = [&] {
    for (std::size_t i = 0; i < articles.size(); ++i) {
      tokenized[i].texts.clear();
      for (const auto& passage : articles[i].passages)
        tokenized[i].texts.push_back(analysis::tokenize(passage.text));
    }
  };
  const auto tokenizing = best_of(arguments.runs, tokenize_all);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    auto& article = tokenized[i];
    article.published = articles[i].article.published;
    for (const auto& text : article.texts) words += text.size();
    article.owned = spans_of(
        recognition.actor_recognizer->recognize({article.texts, article.published}).passages);
  }
  const auto recognize_all = [&] {
    mentions = 0;
    for (const auto& article : tokenized)
      for (const auto& passage : recognition.place_recognizer->recognize(
               {article.texts, article.published}, article.owned))
        mentions += passage.size();
  };
  std::size_t actors = 0;
  const auto find_actors = [&] {
    actors = 0;
    for (const auto& article : tokenized)
      for (const auto& passage :
           recognition.actor_recognizer->recognize({article.texts, article.published}).passages)
        actors += passage.size();
  };
  const auto finding = best_of(arguments.runs, find_actors);
  std::size_t dates = 0;
  const auto date_all = [&] {
    dates = 0;
    for (const auto& article : tokenized)
      for (const auto& passage : analysis::recognize_dates({article.texts, article.published}))
        dates += passage.size();
  };
  const auto dating = best_of(arguments.runs, date_all);
  const auto first = milliseconds(recognize_all);  // makes the table of spellings, touches pages
  const auto recognizing = best_of(arguments.runs, recognize_all);
  if (words == 0) {
    std::cerr << "furat-recognition-cost: no words to measure with\n";
    return 1;
  }
  const auto microseconds_per_100_words = [&](double ms) {
    return ms * 1000 * 100 / static_cast<double>(words);
  };
  std::cout << "{\"articles\": " << articles.size() << ", \"words\": " << words
            << ", \"mentions\": " << mentions
            << ", \"tokenizing_us_per_100_words\": " << microseconds_per_100_words(tokenizing)
            << ", \"places_us_per_100_words\": " << microseconds_per_100_words(recognizing)
            << ", \"places_to_tokenizing\": " << recognizing / tokenizing
            << ", \"actors\": " << actors
            << ", \"actors_us_per_100_words\": " << microseconds_per_100_words(finding)
            << ", \"actors_to_tokenizing\": " << finding / tokenizing << ", \"dates\": " << dates
            << ", \"dates_us_per_100_words\": " << microseconds_per_100_words(dating)
            << ", \"dates_to_tokenizing\": " << dating / tokenizing
            << ", \"first_run_extra_ms\": " << std::max(0.0, first - recognizing)
            << ", \"loading_ms\": " << recognition.milliseconds_to_load
            << ", \"loaded_mb\": " << loaded - recognition.before
            << ", \"after_use_mb\": " << resident_megabytes() - recognition.before << "}\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return measure(arguments_of(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << "furat-recognition-cost: " << error.what() << "\n";
    return 2;
  }
}
