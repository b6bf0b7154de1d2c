// The tables of date words while they are filled: what date_words.cpp and function_words.cpp share.
#pragma once

#include <initializer_list>
#include <string_view>
#include <unordered_map>

#include "analysis/dates/date_words.hpp"

namespace furat::analysis::dates {

using WordTable = std::unordered_map<std::string_view, WordEntry>;
using WordNames = std::initializer_list<std::string_view>;

inline void add_all(WordTable& table, WordEntry entry, WordNames names) {
  for (const auto name : names) table[name] = entry;
}

inline void add_word(WordTable& table, Word word, WordNames names) {
  add_all(table, {.kind = Kind::word, .word = word}, names);
}

/// Function words, words that count or name something, and those that only say something about a
/// date beside them.
void add_function_words(WordTable& table);

}  // namespace furat::analysis::dates
