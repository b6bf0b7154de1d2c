#include "searcher/ranking/article_evidence.hpp"

#include <algorithm>

#include "index/schema.hpp"
#include "searcher/ranking/bm25.hpp"

namespace furat {
namespace {

constexpr double kShare = 0.4;

}  // namespace

ArticleEvidence::ArticleEvidence(const GenerationView& view, const std::vector<std::string>& stems)
    : view_(view) {
  const auto& database = view.database();
  const auto& counts = view.completion().counts;
  average_length_ = database.get_avlength() * counts.passages / std::max(1U, counts.articles);
  for (const auto& stem : stems)
    words_.push_back({stem, bm25::idf(counts.passages, view.termfreq(stem))});
  std::sort(words_.begin(), words_.end(),
            [](const Word& a, const Word& b) { return a.stem < b.stem; });
  words_.erase(std::unique(words_.begin(), words_.end(),
                           [](const Word& a, const Word& b) { return a.stem == b.stem; }),
               words_.end());
}

double ArticleEvidence::bonus(Xapian::docid passage) {
  const auto [entry, is_new] = scores_.try_emplace(view_.columns().article(passage), 0);
  if (is_new) entry->second = kShare * score_of_article(passage);
  return entry->second;
}

double ArticleEvidence::score_of_article(Xapian::docid passage) const {
  const auto& database = view_.database();
  const auto article = index::bounded_term(index::prefix::kArticle,
                                           view_.article(view_.columns().article(passage)).id);
  std::vector<double> occurrences(words_.size(), 0);
  double length = 0;
  for (auto part = database.postlist_begin(article); part != database.postlist_end(article);
       ++part) {
    length += database.get_doclength(*part);
    auto term = database.termlist_begin(*part);
    const auto end = database.termlist_end(*part);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      term.skip_to(words_[i].stem);
      if (term == end) break;
      if (*term == words_[i].stem) occurrences[i] += term.get_wdf();
    }
  }
  double score = 0;
  for (std::size_t i = 0; i < words_.size(); ++i)
    score += words_[i].idf * bm25::saturated(occurrences[i], length, average_length_);
  return score;
}

}  // namespace furat
