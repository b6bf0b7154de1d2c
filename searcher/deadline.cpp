#include "searcher/deadline.hpp"

#include "furat/errors.hpp"
#include "searcher/matching/candidate_filter.hpp"

namespace furat {
namespace {

/// Holds every document and looks at the clock once in a while.
class WatchedPassages final : public CandidateFilter {
 public:
  explicit WatchedPassages(const Deadline& deadline) : deadline_(deadline) {}

  void init(const Xapian::Database& database) override {
    CandidateFilter::init(database);
    deadline_.check();
  }
  WatchedPassages* clone() const override { return new WatchedPassages(deadline_); }

 private:
  bool holds(Xapian::docid /*passage*/) override {
    constexpr unsigned kSteps = 64;
    if (++asked_ % kSteps == 0) deadline_.check();
    return true;
  }

  const Deadline& deadline_;
  unsigned asked_ = 0;
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
