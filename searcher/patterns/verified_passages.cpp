#include "searcher/patterns/verified_passages.hpp"

#include <utility>

#include "index/varint.hpp"
#include "searcher/matching/candidate_filter.hpp"
#include "searcher/patterns/pattern_answers.hpp"
#include "searcher/patterns/pattern_matcher.hpp"

namespace furat {
namespace {

std::string key_of(const TextPattern& pattern, PassageVerifier::In where) {
  std::string key;
  index::append_varint(key, static_cast<std::uint64_t>(where));
  append_key(key, pattern);
  return key;
}

/// The question about one pattern, with the answers that the generation has so far.
class Verification {
 public:
  Verification(const GenerationView& view, analysis::TermAnalyzer& analyzer, TextPattern pattern,
               PassageVerifier::In where)
      : view_(view),
        analyzer_(analyzer),
        answers_(view.pattern_answers(key_of(pattern, where))),
        pattern_(std::move(pattern)),
        where_(where) {}

  [[nodiscard]] bool holds(Xapian::docid passage) {
    if (const auto known = answers_->find(passage)) return *known;
    const bool holds = reads_as_wanted(passage);
    answers_->add(passage, holds);
    return holds;
  }

 private:
  [[nodiscard]] bool reads_as_wanted(Xapian::docid passage) {
    view_.deadline().check();
    const auto record = view_.passage(passage);
    if (where_ == PassageVerifier::In::body) return occurs(pattern_, TextWords(record, analyzer_));
    const auto title = view_.article(record.article).title;
    return occurs(pattern_, TextWords(title, analyzer_)) ||
           occurs(pattern_, TextWords(record.heading, analyzer_));
  }

  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  std::shared_ptr<PatternAnswers> answers_;
  TextPattern pattern_;
  PassageVerifier::In where_;
};

/// Holds the passages that have the pattern.
class VerifiedPassages final : public CandidateFilter {
 public:
  explicit VerifiedPassages(std::shared_ptr<Verification> verification)
      : verification_(std::move(verification)) {}

  VerifiedPassages* clone() const override { return new VerifiedPassages(verification_); }

 private:
  bool holds(Xapian::docid passage) override { return verification_->holds(passage); }

  std::shared_ptr<Verification> verification_;
};

}  // namespace

Xapian::Query PassageVerifier::verified(const Xapian::Query& candidates, TextPattern pattern,
                                        In where) const {
  if (candidates.empty()) return candidates;
  auto verification = std::make_shared<Verification>(view_, analyzer_, std::move(pattern), where);
  if (!view_.is_one_local_database()) {
    // No server knows our sources: what holds is found out now.
    PassageSet holding(view_.columns().last_document());
    view_.matches(candidates).for_each([&](Xapian::docid passage) {
      if (verification->holds(passage)) holding.add(passage);
    });
    return {Xapian::Query::OP_FILTER, candidates, view_.verified_sets().add(std::move(holding))};
  }
  VerifiedPassages passages(std::move(verification));
  return {Xapian::Query::OP_FILTER, candidates, Xapian::Query(&passages)};
}

}  // namespace furat
