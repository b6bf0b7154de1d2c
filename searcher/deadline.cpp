#include "searcher/deadline.hpp"

#include <utility>

#include "furat/errors.hpp"
#include "searcher/matching/candidate_filter.hpp"

namespace furat {
namespace {

/// Holds every document and asks the deadline once in a while.
class WatchedPassages final : public CandidateFilter {
 public:
  explicit WatchedPassages(const Deadline& deadline) : deadline_(deadline), paced_(deadline) {}

  void init(const Xapian::Database& database) override {
    CandidateFilter::init(database);
    deadline_.check();
  }
  WatchedPassages* clone() const override { return new WatchedPassages(deadline_); }

 private:
  bool holds(Xapian::docid /*passage*/) override {
    paced_.step();
    return true;
  }

  const Deadline& deadline_;
  PacedCheck paced_;
};

}  // namespace

Deadline::Deadline(std::optional<std::chrono::milliseconds> limit, std::stop_token stop, Now now)
    : limit_(limit), stop_(std::move(stop)), now_(now) {
  constexpr std::chrono::hours kForever{24 * 365};  // clocks that count nanoseconds have an end
  if (limit_ && *limit_ < kForever) end_ = now_() + *limit_;
}

void Deadline::check() const {
  if (stop_.stop_requested()) throw Cancelled();
  if (end_ && now_() >= *end_) throw DeadlineExceeded(*limit_);
}

Xapian::Query Deadline::watch(const Xapian::Query& query) const {
  if ((!end_ && !stop_.stop_possible()) || query.empty()) return query;
  WatchedPassages watched(*this);
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(&watched)};
}

}  // namespace furat
