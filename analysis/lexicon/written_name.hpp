// How words of names are written, in the data and in texts: articles, capitals, stops.
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// No lower-case letter and at least one capital; unlike Token::all_upper also for "T" and "T4".
[[nodiscard]] bool in_capitals(const TokenizedText& text, const Token& token);

/// A full stop and white space stand before token `i`: what an abbreviation inside a name leaves
/// ("St. Petersburg").
[[nodiscard]] bool is_stop_between(const TokenizedText& text, std::size_t i);

/// An apostrophe behind an s and white space stand before token `i`: "Workers' Party".
[[nodiscard]] bool is_genitive_between(const TokenizedText& text, std::size_t i);

/// "ar" before "Raqqa", "ash" before "Sham": an article that has taken on the next consonant.
[[nodiscard]] bool agrees_with_next(std::string_view article, std::string_view next);

/// Token `i` is an article of whatever form; the "US" of the country is none.
[[nodiscard]] bool is_article_token(const TokenizedText& text, std::size_t i);

/// A Latin article after which the next word begins the name proper. An article apart is an Arabic
/// one only if it says so: "El Salvador" keeps its first word.
[[nodiscard]] bool begins_with_article(const TokenizedText& name);

}  // namespace furat::analysis
