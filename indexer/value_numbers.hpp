// Numbers of facet values: what the slots and records of documents have in place of ids.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "indexer/annotator.hpp"

namespace furat::indexer {

/// Places and actors are numbered by their rows, so that threads need not agree on anything: those
/// of the lexicon first, whose numbers are short, then the world's places. Behind them sources, in
/// the order the archive names them, take turns with the actors that are found in it
/// (found_numbers.hpp). An actor that the lexicon gets once an index stands has one of the numbers
/// of found actors there, so that no other value's changes; the number of a row that goes is
/// nobody's.
class ValueNumbers {
 public:
  /// As a build has them: by rows.
  explicit ValueNumbers(const Annotator& annotator);

  /// As an index has them. `rows`: how many actors have numbers by their rows; `actors`: one for
  /// each row of the lexicon.
  ValueNumbers(const Annotator& annotator, std::uint32_t rows, std::vector<std::uint32_t> actors);

  [[nodiscard]] std::uint32_t place(std::uint32_t row) const {
    return row < actors_begin_ ? row : row + rows_;
  }
  [[nodiscard]] std::uint32_t actor(std::uint32_t row) const { return actors_[row]; }
  [[nodiscard]] std::uint32_t source(std::uint32_t number) const {
    return sources_begin_ + 2 * number;
  }
  [[nodiscard]] std::uint32_t source_number(std::uint32_t ordinal) const {
    return (ordinal - source(0)) / 2;
  }
  [[nodiscard]] std::uint32_t found(std::uint32_t number) const { return source(number) + 1; }
  /// nullopt if the ordinal is another value's.
  [[nodiscard]] std::optional<std::uint32_t> found_number(std::uint32_t ordinal) const {
    if (ordinal < found(0) || (ordinal - found(0)) % 2 != 0) return std::nullopt;
    return (ordinal - found(0)) / 2;
  }
  /// The lexicon's row of an actor; nullopt if the ordinal is another value's.
  [[nodiscard]] std::optional<std::uint32_t> actor_row(std::uint32_t ordinal) const {
    const auto row = row_of_.find(ordinal);
    return row == row_of_.end() ? std::nullopt : std::optional(row->second);
  }
  /// Of an actor as the mentions of an article have it.
  [[nodiscard]] std::uint32_t actor(const AnnotatedArticle& article, std::uint32_t actor) const {
    return actor < actors_.size() ? actors_[actor]
                                  : found(article.found_numbers[actor - actors_.size()]);
  }

  /// How many actors have numbers by their rows.
  [[nodiscard]] std::uint32_t rows() const { return rows_; }
  /// The first number of found actors behind those that rows of the lexicon have.
  [[nodiscard]] std::uint32_t first_found() const { return first_found_; }

 private:
  std::uint32_t actors_begin_, rows_, sources_begin_, first_found_ = 0;
  std::vector<std::uint32_t> actors_;                          ///< ordinals by row
  std::unordered_map<std::uint32_t, std::uint32_t> row_of_{};  ///< by ordinal
};

}  // namespace furat::indexer
