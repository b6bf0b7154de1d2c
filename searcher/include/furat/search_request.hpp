// A question put to an index.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace furat {

enum class MatchMode { all, any };  ///< a passage must have all the words, or one of them
/// Whether words that the best passages have in common are searched for too: automatic means for
/// questions (SearchRequest::plain, or a query that asks) of which any word will do.
enum class RelatedWords { automatic, always, never };
enum class GroupBy { passage, article };  ///< what one hit is
enum class SortBy {
  relevance,
  date,
  published
};  ///< date: by the first day a passage speaks of, oldest first, within the times asked for if
    ///< there are date filters; published: newest first

/// What a date filter demands of a date that a passage speaks of: it shares a day with the time
/// asked for, lies inside it, or covers all of it. An open date ("since 2014") lies inside nothing
/// that ends; it covers what the index takes it to reach: up to the day of publication.
enum class DateMode { overlap, within, contains };

/// One value of a facet dimension to keep, or to leave out.
struct Filter {
  std::string dimension;  ///< "place", "actor", "date", "published", "source", "kind"
  std::string value;  ///< an id, a name or an alias; for dates a day, month, year, decade or A..B,
                      ///< also in words ("early 2016", "last week"); for kinds of actors
                      ///< "rebels", "state_forces", ...; "none": without any
  bool exclude = false;
};

struct SearchRequest {
  std::string query;   ///< the query language of docs/query-language.md; empty: everything
  bool plain = false;  ///< plain language: no character of `query` is an operator
  MatchMode match = MatchMode::all;
  bool questions = true;  ///< a query that asks ("who captured Mayadin?") is read as a question:
                          ///< any of its words will do, its times and places count more
  bool fall_back_to_any =
      true;  ///< with MatchMode::all: if nothing has all the words, try any, and say so
  bool expand_names =
      true;  ///< a name finds its other spellings, known or spelled alike; filters too
  RelatedWords related = RelatedWords::automatic;
  std::vector<Filter>
      filters;  ///< values of one dimension are ORed, dimensions are ANDed, exclusions all hold
  DateMode date_mode = DateMode::overlap;  ///< of the dimension "date": filters, the field `date:`
                                           ///< and facet counts alike
  std::optional<std::string> now;  ///< ISO day that "yesterday" counts from in filters and fields;
                                   ///< without it such words are refused, no clock is asked
  /// Only articles published on or before the last day of this time, in the words of a date filter;
  /// those without a date are left out. Not a selection: facets are counted with it.
  std::optional<std::string> reported_by;
  std::set<std::string> place_roles = {
      "at"};  ///< in which a place counts, for filters and facet counts alike: "at" where it
              ///< happened, "of", "says", "in-name", "dateline", or "all" for these five
  /// Only passages that name a place, in these roles, at most `within` ("50km", "30mi", "800m")
  /// from `near`: an id, a name or an alias, or "lat,lon" in degrees. Only places that are points
  /// count (settlements, camps, bridges, ...), no areas. Neither may be given without the other.
  std::optional<std::string> near, within;
  std::optional<std::string> bbox;  ///< likewise in the box "S,W,N,E", degrees; W above E reaches
                                    ///< over the date line
  bool unique = false;  ///< of passages with nearly the same text, only the earliest that matches
                        ///< is a hit; counts stay those of all passages
  GroupBy group = GroupBy::passage;
  SortBy sort = SortBy::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::vector<std::string> facets;  ///< dimensions to count, in the order wanted
  std::size_t facet_limit = 10;     ///< values a dimension, besides selected ones; 0: all
  bool drill_sideways =
      true;  ///< a dimension with a selection is counted as if it had none; false: over the hits
  bool explain = false;  ///< say of each hit why it has its score (Hit::score_parts)
  std::size_t snippet_chars =
      300;  ///< about how long a snippet may be, in code points; 0: none, nor marks
  bool totals =
      true;  ///< false: the best hits are enough. Unless facets, `unique`, GroupBy::article or a
             ///< limit of 0 need all matches, none are counted then: SearchResults::counted
  std::size_t snippet_fragments = 3;  ///< stretches that a snippet may have at most; 1: only one
  /// How long the answer may take; none: as long as it takes. DeadlineExceeded when it is over,
  /// never an answer that lacks something.
  std::optional<std::chrono::milliseconds> deadline;
  /// Once it is asked to stop, by whatever thread, the request ends in Cancelled.
  std::stop_token stop{};
};

}  // namespace furat
