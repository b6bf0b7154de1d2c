// What is looked for in the words of one text: the part of a query that depends on where words
// stand. The same pattern decides whether a passage matches and what is marked in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/query_ast.hpp"
#include "searcher/query/wildcard_pattern.hpp"

namespace furat {

struct TextPattern {
  enum class Kind {
    words,     ///< `stems` side by side, in these very `forms` if there are any
    joined,    ///< two words with a hyphen that are `word` together: "ez-Zor" for ezzor
    prefix,    ///< a word that begins with `word`
    wildcard,  ///< a word that fits `wildcard`
    entities,  ///< a mention of one of `ordinals`
    any_of,    ///< one of the children
    close,     ///< both children, as close as `closeness` says, not the same words
  };
  Kind kind = Kind::words;
  std::vector<std::string> stems;
  std::vector<std::string> forms;  ///< folded, as many as stems, or none
  std::string word;                ///< folded
  WildcardPattern wildcard{""};
  std::vector<std::uint32_t> ordinals;  ///< ascending, of places and actors
  Closeness closeness;
  std::vector<TextPattern> children;
};

/// Appends the pattern as bytes: those of two patterns of one generation are equal if and only if
/// the patterns are.
void append_key(std::string& key, const TextPattern& pattern);

}  // namespace furat
