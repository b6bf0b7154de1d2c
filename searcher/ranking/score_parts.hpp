// Why a hit has its score: what each word and name of the query adds, and what was added after.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "furat/search_results.hpp"
#include "searcher/matching/passage_set.hpp"
#include "searcher/ranking/ranked_passage.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// How the parts of a query are called.
struct PartNames {
  std::unordered_map<std::string, std::string> words;    ///< by stem, as the query has them
  std::unordered_map<std::string, std::string> related;  ///< by stem: found by RelatedWords
};

/// The parts of the scores that `query` gives to one page of passages. Each part of the query is
/// run once, over these passages alone.
class ScoreParts {
 public:
  /// `query` as it was ranked by; `stems` of the plain words, in order. `passages` in any order.
  /// Throws Xapian::Error.
  ScoreParts(const GenerationView& view, const Xapian::Query& query,
             const std::vector<std::string>& stems, PartNames names,
             std::vector<Xapian::docid> passages);

  /// What adds up to the score of a passage, the largest first. What is between their sum and
  /// `score` is a part of its own, of a copy that was put behind others.
  [[nodiscard]] std::vector<ScorePart> of(Xapian::docid passage, double score) const;

 private:
  void add(const Xapian::Query& query);
  void add_part(const Xapian::Query& query);
  /// The passages that match a part, with the scores that it gives them.
  [[nodiscard]] std::vector<RankedPassage> scored(const Xapian::Query& query) const;
  void add_nearness(const std::vector<std::string>& stems);
  [[nodiscard]] std::optional<std::string> related_word(const Xapian::Query& query) const;
  [[nodiscard]] std::string described(const Xapian::Query& query) const;
  [[nodiscard]] std::string described(const std::string& term) const;

  const GenerationView& view_;
  PartNames names_;
  std::vector<Xapian::docid> passages_;
  PassageSet set_;  ///< of these
  std::unordered_map<Xapian::docid, std::vector<ScorePart>> parts_, related_;
};

}  // namespace furat
