// How many documents should have each facet term, by a full count, and whether they do.
#pragma once

#include <xapian.h>

#include <functional>
#include <map>
#include <string>

namespace furat::index {

class TermCounts {
 public:
  /// One more document should have the term.
  void add(const std::string& term) { ++counts_[term]; }

  /// Calls `fault` with a sentence for each facet term of the database that is held by another
  /// number of documents than were added, and for each that is not there. To be asked once: what
  /// agrees is forgotten. Throws Xapian::Error.
  void compare(const Xapian::Database& database,
               const std::function<void(const std::string&)>& fault);

 private:
  std::map<std::string, Xapian::doccount> counts_;
};

}  // namespace furat::index
