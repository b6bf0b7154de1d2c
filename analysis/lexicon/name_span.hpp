// The bytes that a matched name covers: what is stored and highlighted.
#pragma once

#include <string>
#include <string_view>

#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/text/byte_span.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// Span of `token` without a possessive 's ("Syria" of "Syria's").
[[nodiscard]] ByteSpan span_without_possessive(const TokenizedText& text, const Token& token);

/// Span of `count` tokens from `first` on, without the possessive 's of the last one.
[[nodiscard]] ByteSpan name_span(const TokenizedText& text, std::size_t first, std::size_t count);

[[nodiscard]] inline ByteSpan name_span(const TokenizedText& text,
                                        const NameMatcher::Match& match) {
  return name_span(text, match.first_token, match.token_count);
}

/// The text of a span with each run of ASCII white space, line ends too, as one blank.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace furat::analysis
