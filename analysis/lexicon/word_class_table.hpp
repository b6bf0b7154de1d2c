// Tables of what common words can be: filled once from lists as people write them, asked by folded
// words.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/lexicon/token_table.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {

/// Calls `each` with every word of a list that is separated by blanks.
template <class Each>
void for_each_word(std::string_view words, Each each) {
  for (std::size_t begin = 0; begin < words.size();) {
    const auto end = std::min(words.find(' ', begin), words.size());
    if (end > begin) each(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// Entries by word. Any thread once it is filled.
template <class Entry>
class WordClassTable {
 public:
  /// The entry of a word as it is written, made if there is none.
  Entry& entry(std::string_view word) {
    const auto number = numbers_.intern(fold_name(word));
    if (number == entries_.size()) entries_.emplace_back();
    return entries_[number];
  }

  /// An empty entry for words that have none.
  [[nodiscard]] Entry find(std::string_view folded) const {
    const auto number = numbers_.find(folded);
    return number == TokenTable::kUnknown ? Entry{} : entries_[number];
  }

 private:
  TokenTable numbers_;
  std::vector<Entry> entries_;
};

}  // namespace furat::analysis
