// Folding: the form of a word that ignores case, marks, letter variants and apostrophes.
#pragma once

#include <string>
#include <string_view>

namespace furat::analysis {

/// Appends the folded form of one word to `out` (see tokenize() for what folding does; possessives
/// are not cut here).
void append_folded(std::string_view word, std::string& out);

/// The folded tokens of `name` joined by single spaces: the key under which a name is looked up by
/// exact fold (K0 of the name cascade). "Deir ez-Zor" and "DEIR EZ ZOR" give "deir ez zor". Empty
/// if it holds no word.
[[nodiscard]] std::string fold_name(std::string_view name);

/// True for al, el, ar, ash, ... : the Arabic article as it is written before a name in Latin
/// letters.
[[nodiscard]] bool is_article(std::string_view folded_token);

/// True for al and el, the two forms of the article that are no words of English or French.
[[nodiscard]] inline bool is_clear_article(std::string_view folded_token) {
  return folded_token == "al" || folded_token == "el";
}

}  // namespace furat::analysis
