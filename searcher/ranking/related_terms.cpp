#include "searcher/ranking/related_terms.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/query/word_queries.hpp"
#include "searcher/ranking/bm25.hpp"

namespace furat {
namespace {

constexpr std::size_t kMostTerms = 40;
/// The strongest of the terms that are no words of the query find passages of their own.
constexpr std::size_t kMostThatFind = 10;
constexpr double kWeight = 0.8;
/// Terms of a single passage lead nowhere, those of more than half of all tell nothing.
constexpr Xapian::doccount kFewestPassages = 2;
constexpr double kMostOfAll = 0.5;
/// Body terms follow all terms with a prefix, which begin with a capital; digits stand before.
const std::string kFirstWord = "[";

/// Months and days of the week: what they would find is most of an archive of news.
bool is_of_calendar(std::string_view stem) {
  static constexpr std::array<std::string_view, 19> kStems{
      "april",   "august", "decemb",   "februari", "friday",   "januari", "juli",
      "june",    "march",  "may",      "monday",   "novemb",   "octob",   "saturday",
      "septemb", "sunday", "thursday", "tuesday",  "wednesday"};
  return std::binary_search(kStems.begin(), kStems.end(), stem);
}

double fourth_power(double x) { return x * x * x * x; }

/// Weights of the terms that tell what passages are about.
class TermWeights {
 public:
  explicit TermWeights(const GenerationView& view)
      : view_(view), database_(view.database()), documents_(database_.get_doccount()) {}

  void add(const RankedPassage& passage, double share) {
    const double length = database_.get_doclength(passage.passage);
    auto term = database_.termlist_begin(passage.passage);
    term.skip_to(kFirstWord);
    for (const auto end = database_.termlist_end(passage.passage); term != end; ++term) {
      const auto stem = *term;
      if (stem.size() < 2) continue;
      // Not of the iterator: that knows one shard only.
      const auto frequency = view_.termfreq(stem);
      if (frequency < kFewestPassages || frequency > kMostOfAll * documents_ ||
          analysis::is_stop_word(stem))
        continue;
      weights_[stem] += share * bm25::idf(documents_, frequency) *
                        bm25::saturated(term.get_wdf(), length, database_.get_avlength());
    }
  }

  /// The heaviest, equal ones in the order of the alphabet.
  [[nodiscard]] std::vector<RelatedTerm> heaviest() const {
    std::vector<RelatedTerm> terms;
    for (const auto& [stem, weight] : weights_) terms.push_back({stem, weight, false});
    const auto count = static_cast<std::ptrdiff_t>(std::min(kMostTerms, terms.size()));
    std::partial_sort(terms.begin(), terms.begin() + count, terms.end(),
                      [](const RelatedTerm& a, const RelatedTerm& b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
                      });
    terms.resize(static_cast<std::size_t>(count));
    return terms;
  }

 private:
  const GenerationView& view_;
  const Xapian::Database& database_;
  double documents_;
  std::unordered_map<std::string, double> weights_;
};

Xapian::Query in_text_or_title(const RelatedTerm& term) {
  return {Xapian::Query::OP_SCALE_WEIGHT, as_words({term.stem}), term.weight};
}

}  // namespace

std::vector<RelatedTerm> related_terms(const GenerationView& view,
                                       const std::vector<RankedPassage>& best,
                                       const std::vector<std::string>& query_stems) {
  const auto count = std::min(best.size(), kFeedbackPassages);
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += fourth_power(best[i].score);
  if (sum <= 0) return {};
  TermWeights weights(view);
  for (std::size_t i = 0; i < count; ++i) weights.add(best[i], fourth_power(best[i].score) / sum);
  auto terms = weights.heaviest();
  const double heaviest = terms.empty() ? 1 : terms.front().weight;
  std::size_t that_find = 0;
  for (auto& term : terms) {
    term.weight *= kWeight / heaviest;
    const bool asked_for =
        std::find(query_stems.begin(), query_stems.end(), term.stem) != query_stems.end();
    term.finds = !asked_for && !is_of_calendar(term.stem) && that_find++ < kMostThatFind;
  }
  return terms;
}

Xapian::Query with_related(const Xapian::Query& query, const std::vector<RelatedTerm>& terms) {
  std::vector<Xapian::Query> finding{query}, raising;
  for (const auto& term : terms) (term.finds ? finding : raising).push_back(in_text_or_title(term));
  const Xapian::Query found(Xapian::Query::OP_OR, finding.begin(), finding.end());
  if (raising.empty()) return found;
  return {Xapian::Query::OP_AND_MAYBE, found,
          Xapian::Query(Xapian::Query::OP_OR, raising.begin(), raising.end())};
}

}  // namespace furat
