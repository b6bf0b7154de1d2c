#include "index/date_intervals.hpp"

#include "index/schema.hpp"

namespace furat::index {
namespace {

constexpr std::size_t kKeyBytes = 4;
constexpr std::string_view kOpenStart = "<", kOpenEnd = ">";

}  // namespace

std::string interval_term(const DateInterval& date) {
  std::string term(prefix::kDateInterval);
  term += sort_key(date.days.first);
  term += sort_key(date.days.last);
  if (date.open_start) term += kOpenStart;
  if (date.open_end) term += kOpenEnd;
  return term;
}

std::optional<DateInterval> interval_in_term(std::string_view term) {
  if (!term.starts_with(prefix::kDateInterval)) return std::nullopt;
  term.remove_prefix(prefix::kDateInterval.size());
  if (term.size() < 2 * kKeyBytes) return std::nullopt;
  const auto first = day_of_sort_key(term.substr(0, kKeyBytes));
  const auto last = day_of_sort_key(term.substr(kKeyBytes, kKeyBytes));
  if (!first || !last || *first > *last) return std::nullopt;
  DateInterval date;
  date.days = {*first, *last};
  const auto sides = term.substr(2 * kKeyBytes);
  date.open_start = sides == kOpenStart;
  date.open_end = sides == kOpenEnd;
  if (!sides.empty() && !date.is_open()) return std::nullopt;
  return date;
}

std::string scope_term(DateNode node) { return std::string(prefix::kDateScope) + name(node); }

}  // namespace furat::index
