// The actors or places of an archive, and what its passages say of each: what Searcher::values() is
// asked, and its answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "furat/counted.hpp"
#include "furat/search_request.hpp"
#include "furat/search_results.hpp"

namespace furat {

struct ValuesRequest {
  /// Which passages are looked at; its page, order, grouping and facets have no effect. Actors:
  /// with kinds to keep among its filters only actors of these kinds are listed.
  SearchRequest search;
  std::string dimension = "actor";  ///< "actor" or "place"
  /// Only values with that id, with that name or alias in any spelling or script, or with these
  /// words in a name, the last of which may be a beginning. Empty: all that the passages name.
  std::string name;
  std::size_t limit = 20;       ///< values, the most frequent first; 0: all
  std::size_t spellings = 12;   ///< of each value, the most frequent first; 0: all
  std::size_t neighbours = 10;  ///< of each value, actors and places each; 0: none
};

/// A value that is only pointed at.
struct ValueLink {
  std::string id, name;
  friend bool operator==(const ValueLink&, const ValueLink&) = default;
};

/// A way in which passages write a value, white space, "the" and "'s" apart.
struct SpellingSeen {
  std::string text;
  std::size_t passages = 0;  ///< in whatever role
  friend bool operator==(const SpellingSeen&, const SpellingSeen&) = default;
};

/// A place or actor that passages name together with a value.
struct NeighbourValue {
  std::string id, name, kind;
  std::size_t passages = 0;  ///< that name both themselves
  double lift = 0;      ///< so many times as many as if the two had nothing to do with each other
  double evidence = 0;  ///< log-likelihood ratio against that; neighbours are ranked by it
  friend bool operator==(const NeighbourValue&, const NeighbourValue&) = default;
};

/// One of a line of succession.
struct SuccessionMember {
  std::string id, name;
  std::optional<std::int32_t> from_year, to_year;
  int step = 0;     ///< 0: the value itself; -1: what became it; 1: what it became; and so on
  Counted counted;  ///< passages that count for it
  friend bool operator==(const SuccessionMember&, const SuccessionMember&) = default;
};

struct ValueInfo {
  std::string id, name;
  std::string kind;                                ///< of places "city", of actors "rebels", ...
  std::string country;                             ///< ISO 3166 alpha-2 or empty
  bool discovered = false;                         ///< found in the archive, in no lexicon
  std::optional<std::int32_t> from_year, to_year;  ///< actors: of its existence or office
  std::optional<double> latitude, longitude;       ///< places: degrees
  Counted counted;  ///< what a filter by `id` leaves of the search: it or what lies below it
  Counted named;    ///< passages that name it itself
  /// Of the passages that count for it: the dates that begin first and end last, as day, month or
  /// year; open ones and those without a year apart. ISO days of publication. Empty: none.
  std::string first_date, last_date, first_published, last_published;
  std::vector<ValueLink> path;               ///< what it belongs to, nearest first
  std::vector<SuccessionMember> succession;  ///< by step; empty if it stands alone
  std::vector<SpellingSeen> spellings;
  std::size_t total_spellings = 0;
  std::vector<NeighbourValue> actors, places;  ///< named together with it
  friend bool operator==(const ValueInfo&, const ValueInfo&) = default;
};

struct ValuesResults {
  SearchResults matched;          ///< totals, names and notes of the search; no hits, no facets
  std::vector<ValueInfo> values;  ///< by the passages that count for them
  std::size_t total_values = 0;   ///< that there are, listed or not
  std::string tier = "exact";  ///< by which `name` was found: "exact", "words", or a coarser tier
                               ///< of NameMatch
  std::vector<ValueLink> others;  ///< with a tier of "exact": values with the same words in a name
  friend bool operator==(const ValuesResults&, const ValuesResults&) = default;
};

}  // namespace furat
