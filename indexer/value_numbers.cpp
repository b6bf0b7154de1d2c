#include "indexer/value_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace furat::indexer {
namespace {

std::uint32_t row_count(const Annotator& annotator) {
  return static_cast<std::uint32_t>(annotator.actors().actors().size());
}

std::vector<std::uint32_t> numbered_by_rows(const Annotator& annotator) {
  std::vector<std::uint32_t> numbers(row_count(annotator));
  std::iota(numbers.begin(), numbers.end(),
            static_cast<std::uint32_t>(annotator.gazetteer().lexicon_size()));
  return numbers;
}

}  // namespace

ValueNumbers::ValueNumbers(const Annotator& annotator)
    : ValueNumbers(annotator, row_count(annotator), numbered_by_rows(annotator)) {}

ValueNumbers::ValueNumbers(const Annotator& annotator, std::uint32_t rows,
                           std::vector<std::uint32_t> actors)
    : actors_begin_(static_cast<std::uint32_t>(annotator.gazetteer().lexicon_size())),
      rows_(rows),
      sources_begin_(static_cast<std::uint32_t>(annotator.gazetteer().size()) + rows),
      actors_(std::move(actors)) {
  for (std::uint32_t row = 0; row < actors_.size(); ++row) {
    row_of_.emplace(actors_[row], row);
    if (const auto number = found_number(actors_[row]))
      first_found_ = std::max(first_found_, *number + 1);
  }
}

}  // namespace furat::indexer
