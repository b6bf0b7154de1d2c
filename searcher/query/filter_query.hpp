// Filters to Xapian queries: what a facet value or a date range demands of a passage.
#pragma once

#include <xapian.h>

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "furat/search_request.hpp"
#include "index/date_nodes.hpp"
#include "index/schema.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// One resolved filter.
struct FilterQuery {
  index::Dimension dimension = index::Dimension::place;
  bool exclude = false;
  Xapian::Query query;           ///< boolean
  std::vector<std::string> ids;  ///< facet values it selects, for the marks in facet lists
  std::optional<index::DayInterval> days;  ///< dates: the days asked for
};

/// Whether a place or an actor may be named in a spelling that the lexicon does not have.
enum class FilterSpelling { exact, any };
[[nodiscard]] constexpr FilterSpelling filter_spelling(bool expand_names) {
  return expand_names ? FilterSpelling::any : FilterSpelling::exact;
}

/// How dates are read and compared.
struct DateRules {
  DateMode mode = DateMode::overlap;
  std::optional<std::chrono::sys_days> now{};  ///< what "last week" counts from
};

/// What all filters of a request have in common.
struct FilterRules {
  const PlaceRoles& roles;  ///< in which places count
  FilterSpelling spelling = FilterSpelling::any;
  DateRules dates{};
};

/// Resolves a value to a boolean query. `notes` gets a sentence where a name means several values
/// or is spelled otherwise. Throws RequestError naming the dimension, with suggestions, if nothing
/// has that id or name or it is no date.
[[nodiscard]] FilterQuery resolve_filter(const Filter& filter, const FilterRules& rules,
                                         const GenerationView& view,
                                         std::vector<std::string>& notes);

/// Ordinals of the values that have this id, or else this name or alias; never none. `notes` gets a
/// sentence if they are several. Throws RequestError, naming `argument`, with suggestions.
[[nodiscard]] std::vector<std::uint32_t> values_meant(
    index::Dimension dimension, const std::string& text, const std::string& argument,
    FilterSpelling spelling, const GenerationView& view, std::vector<std::string>& notes);

/// Ordinals of the values with this name or alias, whatever its case. The id of a discovered value
/// ("found-sultan-murad-division") that the index does not have is read as the words in it: a
/// lexicon may have the name by now.
[[nodiscard]] std::vector<std::uint32_t> named_or_discovered(index::Dimension dimension,
                                                             const std::string& text,
                                                             const GenerationView& view);

/// The passages of articles published on or before the last day of a time, `--reported-by`. Throws
/// RequestError for what has no end or is no date.
[[nodiscard]] Xapian::Query reported_by(const std::string& time, const DateRules& rules,
                                        std::vector<std::string>& notes);

/// All filters of a request, combined: values of a dimension ORed, dimensions ANDed, exclusions all
/// out.
class FilterSet {
 public:
  FilterSet(const std::vector<Filter>& filters, const FilterRules& rules,
            const GenerationView& view, std::vector<std::string>& notes);

  /// Adds a demand that apply() always makes.
  void restrict_to(const Xapian::Query& query) { restrictions_.push_back(query); }

  /// `query` restricted by all filters but the inclusive ones of `without`.
  [[nodiscard]] Xapian::Query apply(const Xapian::Query& query,
                                    std::optional<index::Dimension> without = std::nullopt) const;

  [[nodiscard]] bool selects(index::Dimension dimension) const;
  [[nodiscard]] const std::set<std::string>& selected_ids(index::Dimension dimension) const;
  /// The times that the inclusive filters of a dimension of dates ask for.
  [[nodiscard]] std::vector<index::DayInterval> selected_days(index::Dimension dimension) const;

 private:
  std::vector<FilterQuery> filters_;
  std::vector<Xapian::Query> restrictions_;
  std::array<std::set<std::string>, index::kDimensions> selected_;
};

}  // namespace furat
