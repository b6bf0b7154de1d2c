// A walk over sorted terms that meets those within an edit distance of a word.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/utf8.hpp"
#include "searcher/deadline.hpp"

namespace furat {

/// The letters of a text.
[[nodiscard]] std::u32string letters_of(std::string_view text);

/// The distance table of one word against terms that come in byte order: rows of what a term shares
/// with the one before it are kept.
class NearWalk {
 public:
  /// `deadline` is asked on the way.
  NearWalk(std::string_view word, std::size_t limit, const Deadline& deadline);

  /// Calls `found(text, distance)` for each term of [term, end) that is within the limit, each
  /// without its first `prefix` bytes.
  template <class Terms, class Found>
  void over(Terms term, const Terms& end, std::size_t prefix, Found found) {
    std::size_t stepped = 0;
    while (term != end) {
      in_time_.step();
      const auto bytes = *term;
      const auto text = std::string_view(bytes).substr(prefix);
      if (!dead_.empty() && text.starts_with(dead_)) {
        // To seek costs as much as several steps.
        if (++stepped < kStepsBeforeSeeking)
          ++term;
        else
          term.skip_to(bytes.substr(0, prefix) + dead_ + kBehindAll);
        continue;
      }
      stepped = 0;
      if (const auto distance = distance_to(text); distance <= limit_) found(text, distance);
      ++term;
    }
  }

 private:
  static constexpr std::size_t kStepsBeforeSeeking = 8;
  static constexpr char kBehindAll = '\xFF';  // no byte of UTF-8

  /// The distance, or more than the limit; `dead_` is then the beginning that is too far away
  /// already, if there is one.
  [[nodiscard]] std::size_t distance_to(std::string_view text);
  void add_row(char32_t letter);
  [[nodiscard]] bool is_dead() const;

  std::u32string word_;
  std::size_t limit_;
  PacedCheck in_time_;
  std::vector<std::vector<std::size_t>> rows_;  ///< by letters of `letters_`, from none
  std::vector<std::size_t> least_;              ///< the least of each row
  std::u32string letters_;                      ///< of the term the rows are of
  std::vector<std::size_t> ends_;               ///< bytes up to the end of each letter
  std::string dead_, last_;
};

}  // namespace furat
