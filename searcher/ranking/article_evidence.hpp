// Article evidence: a passage of an article that speaks of the query throughout goes before one
// that mentions it in passing.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/view/generation_view.hpp"

namespace furat {

class ArticleEvidence {
 public:
  /// `stems`: the words of the query.
  ArticleEvidence(const GenerationView& view, const std::vector<std::string>& stems);

  /// What its article adds to the score of a passage: a share of the BM25 score that all of the
  /// article's passages have as one text. Reads each article once. Throws Xapian::Error.
  [[nodiscard]] double bonus(Xapian::docid passage);

 private:
  struct Word {
    std::string stem;
    double idf;
  };
  [[nodiscard]] double score_of_article(Xapian::docid passage) const;

  const GenerationView& view_;
  std::vector<Word> words_;                           ///< ascending by stem
  double average_length_;                             ///< of an article, in words
  std::unordered_map<std::uint32_t, double> scores_;  ///< by article number
};

}  // namespace furat
