#include "analysis/lexicon/word_list.hpp"

#include <array>
#include <cstddef>

#include "analysis/lexicon/embedded_file.hpp"

namespace furat::analysis {
namespace {

/// What follows the lines of the head, which begin with '#'.
std::string_view body_of(std::string_view file) {
  while (file.starts_with('#')) file.remove_prefix(file.find('\n') + 1);
  return file;
}

/// Where the first line begins that is not `before`; `lines` are sorted so that all that are stand
/// first, each ended by a line end.
template <class Before>
std::size_t first_line_not(std::string_view lines, Before before) {
  std::size_t low = 0;
  std::size_t high = lines.size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto line_end_before = middle == 0 ? lines.npos : lines.rfind('\n', middle - 1);
    const auto begin = line_end_before == lines.npos ? 0 : line_end_before + 1;
    const auto end = lines.find('\n', middle);
    if (before(lines.substr(begin, end - begin)))
      low = end + 1;
    else
      high = begin;
  }
  return low;
}

/// A list with the places where its words' first two letters change: made at the first question, in
/// some 30 microseconds, it saves half the steps of the search.
class WordList {
 public:
  explicit WordList(std::string_view lines) : lines_(lines) {
    std::size_t begin = 0;
    for (std::size_t pair = 0; pair < kPairs; ++pair) {
      begins_[pair] = begin;
      begin += first_line_not(lines.substr(begin),
                              [pair](std::string_view line) { return pair_of(line) <= pair; });
    }
    begins_[kPairs] = lines.size();
  }

  [[nodiscard]] bool has(std::string_view word) const {
    if (word.size() < 2 || !is_letter(word[0]) || !is_letter(word[1])) return false;
    const auto pair = pair_of(word);
    const auto lines = lines_.substr(begins_[pair], begins_[pair + 1] - begins_[pair]);
    const auto rest =
        lines.substr(first_line_not(lines, [&](std::string_view line) { return line < word; }));
    return rest.starts_with(word) && rest.substr(word.size()).starts_with('\n');
  }

 private:
  static constexpr std::size_t kLetters = 26, kPairs = kLetters * kLetters;
  static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
  static std::size_t pair_of(std::string_view word) {
    return static_cast<std::size_t>(word[0] - 'a') * kLetters +
           static_cast<std::size_t>(word[1] - 'a');
  }

  std::string_view lines_;
  std::array<std::size_t, kPairs + 1> begins_{};
};

}  // namespace

bool is_english_word(std::string_view folded) {
  static const WordList words(body_of(embedded_word_lists()[0].contents));
  return words.has(folded);
}

bool is_given_name(std::string_view folded) {
  static const WordList names(body_of(embedded_word_lists()[1].contents));
  return names.has(folded);
}

}  // namespace furat::analysis
