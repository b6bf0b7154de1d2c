// The dates of many matches, counted in a thread of their own while the request ranks them and
// counts the rest.
#pragma once

#include <cstddef>
#include <future>
#include <memory>

#include "searcher/facets/date_tally.hpp"
#include "searcher/matching/matched_passages.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// Of one request, in the scratch of its view. Its destructor waits for the thread.
class DatesAhead {
 public:
  /// Counting as many takes some 15 ms, a thread .05. Fewer are left to the thread of the request,
  /// so that where many requests come at once they do not all come twice.
  static constexpr std::size_t kWorthAThread = 1U << 16U;

  /// Begins to count Dimension::date over the matches, if they are at least so many.
  void begin(std::shared_ptr<const MatchedPassages> matches, const GenerationView& view,
             std::size_t worth_a_thread = kWorthAThread);

  /// The counts, waited for; nullptr if they were not begun over these matches. Throws
  /// DeadlineExceeded and Cancelled.
  [[nodiscard]] const DateTally* of(const MatchedPassages& matches) const;

 private:
  std::shared_ptr<const MatchedPassages> matches_;
  std::shared_future<const DateTally*> counted_;
};

}  // namespace furat
