#include "searcher/patterns/verified_passages.hpp"

#include <unordered_map>
#include <utility>

#include "searcher/patterns/pattern_matcher.hpp"

namespace furat {
namespace {

/// The question about one pattern, with the answers so far.
class Verification {
 public:
  Verification(const GenerationView& view, analysis::TermAnalyzer& analyzer,
               const Deadline& deadline, TextPattern pattern, PassageVerifier::In where)
      : view_(view),
        analyzer_(analyzer),
        deadline_(deadline),
        pattern_(std::move(pattern)),
        where_(where) {}

  [[nodiscard]] bool holds(Xapian::docid passage) {
    const auto [known, is_new] = answers_.try_emplace(passage, false);
    if (is_new) known->second = reads_as_wanted(passage);
    return known->second;
  }

 private:
  [[nodiscard]] bool reads_as_wanted(Xapian::docid passage) {
    deadline_.check();
    const auto record = view_.passage(passage);
    if (where_ == PassageVerifier::In::body) return occurs(pattern_, TextWords(record, analyzer_));
    const auto title = view_.article(record.article).title;
    return occurs(pattern_, TextWords(title, analyzer_)) ||
           occurs(pattern_, TextWords(record.heading, analyzer_));
  }

  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  const Deadline& deadline_;
  TextPattern pattern_;
  PassageVerifier::In where_;
  std::unordered_map<Xapian::docid, bool> answers_;
};

/// Holds the passages that have the pattern. Made to be asked about candidates: it says that it is
/// as long as the database, so that Xapian never begins with it.
class VerifiedPassages final : public Xapian::PostingSource {
 public:
  explicit VerifiedPassages(std::shared_ptr<Verification> verification)
      : verification_(std::move(verification)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return everything_; }
  Xapian::doccount get_termfreq_max() const override { return everything_; }
  void init(const Xapian::Database& database) override {
    everything_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
    set_maxweight(0);
  }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid passage, double) override {
    if (passage > at_) move_to(passage);
  }
  bool check(Xapian::docid passage, double) override {
    at_ = passage;
    return verification_->holds(passage);
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  VerifiedPassages* clone() const override { return new VerifiedPassages(verification_); }

 private:
  void move_to(Xapian::docid passage) {
    for (at_ = passage; at_ <= last_; ++at_) {
      try {
        if (verification_->holds(at_)) return;
      } catch (const Xapian::DocNotFoundError&) {
        continue;  // a number that no document has
      }
    }
  }

  std::shared_ptr<Verification> verification_;
  Xapian::doccount everything_ = 0;
  Xapian::docid at_ = 0, last_ = 0;
};

}  // namespace

Xapian::Query PassageVerifier::verified(const Xapian::Query& candidates, TextPattern pattern,
                                        In where) const {
  if (candidates.empty()) return candidates;
  VerifiedPassages passages(
      std::make_shared<Verification>(view_, analyzer_, deadline_, std::move(pattern), where));
  return {Xapian::Query::OP_FILTER, candidates, Xapian::Query(&passages)};
}

}  // namespace furat
