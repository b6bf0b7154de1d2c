// One side of a pivot: which of its values a passage has, and what they are called.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "furat/pivot.hpp"
#include "index/date_nodes.hpp"
#include "searcher/facets/counted_ordinals.hpp"
#include "searcher/facets/named_values.hpp"
#include "searcher/query/place_roles.hpp"
#include "searcher/timeline/passage_times.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// What all passages of a request have in common.
struct PivotScope {
  const std::vector<Xapian::docid>& passages;  ///< ascending
  const PlaceRoles& roles;
  const std::optional<index::DayInterval>& bounds;  ///< of the values of `date`
  const GenerationView& view;
  bool ancestors = false;  ///< see PivotRequest
};

/// Values are numbers that mean something to the axis alone. Not for several threads at once.
class PivotAxis {
 public:
  virtual ~PivotAxis() = default;

  /// The values of a passage, each once. Valid until the next call.
  [[nodiscard]] virtual std::span<const std::uint32_t> of(Xapian::docid passage) = 0;

  /// Id and name of a value that a passage has; no total.
  [[nodiscard]] virtual PivotValue describe(std::uint32_t value) const = 0;

  /// Whether the value may have a line of its own.
  [[nodiscard]] virtual bool may_be_shown(std::uint32_t) const { return true; }

  /// Whether values stand by their numbers, not by how frequent they are.
  [[nodiscard]] virtual bool is_time() const { return false; }
};

/// The axis with that name. `argument` is "rows" or "columns". Throws RequestError for a name that
/// there is not. What `scope` refers to must outlive the axis.
[[nodiscard]] std::unique_ptr<PivotAxis> pivot_axis(const std::string& name,
                                                    const std::string& argument,
                                                    const PivotScope& scope);

}  // namespace furat
