#include "indexer/metadata/origin_line.hpp"

#include <algorithm>
#include <array>

#include "indexer/metadata/written_date.hpp"
#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kMostWords = 14;
constexpr std::size_t kMostNames = 5;

constexpr std::array<std::string_view, 8> kSigns{",", "|", "·", "•", "–", "—", "-", ":"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool is_parted(std::string_view rest, bool at_end) {
  return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
    return at_end ? rest.ends_with(sign) : rest.starts_with(sign);
  });
}

/// A few words that all begin with a capital.
bool are_names(std::string_view text) {
  if (count_words(text) > kMostNames) return false;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const auto word = first_word(text);
    if (word.empty() || begins_lower(word)) return false;
    text.remove_prefix(word.size());
  }
  return true;
}

}  // namespace

std::optional<std::chrono::sys_days> origin_line_day(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || count_words(line) > kMostWords || ends_sentence(line)) return std::nullopt;
  const auto dates = find_written_dates(line, DayMonthOrder::unknown);
  if (dates.size() != 1) return std::nullopt;
  const auto before = trimmed(line.substr(0, dates.front().begin));
  const auto after = trimmed(line.substr(dates.front().end));
  if (!before.empty() && !after.empty()) return std::nullopt;
  const bool is_origin = (before.empty() && after.empty()) || is_parted(before, true) ||
                         is_parted(after, false) || are_names(before.empty() ? after : before);
  return is_origin ? std::optional(dates.front().day) : std::nullopt;
}

}  // namespace furat::indexer
