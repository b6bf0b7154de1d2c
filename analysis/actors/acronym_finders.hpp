// The ways in which texts define acronyms.
#pragma once

#include "analysis/actors/acronym_context.hpp"

namespace furat::analysis {

/// "Syrian Democratic Forces (SDF)", "SDF (Syrian Democratic Forces)", also in square brackets and
/// among other things: "the council (Conseil national, or CN)".
void find_bracketed_acronyms(AcronymContext& context);

/// By words, commas, dashes or quotes: "..., or SDF,", "... known as the SDF", "... - SDF -", and
/// the long form behind: "SDF, short for ...".
void find_introduced_acronyms(AcronymContext& context);

}  // namespace furat::analysis
