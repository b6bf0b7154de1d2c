// In what role a place name stands: datelines, modifiers, capitals that stand for their
// governments.
#pragma once

#include <cstdint>

#include "analysis/places/place_cues.hpp"

namespace furat::analysis {

/// End, in bytes, of a dateline that begins with token `first`; 0 if none begins there. A dateline
/// stands at the start of a line, has capitals, dates and countries only, and ends at a dash:
/// "BEIRUT, Oct 4 —". One not in capitals needs a comma and the start of the article.
[[nodiscard]] std::uint32_t dateline_end(const TokenizedText& text, std::size_t first,
                                         bool article_start);

/// "US-backed", "U.S. troops": the country is no scene but says whose.
[[nodiscard]] bool modifies_next_word(const TokenizedText& text, TokenRange country);

/// The capital is the subject of saying, deciding or wanting ("Damascus denied"), owns an
/// attitude ("Washington's interests"), is a party ("reconciliation with Damascus") or is made to
/// do something ("forcing Damascus to"). Not where a place preposition makes it a scene.
[[nodiscard]] bool acts_as_government(const TokenizedText& text, TokenRange capital);

/// The country does what states do: all of the above, and whatever else is done without being done
/// to it ("Russia deployed", "the UK is helping").
[[nodiscard]] bool acts_as_state(const TokenizedText& text, TokenRange country);

/// "nations which have conducted strikes include X, Y and Z": the list that begins with token
/// `first` names who takes part, not where.
[[nodiscard]] bool are_listed_parties(const TokenizedText& text, std::size_t first);

/// `capitals` are two or more in a row: "tensions between Tehran and Moscow" are between
/// governments, "the road between Damascus and Baghdad" is between towns.
[[nodiscard]] bool are_governments_together(const TokenizedText& text, TokenRange capitals);

}  // namespace furat::analysis
