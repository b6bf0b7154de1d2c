// Which words have the shape of an acronym, and the letters it stands for.
#pragma once

#include <optional>
#include <string>

#include "analysis/text/byte_span.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

struct ShortForm {
  ByteSpan span;
  std::string letters;       ///< folded letters and digits, without a plural s: "ied" of "IEDs"
  bool capitals = false;     ///< nothing but capital letters
  bool one_capital = false;  ///< written like a name: "Unicef"
  bool reserved = false;     ///< stands in brackets for itself as a rule: "AFP", "GMT", "USD"
  bool used_again = false;   ///< the text has it elsewhere as well; left to the caller
};

/// Tokens [first, past_end), joined by hyphens, as a short form: 2 to 10 letters and digits, at
/// least two of them capitals that are not outnumbered ("SyAAF", "MDR-TB", "5SFG"), or one that
/// opens a word of four letters or more.
[[nodiscard]] std::optional<ShortForm> short_form(const TokenizedText& text, std::size_t first,
                                                  std::size_t past_end);

}  // namespace furat::analysis
