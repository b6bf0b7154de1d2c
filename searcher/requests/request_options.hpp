// What can be asked, as words: the options of the command line and the parameters of the HTTP API
// are these, so that both ask alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "furat/facet_values.hpp"
#include "furat/pivot.hpp"
#include "furat/search_request.hpp"
#include "furat/shown_passage.hpp"
#include "furat/suggest.hpp"
#include "furat/timeline.hpp"
#include "furat/values.hpp"

namespace furat::requests {

struct RequestOptions {
  // Which passages.
  std::string query;
  std::vector<std::string> place, actor, date, published, source, kind;
  std::vector<std::string> not_place, not_actor, not_date, not_published, not_source, not_kind;
  std::string match = "auto", spelling = "any", related = "auto", date_mode = "overlap";
  std::optional<std::string> now, reported_by;
  std::string place_roles = "at";  ///< comma-separated roles, or all
  std::optional<std::string> near, within, bbox;
  bool plain = false;
  std::optional<std::string> timeout;  ///< as parse_duration() reads it

  // Which of their hits, and what of them.
  bool unique = false, explain = false;
  std::string group = "passage", sort = "relevance";
  std::size_t limit = 10, offset = 0, facet_limit = 10;
  std::string facets;  ///< comma-separated dimensions; "none": no facets

  // Counts and values.
  std::string by = "auto", clock = "date";                   ///< timeline
  std::string rows, columns, count = "passages";             ///< pivot
  std::size_t row_limit = 20, column_limit = 8;              ///< pivot
  bool ancestors = false;                                    ///< pivot
  std::size_t values = 20, spellings = 12, neighbours = 10;  ///< actors, places, facet
  std::string dimension, order = "count";                    ///< facet, suggest
  std::string name;  ///< what values are called, or what was typed of them; the command line has
                     ///< words there

  // One passage.
  std::string passage;         ///< key of a passage
  std::size_t context = 1;     ///< show
  bool whole_article = false;  ///< show
  bool copies = false;         ///< similar
};

/// The request for a query text. Throws RequestError for a time-out that is none, as all below.
[[nodiscard]] SearchRequest request_of(const RequestOptions& options, const std::string& query);

[[nodiscard]] TimelineRequest timeline_request_of(const RequestOptions& options,
                                                  const std::string& query);
[[nodiscard]] PivotRequest pivot_request_of(const RequestOptions& options,
                                            const std::string& query);

/// Of passages that the query of the options finds: actors or places with that name, values with
/// these words.
[[nodiscard]] ValuesRequest values_request_of(const RequestOptions& options,
                                              const std::string& dimension,
                                              const std::string& name);
[[nodiscard]] FacetValuesRequest facet_request_of(const RequestOptions& options,
                                                  const std::string& text);

[[nodiscard]] ShowRequest show_request_of(const RequestOptions& options);
[[nodiscard]] SuggestRequest suggest_request_of(const RequestOptions& options,
                                                const std::string& prefix);

}  // namespace furat::requests
