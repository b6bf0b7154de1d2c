#include "indexer/passages/list_item.hpp"

#include <algorithm>
#include <array>

#include "analysis/text/ascii.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::array kBullets = {"•"sv, "‣"sv, "▪"sv, "▫"sv, "◦"sv, "●"sv, "○"sv, "■"sv, "□"sv,
                                 "◆"sv, "►"sv, "▶"sv, "➢"sv, "➤"sv, "✓"sv, "·"sv, "∙"sv, "⁃"sv};

// Bullets of the Symbol and Wingdings fonts as they come out of documents: private-use code points.
constexpr std::array kFontBullets = {"\uF0B7"sv, "\uF0A7"sv, "\uF0D8"sv, "\uF0FC"sv, "\uF076"sv,
                                     "\uF0A8"sv, "\uF06E"sv, "\uF071"sv, "\uF02D"sv, "\uF0E0"sv};

constexpr std::array kDashes = {"-"sv, "–"sv, "—"sv, "*"sv, "+"sv};

bool space_follows(std::string_view line, std::size_t at) {
  return at < line.size() && space_size(line, at) != 0;
}

template <std::size_t N>
std::size_t size_of_any(const std::array<std::string_view, N>& signs, std::string_view line) {
  for (const std::string_view sign : signs) {
    if (line.starts_with(sign)) return sign.size();
  }
  return 0;
}

/// Bytes of "1.", "12)", "(3)", "[4]", "a)", "(b)" at the start of a line; 0 if there is none.
std::size_t number_size(std::string_view line) {
  std::size_t i = 0;
  const char open = !line.empty() && (line[0] == '(' || line[0] == '[') ? line[0] : '\0';
  if (open != '\0') ++i;
  const std::size_t begin = i;
  while (i < line.size() && analysis::is_ascii_digit(line[i]) && i - begin < 3) ++i;
  const bool digits = i > begin;
  if (!digits && i < line.size() && analysis::is_ascii_letter(line[i])) ++i;
  if (i == begin || i >= line.size()) return 0;
  const char close = line[i];
  if (open == '(') return close == ')' ? i + 1 : 0;
  if (open == '[') return close == ']' ? i + 1 : 0;
  // "A." would be an initial: letters need a bracket.
  return close == ')' || (digits && close == '.') ? i + 1 : 0;
}

/// A full stop and wide space: what some pages leave of a bullet.
bool is_lost_bullet(std::string_view line) {
  if (line.size() < 3 || line[0] != '.') return false;
  const std::size_t first = space_size(line, 1);
  return first != 0 && space_size(line, 1 + first) != 0;
}

}  // namespace

std::size_t heading_sign_size(std::string_view line) {
  std::size_t size = std::min(line.find_first_not_of('#'), line.size());
  if (size == 0 || size > 6 || !space_follows(line, size)) return 0;
  while (space_follows(line, size)) size += space_size(line, size);
  return size;
}

ItemStart item_start(std::string_view line) {
  if (const std::size_t size = size_of_any(kFontBullets, line))
    return {ItemSign::bullet, size, true};
  if (const std::size_t size = size_of_any(kBullets, line)) return {ItemSign::bullet, size, false};
  if (is_lost_bullet(line)) return {ItemSign::bullet, 1, true};
  if (const std::size_t size = size_of_any(kDashes, line); size != 0 && space_follows(line, size)) {
    return {ItemSign::dash, size, false};
  }
  if (const std::size_t size = number_size(line); size != 0 && space_follows(line, size)) {
    return {ItemSign::number, size, false};
  }
  return {};
}

}  // namespace furat::indexer
