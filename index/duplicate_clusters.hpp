// Which units of an index (articles, or passages) are copies of one another, from their
// fingerprints alone. indexer/duplicates/fingerprint.hpp makes these; docs/near-duplicates.md has
// the figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace furat::index {

/// Percent of a text's runs of words that must stand in the other text too.
struct SharesNeeded {
  unsigned of_shorter;
  unsigned of_longer;
};

/// How a fingerprint is laid out and when two of them are alike. A fingerprint is `minima` bytes,
/// each the last byte of one minimum hash; the size of its text, 16 bits; its outlet, 16 bits, 0
/// for unknown; numbers lowest byte first. The share of equal bytes estimates the resemblance; with
/// both sizes it tells how much of each text is also in the other.
struct FingerprintFormat {
  std::size_t minima;  ///< 4 to 255
  SharesNeeded between_outlets;
  SharesNeeded within_outlet;   ///< higher: an outlet repeats its own background and formulas
  SharesNeeded outlet_unknown;  ///< of one text or both
  [[nodiscard]] constexpr std::size_t size() const { return minima + 4; }
};
inline constexpr FingerprintFormat kArticleFingerprint{124, {50, 25}, {75, 60}, {60, 35}};
/// A paragraph is the same paragraph wherever it was printed: no outlets.
inline constexpr FingerprintFormat kPassageFingerprint{28, {60, 50}, {60, 50}, {60, 50}};

/// How two texts belong together.
enum class Likeness : std::uint8_t {
  none,
  part,  ///< the shorter one is less than half of the longer one: cut, or taken into a digest
  copy,  ///< at least half of each stands in the other
};
[[nodiscard]] Likeness likeness(std::string_view a, std::string_view b,
                                const FingerprintFormat& format);

/// For each unit the smallest number of a unit of its cluster; a unit without copies has its own.
/// `fingerprints` holds those of units 0, 1, 2 ... one after the other, and may be a mapped file;
/// bytes of an incomplete last one are left alone.
///
/// Copies are together, and what is together with the same unit. A cluster also joins the one that
/// it is part of, if it is part of no other, that one has no other part, and most units there have
/// this part: a digest of several stories must not make one story of them. Who is together depends
/// on the set of fingerprints alone, not on their numbers. Time O(units * minima), whatever the
/// bytes; of memory a unit 36 bytes and its fingerprint while it works. Pure; any thread. At most
/// 2^32 - 3 units.
[[nodiscard]] std::vector<std::uint32_t> duplicate_clusters(std::string_view fingerprints,
                                                            const FingerprintFormat& format);

}  // namespace furat::index
