// The known places as a tree: by id, by row, with what contains them. The hand-made lexicon comes
// first and may stand for a row of the world gazetteer, whose names it then has besides its own.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/places/gazetteer_image.hpp"
#include "analysis/places/place_words.hpp"
#include "analysis/places/position.hpp"

namespace furat::analysis {

/// How high a place stands in the tree of countries and their divisions.
enum class PlaceLevel : std::uint8_t { above_countries, country, division, subdivision, spot };

/// Places by id and by row, with their ancestors. Rows [0, lexicon_size()) are those of the
/// lexicon, the others those of the world gazetteer; world rows that a lexicon row stands for are
/// never given out. Immutable after construction.
class Gazetteer {
 public:
  /// Lexicon rows are copied; the image's bytes must outlive the gazetteer, and so must those of
  /// the trie of the lexicon's names, where it was compiled before (names_of_places()).
  explicit Gazetteer(std::span<const PlaceEntry> lexicon, GazetteerImage world = {},
                     NameTrie lexicon_names = {});

  [[nodiscard]] std::uint32_t size() const { return lexicon_size() + world_.size(); }
  [[nodiscard]] std::uint32_t lexicon_size() const {
    return static_cast<std::uint32_t>(lexicon_.size());
  }
  [[nodiscard]] std::span<const PlaceEntry> lexicon() const& { return lexicon_; }
  void lexicon() const&& = delete;
  [[nodiscard]] const GazetteerImage& world() const { return world_; }
  /// Empty if it was not given.
  [[nodiscard]] const NameTrie& lexicon_names() const { return lexicon_names_; }

  /// Row of an id: one of the lexicon's, "gn-" and a geonameid, or the codes of a division
  /// ("us.tx").
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  /// The row that stands for a row of the world gazetteer.
  [[nodiscard]] std::uint32_t row_of_world(std::uint32_t world_row) const;

  [[nodiscard]] std::string id(std::uint32_t row) const;
  [[nodiscard]] std::string_view name(std::uint32_t row) const;
  [[nodiscard]] std::string_view kind(std::uint32_t row) const;
  [[nodiscard]] FeatureClass feature_class(std::uint32_t row) const;
  [[nodiscard]] PlaceLevel level(std::uint32_t row) const;
  [[nodiscard]] std::optional<Position> position(std::uint32_t row) const;
  [[nodiscard]] std::optional<long> geonameid(std::uint32_t row) const;
  /// People living there; 0 where unknown.
  [[nodiscard]] std::uint32_t population(std::uint32_t row) const;
  /// Id of the government that the name may stand for; empty for all but capitals.
  [[nodiscard]] std::string_view seat_of(std::uint32_t row) const;

  [[nodiscard]] std::optional<std::uint32_t> parent(std::uint32_t row) const;
  /// Rows from the parent up to the top, nearest first.
  [[nodiscard]] std::vector<std::uint32_t> ancestors(std::uint32_t row) const;
  /// Whether `row` is `area` or lies in it.
  [[nodiscard]] bool lies_in(std::uint32_t row, std::uint32_t area) const;
  /// Row of the country a place lies in.
  [[nodiscard]] std::optional<std::uint32_t> country_row(std::uint32_t row) const;
  /// ISO code of the country a place lies in, empty where none.
  [[nodiscard]] std::string_view country(std::uint32_t row) const;

  /// The lexicon's entry of a row, if it has one.
  [[nodiscard]] const PlaceEntry* entry(std::uint32_t row) const {
    return row < lexicon_.size() ? &lexicon_[row] : nullptr;
  }
  /// Names the world gazetteer has for a row, also where the lexicon stands for it.
  [[nodiscard]] std::vector<std::string_view> world_names(std::uint32_t row) const;

 private:
  static constexpr std::uint32_t kNone = GazetteerImage::kNone;

  /// Calls `action` with the row and all above it, nearest first, until it returns true.
  template <class Action>
  void climb(std::uint32_t row, Action action) const;
  void join_with_world();
  [[nodiscard]] std::uint32_t world_row_of(std::uint32_t row) const {
    return row < lexicon_.size() ? world_of_lexicon_[row] : row - lexicon_size();
  }
  [[nodiscard]] std::optional<std::uint32_t> world_row_for(const PlaceEntry& entry) const;

  std::vector<PlaceEntry> lexicon_;
  GazetteerImage world_;
  NameTrie lexicon_names_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;  // of the lexicon
  std::vector<std::uint32_t> parents_;                         // of the lexicon
  std::vector<FeatureClass> classes_;                          // of the lexicon
  std::vector<PlaceLevel> levels_;                             // of the lexicon
  std::vector<std::uint32_t> world_of_lexicon_;                // kNone where there is none
  std::vector<std::uint32_t> lexicon_of_world_;                // kNone likewise
  std::vector<FeatureClass> world_classes_;                    // by kind number
};

}  // namespace furat::analysis
