// The arguments of furat-search, and the request they make.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "furat/pivot.hpp"
#include "furat/search_request.hpp"
#include "furat/timeline.hpp"
#include "furat/values.hpp"
#include "searcher/cli/terminal.hpp"

namespace furat::cli {

struct SearchOptions {
  std::string index;
  std::vector<std::string> words;  ///< the query, joined by spaces
  std::vector<std::string> place, actor, date, published, source, kind;
  std::vector<std::string> not_place, not_actor, not_date, not_published, not_source, not_kind;
  bool unique = false;
  std::string match = "auto", group = "passage", sort = "relevance", spelling = "any",
              related = "auto";
  std::string date_mode = "overlap";
  std::optional<std::string> now, reported_by;
  std::string place_roles = "at";  ///< comma-separated roles, or all
  std::optional<std::string> near, within, bbox;
  std::string facets;  ///< comma-separated dimensions; "none": no facets
  std::string format = "text", colour = "auto";
  std::size_t limit = 10, offset = 0, facet_limit = 10;
  bool plain = false;
  std::string passage;                            ///< why: key of a passage
  std::string mention_text;                       ///< why: only mentions whose text has this
  std::string queries;                            ///< batch: TSV of id and query
  std::string by = "auto", clock = "date";        ///< timeline
  std::string rows, columns, count = "passages";  ///< pivot
  std::size_t row_limit = 20, column_limit = 8;   ///< pivot
  bool ancestors = false;                         ///< pivot
  bool ascii = false;                             ///< timeline, pivot
  std::string query;                              ///< actors, places: `words` are a name there
  std::size_t values = 20, spellings = 12, neighbours = 10;  ///< actors, places, facet
  std::optional<std::string> timeout;                        ///< as parse_duration() reads it
  std::string output = "passages";                           ///< what is printed of the hits
  bool null_separated = false;  ///< --null: entries of a list end with NUL
  bool explain = false;         ///< --explain
  bool count_only = false;      ///< --count
  bool limit_given = false;     ///< lists of articles and files are whole without a limit
  bool quiet = false;           ///< nothing on stderr but errors
  std::string hyperlinks = "auto";
  std::optional<std::string> pager;        ///< command; "none": no pager
  std::string usual_index;                 ///< where the index is if not named and none is near
  std::optional<int> format_version;       ///< of JSON that the caller understands
  bool show_origin = false;                ///< config
  Terminal terminal;                       ///< what standard output can show
  std::size_t context = 1;                 ///< show
  bool whole_article = false;              ///< show
  bool copies = false;                     ///< similar
  std::string dimension, order = "count";  ///< facet, suggest
  bool interactive = false;                ///< search
  std::string evidence;                    ///< check: file of hits
  std::vector<std::string> archives;       ///< check: folders of the originals
  std::string bundle;                      ///< check: a bundle to replay; else where to write one
};

/// The request for a query text. Throws RequestError for a time-out that is none.
[[nodiscard]] SearchRequest request_of(const SearchOptions& options, const std::string& query);

/// The requests of `timeline` and `pivot` for the query of the options. Throw as request_of() does.
[[nodiscard]] TimelineRequest timeline_request_of(const SearchOptions& options);
[[nodiscard]] PivotRequest pivot_request_of(const SearchOptions& options);

/// The request of `actors` and `places` for the name of the options.
[[nodiscard]] ValuesRequest values_request_of(const SearchOptions& options,
                                              const std::string& dimension);

/// The query as given: words joined by spaces.
[[nodiscard]] std::string query_of(const SearchOptions& options);

}  // namespace furat::cli
