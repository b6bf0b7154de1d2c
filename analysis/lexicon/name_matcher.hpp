// Finds known names in a tokenized text: longest match, one pass, cost independent of the number of
// names.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexicon/name_trie.hpp"
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
  /// Over a trie that lies elsewhere and outlives the matcher.
  explicit NameMatcher(NameTrie trie) : trie_(trie) {}
  explicit NameMatcher(NameTrieBuilder&& names);
  NameMatcher(NameMatcher&&) noexcept = default;
  NameMatcher(const NameMatcher&) = delete;

  struct Match {
    std::uint32_t first_token = 0;
    std::uint32_t token_count = 0;  ///< includes an article before the name, joined or not
    /// By the case that each name demands, then ascending; valid as long as the matcher.
    std::span<const std::uint32_t> payloads;
  };

  /// Where names may begin: anywhere, or only at a capital, an article or an Arabic letter. The
  /// latter spares most look-ups, and is right for sets without names in lower case.
  enum class Starts : std::uint8_t { anywhere, at_capitals };

  /// One text, each of its words looked up at most once. For one thread.
  class Scan {
   public:
    Scan(const NameMatcher& matcher, const TokenizedText& text, Starts starts = Starts::anywhere);
    /// The longest name that starts at token `first`, if any.
    [[nodiscard]] std::optional<Match> longest_at(std::size_t first);

   private:
    [[nodiscard]] std::uint32_t word_at(std::size_t i);

    const NameTrie& trie_;
    const TokenizedText& text_;
    Starts starts_;
    std::vector<std::uint32_t> words_;
  };

  [[nodiscard]] std::optional<Match> longest_at(const TokenizedText& text, std::size_t first) const;

  /// All leftmost-longest matches of the text, ascending, not overlapping.
  [[nodiscard]] std::vector<Match> matches(const TokenizedText& text) const;

 private:
  std::vector<std::uint32_t> image_;  // where the trie is the matcher's own
  NameTrie trie_;
};

/// The words of a text by which an Arabic name can be matched whose first word is `folded`: this
/// one, with particles ("and", "in", "to" ...) written onto it too.
[[nodiscard]] std::vector<std::string> with_particles(std::string_view folded);

}  // namespace furat::analysis
