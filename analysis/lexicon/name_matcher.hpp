// Finds known names in a tokenized text: longest match, one pass, cost independent of the number of
// names.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// Set of names, each with the payloads (row numbers) added under it.
/// Case rule, taken from how the name was written: wholly lower-case names match any case; names in
/// all capitals of at most five letters match all capitals only; other names need a capital at the
/// first token that is no article. Tokens of a match are joined by spaces or hyphens only, never
/// across punctuation; a full stop after an abbreviation that is itself part of the name is no
/// punctuation.
class NameMatcher {
 public:
  NameMatcher();
  ~NameMatcher();
  NameMatcher(NameMatcher&&) noexcept;
  NameMatcher& operator=(NameMatcher&&) noexcept;

  /// Adds a name as written; a leading Arabic article is made optional. Names without a word are
  /// ignored.
  void add(std::string_view name, std::uint32_t payload);

  struct Match {
    std::uint32_t first_token = 0;
    std::uint32_t token_count = 0;  ///< includes an article before the name, joined or not
    std::span<const std::uint32_t>
        payloads;  ///< ascending; valid as long as the matcher is not changed
  };

  /// The longest name that starts at token `first`, if any.
  [[nodiscard]] std::optional<Match> longest_at(const TokenizedText& text, std::size_t first) const;

  /// All leftmost-longest matches of the text, ascending, not overlapping.
  [[nodiscard]] std::vector<Match> matches(const TokenizedText& text) const;

 private:
  struct Trie;
  std::unique_ptr<Trie> trie_;
};

}  // namespace furat::analysis
