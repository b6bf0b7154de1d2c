#include "analysis/lexicon/word_list.hpp"

#include <cstddef>

#include "analysis/lexicon/embedded_file.hpp"

namespace furat::analysis {
namespace {

/// What follows the lines of the head, which begin with '#'.
std::string_view body_of(std::string_view file) {
  while (file.starts_with('#')) file.remove_prefix(file.find('\n') + 1);
  return file;
}

/// Binary search over the bytes of `lines`: sorted words, each ended by a line end.
bool has_line(std::string_view lines, std::string_view word) {
  std::size_t low = 0;
  std::size_t high = lines.size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto line_end_before = middle == 0 ? lines.npos : lines.rfind('\n', middle - 1);
    const auto begin = line_end_before == lines.npos ? 0 : line_end_before + 1;
    const auto end = lines.find('\n', middle);
    const auto line = lines.substr(begin, end - begin);
    if (line == word) return true;
    if (line < word)
      low = end + 1;
    else
      high = begin;
  }
  return false;
}

}  // namespace

bool is_english_word(std::string_view folded) {
  static const auto words = body_of(embedded_word_lists()[0].contents);
  return has_line(words, folded);
}

bool is_given_name(std::string_view folded) {
  static const auto names = body_of(embedded_word_lists()[1].contents);
  return has_line(names, folded);
}

}  // namespace furat::analysis
