#include "searcher/matching/passage_set.hpp"

#include <algorithm>

namespace furat {

void PassageSet::add_range(Xapian::docid first, Xapian::docid last) {
  for (; first <= last && first % kBits != 0; ++first) add(first);
  for (; first + kBits - 1 <= last; first += kBits) words_[first / kBits] = ~std::uint64_t{0};
  for (; first <= last; ++first) add(first);
}

std::size_t PassageSet::count() const {
  std::size_t count = 0;
  for (const auto word : words_) count += static_cast<unsigned>(std::popcount(word));
  return count;
}

bool PassageSet::empty() const {
  return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
}

PassageSet& PassageSet::operator|=(const PassageSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

PassageSet& PassageSet::operator&=(const PassageSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  return *this;
}

PassageSet& PassageSet::operator-=(const PassageSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  return *this;
}

Xapian::docid PassageSet::next(Xapian::docid id) const {
  auto i = id / kBits;
  if (i >= words_.size()) return 0;
  auto word = words_[i] & (~std::uint64_t{0} << (id % kBits));
  while (word == 0) {
    if (++i == words_.size()) return 0;
    word = words_[i];
  }
  return static_cast<Xapian::docid>(i * kBits + static_cast<unsigned>(std::countr_zero(word)));
}

std::vector<Xapian::docid> PassageSet::ids() const {
  std::vector<Xapian::docid> ids;
  ids.reserve(count());
  for_each([&ids](Xapian::docid id) { ids.push_back(id); });
  return ids;
}

}  // namespace furat
