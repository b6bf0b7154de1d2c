#include "indexer/readers/pdf/margin_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

namespace furat::indexer::pdf {
namespace {

constexpr std::size_t kFewest = 8;         // numbers of a page
constexpr std::size_t kOneInHowMany = 20;  // pairs of them may be out of step, or words beside them

struct LineNumber {
  std::uint32_t word = 0;
  float middle = 0;
  int value = 0;
};

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.size() > 5)
    return std::nullopt;
  return value;
}

/// Where the words begin that are no numbers, a few of them left aside: seen from the left, or from
/// the right with places negated.
float edge_of_text(const PageWords& page, const std::vector<bool>& kept, bool left) {
  std::vector<float> edges;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    if (kept[i] && !number_of(page.text_of(word))) edges.push_back(left ? word.left : -word.right);
  }
  if (edges.empty()) return 0;
  const auto at = edges.begin() + static_cast<std::ptrdiff_t>(edges.size() / (10 * kOneInHowMany));
  std::nth_element(edges.begin(), at, edges.end());
  return *at;
}

/// True if the numbers, from top to bottom, count by one step, but for a few.
bool count_up(const std::vector<LineNumber>& numbers) {
  if (numbers.size() < kFewest) return false;
  std::vector<int> steps;
  for (std::size_t i = 1; i < numbers.size(); ++i)
    steps.push_back(numbers[i].value - numbers[i - 1].value);
  auto sorted = steps;
  std::sort(sorted.begin(), sorted.end());
  const int step = sorted[sorted.size() / 2];
  const auto others = static_cast<std::size_t>(
      std::count_if(steps.begin(), steps.end(), [step](int one) { return one != step; }));
  return step > 0 && others * kOneInHowMany <= steps.size();
}

/// Numbers may begin the lines too: only those that stand furthest out are left.
void keep_outermost(const PageWords& page, bool left, std::vector<LineNumber>& numbers) {
  const auto place = [&](const LineNumber& number) {
    const Word& word = page.words[number.word];
    return left ? word.right : -word.left;
  };
  float outermost = std::numeric_limits<float>::max();
  for (const auto& number : numbers) outermost = std::min(outermost, place(number));
  constexpr float kColumn = 2.5F;  // ems: three digits beside one
  std::erase_if(numbers, [&](const LineNumber& number) {
    return place(number) > outermost + kColumn * page.words[number.word].size;
  });
}

void drop_on_side(const PageWords& page, bool left, std::vector<bool>& kept) {
  const float edge = edge_of_text(page, kept, left);
  std::vector<LineNumber> numbers;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    const auto value = kept[i] ? number_of(page.text_of(word)) : std::nullopt;
    if (value && (left ? word.right : -word.left) <= edge)
      numbers.push_back({i, word.middle(), *value});
  }
  keep_outermost(page, left, numbers);
  std::stable_sort(numbers.begin(), numbers.end(),
                   [](const LineNumber& a, const LineNumber& b) { return a.middle < b.middle; });
  if (!count_up(numbers)) return;
  for (const auto& number : numbers) kept[number.word] = false;
}

}  // namespace

void drop_margin_numbers(const PageWords& page, std::vector<bool>& kept) {
  for (const bool left : {true, false}) drop_on_side(page, left, kept);
}

}  // namespace furat::indexer::pdf
