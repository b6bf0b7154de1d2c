#include "analysis/lexicon/token_table.hpp"

#include <functional>

namespace furat::analysis {
namespace {

std::uint32_t hash_of(std::string_view word) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(word));
}

}  // namespace

TokenTable::TokenTable() : slots_(64) {}

std::size_t TokenTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const auto mask = slots_.size() - 1;
  auto i = hash & mask;
  while (slots_[i].number != kUnknown &&
         (slots_[i].hash != hash || words_[slots_[i].number] != word))
    i = (i + 1) & mask;
  return i;
}

std::uint32_t TokenTable::find(std::string_view word) const {
  return slots_[slot_of(word, hash_of(word))].number;
}

std::uint32_t TokenTable::intern(std::string_view word) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto hash = hash_of(word);
  auto& slot = slots_[slot_of(word, hash)];
  if (slot.number == kUnknown) {
    slot = {hash, static_cast<std::uint32_t>(words_.size())};
    words_.emplace_back(word);
  }
  return slot.number;
}

void TokenTable::grow() {
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  for (const auto& slot : old)
    if (slot.number != kUnknown) slots_[slot_of(words_[slot.number], slot.hash)] = slot;
}

}  // namespace furat::analysis
