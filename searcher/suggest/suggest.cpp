#include "searcher/suggest/suggest.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/text/fold.hpp"
#include "analysis/text/tokenizer.hpp"
#include "furat/errors.hpp"
#include "index/schema.hpp"
#include "searcher/spelling/written_words.hpp"

namespace furat {
namespace {

using index::Dimension;

/// Names and terms to look at: what begins with one letter must not take long either.
constexpr std::size_t kMostNames = 1000;
constexpr std::size_t kMostTerms = 4000;

bool more_frequent(const Completion& a, const Completion& b) {
  if (a.passages != b.passages) return a.passages > b.passages;
  return std::tie(a.text, a.id) < std::tie(b.text, b.id);
}

void keep_most_frequent(std::vector<Completion>& found, std::size_t limit) {
  std::sort(found.begin(), found.end(), more_frequent);
  if (found.size() > limit) found.resize(limit);
}

/// The values with a name that begins so, each with the first of these names.
void add_values(Dimension dimension, const std::string& folded, const GenerationView& view,
                std::vector<Completion>& found) {
  const auto names = index::key::name_prefix(dimension);
  const auto& facts = index::info(dimension);
  std::map<std::uint32_t, std::string> values;
  std::size_t seen = 0;
  PacedCheck in_time(view.deadline());
  view.each_key(names + folded, [&](const std::string& key) {
    in_time.step();
    const auto name = key.substr(names.size());
    for (const auto ordinal : view.values_named(dimension, name)) values.emplace(ordinal, name);
    return ++seen < kMostNames;
  });
  for (auto& [ordinal, name] : values) {
    const auto& value = view.value(ordinal);
    const auto passages = view.termfreq(index::bounded_term(facts.prefix, value.id));
    if (passages == 0) continue;
    found.push_back({std::string(facts.name), value.name, value.id, std::move(name), passages});
  }
}

/// Words that begin so, `head` before each.
void add_words(const std::string& head, const std::string& folded, const GenerationView& view,
               std::vector<Completion>& found) {
  const auto& database = view.database();
  for (const auto* of : {"", index::prefix::kExact.data()}) {
    const std::string prefix(of);
    view.deadline().check();
    std::size_t seen = 0;
    for (auto term = database.allterms_begin(prefix + folded);
         term != database.allterms_end(prefix + folded) && seen < kMostTerms; ++term, ++seen) {
      auto word = (*term).substr(prefix.size());
      found.push_back({"word", head + word, "", word, term.get_termfreq()});
    }
  }
}

/// The most frequent, without stems that are no words.
std::vector<Completion> best_words(std::vector<Completion> found, std::size_t limit,
                                   const GenerationView& view, analysis::TermAnalyzer& analyzer) {
  std::sort(found.begin(), found.end(), more_frequent);
  std::vector<Completion> words;
  for (auto& word : found) {
    if (words.size() == limit) break;
    view.deadline().check();
    const bool listed = std::any_of(words.begin(), words.end(), [&](const Completion& other) {
      return other.spelling == word.spelling;
    });
    const bool is_form = view.term_exists(std::string(index::prefix::kExact) + word.spelling);
    if (!listed && (is_form || is_written(word.spelling, view, analyzer)))
      words.push_back(std::move(word));
  }
  return words;
}

std::vector<Dimension> dimensions_of(const SuggestRequest& request) {
  if (request.dimension.empty()) return {Dimension::place, Dimension::actor, Dimension::source};
  const auto dimension = index::dimension_named(request.dimension);
  if (dimension == Dimension::place || dimension == Dimension::actor ||
      dimension == Dimension::source)
    return {*dimension};
  throw RequestError("there are no names of '" + request.dimension + "'", "dimension",
                     request.dimension, 0, {"place", "actor", "source"});
}

std::vector<Completion> completions(const SuggestRequest& request, const GenerationView& view,
                                    analysis::TermAnalyzer& analyzer) {
  const auto folded = analysis::fold_name(request.prefix);
  const auto dimensions = dimensions_of(request);
  if (folded.empty()) return {};
  std::vector<Completion> found;
  for (const auto dimension : dimensions) add_values(dimension, folded, view, found);
  keep_most_frequent(found, request.limit);
  if (!request.dimension.empty()) return found;

  const auto tokens = analysis::tokenize(request.prefix);
  const auto& last = tokens[tokens.size() - 1];
  std::vector<Completion> words;
  add_words(request.prefix.substr(0, last.span.begin), std::string(tokens.folded(last)), view,
            words);
  for (auto& word : best_words(std::move(words), request.limit, view, analyzer))
    found.push_back(std::move(word));
  return found;
}

}  // namespace

SuggestResults suggest(const SuggestRequest& request, const GenerationView& view,
                       analysis::TermAnalyzer& analyzer) {
  const auto& gaps = view.shard_gaps();
  return {completions(request, view, analyzer), gaps.missing, gaps.stale, gaps.notes};
}

}  // namespace furat
