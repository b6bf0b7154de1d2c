// Where a text says which long form an acronym stands for: "Syrian Democratic Forces (SDF)".
//
// Letters are matched after A. S. Schwartz and M. A. Hearst, "A Simple Algorithm for Identifying
// Abbreviation Definitions in Biomedical Text", Pacific Symposium on Biocomputing 8 (2003), written
// anew from the description. Beyond the paper: initials go before letters inside words, names that
// are translated keep the letters of their own language, and not only brackets define.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/text/byte_span.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// A long form and its short form that stand together. Spans are in the text that was tokenized,
/// without a leading "the", quotes, brackets or a possessive 's.
struct AcronymDefinition {
  ByteSpan long_form;
  ByteSpan short_form;
  /// The long form has the letters of the short form, in order. If not ("Democratic Union Party
  /// (PYD)"), the name of a body stands beside an acronym of another language; how far it reaches
  /// to the left is then less certain.
  bool letters_match = true;
  std::string_view rule;  ///< "actor.acronym-defined" or, without its letters, "...-foreign"
};

/// The definitions of a passage or article, ascending by short form, one a short form. Not only of
/// actors: "weapons of mass destruction (WMD)" is one as well. Any thread; linear in the text.
[[nodiscard]] std::vector<AcronymDefinition> acronym_definitions(const TokenizedText& text);

}  // namespace furat::analysis
