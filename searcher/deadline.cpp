#include "searcher/deadline.hpp"

#include "furat/errors.hpp"

namespace furat {
namespace {

/// Holds every document and looks at the clock once in a while: as the filter of a query it is
/// asked about each candidate.
class WatchedPassages final : public Xapian::PostingSource {
 public:
  explicit WatchedPassages(const Deadline& deadline) : deadline_(deadline) {}

  Xapian::doccount get_termfreq_min() const override { return everything_; }
  Xapian::doccount get_termfreq_est() const override { return everything_; }
  Xapian::doccount get_termfreq_max() const override { return everything_; }
  void init(const Xapian::Database& database) override {
    everything_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
    set_maxweight(0);
    deadline_.check();
  }
  void next(double) override { move_to(at_ + 1); }
  void skip_to(Xapian::docid passage, double) override {
    if (passage > at_) move_to(passage);
  }
  bool check(Xapian::docid passage, double) override {
    move_to(passage);
    return true;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  WatchedPassages* clone() const override { return new WatchedPassages(deadline_); }

 private:
  void move_to(Xapian::docid passage) {
    constexpr unsigned kSteps = 64;
    at_ = passage;
    if (++moves_ % kSteps == 0) deadline_.check();
  }

  const Deadline& deadline_;
  Xapian::doccount everything_ = 0;
  Xapian::docid at_ = 0, last_ = 0;
  unsigned moves_ = 0;
};

}  // namespace

Deadline::Deadline(std::optional<std::chrono::milliseconds> limit, Now now)
    : limit_(limit), now_(now) {
  if (limit_) end_ = now_() + *limit_;
}

void Deadline::check() const {
  if (limit_ && now_() >= end_) throw DeadlineExceeded(*limit_);
}

Xapian::Query Deadline::watch(const Xapian::Query& query) const {
  if (!limit_ || query.empty()) return query;
  WatchedPassages watched(*this);
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(&watched)};
}

}  // namespace furat
