// How large a query may be, so that none can hurt.
#pragma once

#include <cstddef>
#include <string_view>

namespace furat {

/// Limits of xapian-notes section 7; closeness: NEAR, ADJ and SENTENCE.
struct QueryLimits {
  std::size_t bytes = 1024, words = 32, depth = 8, wildcards = 2, wildcard_prefix = 3,
              phrase_words = 10, closeness = 4;
};

namespace internal {

struct Lexeme;

/// Counts the pieces of one query. Throws the RequestError of argument "query" at the first one too
/// many.
class LimitCounter {
 public:
  LimitCounter(std::string_view query, const QueryLimits& limits)
      : query_(query), limits_(limits) {}

  void check_depth(std::size_t depth, std::size_t column) const;

  /// An operand with words, or an operator of closeness.
  void count(const Lexeme& lexeme);

 private:
  void count_words(const Lexeme& lexeme);
  void check_prefix(const Lexeme& lexeme);
  void check_wildcard(const Lexeme& lexeme);
  void check_beginning(const Lexeme& lexeme, std::string_view beginning);

  std::string_view query_;
  QueryLimits limits_;
  std::size_t words_ = 0, wildcards_ = 0, closenesses_ = 0;
};

}  // namespace internal
}  // namespace furat
