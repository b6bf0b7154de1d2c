// Finds the places an article names and decides which place each name means and in what role.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/article_context.hpp"
#include "analysis/lexicon/lexicon.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

enum class PlaceRole : std::uint8_t {  // stored in the index: do not renumber
  at = 0,       ///< it happened there
  of = 1,       ///< modifier: "Russian jets"
  says = 2,     ///< a capital standing for its government: "Damascus said"
  in_name = 3,  ///< inside an organisation's name
  dateline = 4, ///< "BEIRUT, Oct 4 —"
};

struct PlaceMention {
  ByteSpan span;                      ///< of the passage text
  std::uint32_t place = 0;            ///< row of Gazetteer::places()
  PlaceRole role = PlaceRole::at;
  std::string_view rule;              ///< static name of the rule that decided, e.g. "place.name"
};

/// Places by id and by row, with their ancestors.
class Gazetteer {
 public:
  explicit Gazetteer(std::span<const PlaceEntry> places);  ///< rows are copied
  [[nodiscard]] std::span<const PlaceEntry> places() const& { return places_; }
  void places() const&& = delete;
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  /// Rows from the parent up to the top, nearest first.
  [[nodiscard]] std::vector<std::uint32_t> ancestors(std::uint32_t place) const;
  /// ISO code of the country a place lies in, empty where none.
  [[nodiscard]] std::string_view country(std::uint32_t place) const;

 private:
  std::vector<PlaceEntry> places_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
};

/// Immutable after construction: share one among threads. The gazetteer must outlive it.
class PlaceRecognizer {
 public:
  explicit PlaceRecognizer(const Gazetteer& gazetteer);
  ~PlaceRecognizer();

  /// The place mentions of each passage of one article, ascending, not overlapping. `owned` are the spans of
  /// each passage that longer actor names own: a place inside one is role in_name.
  /// Names of several places are resolved over the whole article (one sense an article; see extraction.md 1.4).
  [[nodiscard]] std::vector<std::vector<PlaceMention>> recognize(
      const ArticleContext& article, std::span<const std::vector<ByteSpan>> owned) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace furat::analysis
