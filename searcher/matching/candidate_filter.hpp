// A condition on passages as the filter of a Xapian query: it is asked about candidates.
#pragma once

#include <xapian.h>

namespace furat {

/// Says that it is as long as the database, so that Xapian never begins with it. For local
/// databases.
class CandidateFilter : public Xapian::PostingSource {
 public:
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
    return holds(passage);
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  /// Throws Xapian::DocNotFoundError for a number that no document has, or not.
  virtual bool holds(Xapian::docid passage) = 0;

  void move_to(Xapian::docid passage) {
    for (at_ = passage; at_ <= last_; ++at_) {
      try {
        if (holds(at_)) return;
      } catch (const Xapian::DocNotFoundError&) {
        continue;
      }
    }
  }

  Xapian::doccount everything_ = 0;
  Xapian::docid at_ = 0, last_ = 0;
};

}  // namespace furat
