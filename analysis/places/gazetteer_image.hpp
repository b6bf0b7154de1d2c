// The world gazetteer as one block of bytes: compiled once from GeoNames rows, then used where it
// lies, mapped with the program or in memory. Nothing is parsed or allocated when it is opened.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon/name_trie.hpp"

namespace furat::analysis {

/// A place as GeoNames has it, on the way into an image.
struct GazetteerRow {
  std::uint32_t geonameid = 0;  ///< 0: none known
  std::string name{};
  std::vector<std::string> names{};  ///< further ones, any script
  std::string kind{};                ///< as in corpus/lexicon/README.md
  double latitude = 0, longitude = 0;
  /// Country and division codes joined by full stops: "SY", "SY.07", "SY.07.2". An area's own, a
  /// place's those of the smallest area around it.
  std::string area{};
  bool is_area = false;  ///< a country or a division of first or second level
  std::uint32_t population = 0;
};

/// Read-only view of an image. Copies share the bytes, which must outlive all of them. Any thread.
class GazetteerImage {
 public:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  struct Place {
    std::uint32_t geonameid = 0;
    std::string_view name, kind;
    std::string_view area;  ///< of areas their own code path; empty for others
    double latitude = 0, longitude = 0;
    std::uint32_t parent = kNone;  ///< row of the smallest area around it
    std::uint32_t population = 0;
    std::uint32_t kind_number = 0;  ///< index in kinds()
  };

  GazetteerImage() = default;  ///< without places
  /// nullopt if the bytes are no image of this version. Trusted beyond that: use images of one's
  /// own making only.
  [[nodiscard]] static std::optional<GazetteerImage> view(std::span<const std::uint32_t> image);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  [[nodiscard]] Place place(std::uint32_t row) const;
  // Parts of it that are asked for often.
  [[nodiscard]] std::uint32_t parent(std::uint32_t row) const { return rows_[row].parent; }
  /// 1 for a country, 2 and 3 for divisions of the first and second level, 0 for all others.
  [[nodiscard]] std::uint32_t area_level(std::uint32_t row) const { return rows_[row].area_level; }
  [[nodiscard]] std::string_view area(std::uint32_t row) const {
    return area_level(row) == 0 ? std::string_view() : text(rows_[row].area);
  }
  [[nodiscard]] double latitude(std::uint32_t row) const { return rows_[row].latitude * kUnit; }
  [[nodiscard]] double longitude(std::uint32_t row) const { return rows_[row].longitude * kUnit; }
  [[nodiscard]] std::uint32_t population(std::uint32_t row) const { return rows_[row].population; }
  [[nodiscard]] std::uint32_t kind_number(std::uint32_t row) const { return rows_[row].kind; }
  [[nodiscard]] const std::vector<std::string_view>& kinds() const { return kinds_; }
  /// All names of a row but its first, as GeoNames writes them.
  [[nodiscard]] std::vector<std::string_view> names(std::uint32_t row) const;

  [[nodiscard]] std::optional<std::uint32_t> with_geonameid(std::uint32_t id) const;
  [[nodiscard]] std::optional<std::uint32_t> with_area(std::string_view area) const;

  /// Payload: sorts of names in the low bits, see name_payload().
  [[nodiscard]] const NameTrie& trie() const { return trie_; }
  [[nodiscard]] std::uint64_t digest() const { return digest_; }  ///< of all the image says

  /// All rows again, to be compiled together with others.
  [[nodiscard]] std::vector<GazetteerRow> rows() const;

 private:
  friend std::vector<std::uint32_t> compile_gazetteer(std::vector<GazetteerRow> rows);
  struct Row {
    std::uint32_t geonameid = 0, name = 0, names_begin = 0;
    std::int32_t latitude = 0, longitude = 0;  // in 1e-4 degrees
    std::uint32_t parent = kNone, population = 0, kind = 0, area = 0, area_level = 0;
  };
  struct Header;
  static constexpr double kUnit = 1e-4;  // degrees
  [[nodiscard]] std::string_view text(std::uint32_t offset) const { return texts_ + offset; }

  std::uint64_t digest_ = 0;
  std::span<const Row> rows_;
  std::span<const std::uint32_t> names_;    // offsets of texts, by row; see Row::names_begin
  std::span<const std::uint32_t> by_id_;    // rows, ascending by geonameid
  std::span<const std::uint32_t> by_area_;  // rows of areas, ascending by area
  std::vector<std::string_view> kinds_;
  const char* texts_ = nullptr;  // each ends with a NUL
  NameTrie trie_;
};

/// How a name in the trie stands in the data.
enum class GazetteerNameSort : std::uint32_t { main, alternate };
/// Row, sort and whether the name is written with an Arabic article, as a trie's payload.
struct GazetteerName {
  std::uint32_t row = 0;
  GazetteerNameSort sort = GazetteerNameSort::main;
  bool articled = false;
};
[[nodiscard]] constexpr std::uint32_t name_payload(GazetteerName name) {
  return name.row * 4 + static_cast<std::uint32_t>(name.sort) * 2 + (name.articled ? 1 : 0);
}
[[nodiscard]] constexpr GazetteerName name_of_payload(std::uint32_t payload) {
  return {payload / 4, static_cast<GazetteerNameSort>(payload / 2 % 2), payload % 2 != 0};
}

/// Makes an image. Rows with the same geonameid or the same area are one: the later gives position
/// and name, both give names. The order of rows does not matter beyond that; parents follow from
/// the areas.
[[nodiscard]] std::vector<std::uint32_t> compile_gazetteer(std::vector<GazetteerRow> rows);

}  // namespace furat::analysis
