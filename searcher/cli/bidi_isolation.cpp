#include "searcher/cli/bidi_isolation.hpp"

#include <unicode/uchar.h>

#include <optional>

#include "analysis/text/utf8.hpp"

namespace furat::cli {
namespace {

constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kPopIsolate = "\u2069";

bool is_right_to_left(UCharDirection direction) {
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

}  // namespace

Isolation isolation_of(std::string_view text, const TextStyle& style) {
  if (!style.isolates) return {};
  bool has_right_to_left = false;
  std::optional<bool> begins_right_to_left;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = analysis::next_code_point(text, at);
    const auto direction = u_charDirection(static_cast<UChar32>(c));
    const bool right_to_left = is_right_to_left(direction);
    if (!right_to_left && direction != U_LEFT_TO_RIGHT) continue;
    has_right_to_left |= right_to_left;
    if (!begins_right_to_left) begins_right_to_left = right_to_left;
  }
  if (!has_right_to_left) return {};
  return {*begins_right_to_left ? kRightToLeftIsolate : kLeftToRightIsolate, kPopIsolate};
}

std::string isolated(std::string_view text, const TextStyle& style) {
  const auto [open, close] = isolation_of(text, style);
  return std::string(open).append(text).append(close);
}

}  // namespace furat::cli
