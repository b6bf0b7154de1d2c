#include "searcher/spelling/near_walk.hpp"

namespace furat {

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += analysis::next_code_point(text, at);
  return letters;
}

NearWalk::NearWalk(std::string_view word, std::size_t limit, const Deadline& deadline)
    : word_(letters_of(word)), limit_(limit), in_time_(deadline) {
  rows_.emplace_back(word_.size() + 1);
  for (std::size_t i = 0; i <= word_.size(); ++i) rows_.front()[i] = i;
  least_.push_back(0);
}

std::size_t NearWalk::distance_to(std::string_view text) {
  std::size_t shared = 0;
  while (shared < letters_.size() &&
         text.substr(0, ends_[shared]) == std::string_view(last_).substr(0, ends_[shared]))
    ++shared;
  letters_.resize(shared);
  ends_.resize(shared);
  rows_.resize(shared + 1);
  least_.resize(shared + 1);
  last_ = text;
  dead_.clear();
  for (std::size_t at = shared == 0 ? 0 : ends_.back(); at < text.size();) {
    const auto letter = analysis::next_code_point(text, at);
    add_row(letter);
    ends_.push_back(at);
    if (is_dead()) {
      dead_ = text.substr(0, at);
      return limit_ + 1;
    }
  }
  return rows_.back().back();
}

void NearWalk::add_row(char32_t letter) {
  const auto i = letters_.size() + 1;
  const auto& last = rows_.back();
  std::vector<std::size_t> row(word_.size() + 1, i);
  for (std::size_t j = 1; j <= word_.size(); ++j) {
    const std::size_t change = word_[j - 1] == letter ? 0 : 1;
    row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
    if (i > 1 && j > 1 && word_[j - 2] == letter && word_[j - 1] == letters_.back())
      row[j] = std::min(row[j], rows_[i - 2][j - 2] + 1);
  }
  letters_ += letter;
  least_.push_back(*std::min_element(row.begin(), row.end()));
  rows_.push_back(std::move(row));
}

/// A swap reaches back over one row.
bool NearWalk::is_dead() const {
  return least_.back() > limit_ && least_[least_.size() - 2] + 1 > limit_;
}

}  // namespace furat
