// A node of the calendar that a passage counts at, and as what.
#pragma once

#include <cstdint>

namespace furat {

/// In four bytes: archives have millions.
class MarkedNode {
 public:
  enum Mark : std::uint32_t {
    kTopmost = 1,   ///< it is a cover node of a date, and no other one stands above it
    kBelow = 2,     ///< such a node is this one or stands below it
    kClosed = 4,    ///< a cover node of a date with both ends is this one or stands below it
    kNamed = 8,     ///< such a cover node is this one
    kPrecise = 16,  ///< a date with both ends lies in it
  };

  static constexpr std::uint32_t kAllMarks = 32;  ///< more than any of them together

  MarkedNode(std::uint32_t number, std::uint32_t marks) : packed_(number << kMarkBits | marks) {}
  [[nodiscard]] std::uint32_t number() const { return packed_ >> kMarkBits; }
  [[nodiscard]] std::uint32_t marks() const { return packed_ & (kAllMarks - 1); }
  [[nodiscard]] bool has(Mark mark) const { return (packed_ & mark) != 0; }

 private:
  static constexpr unsigned kMarkBits = 5;
  std::uint32_t packed_;
};

}  // namespace furat
