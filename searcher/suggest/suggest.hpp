// Completions of what is typed: names of values by their folded spellings, then words.
#pragma once

#include "analysis/text/term_analyzer.hpp"
#include "furat/suggest.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The values that most passages have first, each once, then the words. Looks at a bounded number
/// of names and terms, the first in byte order. Throws RequestError ("dimension"), Xapian::Error.
[[nodiscard]] SuggestResults suggest(const SuggestRequest& request, const GenerationView& view,
                                     analysis::TermAnalyzer& analyzer);

}  // namespace furat
