// The known actors as a hierarchy in time: by id, by row, with what they belonged to and when.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"

namespace furat::analysis {

/// A closed range of years.
struct YearRange {
  int first = 0, last = 0;
  friend bool operator==(const YearRange&, const YearRange&) = default;
};

/// Actors by id, by row and by country, with their ancestors.
class ActorLexicon {
 public:
  explicit ActorLexicon(std::span<const ActorEntry> actors);  ///< rows are copied
  [[nodiscard]] std::span<const ActorEntry> actors() const& { return actors_; }
  void actors() const&& = delete;
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

  /// The row that is a body of a country: national("TR", "army"). See kNationalBodies.
  [[nodiscard]] std::optional<std::uint32_t> national(std::string_view iso,
                                                      std::string_view body) const;

  /// Rows of the parents, of theirs and so on, each once, nearest first and in the order of the
  /// file; never the actor itself. Links are followed that hold in one of `years`: who joined in
  /// 2014 has that parent in 2014, and who never belonged to anyone then has none. Without years
  /// the links count that still hold, which is what a text without a date most likely means; of an
  /// actor all of whose links have ended, the last. Ancestors' links are followed in the same way.
  [[nodiscard]] std::vector<std::uint32_t> ancestors(std::uint32_t actor,
                                                     std::optional<YearRange> years = {}) const;

  /// The last parent in time: where the actor stands in a tree that shows it once. Of links that
  /// still hold the one that began last; else the one that ended last. Where these lead around, the
  /// actor whose link is the oldest has none.
  [[nodiscard]] std::optional<std::uint32_t> last_parent(std::uint32_t actor) const {
    return last_parents_[actor];
  }

  /// Whether it has other parents than that one, or has it not at all times.
  [[nodiscard]] bool has_dated_parents(std::uint32_t actor) const;

 private:
  struct Link {
    std::uint32_t parent;
    std::optional<int> from_year, to_year;
  };
  [[nodiscard]] static bool counts(const Link& link, std::optional<YearRange> years,
                                   std::optional<int> last_end);
  /// The year in which the last link ended; none if one still holds, or there is none.
  [[nodiscard]] std::optional<int> last_end(std::uint32_t actor) const;
  [[nodiscard]] static bool is_older(const Link& a, const Link& b);
  [[nodiscard]] const Link* last_link(std::uint32_t actor) const;
  [[nodiscard]] std::vector<std::optional<std::uint32_t>> last_parents() const;

  std::vector<ActorEntry> actors_;
  std::vector<std::vector<Link>> links_;  ///< per row
  std::vector<std::optional<std::uint32_t>> last_parents_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::map<std::string, std::map<std::string, std::uint32_t, std::less<>>, std::less<>>
      national_;  ///< by country, then body
};

}  // namespace furat::analysis
