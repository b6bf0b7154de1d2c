// The deadline of a request, on a clock that goes on by one millisecond whenever it is looked at.
#include "searcher/deadline.hpp"

#include <string>
#include <vector>

#include "furat/errors.hpp"
#include "tests/support/catch.hpp"

using furat::Deadline;
using furat::DeadlineExceeded;
using std::chrono::milliseconds;

namespace {

int looks = 0;

Deadline::Clock::time_point ticking() { return Deadline::Clock::time_point(milliseconds(looks++)); }

/// Every document has "all", every third one "third".
Xapian::WritableDatabase database() {
  Xapian::WritableDatabase made("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 5000; ++i) {
    Xapian::Document document;
    document.add_term("all");
    if (i % 3 == 0) document.add_term("third");
    made.add_document(document);
  }
  return made;
}

const Xapian::Query kQuery(Xapian::Query::OP_AND, Xapian::Query("all"), Xapian::Query("third"));

std::vector<Xapian::docid> all_matches(const Xapian::Database& documents,
                                       const Xapian::Query& query) {
  Xapian::Enquire enquire(documents);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::vector<Xapian::docid> matches;
  const auto mset = enquire.get_mset(0, documents.get_doccount());
  for (auto match = mset.begin(); match != mset.end(); ++match) matches.push_back(*match);
  return matches;
}

}  // namespace

TEST_CASE("a query in time finds what it finds without a deadline") {
  const auto documents = database();
  looks = 0;
  const Deadline ample(milliseconds(1000), {}, &ticking);
  const auto found = all_matches(documents, ample.watch(kQuery));
  CHECK(found.size() == 1667);
  CHECK(found == all_matches(documents, kQuery));
  CHECK(looks > 10);
  CHECK(looks < 100);
}

TEST_CASE("a query that takes too long ends in DeadlineExceeded, not in a part of its matches") {
  const auto documents = database();
  const int limit = GENERATE(0, 1, 5, 20);
  looks = 0;
  const Deadline deadline{milliseconds(limit), {}, &ticking};
  const auto watched = deadline.watch(kQuery);
  CHECK_THROWS_AS(all_matches(documents, watched), DeadlineExceeded);
  CHECK(looks <= limit + 2);
  CHECK_THROWS_AS(deadline.check(), DeadlineExceeded);
}

TEST_CASE("without a limit no clock is asked") {
  looks = 0;
  const Deadline none(std::nullopt, {}, &ticking);
  none.check();
  CHECK(none.watch(kQuery).get_description() == kQuery.get_description());
  CHECK(looks == 0);
}
