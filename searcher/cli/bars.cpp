#include "searcher/cli/bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace furat::cli {

std::string bar(std::size_t count, std::size_t largest, std::size_t columns,
                const TextStyle& style) {
  if (count == 0 || largest == 0 || columns == 0) return {};
  constexpr std::array<std::string_view, 8> kEighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const std::size_t steps = style.ascii ? 1 : 8;
  const double share = static_cast<double>(count) / static_cast<double>(largest);
  const auto scaled =
      static_cast<std::size_t>(std::lround(share * static_cast<double>(steps * columns)));
  const std::size_t filled = std::clamp<std::size_t>(scaled, 1, steps * columns);
  if (style.ascii) return std::string(filled, '#');
  std::string out;
  for (std::size_t full = filled / 8; full > 0; --full) out += "█";
  out += kEighths[filled % 8];
  return out;
}

}  // namespace furat::cli
