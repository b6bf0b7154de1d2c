#include "searcher/spelling/near_words.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "searcher/spelling/near_walk.hpp"
#include "searcher/spelling/written_words.hpp"

namespace furat {
namespace {

constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kShortestWithTwoSlips = 6;

std::size_t slips_allowed(std::size_t letters) {
  if (letters < kShortestWord) return 0;
  return letters < kShortestWithTwoSlips ? 1 : 2;
}

class Finder {
 public:
  Finder(std::string_view word, std::size_t limit, const GenerationView& view,
         analysis::TermAnalyzer& analyzer)
      : word_(word), limit_(limit), view_(view), analyzer_(analyzer) {}

  std::vector<NearWord> find() {
    // Digits come before letters, and no word that has them is misspelled.
    walk_terms("a", "");
    walk_terms("", index::prefix::kExact);
    walk_terms("", index::prefix::kJoined);
    for (const auto dimension : {index::Dimension::place, index::Dimension::actor})
      walk_names(dimension);
    std::vector<NearWord> words;
    for (auto& [text, word] : words_) words.push_back(std::move(word));
    std::sort(words.begin(), words.end(), [](const NearWord& a, const NearWord& b) {
      const auto far = [](const NearWord& w) {
        return w.distance + (w.other_first_letter ? 1 : 0);
      };
      return std::tuple(far(a), a.distance, b.passages, b.written, a.word) <
             std::tuple(far(b), b.distance, a.passages, a.written, b.word);
    });
    return words;
  }

 private:
  NearWord& add(std::string_view text, std::size_t distance) {
    auto& word = words_[std::string(text)];
    word.word = text;
    word.distance = distance;
    word.other_first_letter = letters_of(text).front() != letters_of(word_).front();
    return word;
  }

  void walk_terms(const std::string& first, std::string_view prefix) {
    const auto& database = view_.database();
    auto term = database.allterms_begin(std::string(prefix));
    const auto end = database.allterms_end(std::string(prefix));
    if (!first.empty() && term != end) term.skip_to(first);
    NearWalk(word_, limit_, view_.deadline())
        .over(term, end, prefix.size(), [&](std::string_view text, std::size_t distance) {
          if (prefix.empty() && !is_written(std::string(text), view_, analyzer_)) return;
          auto& word = add(text, distance);
          const auto written = view_.termfreq(std::string(prefix) + word.word);
          word.written = std::max<std::size_t>(word.written, written);
          word.passages = std::max(word.passages, word.written);
        });
  }

  void walk_names(index::Dimension dimension) {
    const auto prefix = index::key::name_prefix(dimension);
    NearWalk walk(word_, limit_, view_.deadline());
    view_.with_keys(prefix, [&](const auto& first, const auto& end) {
      walk.over(first, end, prefix.size(), [&](std::string_view text, std::size_t distance) {
        if (text.find(' ') != std::string_view::npos) return;
        const auto named = passages_naming(dimension, text);
        if (named == 0) return;
        auto& word = add(text, distance);
        word.passages = std::max(word.passages, named);
      });
    });
  }

  [[nodiscard]] std::size_t passages_naming(index::Dimension dimension,
                                            std::string_view name) const {
    std::size_t most = 0;
    for (const auto ordinal : view_.values_named(dimension, name))
      most = std::max<std::size_t>(most, view_.termfreq(index::bounded_term(
                                             index::prefix::kMention, view_.value(ordinal).id)));
    return most;
  }

  std::string_view word_;
  std::size_t limit_;
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  std::map<std::string, NearWord> words_;
};

}  // namespace

std::vector<NearWord> near_words(std::string_view word, const GenerationView& view,
                                 analysis::TermAnalyzer& analyzer) {
  const auto limit = slips_allowed(letters_of(word).size());
  if (limit == 0) return {};
  return Finder(word, limit, view, analyzer).find();
}

}  // namespace furat
